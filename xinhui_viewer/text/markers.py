"""The numbers before headings of official texts, and the levels that they stand for.

The order of levels is that of GB/T 9704-2012 (一、 （一） 1. （1）), of laws 编, 分编, 章, 节, of standards
(GB/T 1.1) 5, 5.1, 5.1.1.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from xinhui_viewer.text.numerals import ordinal

Kind = Literal[
    "part", "subpart", "chapter", "division", "alone", "first", "second", "third", "decimal", "fourth", "point"
]
RANKS: dict[Kind, int] = {
    "part": 0,
    "subpart": 1,
    "chapter": 2,
    "division": 3,
    "alone": 4,
    "first": 5,
    "second": 6,
    "third": 7,
    "decimal": 8,
    "fourth": 9,
    "point": 10,
}
CHAPTERS: tuple[Kind, ...] = ("part", "subpart", "chapter", "division")
_HAN = "一二三四五六七八九十百零〇"
_MARKERS: dict[Kind, re.Pattern[str]] = {
    "part": re.compile(rf"第\s*([{_HAN}\d]{{1,4}})\s*(?:编|部\s*分)(?![的规])"),
    "subpart": re.compile(rf"第([{_HAN}\d]{{1,4}})分编(?![的规])"),
    "chapter": re.compile(rf"第\s*([{_HAN}\d]{{1,4}})\s*章(?!的|规定|程)"),
    "division": re.compile(rf"第\s*([{_HAN}\d]{{1,4}})\s*节(?!的|规定|课|日)"),
    "first": re.compile(rf"([{_HAN}]{{1,3}})\s*(?:、|[．.](?!\d))"),
    "second": re.compile(rf"[（(]\s*([{_HAN}]{{1,3}})\s*[）)]\s*[、.．]?"),
    "decimal": re.compile(r"(\d{1,2}(?:\.\d{1,2}){1,4})(?![\d.%％～~—-])\s*(?=[^\W\d_a-z]|《|“)"),
    "third": re.compile(r"(\d{1,2})\s*(?:[、．]|\.(?!\d))"),
    "fourth": re.compile(r"[（(]\s*(\d{1,2})\s*[）)]"),
    "point": re.compile(rf"([{_HAN}]{{1,2}})是(?![一-九]?[否由以]|非)"),
}
_ARABIC: tuple[Kind, ...] = ("decimal", "third")
_BEGUN_BY: dict[str, tuple[Kind, ...]] = {
    "第": CHAPTERS,
    **dict.fromkeys("（(", ("second", "fourth")),
    **dict.fromkeys(_HAN, ("first", "point")),
}
_CLAUSE = re.compile(r"(\d{1,2})[ \u3000]+(?=[\u4e00-\u9fff])")
ARTICLE = re.compile(rf"第\s*[{_HAN}千\d]{{1,7}}\s*条")


@dataclass(frozen=True, slots=True)
class Marker:
    """A number at the beginning of a line: its kind, its value, and its length.

    ``depth`` is the number of parts of a decimal one: 2 in 5.1, whose value is 1 and whose ``above`` is 5.
    """

    kind: Kind
    number: int
    length: int
    depth: int = 0
    above: str = ""


def marker(line: str) -> Marker | None:
    """Return the marker that a line begins with, or None."""
    sign = line[:1]
    for kind in _BEGUN_BY.get(sign) or (_ARABIC if sign.isdecimal() else ()):
        match = _MARKERS[kind].match(line)
        if match and kind == "decimal":
            above, _dot, last = match[1].rpartition(".")
            return Marker(kind, int(last), match.end(), match[1].count(".") + 1, above)
        if match:
            number = ordinal(match[1])
            return Marker(kind, number, match.end()) if number else None
    return None


def clause(line: str) -> Marker | None:
    """Return the number of a standard's clause, 5 in "5 Methods", without a sign behind it; only standards use it."""
    match = _CLAUSE.match(line)
    return Marker("third", int(match[1]), match.end()) if match else None
