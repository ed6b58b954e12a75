"""Scores of an order of documents: nDCG@10 for graded judgments, MRR@10 for one known document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log2

DEPTH = 10


def ndcg(found: Sequence[int], grades: Mapping[int, int]) -> float:
    """Return nDCG@10 with gains 2^grade - 1, 0 to 1; unjudged documents count as grade 0."""
    best = _gain(sorted(grades.values(), reverse=True))
    return _gain([grades.get(number, 0) for number in found]) / best if best else 0.0


def reciprocal_rank(found: Sequence[int], wanted: int) -> float:
    """Return 1 / rank of the wanted document among the first ten, 0 when it is not there."""
    first = list(found[:DEPTH])
    return 1 / (first.index(wanted) + 1) if wanted in first else 0.0


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / log2(rank + 2) for rank, grade in enumerate(grades[:DEPTH]))
