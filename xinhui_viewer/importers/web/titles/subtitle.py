"""The subtitle under a title that the page does not count to its title: it stays, at the beginning of the text."""

from __future__ import annotations

import re
from dataclasses import replace

from xinhui_viewer.importers.furniture import breadcrumb, is_furniture, meta_line
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.prose.body import Text
from xinhui_viewer.importers.web.titles.title_text import is_subtitle
from xinhui_viewer.text.credits import is_byline
from xinhui_viewer.text.dates import dates
from xinhui_viewer.text.names import is_organisation

_LONGEST, _CLAUSE = 60, 10  # characters of a line, Han of one that says something
_CLASS = re.compile(r"(?i)sub_?-?tit|fu_?(?:tit|biao?t)|副题|(?:^|[^a-z])(?:ftitle|fbt)(?![a-z])")


def with_subtitle(title: Line | None, called: str, text: Text) -> Text:
    """Return a text with the subtitle that stands right under the title, unless its text ``called`` holds it."""
    under = text.head[0] if title is not None and text.head else None
    if under is None or not text.lines or not _is_subtitle(under) or under.text.strip() in called:
        return text
    return replace(text, lines=[under, *text.lines], head=text.head[1:])


def _is_subtitle(line: Line) -> bool:
    if line.rows or line.image or line.linked or not 1 < len(line.text) <= _LONGEST:
        return False
    if not (is_subtitle(line) or _is_named(line) or _is_clause(line)):
        return False
    return not (is_furniture(line.text) or breadcrumb(line.text) or meta_line(line.text) or is_byline(line.text))


def _is_clause(line: Line) -> bool:
    """Return whether a line says more than a label, a day or the name of an office does."""
    words = sum("\u4e00" <= sign <= "\u9fff" for sign in line.text)
    return words >= _CLAUSE and not is_organisation(line.text) and next(dates(line.text), None) is None


def _is_named(line: Line) -> bool:
    """Return whether the class of the element says that it is a subtitle."""
    attributes = line.block.attributes if line.block is not None else {}
    return _CLASS.search(f"{attributes.get('class') or ''} {attributes.get('id') or ''}") is not None
