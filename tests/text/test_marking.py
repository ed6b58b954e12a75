from __future__ import annotations

import re
import sys

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from xinhui_viewer.records import Word
from xinhui_viewer.search.excerpt import excerpt, excerpts
from xinhui_viewer.search.fields import wanted_words
from xinhui_viewer.search.parse import parse
from xinhui_viewer.text.finding import finder
from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.marking import USUAL, marker
from xinhui_viewer.text.matches import matches

SIGNS = "会會议議要，。%％ \u200b\u0301a1Ａ１㎡①\xa0㈠一Ⅱ\ufe0f\uf9e0易\n"


def test_each_of_the_usual_signs_folds_to_one_sign_whatever_stands_beside_it() -> None:
    usual = re.findall(f"[{USUAL}]", "".join(map(chr, range(sys.maxunicode // 8))))
    assert "".join(map(fold, usual)) == fold("".join(usual)) == fold("".join(reversed(usual)))[::-1]
    assert all(len(fold(sign)) == 1 for sign in usual)


@given(words=st.lists(st.text(SIGNS, max_size=4), max_size=3), text=st.text(SIGNS, max_size=30))
@example(words=["会议", "会", "议要"], text="會議要会，议要")
@example(words=["会议"], text="会\u200b议")
def test_words_are_found_where_the_folding_search_finds_them(words: list[str], text: str) -> None:
    assert marker(tuple(words))(text) == finder(words)(text)


@pytest.mark.parametrize(
    ("query", "text", "marks"),
    [
        ("1*", "共1 548人、1，931，867、1931867，12和21", ["1 548", "1，931，867", "1931867", "12"]),
        ("30*", "20，30、3 046人、3，0和1 300人", ["30", "3 046"]),
        ("2.5*", "2.51、12.5、2，5和２．５", ["2.51", "２．５"]),
        ("867*", "1，931，867、1，8670和867", ["8670", "867"]),
        ("%", "办结率20%，按时率30％", ["%", "％"]),
    ],
)
def test_of_numbers_those_are_marked_whose_terms_the_index_has(query: str, text: str, marks: list[str]) -> None:
    assert [text[start:end] for start, end in matches(text, wanted_words(parse(query).root, "body"))] == marks


def test_an_excerpt_marks_all_that_is_found_in_it() -> None:
    text = "开会。防汛" + "各所巡查堤防与水闸，" * 2 + "防汛" + "检修泵站，" * 6 + "防汛和防汛，" + "其他事项，" * 20
    spans = matches(text, [Word("防汛")])
    for one in (excerpt(text, spans), *excerpts(text, spans, 3)):
        assert [one.text[start:end] for start, end in one.spans] == ["防汛"] * one.text.count("防汛")


@given(
    words=st.lists(st.text("会议a1 ，\n%", min_size=1, max_size=9), min_size=1, max_size=3),
    lines=st.lists(st.text("会议議a1，%①\u200b", max_size=12), max_size=12),
)
def test_words_of_several_runs_are_found_beside_and_across_lines_with_unusual_signs(
    words: list[str], lines: list[str]
) -> None:
    assert marker(tuple(words))("\n".join(lines)) == finder(words)("\n".join(lines))
