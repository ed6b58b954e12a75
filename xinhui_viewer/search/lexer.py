"""A query cut into tokens: words, phrases, operators, parentheses and the names of fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple
from unicodedata import normalize

from xinhui_viewer.records import Field

Kind = Literal["word", "phrase", "or", "not", "open", "close", "field"]
Asked = Field | Literal["date"]


class Token(NamedTuple):
    """A piece of a query, ``text`` without its signs; ``field`` is what a field's name stands for."""

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
    "日期": "date", "date": "date",
}  # fmt: skip
_QUOTES = {'"': '"“”＂', "“": '"“”＂', "”": '"“”＂', "＂": '"“”＂', "「": "」", "『": "』"}
_OPEN, _CLOSE, _OR, _MINUS, _COLON = "(（", ")）", "|｜", "-－﹣", ":："
_OPERATORS: dict[str, Kind] = {"OR": "or", "或": "or", "NOT": "not", "非": "not"}
# Words are joined by AND in any case. 非 and 或 are operators only alone: 非遗 and 或许 are words.
_SUPERFLUOUS = {"AND", "&&"}
_MOST_NESTED = 20


def tokens(text: str) -> list[Token]:
    """Return the tokens of a query; every string has some or none, and none is an error."""
    found = list(_tokens(text))
    if len(found) == 1 and found[0].kind in ("or", "not"):
        return [Token("word", text.strip())]  # nothing to govern: the word itself is meant
    return found


def _tokens(text: str) -> Iterator[Token]:
    at, depth, end = 0, 0, len(text)
    while at < end:
        sign = text[at]
        if sign.isspace() or sign == "\0":
            at += 1
        elif sign in _OPEN:
            if depth < _MOST_NESTED:  # a deeper one groups nothing
                yield Token("open", sign)
            at, depth = at + 1, depth + 1
        elif sign in _CLOSE and depth:
            at, depth = at + 1, depth - 1
            if depth < _MOST_NESTED:
                yield Token("close", sign)
        elif sign in _OR:
            yield Token("or", sign)
            at += 1
        elif sign in _MINUS:
            if text[at + 1 : at + 2].strip():  # alone, as in "A - B", it is a dash
                yield Token("not", sign)
            at += 1
        elif sign in _QUOTES:
            stop = next((i for i in range(at + 1, end) if text[i] in _QUOTES[sign]), end)
            yield Token("phrase", text[at + 1 : stop])
            at = stop + 1
        else:
            stop = _word_end(text, at, depth)
            token, used = _named(text[at:stop])
            yield from token
            at += used


def _word_end(text: str, start: int, depth: int) -> int:
    """Return where a word ends; parentheses within it, as in 村(社区), are part of it."""
    inner = 0
    for i in range(start, len(text)):
        sign = text[i]
        if sign.isspace() or sign in _OR or (sign in _QUOTES and i > start):
            return i
        if sign in _OPEN and i > start and text[i - 1] not in _COLON:
            inner += 1
        elif sign in _CLOSE and i > start:
            if not inner and depth:
                return i
            inner = max(0, inner - 1)
        elif sign in _OPEN:
            return i
    return len(text)


def _named(word: str) -> tuple[list[Token], int]:
    """Return what a word without blanks says and how many of its characters that took."""
    colon = next((i for i, sign in enumerate(word) if sign in _COLON), -1)
    name = normalize("NFKC", word[:colon]).lower() if colon > 0 else ""
    if name in _FIELDS:
        return [Token("field", word[: colon + 1], _FIELDS[name])], colon + 1
    plain = normalize("NFKC", word)
    if plain in _SUPERFLUOUS:
        return [], len(word)
    if plain in _OPERATORS:
        return [Token(_OPERATORS[plain], word)], len(word)
    # Like an operator, but none that exists: text before a colon that is neither a time nor an address.
    unknown = 0 < len(name) <= 10 and name.isalpha() and not word[colon + 1 :].startswith("//")
    return [Token("word", word, unknown=unknown)], len(word)
