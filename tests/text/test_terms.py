"""The index, the questions to it and the highlighting must agree on every word."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from xinhui_viewer.text.finding import finder
from xinhui_viewer.text.terms import Phrase, characters, phrase, phrases, terms

_TEXT = "全区查封涉案资产4.66亿元，办结率达99.4%；建成5G基站1,024座（法治、平安）。"
_SIGNS = st.text(st.sampled_from("法治會会社、，。 .,%4602①ＡabcÉ_-〇々ガж½\u200b\n㈠³ﬁ𠀀"), min_size=1, max_size=14)

_NUMBERS = st.text(st.sampled_from("1234567    .,,人%x"), min_size=1, max_size=30)


def _found(text: str, word: str) -> bool:
    """Return whether an index of this text answers the word, as FTS5 matches a phrase."""
    return any(_holds(text, asked) for asked in phrases(word))


def _holds(text: str, asked: Phrase) -> bool:
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


@given(_NUMBERS, _NUMBERS, st.integers(0, 30), st.integers(1, 12))
@example("1 234 5678 901人", "234", 0, 1)
@example("1 12 345人，5,123 456 789人", "456789", 0, 1)
def test_numbers_in_groups_are_highlighted_exactly_where_they_are_found(
    text: str, other: str, at: int, size: int
) -> None:
    for word in (other, text[at : at + size]):
        assert _found(text, word.rstrip("*")) == bool(finder([word.rstrip("*")])(text))


def test_a_blank_or_the_end_of_a_long_line_between_han_divides_no_word() -> None:
    text = "开展扫 黑除恶斗争，维护市场秩\n序。\n一、总要求\n工作"
    for word, written in (("扫黑除恶", "扫 黑除恶"), ("扫 黑", "扫 黑"), ("秩序", "秩\n序"), ("总要求", "总要求")):
        assert _found(text, word)
        assert [text[first:last] for first, last in finder([word])(text)] == [written]
    assert not _found(text, "求工作")
    assert not _found("扫  黑", "扫黑")


def test_a_blank_in_a_phrase_stands_for_signs_too() -> None:
    assert [len(finder(["法治 平安"])(text)) for text in ("法治平安", "法治 平安", "法治、平安", "法治和平安")] == [
        1,
        1,
        1,
        0,
    ]


def test_digits_in_groups_are_one_number_where_decimals_or_words_follow() -> None:
    assert terms("12 345.6万元") == "12345.6 ·万 万元 元"
    assert _found("共12 345人", "12345")
    assert _found("共12,345人", "12345人")
    assert not _found("共12 345人", "345")
    assert _found("12 345 678", "345")
    assert [*finder(["12345"])("12 345人、12345人、12,345、12 345")] == [(0, 6), (8, 13), (15, 21)]
