"""One folding for index, query and highlight, with the way back to the original."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from xinhui_viewer.text.fold import clean, fold, folded

_SIGNS = st.text(st.sampled_from("會议Ａａ％①ﬁé e\u0301\u200b\u202e\ufe0f㎡½…，。\n㈠ｶﾞ𠀀"), max_size=40)


def test_traditional_full_width_and_upper_case_fold_to_one_form() -> None:
    assert fold("廣東省政務公開會議") == "广东省政务公开会议"
    assert fold("ＧＤＰ增长５．２％") == "gdp增长5.2%"


def test_characters_that_cannot_be_seen_are_folded_away() -> None:
    assert fold("政\u200b务\u202e公\ufeff开") == "政务公开"


def test_a_span_of_the_folded_text_leads_back_to_what_was_written() -> None:
    text = "面積１２㎡的會\u200b議室"
    found = folded(text)
    start = found.text.index("会议")
    first, last = found.span(start, start + 2)
    assert text[first:last] == "會\u200b議"


@given(_SIGNS | st.text(max_size=40))
def test_folding_is_stable_and_the_same_with_and_without_offsets(text: str) -> None:
    once = fold(text)
    assert fold(once) == once == folded(text).text


@given(_SIGNS)
def test_every_folded_character_stands_somewhere_in_the_original(text: str) -> None:
    found = folded(text)
    spans = [found.span(at, at + 1) for at in range(len(found.text))]
    assert all(0 <= first < last <= len(text) for first, last in spans)
    assert spans == sorted(spans)


def test_characters_that_no_archive_can_hold_are_removed_and_lines_stay() -> None:
    assert clean("一\x00二\ud800三\r\n四\r五\t六\x1b") == "一二三\n四\n五\t六"
