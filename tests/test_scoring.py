from __future__ import annotations

import pytest

from tests.benchmarks.scoring import ndcg, reciprocal_rank

GRADES = {1: 3, 2: 1, 3: 0}


def test_the_best_order_scores_one() -> None:
    assert ndcg([1, 2, 3], GRADES) == pytest.approx(1)


def test_a_better_document_further_down_scores_less() -> None:
    assert 0 < ndcg([2, 1], GRADES) < 1


def test_unjudged_documents_and_those_below_ten_gain_nothing() -> None:
    assert ndcg([*range(100, 110), 1], GRADES) == 0


def test_a_query_without_any_relevant_document_scores_zero() -> None:
    assert ndcg([3], {3: 0}) == 0


def test_a_known_document_in_third_place_scores_a_third() -> None:
    assert reciprocal_rank([5, 6, 7], 7) == pytest.approx(1 / 3)
    assert reciprocal_rank([*range(10), 7000], 7000) == 0
