from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from xinhui_viewer.archive.connect import reading
from xinhui_viewer.errors import UserError
from xinhui_viewer.records import Order, Selection
from xinhui_viewer.search.asked import Asked
from xinhui_viewer.search.find import find
from xinhui_viewer.search.parse import parse
from xinhui_viewer.summary.selection import choose

_PAGE = 700


@pytest.mark.parametrize("order", get_args(Order))
@pytest.mark.parametrize("text", ["", "防汛", "标题:第1000号 或 防汛 -第7号", "第12号"])
def test_results_are_chosen_in_the_order_of_their_list(many: Path, text: str, order: Order) -> None:
    query = parse(text)
    with reading(many) as db:
        pages = (find(Asked(db, query), order, _PAGE, offset).hits for offset in range(0, 2100, _PAGE))
        listed = [hit.id for page in pages for hit in page if not hit.partial]
        assert list(choose(db, Selection(query=query, order=order)).ids) == listed
        assert list(choose(db, Selection(query=query, order=order), 5).ids) == listed[:5]


def test_the_number_beyond_the_limit_is_exact(many: Path) -> None:
    with reading(many) as db:
        chosen = choose(db, Selection(query=parse("防汛"), order="oldest", without=(1, 3, 2003)), 4)
        assert (chosen.ids, chosen.cut) == ((2, 4, 5, 6), "Only the first 4 of 2,000 bulletins are printed.")
        assert choose(db, Selection(query=parse("防汛")), 2003).cut == ""
        assert choose(db, Selection((7, 5, 7, 6)), 2).cut == "Only the first 2 of 3 bulletins are printed."


def test_bulletins_chosen_by_number_come_in_their_own_order_and_once(many: Path) -> None:
    with reading(many) as db:
        assert choose(db, Selection((7, 5, 7, 6))).ids == (7, 5, 6)


def test_a_query_that_finds_nothing_is_a_sentence(many: Path) -> None:
    with reading(many) as db, pytest.raises(UserError, match="No bulletin matches: “没有的词”"):
        choose(db, Selection(query=parse("没有的词")))
