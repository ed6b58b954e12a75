"""The days that a page prints around its title and its text, with the words beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.days import day_labels
from xinhui_viewer.importers.web.evidence import Candidate
from xinhui_viewer.importers.web.prose.body import Text
from xinhui_viewer.text.dates import dates, first_date, stamped

HEAD, TEXT_ENDS, FOOT = 14, 4, 12  # lines searched under the title, at the end of the text and under it
LONGEST = 400  # characters of a line that is searched
_ABOVE, _HEAD_END, _TEXT_BEGINS = 5, 4, 3  # lines searched above the title, above the text, at its beginning
_LONGEST_INSIDE = 30  # characters of a line amid the text
_LONGEST_LABEL = 14  # characters of a label in the element before that of its day
_FEWEST_ACROSS = 2  # labels in a row above their values


@dataclass(frozen=True, slots=True)
class Day(Candidate[date]):
    """A day, the texts before and after it, its nearness to title or text (0 to 1), and how strong its tag is.

    ``before`` may be a label in the element before; ``rest`` is what stands beside the day and its hour in its line.
    """

    before: str = ""
    after: str = ""
    rest: str = ""
    near: float = 0
    strength: float = 0


def printed_days(lines: Sequence[Line], title: Line | None, text: Text) -> Iterator[Day]:
    """Yield the days printed above and under the title, at the text's edges and under it."""
    if title is not None:
        for line in lines[max(0, title.order - _ABOVE) : title.order]:
            yield from _days(lines, line, 0.4)
        yield from _days(lines, title, 1)
    head = text.head
    for at, line in enumerate(head[:HEAD] if title is not None else ()):
        yield from _days(lines, line, 1 - at / (2 * HEAD))
    for line in head[max(HEAD if title is not None else 0, len(head) - _HEAD_END) :]:
        yield from _days(lines, line, 0.6)
    body = text.lines
    for line in body[:_TEXT_BEGINS]:
        yield from _days(lines, line, 0.3)
    ends = max(_TEXT_BEGINS, len(body) - TEXT_ENDS)
    for line in body[_TEXT_BEGINS:ends]:
        if len(line.text) <= _LONGEST_INSIDE:
            yield from _days(lines, line, 0)
    for line in body[ends:]:
        yield from _days(lines, line, 0.2)
    for at, line in enumerate(text.foot[:FOOT]):
        yield from _days(lines, line, 0.5 - at / (3 * FOOT))


def _days(lines: Sequence[Line], line: Line, near: float) -> Iterator[Day]:
    """Yield the days in a line; most have no digit."""
    text = line.text
    if line.image or len(text) > LONGEST:
        return
    if line.rows:
        for label, cell in _labelled_cells(line):
            if (found := stamped(cell)) is not None and len(cell) <= _LONGEST_LABEL * 2:
                yield Day(found, "printed", line, cell, label.rstrip(":：") + "：", near=near)
        return
    for (start, end), found in dates(text):
        after = text[end:]
        rest = "".join(filter(str.isalnum, text[:start] + day_labels.TIME.sub("", after, count=1)))
        yield Day(found, "printed", line, text, text[:start] or _label(lines, line), after, rest, near)


def _labelled_cells(line: Line) -> Iterator[tuple[str, str]]:
    """Yield the cells of a table, each with the cell before it, or above it where all of the first row are labels."""
    rows = [[cell.text for cell in row] for row in line.rows]
    if len(rows) > 1 and not any(map(first_date, rows[0])) and len(rows[0]) == len(rows[1]) > _FEWEST_ACROSS:
        yield from zip(rows[0], rows[1], strict=True)
    cells = [cell for row in rows for cell in row]
    yield from zip(["", *cells], cells, strict=False)


def _label(lines: Sequence[Line], line: Line) -> str:
    """Return the label of a day that begins its line: it may have an element of its own before."""
    previous = lines[line.order - 1].text if line.order else ""
    is_label = len(previous) <= _LONGEST_LABEL and day_labels.publication(previous)
    return previous if is_label else ""
