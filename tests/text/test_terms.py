"""The index, the questions to it and the highlighting must agree on every word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinhui_viewer.text.terms import characters, finder, phrase, terms

_TEXT = "全区查封涉案资产4.66亿元，办结率达99.4%；建成5G基站1,024座（法治、平安）。"
_SIGNS = st.text(st.sampled_from("法治會会社、，。 .,%4602①ＡabcÉ_-〇々ガж½\u200b\n㈠³ﬁ𠀀"), min_size=1, max_size=14)


def _found(text: str, word: str) -> bool:
    """Return whether an index of this text answers the word, as FTS5 matches a phrase."""
    asked = phrase(word)
    if not asked.tokens:
        return False
    if asked.single:
        return asked.tokens[0] in characters(text).split()
    held, size = terms(text).split(), len(asked.tokens)
    for at in range(len(held) - size + 1):
        last = held[at + size - 1]
        ends = last.startswith(asked.tokens[-1]) if asked.prefix else last == asked.tokens[-1]
        if ends and held[at : at + size - 1] == list(asked.tokens[:-1]):
            return True
    return False


def test_a_run_of_han_gives_its_pairs_and_its_last_character() -> None:
    assert terms("法治新会。") == "法治 治新 新会 会"


def test_numbers_and_latin_words_stay_whole_and_percent_is_a_term() -> None:
    assert terms("达99.4%，共1,024座 GDP") == "达 99.4 % ·共 共 1024 ·座 座 gdp"


def test_a_character_behind_a_number_is_asked_for_as_it_stands_not_as_a_beginning() -> None:
    assert phrase("2020年") == (("2020", "·年"), False, False)
    assert phrase("2020年全区") == (("2020", "·年", "年全", "全区"), False, False)
    assert all(_found("本届第3届会议，2020年。", word) for word in ("2020年", "第3届", "3届会议", "届第3届会"))


def test_every_piece_of_a_run_of_han_is_found() -> None:
    run = "建立健全村级权力监督机制"
    pieces = {run[first:last] for first in range(len(run)) for last in range(first + 1, len(run) + 1)}
    assert all(_found(f"依法{run}，落实", piece) for piece in pieces)


@pytest.mark.parametrize("word", ["元办", "亿元办", "治平", "4", "4.6", "66", "024", "24", "基站座"])
def test_nothing_is_found_across_punctuation_or_inside_a_number(word: str) -> None:
    assert not _found(_TEXT, word)
    assert finder([word])(_TEXT) == ()


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("4.66", "4.66"),
        ("1024座", "1,024座"),
        ("办结率達９９.4％", "办结率达99.4%"),
        ("5g基站", "5G基站"),
        ("法治 平安", "法治、平安"),
    ],
)
def test_words_that_the_index_finds_are_highlighted_as_they_are_written(word: str, written: str) -> None:
    assert _found(_TEXT, word)
    assert [_TEXT[first:last] for first, last in finder([word])(_TEXT)] == [written]


def test_words_of_other_scripts_are_found() -> None:
    text = "こんにちは、Москва и Ελλάδα 서울"
    assert all(_found(text, word) for word in ("にちは", "москва", "ΕΛΛΆΔΑ", "서울"))


def test_the_longer_of_two_overlapping_words_is_highlighted() -> None:
    assert finder(["法治", "法治建设"])("推进法治建设") == ((2, 6),)


def test_without_words_nothing_is_highlighted() -> None:
    assert finder([])("法治") == finder(["，。"])("法治") == ()


@given(_SIGNS, _SIGNS, st.integers(0, 13), st.integers(1, 5))
def test_a_word_is_highlighted_exactly_where_the_index_would_find_it(text: str, other: str, at: int, size: int) -> None:
    for word in (other, text[at : at + size]):
        assert _found(text, word) == bool(finder([word])(text))
