"""Tables that a text prints as lines, their cells parted by tabs or by blanks.

A table is two or more lines with as many cells, a name and numbers, under a line with as many names. Where single
blanks part the cells, as on pages that lost the others, two lines of two cells are too few.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xinhui_viewer.records import Block
from xinhui_viewer.text.figure_text import NUMBER
from xinhui_viewer.text.grid import Grid, Placed
from xinhui_viewer.text.table_periods import is_period
from xinhui_viewer.text.table_words import NOTHING

_LARGEST = 2**20  # characters of a text that is searched for tables: more lines are a log or a sheet of data
_LONGEST, _LONGEST_NAME = 300, 24  # characters of a line, of a name alone in its line
_MOST_HEADS, _LEAST = 3, 2
_TAB = re.compile(r"[^\t]+")
_WORD = re.compile(r"[^\s]+")
_PARTED = re.compile(
    r"[\t \u00a0\u2002\u2003\u3000]\d[\d,.]*[%％]?\s*(?:\n|$)"
)  # a line that ends in a cell of a number
_SPACED = re.compile("[\u4e00-\u9fff]")  # 合　计: a name whose characters are spread
_BLANKS = "[ \u00a0\u2002\u2003\u3000]"
_WIDE = re.compile(f"{_BLANKS}{{2,}}|\u3000|\t")
_SENTENCE = re.compile(r"[。；！？!?]|^\s*(?:附?[表图]\s*[\d一二三四五六七八九十]|[单單]\s*位\s*[：:])")


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    start: int
    field: int


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a text: its span, its cells, and the fields it has."""

    start: int
    end: int
    cells: tuple[_Cell, ...]
    fields: int
    single: bool

    @property
    def is_row(self) -> bool:
        """True for a name, or a year, and numbers."""
        texts = [cell.text for cell in self.cells]
        if len(texts) < 2 or (NUMBER.fullmatch(texts[0]) and not is_period(texts[0])):
            return False
        return _is_value(texts[-1]) and any(NUMBER.fullmatch(text) for text in texts[1:])

    @property
    def is_head(self) -> bool:
        """True for names alone."""
        return len(self.cells) > 1 and not any(
            NUMBER.fullmatch(cell.text) and not is_period(cell.text) for cell in self.cells
        )

    @property
    def is_name(self) -> bool:
        """True for a name alone, which begins a part of a table."""
        return len(self.cells) == 1 and self.end - self.start <= _LONGEST_NAME


def text_tables(body: str, blocks: Sequence[Block]) -> Iterator[Grid]:
    """Yield the tables among the lines of a body outside its table blocks, in order."""
    if len(body) > _LARGEST or _PARTED.search(body) is None:
        return
    run, heads = list[_Line](), list[_Line]()
    for line in _lines(body, blocks):
        if run and _goes_on(run[0], line):
            run.append(line)
            continue
        yield from _table(heads, run)
        run = [line] if heads and line.is_row and _fits(heads[-1], line) else []
        if not run:
            heads = _heads(heads, line)
    yield from _table(heads, run)


def _heads(heads: list[_Line], line: _Line) -> list[_Line]:
    """Return the lines that may be the head of a table below, with one more."""
    if not line.is_head:
        return []
    return [*heads[1 - _MOST_HEADS :], line] if heads and _fits(heads[-1], line) else [line]


def _goes_on(first: _Line, line: _Line) -> bool:
    return (line.is_row and _fits(first, line)) or (line.is_name and not line.single)


def _fits(one: _Line, other: _Line) -> bool:
    """Return whether two lines have as many cells; a head may leave out the name over the names."""
    more = other.fields - one.fields
    return more == 0 or (more == 1 and not (one.single or other.single))


def _table(heads: Sequence[_Line], run: list[_Line]) -> Iterator[Grid]:
    rows = [line for line in run if line.is_row]
    if not _are_enough(rows):
        return
    run = run[: run.index(rows[-1]) + 1]
    fields = max(line.fields for line in rows)
    lines = [*(head for head in heads if _fits(head, rows[0])), *run]
    cells = [
        Placed(cell.text, cell.start, at < len(lines) - len(run), at, cell.field + _shift(line, fields), 1, 1)
        for at, line in enumerate(lines)
        for cell in line.cells
    ]
    yield Grid(lines[0].start, lines[-1].end, len(lines), fields, tuple(cells))


def _are_enough(rows: Sequence[_Line]) -> bool:
    """Return whether rows make a table: two of two cells between single blanks are too few."""
    if len(rows) != _LEAST:
        return len(rows) > _LEAST
    return not rows[0].single or rows[0].fields > _LEAST


def _shift(line: _Line, fields: int) -> int:
    """Return the fields that a line leaves out at its beginning: a head none over the names."""
    return 1 if line.is_head and line.fields == fields - 1 else 0


def _lines(body: str, blocks: Sequence[Block]) -> Iterator[_Line]:
    """Yield the lines of a body; a table block as one, a sentence, a title or one too long for a row have no cells."""
    tables = [(block.start, block.end) for block in blocks if block.kind == "table"]
    start = table = 0
    while start <= len(body):
        while table < len(tables) and tables[table][1] < start:
            table += 1
        inside = table < len(tables) and tables[table][0] <= start
        end = body.find("\n", tables[table][1] if inside else start)
        end = len(body) if end < 0 else end
        yield (
            _Line(start, end, (), 0, single=True) if inside or _is_other(body, start, end) else _line(body, start, end)
        )
        start = end + 1


def _is_other(body: str, start: int, end: int) -> bool:
    return not start < end <= start + _LONGEST or _SENTENCE.search(body[start:end]) is not None


def _line(body: str, start: int, end: int) -> _Line:
    text = body[start:end]
    if "\t" in text.strip():
        found = [(match[0].strip(), match.start()) for match in _TAB.finditer(text)]
        cells = tuple(_Cell(word, start + text.index(word, at), text.count("\t", 0, at)) for word, at in found if word)
        return _Line(start, end, cells, text.count("\t") + 1, single=False)
    wide = _WIDE.search(text.strip()) is not None
    words = _words(text, wide=wide)
    cells = tuple(_Cell(text[first:last], start + first, field) for field, (first, last) in enumerate(words))
    return _Line(start, end, cells, len(cells), single=not wide)


def _words(text: str, *, wide: bool) -> list[tuple[int, int]]:
    """Return the spans of the cells of a line; at its beginning, single characters are those of one name."""
    spans = list[tuple[int, int]]()
    spread = True
    for match in _WORD.finditer(text):
        first, last = match.span()
        spread = spread and last - first == 1 and _SPACED.fullmatch(match[0]) is not None
        joined = bool(spans) and (spread or (wide and _WIDE.search(text, spans[-1][1], first) is None))
        if joined:
            spans[-1] = spans[-1][0], last
        else:
            spans.append((first, last))
    return spans


def _is_value(text: str) -> bool:
    return NUMBER.fullmatch(text) is not None or NOTHING.fullmatch(text) is not None or text.endswith(("%", "％"))
