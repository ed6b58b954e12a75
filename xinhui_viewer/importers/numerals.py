"""Numbers in the forms of lists: 1, 一, ①, a, IV; and those in attributes of elements."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

_WHOLE = re.compile(r"[-+]?\d{1,12}", re.ASCII)
_DIGITS = "〇一二三四五六七八九"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN = 3999
_MOST_HAN = 9999
_LETTERS = 26
_MOST_LETTERS = 10  # aa, bb: the same one repeated
# The characters of a row, for the numbers from 1 on.
_ROWS = {
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
}


def whole(text: str | None, otherwise: int = 0) -> int:
    """Return the whole number, of at most twelve digits, that an attribute holds; else ``otherwise``."""
    return int(text) if text and _WHOLE.fullmatch(text.strip()) else otherwise


def numeral(number: int, form: str) -> str:
    """Return a number in one of the forms of WordprocessingML (ISO/IEC 29500-1, 17.18.59).

    In other forms, and beyond the range of a form, it is written in digits.
    """
    return _FORMS.get(form, str)(number)


def han(number: int) -> str:
    """Return 一, 十, 十二, 一百零五."""
    if not 0 < number <= _MOST_HAN:
        return str(number)
    text, gap = "", False
    for unit, sign in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            text += ("零" if gap and text else "") + _DIGITS[digit] + sign
        gap = not digit
    return text.removeprefix("一") if 10 <= number < 20 else text


def roman(number: int) -> str:
    """Return iv, xii."""
    if not 0 < number <= _MOST_ROMAN:
        return str(number)
    text = ""
    for amount, sign in _ROMAN:
        text += sign * (number // amount)
        number %= amount
    return text


def _letter(number: int) -> str:
    if number < 1:
        return str(number)
    repeated, letter = divmod(number - 1, _LETTERS)
    return chr(ord("a") + letter) * min(repeated + 1, _MOST_LETTERS)


def _digits(zero_to_nine: str, number: int) -> str:
    return "".join(zero_to_nine[int(digit)] for digit in str(number))


def _from_row(row: str, number: int) -> str:
    return row[number - 1] if 0 < number <= len(row) else str(number)


_FORMS: dict[str, Callable[[int], str]] = {
    "none": lambda _number: "",
    "chineseCounting": han,
    "chineseCountingThousand": han,
    "japaneseCounting": han,
    "taiwaneseCounting": han,
    "taiwaneseCountingThousand": han,
    "ideographDigital": partial(_digits, _DIGITS),
    "taiwaneseDigital": partial(_digits, _DIGITS),
    "japaneseDigitalTenThousand": partial(_digits, _DIGITS),
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "decimalZero": "{:02}".format,
    "decimalFullWidth": partial(_digits, "０１２３４５６７８９"),
    **{form: partial(_from_row, row) for form, row in _ROWS.items()},
}
