"""Cut a query into tokens: words, phrases, operators, parentheses and the names of fields."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple
from unicodedata import normalize

from xinhui_viewer.records import Field
from xinhui_viewer.search.fields import named
from xinhui_viewer.search.quoting import CLOSING, begins_text, phrase_at, quotation_end
from xinhui_viewer.text.tokens import GROUPED_DIGITS

Kind = Literal["word", "phrase", "or", "not", "open", "close", "field", "script", "near"]


class Token(NamedTuple):
    """A piece of a query, ``text`` without its signs; ``field`` is the field that a name stands for.

    The text of "near" is the distance; the token also opens its group.
    """

    kind: Kind
    text: str
    field: Field = "any"
    unknown: bool = False


_EXACT_SCRIPT = {"原字", "exact"}
_OPEN, _CLOSE, _OR, _MINUS = "(（", ")）", "|｜", "-－﹣"
# Between words, but not within a number or a title: 一万，2，000 and 《甲、乙条例》.
_SEPARATORS = "，、"
_WITHIN = re.compile(r"《[^》]*|(?<=\d)，(?=\d{3})")
_NEAR = re.compile(r"(?:近|near)[:：]?(\d{1,3})?[(（]", re.IGNORECASE)
_NAME = re.compile(r"([^\s:：]{1,10})[:：]")
_OPERATORS: dict[str, Kind] = {"OR": "or", "或": "or", "NOT": "not", "非": "not"}
_LONGER_THAN_OPERATORS = 4
# Words are joined by AND in any case. 非 and 或 are operators only alone: 非遗 and 或许 are words.
_SUPERFLUOUS = {"AND", "&&"}
MOST_WORDS = 64  # a pasted page is answered by its first words, at once
MOST_SIGNS = 200  # of a word: the longest titles have 150
_LONGEST = 20_000
_MOST_NESTED = 20
_USUAL_DISTANCE = "10"  # characters


def tokens(text: str) -> list[Token]:
    """Return the tokens of a query; every string has some or none, and none is an error."""
    found = [*_Lexer(text[:_LONGEST])]
    if len(found) == 1 and found[0].kind in ("or", "not"):
        return [Token("word", text.strip())]  # nothing to operate on: the word itself is meant
    return found


class _Lexer:
    """Yields the tokens of a text from first to last."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = self._depth = 0
        self._signed = False  # a field, a minus or 原字: stands before what comes next
        self._kept = {at for number in GROUPED_DIGITS.finditer(text) for at in range(*number.span())}
        within = (at for place in _WITHIN.finditer(text) for at in range(*place.span()))
        self._kept.update(at for at in within if text[at] in _SEPARATORS)

    def __iter__(self) -> Iterator[Token]:
        while self._at < len(self._text):
            found = self._next()
            self._signed = bool(found) and found[-1].kind in ("field", "not", "script")
            yield from found

    def _next(self) -> list[Token]:
        """Return the tokens that begin here, and move behind them."""
        text, at = self._text, self._at
        sign = text[at]
        if sign in CLOSING and not begins_text(text, at):
            phrase, self._at = phrase_at(text, at)
            return [Token("phrase", phrase[:MOST_SIGNS])]
        if near := _NEAR.match(text, at):
            self._at = near.end()
            return self._opened(Token("near", near[1] or _USUAL_DISTANCE))
        if sign in _OPEN:
            self._at += 1
            return self._opened(Token("open", sign))
        if sign in _CLOSE and self._depth:
            self._at += 1
            return self._closed(Token("close", sign))
        if sign.isspace() or sign in _OR + _MINUS + _SEPARATORS:
            self._at += 1
            return _operator(sign, text[at + 1 : at + 2])
        if field := _field(text, at):
            self._at += len(field.text)
            return [field]
        self._at = _word_end(text, at, self._depth, "" if self._signed else _SEPARATORS, self._kept)
        return _word(text[at : min(self._at, at + MOST_SIGNS)])

    def _opened(self, token: Token) -> list[Token]:
        """Return the token that opens a group; beyond the greatest depth it is ignored."""
        self._depth += 1
        return [token] if self._depth <= _MOST_NESTED else []

    def _closed(self, token: Token) -> list[Token]:
        self._depth -= 1
        return [token] if self._depth < _MOST_NESTED else []


def _operator(sign: str, following: str) -> list[Token]:
    if sign in _OR:
        return [Token("or", sign)]
    # A minus before a blank, as in "A - B", is a dash.
    return [Token("not", sign)] if sign in _MINUS and following.strip() else []


def _field(text: str, at: int) -> Token | None:
    """Return the name of a field that stands here, its colon included."""
    found = _NAME.match(text, at)
    name = _plain(found[1]).lower() if found else ""
    if found and name in _EXACT_SCRIPT:
        return Token("script", found[0])
    field = named(name) if found else None
    return Token("field", found[0], field) if found and field else None


def _word_end(text: str, start: int, depth: int, separators: str, kept: Collection[int]) -> int:
    """Return where a word ends.

    Parentheses within it, as in 村(社区), quotes, as in 印发“十四五”规划, and signs that are ``kept`` are part of it.
    """
    inner, at = 0, quotation_end(text, start)
    while at < len(text):
        sign = text[at]
        if at in kept:
            at += 1
        elif sign in CLOSING:
            if at - start < _LONGER_THAN_OPERATORS and _plain(text[start:at]) in _OPERATORS:
                return at  # “扫黑”或“除恶”
            at = quotation_end(text, at)
        elif _ends(sign, inner, depth, separators):
            return at
        else:
            inner = max(0, inner + (sign in _OPEN) - (sign in _CLOSE))
            at += 1
    return at


def _ends(sign: str, inner: int, depth: int, separators: str) -> bool:
    """Return whether a sign ends a word with ``inner`` open parentheses of its own, in a group of some ``depth``."""
    if sign.isspace() or sign in _OR:
        return True
    return not inner and (sign in separators or (sign in _CLOSE and depth > 0))


def _word(word: str) -> list[Token]:
    plain = _plain(word)
    if plain in _SUPERFLUOUS:
        return []
    if plain in _OPERATORS:
        return [Token(_OPERATORS[plain], word)]
    # An unknown operator: letters before a colon that belongs to neither a time nor an address.
    of_none = _NAME.match(word)
    unknown = of_none is not None and of_none[1].isalpha() and not word.startswith("//", of_none.end())
    return [Token("word", word, unknown=unknown)]


def _plain(text: str) -> str:
    return normalize("NFKC", text)
