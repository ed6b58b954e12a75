"""The sheets of a workbook (.xlsx, .xls), read by calamine after the file is checked; macros and links stay unread."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.office import LOCKED, OLE, office_format_of
from xinhui_viewer.importers.sheets.cells import Value, rows_of, text
from xinhui_viewer.importers.sheets.sheet import Place, Sheet
from xinhui_viewer.importers.sheets.xlsx_marks import Marks, marks
from xinhui_viewer.importers.zip_guard import is_zip, opened, password_protected, require_harmless

MOST = 500  # sheets that are read
_PLAIN = Marks()


def sheets(content: bytes, name: str) -> Iterator[Sheet]:
    """Yield the sheets of a workbook, at most MOST; UnreadableSource when it is protected or damaged."""
    import python_calamine

    marked: Mapping[str, Marks] = {}
    if content.startswith(OLE) and office_format_of(content, name) == LOCKED:
        raise password_protected(name)
    if is_zip(content):
        with opened(content, name) as archive:
            require_harmless(archive, (".xml", ".rels", ".bin"))
            marked = marks(archive, name)
    try:
        with python_calamine.load_workbook(BytesIO(content)) as book:
            for about in book.sheets_metadata[:MOST]:
                if about.typ == python_calamine.SheetTypeEnum.WorkSheet:
                    hidden = about.visible != python_calamine.SheetVisibleEnum.Visible
                    yield _sheet(book.get_sheet_by_name(about.name), hidden, marked.get(about.name, _PLAIN))
    except python_calamine.PasswordError as error:
        raise password_protected(name) from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        problem = tr("{name} is damaged or incomplete.").format(name=name)
        raise UnreadableSource(problem, tr("Retrieve it again.")) from error


def _sheet(read: Any, hidden: bool, marked: Marks) -> Sheet:
    first: Place = read.start or (0, 0)
    values: list[list[Value]] = read.to_python()
    rows = rows_of(values)
    for (row, field), look in marked.looks.items():
        at = _at(rows, row - first[0], field - first[1])
        if at is not None and rows[at[0]][at[1]]:
            rows[at[0]][at[1]] = text(values[at[0]][at[1]], look)
    for (row, field), error in marked.errors.items():
        at = _at(rows, row - first[0], field - first[1])
        if at is not None:
            rows[at[0]][at[1]] = error
    spans = tuple(
        ((top - first[0], left - first[1]), (bottom - first[0], right - first[1]))
        for (top, left), (bottom, right) in read.merged_cell_ranges or ()
    )
    return Sheet(read.name, rows, spans, hidden, marked.uncounted)


def _at(rows: Sequence[Sequence[str]], row: int, field: int) -> Place | None:
    return (row, field) if 0 <= row < len(rows) and 0 <= field < len(rows[row]) else None
