"""The parts of a sheet: lines over a table, the table, notes under it; blank rows divide one table from the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from xinhui_viewer.importers.sheets.sheet import Place, Sheet
from xinhui_viewer.importers.sheets.words import is_caption, is_label, is_note, is_unit
from xinhui_viewer.text.figure_text import NUMBER
from xinhui_viewer.text.table_periods import is_period

BETWEEN = "\u3000"  # the cells of a row that is no table, on one line
_MOST_LABELS = 5  # cells of a row that holds labels only: 单位：… 时间：… 编制：…
_LONG = 40  # characters: a lone cell under a table with more is no name of a row


@dataclass(slots=True)
class Part:
    """A table with the lines over and under it; ``rows`` are row numbers of the sheet, none where there is no table."""

    above: list[str] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    below: list[str] = field(default_factory=list)


def parts(sheet: Sheet) -> list[Part]:
    """Return the parts of a sheet in order."""
    found: list[Part] = []
    for group in _groups(sheet.rows):
        part = _part(sheet.rows, group)
        if found and _goes_on(sheet.rows, found[-1], part):
            found[-1].rows += part.rows
            found[-1].below += part.below
        else:
            found.append(_without_lone_row(sheet.rows, part))
    return found


def fields(rows: Sequence[Sequence[str]], chosen: Sequence[int]) -> tuple[int, int]:
    """Return the first field with a text in some rows, and the one behind the last."""
    first, last = len(rows[0]) if rows else 0, 0
    for row in chosen:
        texts = rows[row]
        if first and any(texts[:first]):
            first = _ends(texts)[0]
        if any(texts[last:]):
            last = _ends(texts)[1] + 1
    return first, max(first, last)


def heads(rows: Sequence[Sequence[str]], chosen: Sequence[int], first: int, spans: dict[Place, Place]) -> int:
    """Return the number of head rows at the top of a table, 0 when its first row has numbers.

    A head may span several rows; a row without a name of its own, and one that only says a unit or a period of each
    field, goes on with it.
    """
    if len(chosen) < 2 or _has_values(rows[chosen[0]][first:]):
        return 0
    reach = max((below - chosen[0] + 1 for (row, _at), (below, _right) in spans.items() if row == chosen[0]), default=1)
    count = 1
    while count < len(chosen) - 1:
        row = rows[chosen[count]][first:]
        if _has_values(row) or not (count < reach or not row[0] or _qualifies(row)):
            break
        count += 1
    return count


def _groups(rows: Sequence[Sequence[str]]) -> Iterator[list[int]]:
    """Yield the numbers of rows that follow each other without a blank row; a numbered caption begins a new group."""
    group: list[int] = []
    wide = False
    for number, row in enumerate(rows):
        texts = _texts(row)
        captioned = wide and len(texts) == 1 and is_caption(texts[0])
        if group and (not texts or captioned):
            yield group
            group, wide = [], False
        if texts:
            group.append(number)
            wide = wide or len(texts) > 1
    if group:
        yield group


def _part(rows: Sequence[Sequence[str]], group: Sequence[int]) -> Part:
    start, end = 0, len(group)
    while start < end and _stands_over(rows[group[start]]):
        start += 1
    if start == end:
        return Part([_line(rows[number]) for number in group])
    under = end
    while under > start and _is_line(rows[group[under - 1]]):
        under -= 1
    end = next((at for at in range(under, end) if _stands_under(rows[group[at]])), end)
    return Part(
        [line for number in group[:start] for line in _lines_over(rows[number])],
        list(group[start:end]),
        [_line(rows[number]) for number in group[end:]],
    )


def _without_lone_row(rows: Sequence[Sequence[str]], part: Part) -> Part:
    """Return a part whose table has one row, which is none, as lines."""
    if len(part.rows) != 1:
        return part
    return Part([*part.above, _line(rows[part.rows[0]]), *part.below])


def _goes_on(rows: Sequence[Sequence[str]], before: Part, part: Part) -> bool:
    """Return whether a part continues the table before it, behind blank rows: it has no head, only rows of values."""
    if not before.rows or before.below or part.above or not part.rows:
        return False
    first, last = fields(rows, before.rows)
    left, right = fields(rows, part.rows)
    return first <= left and right <= last and _has_values(rows[part.rows[0]])


def _texts(row: Sequence[str]) -> list[str]:
    return [text for text in row if text]


def _line(row: Sequence[str]) -> str:
    return BETWEEN.join(_texts(row))


def _lines_over(row: Sequence[str]) -> list[str]:
    """Return the lines of a row over a table: a unit beside a title is a line of its own."""
    texts = _texts(row)
    units = [text for text in texts if is_unit(text)]
    rest = [text for text in texts if not is_unit(text)]
    if not units or len(rest) != 1 or is_label(rest[0]):
        return [_line(row)]
    return [*rest, *units]


def _ends(row: Sequence[str]) -> tuple[int, int]:
    """Return the first and the last field with a text, of a row that has one."""
    first = next(at for at, text in enumerate(row) if text)
    return first, next(at for at in range(len(row) - 1, -1, -1) if row[at])


def _is_line(row: Sequence[str]) -> bool:
    texts = _texts(row)
    if len(texts) == 1:
        return not _has_values(texts)
    return len(texts) <= _MOST_LABELS and all(map(is_label, texts))


def _stands_over(row: Sequence[str]) -> bool:
    """Return whether a row is a line over a table: a title, a unit, or labels beside a period."""
    texts = _texts(row)
    if _is_line(row):
        return True
    return len(texts) <= _MOST_LABELS and any(map(is_unit, texts)) and not _has_values(row)


def _stands_under(row: Sequence[str]) -> bool:
    texts = _texts(row)
    return all(is_label(text) or is_note(text) or len(text) > _LONG for text in texts)


def _has_values(row: Sequence[str]) -> bool:
    return any(NUMBER.fullmatch(text) is not None and not is_period(text) for text in row if text)


def _qualifies(row: Sequence[str]) -> bool:
    """Return whether a row under a head says the same of each field: its unit, its region, its period."""
    return row[0].strip(" :：") in ("单位", "计量单位", "地区", "频度", "频率", "口径", "类型") or (
        len(_texts(row)) > 1 and all(is_period(text) for text in _texts(row[1:]))
    )
