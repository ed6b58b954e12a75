"""The tokens of folded texts: runs of Han, numbers, other words, and the per cent sign.

A single blank between two Han characters divides nothing (扫 黑除恶 is 扫黑除恶), nor does the end of a line of eight
characters or more: a printer or a mail program broke it there. Digits in groups of three with blanks are one number
where decimals, % or a letter that is not Latin follow (12 345.6, 12 345人); elsewhere they may be the cells of a row.

Expressions with ``forms`` fit texts that are not folded, too: it gives the expression for the forms of a character.
"""

from __future__ import annotations

import re
from collections.abc import Callable

HAN = (
    "\u3005\u3007\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
DOT, COMMA = "[.．]", "[,，]"
IDEOGRAPHS, COMMON = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+"), re.compile("[\u4e00-\u9fff]+")  # runs of Han alone
BLANKS = "[ \xa0\u2000-\u200a\u202f\u205f\u3000]"  # those that are folded to a blank
LONG_LINE = 8  # characters
GROUPED_END = rf"(?:{DOT}\d|[%％]|[^\W\d_\x00-\u02ff\uff21-\uff5a])"
_NUMBER = (
    rf"(?<![\d.,])\d{{1,3}}(?: \d{{3}})+(?={GROUPED_END})(?:\.\d+)?"
    r"|\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)*"
)

Forms = Callable[[str], str]


def joint(forms: Forms = re.escape) -> str:
    """Return the expression for what may stand between two characters of a run: a blank, or the end of a line."""
    return rf"(?:{forms(' ')}|(?<=.{{{LONG_LINE}}})\n)"


# Digits in groups, as they are typed.
GROUPED_DIGITS = re.compile(rf"(?<![\d.,．，])\d{{1,3}}(?:{BLANKS}\d{{3}})+(?={GROUPED_END})")
TOKEN = re.compile(rf"(?P<han>[{HAN}]+(?:{joint()}[{HAN}]+)*)|(?P<number>{_NUMBER})|(?P<word>[^\W\d_{HAN}]+)|%")
JOINT = re.compile(rf"(?<=[{HAN}]){joint()}(?=[{HAN}])")
_GROUPED = re.compile(r"\d \d")
_JOINS = re.compile("[ \n]")


def cut(plain: str) -> list[tuple[str, str, str]]:
    """Return the runs of a folded text: of Han, numbers, and others (all empty: %); what joins a run is left out."""
    found: list[tuple[str, str, str]] = TOKEN.findall(plain)
    if not JOINT.search(plain) and not _GROUPED.search(plain):
        return found
    return [(_JOINS.sub("", han), _JOINS.sub("", number), word) for han, number, word in found]
