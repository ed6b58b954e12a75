"""A query cut into tokens: words, phrases, operators, parentheses and the names of fields."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple
from unicodedata import normalize

from xinhui_viewer.records import Field

Kind = Literal["word", "phrase", "or", "not", "open", "close", "field", "script", "near"]
Asked = Field | Literal["date"]


class Token(NamedTuple):
    """A piece of a query, ``text`` without its signs; ``field`` is what a field's name stands for.

    The text of "near" is the distance; the group it is about begins with it.
    """

    kind: Kind
    text: str
    field: Asked = "any"
    unknown: bool = False


_FIELDS: dict[str, Asked] = {
    "标题": "title", "標題": "title", "title": "title",
    "正文": "body", "body": "body",
    "章节": "heading", "章節": "heading", "section": "heading", "heading": "heading",
    "来源": "source", "來源": "source", "source": "source",
    "栏目": "column", "欄目": "column", "column": "column",
    "文号": "number", "文號": "number", "number": "number",
    "数据": "figure", "數據": "figure", "figure": "figure",
    "日期": "date", "date": "date",
}  # fmt: skip
_EXACT_SCRIPT = {"原字", "exact"}
_QUOTES = {'"': '"“”＂', "“": '"“”＂', "”": '"“”＂', "＂": '"“”＂', "「": "」", "『": "』"}
_OPEN, _CLOSE, _OR, _MINUS = "(（", ")）", "|｜", "-－﹣"
_NEAR = re.compile(r"(?:近|near)[:：]?(\d{1,3})?[(（]", re.IGNORECASE)
_NAME = re.compile(r"([^\s:：]{1,10})[:：]")
_OPERATORS: dict[str, Kind] = {"OR": "or", "或": "or", "NOT": "not", "非": "not"}
# Words are joined by AND in any case. 非 and 或 are operators only alone: 非遗 and 或许 are words.
_SUPERFLUOUS = {"AND", "&&"}
MOST_WORDS = 64  # a pasted page is answered by its first words, at once
_MOST_NESTED = 20
_USUAL_DISTANCE = "10"  # characters


def tokens(text: str) -> list[Token]:
    """Return the tokens of a query; every string has some or none, and none is an error."""
    found = list(_tokens(text))
    if len(found) == 1 and found[0].kind in ("or", "not"):
        return [Token("word", text.strip())]  # nothing to govern: the word itself is meant
    return found


def _tokens(text: str) -> Iterator[Token]:
    at, depth = 0, 0
    while at < len(text):
        sign = text[at]
        if sign in _QUOTES:
            stop = next((i for i in range(at + 1, len(text)) if text[i] in _QUOTES[sign]), len(text))
            yield Token("phrase", text[at + 1 : stop])
            at = stop + 1
        elif near := _NEAR.match(text, at):
            depth += 1
            if depth <= _MOST_NESTED:
                yield Token("near", near[1] or _USUAL_DISTANCE)
            at = near.end()
        elif sign in _OPEN or (sign in _CLOSE and depth):
            depth += sign in _OPEN
            if depth <= _MOST_NESTED:  # a deeper one groups nothing
                yield Token("open" if sign in _OPEN else "close", sign)
            depth -= sign in _CLOSE
            at += 1
        elif sign.isspace() or sign in _OR + _MINUS:
            yield from _operator(sign, text[at + 1 : at + 2])
            at += 1
        elif field := _field(text, at):
            yield field
            at += len(field.text)
        else:
            stop = _word_end(text, at, depth)
            yield from _word(text[at:stop])
            at = stop


def _operator(sign: str, following: str) -> list[Token]:
    if sign in _OR:
        return [Token("or", sign)]
    # A minus before a blank, as in "A - B", is a dash.
    return [Token("not", sign)] if sign in _MINUS and following.strip() else []


def _field(text: str, at: int) -> Token | None:
    """Return the name of a field that stands here, its colon included."""
    found = _NAME.match(text, at)
    if found and _plain(found[1]).lower() in _EXACT_SCRIPT:
        return Token("script", found[0])
    field = _FIELDS.get(_plain(found[1]).lower()) if found else None
    return Token("field", found[0], field) if found and field else None


def _word_end(text: str, start: int, depth: int) -> int:
    """Return where a word ends; parentheses within it, as in 村(社区), are part of it."""
    inner = 0
    for i in range(start + 1, len(text)):
        sign = text[i]
        if sign.isspace() or sign in _OR or sign in _QUOTES:
            return i
        if sign in _OPEN:
            inner += 1
        elif sign in _CLOSE:
            if not inner and depth:
                return i
            inner -= inner > 0
    return len(text)


def _word(word: str) -> list[Token]:
    plain = _plain(word)
    if plain in _SUPERFLUOUS:
        return []
    if plain in _OPERATORS:
        return [Token(_OPERATORS[plain], word)]
    # Like an operator, but none that exists: letters before a colon that belongs to neither a time nor an address.
    named = _NAME.match(word)
    unknown = named is not None and named[1].isalpha() and not word.startswith("//", named.end())
    return [Token("word", word, unknown=unknown)]


def _plain(text: str) -> str:
    return normalize("NFKC", text)
