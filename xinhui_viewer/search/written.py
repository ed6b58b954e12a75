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
    """Return a period in the fewest words: 2020, 2020-03, 2020..2021, 2020-03..2021-01, or its days."""
    first, last = since.isoformat() if since else "", until.isoformat() if until else ""
    for end, shown in (("-01-01", 4), ("-01", 7)):
        last_of = until is None or (until + timedelta(1)).isoformat().endswith(end)
        if last_of and (not first or first.endswith(end)):
            first, last = first[:shown], last[:shown]
            break
    return first if first == last else f"{first}..{last}"
