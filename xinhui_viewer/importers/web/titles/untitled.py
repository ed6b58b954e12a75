"""The head of a piece of a page: what is copied from a document has no <title> and often no element for a heading.

Its first lines are read as those of a plain text are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from itertools import takewhile

from xinhui_viewer.facts import Facts
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.text_head import text_head


def with_head(facts: Facts, lines: Sequence[Line]) -> tuple[Facts, int]:
    """Return facts with those in the first lines of a text, and how many lines these are; 0 where none is a title."""
    told = [line.text.strip() for line in takewhile(_is_told, lines)]
    head, count = text_head(told)
    if not head.title or head.title.endswith((":", "：")) or count == len(lines):  # 各镇街： begins a text
        return facts, 0
    missing = {one.name: getattr(head, one.name) for one in fields(Facts) if not getattr(facts, one.name)}
    return replace(facts, **missing), count


def _is_told(line: Line) -> bool:
    return bool(line.text.strip()) and not line.rows and not line.image
