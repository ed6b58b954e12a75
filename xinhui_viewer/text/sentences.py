"""The sentences of a text, by their beginnings and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from xinhui_viewer.records import Span

_SENTENCE = re.compile(r"[^。！？!?；;\n]+(?:[。！？!?；;]+[”’」』）)]*)?|[。！？!?；;]+")


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[Span]:
    """Yield the spans of the sentences of ``text[start:end]``, their final signs included, blanks around them not."""
    for match in _SENTENCE.finditer(text, start, len(text) if end is None else end):
        first, last = match.span()
        while first < last and text[first].isspace():
            first += 1
        while last > first and text[last - 1].isspace():
            last -= 1
        if first < last:
            yield first, last
