"""The values of numerals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinhui_viewer.text.numerals import number, ordinal


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4.66亿", 466_000_000), ("1,024", 1024), ("3亿5000万", 350_000_000), ("1.2万亿", 1.2e12), ("三千二百", 3200),
        ("二〇二一", 2021), ("一点五", 1.5), ("三点二万", 32_000), ("十二", 12), ("廿一", 21), ("二百五", 250),
        ("二百零五", 205), ("三万五", 35_000), ("一百二十万三千", 1_203_000), ("两千万", 20_000_000),
        ("壹拾", 10), ("-3", -3), ("零五", 5), ("万", 10_000), ("三亿二千万", 320_000_000), ("两万亿", 2e12),
        ("一千零五十", 1050), ("一千五", 1500), ("廿万", 200_000),
    ],
)  # fmt: skip
def test_a_numeral_has_its_exact_value(text: str, value: float) -> None:
    assert number(text) == value


@pytest.mark.parametrize("text", ["", "七八", "三八", "abc", "12a", "一二三十", "五零十", "点五"])
def test_text_that_is_no_numeral_has_no_value(text: str) -> None:
    assert number(text) is None


def test_an_ordinal_is_a_small_whole_number() -> None:
    assert (ordinal("十二"), ordinal("12"), ordinal("1.5"), ordinal("4亿"), ordinal("9" * 500)) == (
        12,
        12,
        None,
        None,
        None,
    )


@given(st.text(st.sampled_from("零〇一二两九十百千万亿廿点0123.,+-"), max_size=12) | st.text(max_size=8))
def test_any_text_is_answered(text: str) -> None:
    assert isinstance(number(text), float | None)
