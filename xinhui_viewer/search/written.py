"""A query's tree written down as one would type it, so that offers can be links."""

from __future__ import annotations

import re
from datetime import date, timedelta

from xinhui_viewer.records import All, Dates, Either, Field, Near, Node, Not, Word
from xinhui_viewer.search.lexer import tokens

_NAMES: dict[Field, str] = {
    "any": "",
    "title": "标题:",
    "body": "正文:",
    "heading": "章节:",
    "source": "来源:",
    "column": "栏目:",
    "number": "文号:",
    "figure": "数据:",
}
_GROUP = re.compile("[()（）]")
_QUOTE = re.compile('["“”＂]')


def written(node: Node) -> str:
    """Return a text that is understood as this tree."""
    match node:
        case All(parts):
            return " ".join(_part(part) for part in parts)
        case Either(parts):
            return " 或 ".join(_part(part) for part in parts)
    return _part(node)


def _part(node: Node) -> str:
    match node:
        case Word(text, field, quoted, exact):
            return (
                _NAMES[field] + ("原字:" if exact else "") + (_quoted(text) if quoted or not _is_plain(text) else text)
            )
        case Dates(None, None):
            return "-日期:无"
        case Dates(since, until):
            return f"日期:{_days(since, until)}"
        case Near(words, distance):
            return f"近:{distance}({' '.join(map(_part, words))})"
        case Not(Dates(None, None)):
            return "日期:无"
        case Not(Not(part)):
            return _part(part)
        case Not(part):
            return f"-{_part(part)}"
        case All(parts) | Either(parts) if len(parts) == 1:
            return _part(parts[0])
    return f"({written(node)})"


def _is_plain(text: str) -> bool:
    if _GROUP.search(text):
        return False  # alone it would be a word; in a group it would end that
    found = tokens(f"{text} a")  # 或 and 非 are words only alone
    return len(found) == 2 and found[0].kind == "word" and found[0].text == text and not found[0].unknown


def _quoted(text: str) -> str:
    return f'"{_QUOTE.sub(" ", text).rstrip("*＊ ")}"'


def _days(since: date | None, until: date | None) -> str:
    if since and until and since.day == 1 and (until + timedelta(1)).day == 1 and since.year == until.year:
        if (since.month, until.month) == (1, 12):
            return str(since.year)
        if since.month == until.month:
            return since.isoformat()[:7]
    if since == until and since:
        return since.isoformat()
    return f"{since or ''}..{until or ''}"
