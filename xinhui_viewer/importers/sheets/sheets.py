"""Spreadsheets (.xlsx, .xls, .et, .ods): each sheet is a bulletin with its tables and the lines around them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import replace

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.facts import Facts
from xinhui_viewer.i18n import listed, tr, trn
from xinhui_viewer.importers.finish import Piece, draft
from xinhui_viewer.importers.legible import may_be_text
from xinhui_viewer.importers.member import ALONE, Around
from xinhui_viewer.importers.office import OLE, office_format_of
from xinhui_viewer.importers.sheets import csv_text, excel_2003, html_table, ods, workbook
from xinhui_viewer.importers.sheets.layout import BETWEEN, Part, fields, heads, parts
from xinhui_viewer.importers.sheets.sheet import MOST_SHEETS, Place, Sheet
from xinhui_viewer.importers.sheets.words import (
    is_generic,
    is_label,
    is_note,
    maker_of,
    published_of,
    source_of,
    title_of,
)
from xinhui_viewer.importers.zip_guard import is_zip
from xinhui_viewer.records import Cell, Draft
from xinhui_viewer.text.table_figures import MOST as MOST_FIGURES
from xinhui_viewer.text.table_figures import MOST_CELLS

_TEXTS = (".csv", ".tsv")
ENDINGS = (".xlsx", ".xlsm", ".xltx", ".xls", ".et", ".ett", ".xlt", ".ods", *_TEXTS)
_HEAD = 8192  # bytes that tell what is a text
_LONGEST_HEADING = 40
_MOST_NAMED = 5  # sheets that a warning names


def recognises(head: bytes, name: str) -> bool:
    """Return whether a file is an XML spreadsheet; with the name of a spreadsheet, a zip or an OLE file, a damaged or
    a locked one, or a page with a table; or a text with the name of a table.
    """
    lower = name.lower()
    if is_zip(head) or head.startswith(OLE):
        return lower.endswith(ENDINGS)
    if excel_2003.recognises(head):
        return True
    if lower.endswith(_TEXTS):
        return may_be_text(head)
    return lower.endswith(ENDINGS) and html_table.recognises(head)


def read(content: bytes, name: str, around: Around = ALONE) -> tuple[Draft, ...]:
    """Return a bulletin for each sheet with a text, hidden ones last; UnreadableSource when there is none."""
    found, told = _sheets(content, name)
    full = [sheet for sheet in found if any(map(any, sheet.rows))]
    if not full:
        problem = tr("{name} contains no text.").format(name=name)
        raise UnreadableSource(problem, tr("Open it in an editor and check its contents."))
    full.sort(key=lambda sheet: sheet.hidden)
    stem = posixpath.splitext(posixpath.basename(name))[0]
    drafts: list[Draft] = []
    for sheet in full:
        around.told(len(drafts) + 1, len(full))
        drafts.append(_draft(sheet, stem, len(full) > 1))
    drafts[0] = replace(drafts[0], warnings=(*told, *_on_file(found, full), *drafts[0].warnings))
    return tuple(drafts)


def _sheets(content: bytes, name: str) -> tuple[list[Sheet], tuple[str, ...]]:
    """Return the sheets of a file, and sentences on it as a whole."""
    if is_zip(content) or content.startswith(OLE):
        reader = ods.sheets if office_format_of(content, name) == "ods" else workbook.sheets
        return list(reader(content, name)), ()
    if excel_2003.recognises(content[:_HEAD]):
        return list(excel_2003.sheets(content, name)), ()
    is_page = not name.lower().endswith(_TEXTS) and html_table.recognises(content[:_HEAD])
    sheet, bad = (html_table if is_page else csv_text).sheet(content, name)
    return [sheet], (tr("{n} unreadable bytes are shown as \ufffd.").format(n=bad),) if bad else ()


def _on_file(found: Sequence[Sheet], full: Sequence[Sheet]) -> Iterator[str]:
    """Yield sentences on the sheets of a file that are hidden or not read."""
    read_ = {sheet.name for sheet in full}
    strewn = {sheet.name for sheet in found if sheet.strewn}
    told = (
        (tr("Hidden sheets were read, too: {names}."), [sheet.name for sheet in full if sheet.hidden]),
        (tr("Empty sheets were left out: {names}."), [one.name for one in found if one.name not in read_ | strewn]),
        (tr("Sheets whose cells lie too far apart were left out: {names}."), sorted(strewn)),
    )
    yield from (sentence.format(names=_named(names)) for sentence, names in told if names)
    if len(found) >= MOST_SHEETS:
        yield tr("Only the first {n} sheets were read.").format(n=MOST_SHEETS)


def _named(names: Sequence[str]) -> str:
    shown = listed(names[:_MOST_NAMED])
    return (
        shown
        if len(names) <= _MOST_NAMED
        else tr("{names} and {n} more").format(names=shown, n=len(names) - _MOST_NAMED)
    )


def _draft(sheet: Sheet, stem: str, one_of_several: bool) -> Draft:
    found = parts(sheet)
    title, gone = _title(found)
    lines = [said for part in found for line in (*part.above, *part.below) for said in line.split(BETWEEN)]
    facts = Facts(
        title=title or _called(sheet.name, stem, one_of_several),
        source=next(filter(None, map(source_of, lines)), "") or next(filter(None, map(maker_of, lines)), ""),
        published=next(filter(None, map(published_of, lines)), None),
    )
    made = draft("sheets", facts, _pieces(sheet, found, gone))
    place = sheet.name if one_of_several else ""
    return replace(made, place=place, warnings=tuple(_on_sheet(sheet, made)))


def _on_sheet(sheet: Sheet, made: Draft) -> Iterator[str]:
    """Yield sentences on the cells of a sheet that are not read, and on numbers that are no figures."""
    if sheet.cut:
        yield tr("The file is damaged or incomplete; what could be read was kept.")
    if sheet.repeated:
        told = trn(
            "{n} row that repeats the row above it was left out.",
            "{n} rows that repeat the row above them were left out.",
            sheet.repeated,
        )
        yield told.format(n=sheet.repeated)
    if sheet.uncounted:
        told = trn(
            "{n} formula has no stored result: its cell is empty here.",
            "{n} formulas have no stored result: their cells are empty here.",
            sheet.uncounted,
        )
        yield told.format(n=sheet.uncounted)
    if any(block.kind == "table" and not block.rows for block in made.blocks):
        yield tr("A table is too large to be shown as one: its text was kept, without key figures.")
    if len(made.figures) >= MOST_FIGURES:
        told = tr("The table has more numbers than key figures are kept of: only the first {n} are listed.")
        yield told.format(n=len(made.figures))


def _called(name: str, stem: str, one_of_several: bool) -> str:
    """Return a title for a sheet whose head has none."""
    if not is_generic(name):
        return name
    return f"{stem}（{name}）" if one_of_several else stem


def _title(found: Sequence[Part]) -> tuple[str, int]:
    """Return the title in the lines over the first table, and the number of lines that it ends with (0: none)."""
    above = found[0].above
    for at, line in enumerate(above):
        title = title_of(line)
        if title:
            after = above[at + 1] if at + 1 < len(above) else ""
            return (
                (title + after, at + 2)
                if after.startswith(("（", "(", "——")) and not _is_beside(after)
                else (title, at + 1)
            )
    return "", 0


def _is_beside(line: str) -> bool:
    return is_label(line.strip("（()）")) or is_note(line)


def _pieces(sheet: Sheet, found: Sequence[Part], gone: int) -> Iterator[Piece]:
    for number, part in enumerate(found):
        yield from _over(part, gone) if number == 0 else _headed(part)
        if part.rows:
            yield _table(sheet, part.rows)
        for line in part.below:
            yield Piece("paragraph", line)


def _over(part: Part, gone: int) -> Iterator[Piece]:
    """Yield the lines over the first table, without the title."""
    for at, line in enumerate(part.above):
        if not _is_taken(line, at, gone):
            yield Piece("paragraph", line)


def _headed(part: Part) -> Iterator[Piece]:
    """Yield the lines over a further table: the first is its heading, if it is a title."""
    for at, line in enumerate(part.above):
        is_heading = at == 0 and bool(part.rows) and _is_heading(line)
        yield Piece("heading", line, level=2, bold=True) if is_heading else Piece("paragraph", line)


def _is_taken(line: str, at: int, gone: int) -> bool:
    """Return whether a line is the title, or goes on with it; a label above it stays."""
    return at < gone and not (is_label(line) and title_of(line) == "")


def _is_heading(line: str) -> bool:
    return len(line) <= _LONGEST_HEADING and title_of(line) != ""


def _is_data(sheet: Sheet, chosen: Sequence[int]) -> bool:
    """Return whether a table is too large for cells as values: nothing shows a million of them as a table."""
    first, last = fields(sheet.rows, chosen)
    return len(chosen) * (last - first) > MOST_CELLS


def _table(sheet: Sheet, chosen: Sequence[int]) -> Piece:
    if not _is_data(sheet, chosen):
        return Piece("table", "", rows=_cells(sheet, chosen))
    first, last = fields(sheet.rows, chosen)
    return Piece("table", "\n".join("\t".join(sheet.rows[row][first:last]) for row in chosen))


def _cells(sheet: Sheet, chosen: Sequence[int]) -> tuple[tuple[Cell, ...], ...]:
    first, last = fields(sheet.rows, chosen)
    spans, covered = _spans(sheet, chosen, first, last)
    marked = heads(sheet.rows, chosen, first, spans)
    if not spans:
        return tuple(
            tuple(Cell(text, head=at < marked) for text in sheet.rows[row][first:last]) for at, row in enumerate(chosen)
        )
    places = {row: at for at, row in enumerate(chosen)}
    made = []
    for at, row in enumerate(chosen):
        cells = []
        for field in range(first, last):
            if (row, field) in covered:
                continue
            bottom, right = spans.get((row, field), (row, field))
            high = places[bottom] - at + 1
            cells.append(Cell(sheet.rows[row][field], high, right - field + 1, at < marked))
        made.append(tuple(cells))
    return tuple(made)


def _spans(sheet: Sheet, chosen: Sequence[int], first: int, last: int) -> tuple[dict[Place, Place], set[Place]]:
    """Return the areas that show as one cell within a table, by their first place, and the places they cover."""
    rows = set(chosen)
    spans: dict[Place, Place] = {}
    covered: set[Place] = set()
    for (top, left), (bottom, right) in sheet.spans:
        top, left, bottom, right = max(top, chosen[0]), max(left, first), min(bottom, chosen[-1]), min(right, last - 1)
        inside = [row for row in range(top, bottom + 1) if row in rows] if bottom - top < len(rows) * 2 else []
        if not inside or inside[0] != top or left > right or (top, left) in covered:
            continue
        spans[top, left] = (inside[-1], right)
        covered |= {(row, field) for row in inside for field in range(left, right + 1)} - {(top, left)}
    return spans, covered
