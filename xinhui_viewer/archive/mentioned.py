"""The mentions in a text as rows of the archive."""

from __future__ import annotations

import re
from typing import Any

from xinhui_viewer.records import Span
from xinhui_viewer.text.mentions import mentions
from xinhui_viewer.text.repeals import repeals

_DRAFT = re.compile("征求意见|草案|送审|讨论稿|建议稿")  # in the title of a text that repeals nothing yet


def mention_rows(title: str, body: str) -> tuple[tuple[Any, ...], ...]:
    """Return the mentions of a bulletin as the rows they are stored in, without its id: each name once."""
    said = {} if _DRAFT.search(title) else repeals(body)
    found: dict[tuple[int, str], Span] = {}
    for one in mentions(body):
        name = (one.title, one.number)
        found[name] = found.get(name, (0, 0))
        if not found[name][1]:
            found[name] = said.get((one.start, one.end), (0, 0))
    return tuple((n, *name, *span) for n, (name, span) in enumerate(found.items()))
