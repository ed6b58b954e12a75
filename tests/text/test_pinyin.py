from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinhui_viewer.text.pinyin import initials, spelled, syllables, syllables_of


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("新会区", "xin hui qu"),
        ("新會區", "xin hui qu"),
        ("重庆的重点", "chong qing de zhong dian"),
        ("银行", "yin hang"),
        ("2021年，A站", "2 0 2 1 nian a zhan"),
        ("，。", ""),
    ],
)
def test_a_text_is_read_aloud(text: str, read: str) -> None:
    assert " ".join(syllables(text)) == read


def test_the_initials_are_the_first_letters_of_the_syllables() -> None:
    assert initials("新会区2021年") == "xhq2021n"


@pytest.mark.parametrize("letters", ["x", "xh", "xinhui", "xinhuiq", "xhq", "xhuiq", "XinHui", "xin hui"])
def test_letters_spell_the_beginning_of_a_text(letters: str) -> None:
    assert spelled(letters, "新会区政府")


@pytest.mark.parametrize("letters", ["", "h", "hui", "xz", "xihui", "xinhuix", "xinhuiquzhengfuu"])
def test_other_letters_do_not(letters: str) -> None:
    assert not spelled(letters, "新会区政府")


def test_pinyin_without_blanks_is_cut_into_syllables() -> None:
    assert syllables_of("xinhuiq") == ("xin", "hui", "q")
    assert syllables_of("guowuyuan") == ("guo", "wu", "yuan")


@given(text=st.text(max_size=40))
def test_any_text_has_a_sound_or_none(text: str) -> None:
    assert all(syllables(text))
    assert len(initials(text)) == len(syllables(text))
