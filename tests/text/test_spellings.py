from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinhui_viewer.text.spellings import spellings


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("2021年", ("二〇二一年", "二○二一年", "二零二一年")),
        ("二○二一年", ("2021年", "二〇二一年", "二零二一年")),
        (
            "2020年10月31日公告",
            ("二〇二〇年十月三十一日公告", "二○二○年十月三十一日公告", "二零二零年十月三十一日公告"),
        ),
        ("一九九九年十二月二十日", ("1999年12月20日",)),
        ("12021年", ()),
        ("新发〔二○○八〕五号", ("新发〔二〇〇八〕五号",)),
        ("二〇〇八", ("二○○八",)),
        ("○", ()),
        ("0750-6123456", ("07506123456", "6123456")),
        ("07506123456", ("0750-6123456", "6123456")),
        ("0086 010-88001234", ("010-88001234", "01088001234", "88001234")),
        ("13800138000", ("138-0013-8000", "1380-013-8000")),
        ("400-123-4567", ("4001234567", "400-1234567")),
        ("2021-03-04", ()),
        ("6123456", ()),
        ("co-operation", ("cooperation",)),
        ("cooperation", ("co-operation", "cooperations")),
        ("Cities", ("city",)),
        ("city", ("cities",)),
        ("boxes", ("box", "boxe")),
        ("AIDS", ()),
        ("gas", ()),
        ("status", ("statuses",)),
        ("扫黑除恶", ()),
        ("citi*", ()),
    ],
)
def test_other_ways_to_write_a_word(word: str, others: tuple[str, ...]) -> None:
    assert spellings(word) == others


@given(st.text(st.sampled_from("二〇○零0一十年月日1239-() co-operations+8")))
def test_no_word_is_another_way_to_write_itself(word: str) -> None:
    found = spellings(word)
    assert word not in found
    assert len(set(found)) == len(found)


@given(st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 31))
def test_a_date_in_han_is_the_same_date_in_digits(year: int, month: int, day: int) -> None:
    date = f"{year}年{month}月{day}日"
    assert all(form == date or date in spellings(form) for form in spellings(date))
