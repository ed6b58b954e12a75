"""Characters that the fonts of a printed file state wrongly, or not at all."""

from __future__ import annotations

import pytest

from tests.importers.printed.test_ofd import CONTENT, code, draft, page, text_object
from tests.importers.word.documents import BODY, ofd
from xinhui_viewer.importers.printed.garbled import doubts


def founder(text: str) -> str:
    """A text as Founder's fonts state its letters."""
    return "".join(
        bytes((0xA0, 0x80 | ord(sign))).decode("gbk") if sign.isascii() and sign.isalpha() else sign for sign in text
    )


def read_lines(*lines: str) -> str:
    return draft(
        ofd(parts={CONTENT: page(*(text_object(code(line), 40 + 20 * at) for at, line in enumerate(lines)))})
    ).body


@pytest.mark.parametrize(
    "lines",
    [
        ("ICS 35.040", "GB/T 33190 Flood control，防汛排查。"),
        ("本标准规定了堤防（dike）和水闸（sluice）的检查方法。",),
        ("DBxx/T 118 Gate operation", "每年检查2次。", "Pump station checks."),
    ],
)
def test_letters_that_founder_fonts_state_as_rare_han_are_letters_again(lines: tuple[str, ...]) -> None:
    assert read_lines(*map(founder, lines)) == read_lines(*lines)


@pytest.mark.parametrize("text", ["農民牽牛出欄，犧牲玉帛，其狀如牛。", "牛犇犇同志负责堤防。", BODY[1]])
def test_rare_han_that_are_words_stay(text: str) -> None:
    assert read_lines(text) == text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("\ue11e\ue236\ue28a\ue0c0 ........................................................ 3", "much of its text"),
        ('!"#$%&*+,-./0 6@#%45@5,45,.!"#$%&*+,-./0检查', "much of its text"),
        ("୶࣑ḷ䇴ᇑ୶࣑ḷ䇴ᇑ˄1˅ḷငઈՊṩᦞᴹ᭸ᣅḷӪ䙊䗷", "much of its text"),
        ("ÁÂÃÄÅÆÇÈÉÊËÌÍÎÍÏÐÑÒÓÔÕÖ×ØÙÚÛÍÜÝÞ×ßàáâãäåÓ×æç，èéêÒÓë。", "much of its text"),
        (BODY[1] + "\ue0ba\ue0bb", "2 of its signs"),
        (BODY[1] + "\ufffd", "1 unreadable characters"),
    ],
)
def test_text_that_cannot_be_read_is_told(text: str, sentence: str) -> None:
    (told,) = doubts(text)
    assert sentence in told


@pytest.mark.parametrize(
    "text",
    [
        BODY[3],
        "\uf0b7 各镇要逐村排查。",
        "目录 .................... 3",
        "Le procès-verbal, coordonné par M. Hélène Lefèvre, a été publié à Orléans.",
        "集合A* = {1; 2}的元素，见表3和表4，均按附录取值。",
    ],
)
def test_text_with_pictures_and_leaders_is_not_doubted(text: str) -> None:
    assert list(doubts(text)) == []
