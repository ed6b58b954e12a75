"""Write a query's tree as the user would type it, for the search field."""

from __future__ import annotations

from datetime import date, timedelta

from xinhui_viewer.records import All, Dates, Either, Near, Node, Not, Word
from xinhui_viewer.search.fields import FIELDS
from xinhui_viewer.search.lexer import Token, tokens
from xinhui_viewer.search.quoting import quoted, within_quotes


def written(node: Node) -> str:
    """Return a text that parses to this tree."""
    match node:
        case All(parts):
            return " ".join(_part(part) for part in parts)
        case Either(()):
            return "。"
        case Either(parts):
            return " 或 ".join(_part(part) for part in parts)
    return _part(node)


def _part(node: Node) -> str:
    match node:
        case Word():
            return _word(node)
        case Dates(since, until):
            return _dates(since, until)
        case Near(words, distance):
            return f"近:{distance}({' '.join(map(_part, words))})"
        case Not(part):
            return _not(part)
        case All(parts) | Either(parts) if len(parts) == 1:
            return _part(parts[0])
    return f"({written(node)})"


def _word(word: Word) -> str:
    field = FIELDS[word.field]
    text = word.text
    if word.quoted or not _is_plain(text):
        text = quoted(within_quotes(text) if field.indexed else text)
    return field.sign + ("原字:" if word.exact else "") + text


def _not(part: Node) -> str:
    if part == Dates(None, None):
        return f"{FIELDS['date'].sign}无"
    return _part(part.part) if isinstance(part, Not) else f"-{_part(part)}"


def _dates(since: date | None, until: date | None) -> str:
    sign = FIELDS["date"].sign
    return f"{sign}{_days(since, until)}" if since or until else f"-{sign}无"


def _is_plain(text: str) -> bool:
    """Return whether a text is one word wherever it stands in a group: no operator, and with all brackets closed."""
    return tokens(f"({text} {text})")[1:-1] == [Token("word", text)] * 2


def _days(since: date | None, until: date | None) -> str:
    """Return a period in the fewest words: 2020, 2020-03, 2020..2021, 2020-03..2021-01, or its days."""
    first, last = since.isoformat() if since else "", until.isoformat() if until else ""
    for end, shown in (("-01-01", 4), ("-01", 7)):
        last_of = until is None or (until + timedelta(1)).isoformat().endswith(end)
        if last_of and (not first or first.endswith(end)):
            first, last = first[:shown], last[:shown]
            break
    return first if first == last else f"{first}..{last}"
