"""The oracle's own reading of texts: folded signs with their places, cut into runs of Han, numbers, words and signs.

It shares no code with the program: it walks over a text sign by sign and knows only the characters of tests/oracle.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Literal

Kind = Literal["han", "number", "word", "percent"]
# The traditional characters and variants that the texts of tests/oracle have.
TRADITIONAL = dict(zip("會議經濟發國務區農業學校電費災險處報", "会议经济发国务区农业学校电费灾险处报", strict=True))
_LONG_LINE = 8
_Sign = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Token:
    """A run of a text: its folded ``text`` without what joins it, and the place in the text of each sign of that.

    ``place`` is its number as the index counts: a character of Han, a number and a word are one each, and one more
    stands before Han behind a number or a word.
    """

    kind: Kind
    text: str
    spans: tuple[tuple[int, int], ...]
    place: int

    @property
    def start(self) -> int:
        """The place where it begins."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """The place where it ends."""
        return self.spans[-1][1]


def folded(text: str) -> str:
    """Return a text folded."""
    return "".join(sign for sign, _, _ in _signs(text))


def tokens(text: str) -> list[Token]:
    """Return the runs of a text in order."""
    signs, at, place = _signs(text), 0, 0
    found: list[Token] = []
    while at < len(signs):
        kind, end = _run(signs, at)
        if kind is None:
            at = end
            continue
        joins = " \n" if kind == "han" else " ," if kind == "number" else ""
        kept = [one for one in signs[at:end] if one[0] not in joins]
        if kind == "han" and found and found[-1].kind != "han":
            place += 1
        spans = [(first, last) for _, first, last in kept]
        found.append(Token(kind, "".join(sign for sign, _, _ in kept), tuple(spans), place))
        place += len(kept) if kind == "han" else 1
        at = end
    return found


def _signs(text: str) -> list[_Sign]:
    """Return the folded signs of a text, each with the place of what it was folded from."""
    found: list[_Sign] = []
    for at, sign in enumerate(text):
        if sign == "\u200b":
            continue
        plain = unicodedata.normalize("NFKC", sign).lower() if sign not in "\u3000\xa0" else " "
        found += ((TRADITIONAL.get(one, one), at, at + 1) for one in plain)
    return found


def _run(signs: list[_Sign], at: int) -> tuple[Kind | None, int]:
    """Return the kind of the run that begins at a sign, and its end; None for a sign that belongs to none."""
    sign = signs[at][0]
    if is_han(sign):
        return "han", _end_of_han(signs, at)
    if sign.isdigit():
        return "number", _end_of_number(signs, at)
    if sign == "%":
        return "percent", at + 1
    if sign.isalpha():
        end = at
        while end < len(signs) and signs[end][0].isalpha() and not is_han(signs[end][0]):
            end += 1
        return "word", end
    return None, at + 1


def is_han(sign: str) -> bool:
    """Return whether a sign is a character of Han."""
    return "\u3400" <= sign <= "\u9fff" or sign == "〇"


def _end_of_han(signs: list[_Sign], at: int) -> int:
    while at < len(signs):
        if is_han(signs[at][0]) or _joins(signs, at):
            at += 1
        else:
            break
    return at


def _joins(signs: list[_Sign], at: int) -> bool:
    """Return whether a single blank or the end of a long line stands between two characters of Han."""
    if at + 1 >= len(signs) or not is_han(signs[at + 1][0]) or not is_han(signs[at - 1][0]):
        return False
    before = [sign for sign, _, _ in signs[max(0, at - _LONG_LINE) : at]]
    return signs[at][0] == " " or (signs[at][0] == "\n" and len(before) == _LONG_LINE and "\n" not in before)


def _end_of_number(signs: list[_Sign], at: int) -> int:
    text = "".join(sign for sign, _, _ in signs[at : at + 40])
    before = signs[at - 1][0] if at else ""
    return at + (_blank_groups(text, before) or _comma_groups(text) or _decimals(text, _digits(text)))


def _digits(text: str, at: int = 0) -> int:
    while at < len(text) and text[at].isdigit():
        at += 1
    return at


def _decimals(text: str, at: int) -> int:
    """Return the end of a number behind its whole part: any number of points with digits, as in 1.2.3."""
    while text[at : at + 1] == "." and _digits(text, at + 1) > at + 1:
        at = _digits(text, at + 1)
    return at


def _groups(text: str, between: str) -> int:
    """Return the end of digits in groups of three; 0 where there are none."""
    at = _digits(text)
    if at > 3:
        return 0
    first = at
    while text[at : at + 1] == between and _digits(text, at + 1) >= at + 4:
        if text[at + 4 : at + 5].isdigit():
            break
        at += 4
    return at if at > first else 0


def _comma_groups(text: str) -> int:
    end = _groups(text, ",")
    if not end:
        return 0
    return _digits(text, end + 1) if text[end : end + 1] == "." and _digits(text, end + 1) > end + 1 else end


def _blank_groups(text: str, before: str) -> int:
    """Return the end of digits in groups with blanks, which are one number only before decimals, % or Han."""
    if before in tuple(".,"):
        return 0
    end = _groups(text, " ")
    if not end:
        return 0
    if text[end : end + 1] == "." and _digits(text, end + 1) > end + 1:
        return _digits(text, end + 1)
    return end if text[end : end + 1] == "%" or (end < len(text) and is_han(text[end])) else 0
