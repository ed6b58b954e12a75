from __future__ import annotations

import pytest

from xinhui_viewer.text.lookup import fit


@pytest.mark.parametrize(
    "typed", ["打印", "dayin", "dy", "Print", "pri", "印预", "yulan", "yl", "ｐｒｉｎｔ", "print pre", "打印 预览"]
)
def test_a_name_is_found_by_its_characters_its_pinyin_its_initials_and_another_name(typed: str) -> None:
    assert fit(typed, "打印预览", "Print preview") is not None


@pytest.mark.parametrize("typed", ["保存", "bc", "gy", "nyin", "x", "print save", "预览打印机", ""])
def test_what_a_name_does_not_have_finds_nothing(typed: str) -> None:
    assert fit(typed, "打印预览", "Print preview") is None


def test_names_that_begin_with_what_is_typed_come_before_those_that_have_it_inside_or_only_sound_so() -> None:
    fits = [
        fit("会议", "会议纪要"),
        fit("会议", "关于 会议"),
        fit("会议", "办公会议"),
        fit("hy", "会议"),
        fit("hy", "办公会议"),
    ]
    assert fits == sorted(fits, key=lambda one: -1 if one is None else one)
    assert len(set(fits)) == 5
