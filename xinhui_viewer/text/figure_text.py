"""A key figure as a reader sees it: with its unit, also where that stands in the head of a table."""

from __future__ import annotations

import re

from xinhui_viewer.records import Figure
from xinhui_viewer.text.numerals import number

# A number in digits, as tables have it: 12,345.6, 12 345.6, １２，３４５.６.
NUMBER = re.compile(r"[-+−－﹣＋]?\d(?:[\d,，]|[ \u00a0\u2009](?=\d{3}(?!\d)))*(?:[.．]\d+)?")
_GAPS = re.compile(r"(?<=\d)[ \u00a0\u2009](?=\d{3})")


def plain_number(text: str) -> float | None:
    """Return the value of a number whose thousands may be parted by blanks, None for other text."""
    return number(_GAPS.sub("", text))


def figure_text(figure: Figure) -> str:
    """Return the text of a figure; a table's 742.8 with the unit that its head gives, 742.8亿元."""
    plain = plain_number(figure.text.lstrip("+＋"))
    if plain is None or not NUMBER.fullmatch(figure.text):
        return figure.text
    fold = {10**power: sign for sign, power in (("", 0), ("千", 3), ("万", 4), ("百万", 6), ("亿", 8))}
    share = round(abs(figure.value / plain)) if plain else 1
    return f"{figure.text}{fold.get(share, '')}{'个' if figure.unit == '百分点' else ''}{figure.unit}"
