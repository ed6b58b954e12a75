"""A table as text (.csv, .tsv): one sheet, its cells divided by the sign that divides all lines alike."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.encoding import decoded
from xinhui_viewer.importers.legible import is_text
from xinhui_viewer.importers.sheets.cells import one_line
from xinhui_viewer.importers.sheets.sheet import Sheet

_SIGNS = ",\t;|"
_SAMPLE = 50  # lines


def sheet(content: bytes, name: str) -> tuple[Sheet, int]:
    """Return the sheet in a text, and the number of bytes in it that are no text; UnreadableSource when it is none."""
    text = decoded(content)
    if not is_text(text, content):
        problem = tr("{name} is damaged or incomplete.").format(name=name)
        raise UnreadableSource(problem, tr("Retrieve it again."))
    lines = text.text.lstrip("\ufeff")
    rows = _rows(lines, _sign(lines))
    width = max(map(len, rows), default=0)
    return Sheet("", [row + [""] * (width - len(row)) for row in rows]), text.bad


def _sign(text: str) -> str:
    """Return the sign that stands in most lines equally often."""
    lines = [line for line in text[:100_000].split("\n")[:_SAMPLE] if line.strip()]

    def alike(sign: str) -> tuple[int, int]:
        counts = Counter(count for line in lines if (count := line.count(sign)))
        count, times = counts.most_common(1)[0] if counts else (0, 0)
        return times, count

    return max(_SIGNS, key=alike)


def _rows(text: str, sign: str) -> list[list[str]]:
    try:
        return [[one_line(cell) for cell in row] for row in csv.reader(StringIO(text, newline=""), delimiter=sign)]
    except csv.Error:  # a cell of more than 131,072 characters: a quotation mark that is never closed
        return [[one_line(cell) for cell in line.split(sign)] for line in text.splitlines()]
