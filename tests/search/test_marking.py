from __future__ import annotations

import re
import sys

from hypothesis import example, given
from hypothesis import strategies as st

from xinhui_viewer.search.marking import USUAL, marker
from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.terms import finder

SIGNS = "会會议議要，。 \u200b\u0301a1Ａ１㎡①\xa0㈠一Ⅱ\ufe0f\uf9e0易\n"


def test_each_of_the_usual_signs_folds_to_one_sign_whatever_stands_beside_it() -> None:
    usual = re.findall(f"[{USUAL}]", "".join(map(chr, range(sys.maxunicode // 8))))
    assert "".join(map(fold, usual)) == fold("".join(usual)) == fold("".join(reversed(usual)))[::-1]
    assert all(len(fold(sign)) == 1 for sign in usual)


@given(words=st.lists(st.text(SIGNS, max_size=4), max_size=3), text=st.text(SIGNS, max_size=30))
@example(words=["会议", "会", "议要"], text="會議要会，议要")
@example(words=["会议"], text="会\u200b议")
def test_words_are_found_where_the_folding_search_finds_them(words: list[str], text: str) -> None:
    assert marker(tuple(words))(text) == finder(words)(text)
