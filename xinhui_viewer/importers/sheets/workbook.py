"""The sheets of a workbook (.xlsx, .xls), read by calamine after the file is checked; macros and links stay unread."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import islice
from typing import Any, cast

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.office import LOCKED, OLE, office_format_of
from xinhui_viewer.importers.sheets import xls_marks, xlsx_marks
from xinhui_viewer.importers.sheets.cells import Look, Value, percent, text, texts
from xinhui_viewer.importers.sheets.marks import Mark, Marks
from xinhui_viewer.importers.sheets.sheet import MOST_SHEETS, Sheet
from xinhui_viewer.importers.zip_guard import is_zip, opened, password_protected, require_harmless

_PLAIN = Marks()
_PANIC = "PanicException"  # of the library, on a damaged file; it is no Exception


def sheets(content: bytes, name: str) -> Iterator[Sheet]:
    """Yield the sheets of a workbook, at most MOST; UnreadableSource when it is protected or damaged."""
    import python_calamine

    marked: Mapping[str, Marks] = {}
    if content.startswith(OLE) and office_format_of(content, name) == LOCKED:
        raise password_protected(name)
    if is_zip(content):
        with opened(content, name) as archive:
            marked = xlsx_marks.marks(archive, name)
            require_harmless(archive, (".xml", ".rels", ".bin"))
    else:
        content, marked = xls_marks.marks(content, name)
    try:
        with python_calamine.load_workbook(BytesIO(content)) as book:
            for about in book.sheets_metadata[:MOST_SHEETS]:
                if about.typ == python_calamine.SheetTypeEnum.WorkSheet:
                    hidden = about.visible != python_calamine.SheetVisibleEnum.Visible
                    mark = marked.get(about.name, _PLAIN)
                    if mark.strewn:
                        yield Sheet(about.name, [], hidden=hidden, strewn=True)
                    else:
                        yield _sheet(book.get_sheet_by_name(about.name), hidden, mark)
    except python_calamine.PasswordError as error:
        raise password_protected(name) from error
    except BaseException as error:
        known = (python_calamine.CalamineError, OSError, ValueError)
        if not isinstance(error, known) and type(error).__name__ != _PANIC:
            raise
        problem = tr("{name} is damaged or incomplete.").format(name=name)
        raise UnreadableSource(problem, tr("Retrieve it again.")) from error


def _sheet(read: Any, hidden: bool, marked: Marks) -> Sheet:
    top, left = read.start or (0, 0)
    rows = []
    for number, values in enumerate(islice(read.iter_rows(), top, None), top):
        row = texts(values)
        for field, mark in marked.cells.get(number, {}).items():
            if left <= field < left + len(row):
                row[field - left] = _marked(values[field - left], mark)
        rows.append(row)
    spans = tuple(
        ((first - top, begin - left), (last - top, end - left))
        for (first, begin), (last, end) in read.merged_cell_ranges or ()
    )
    return Sheet(read.name, rows, spans, hidden, marked.uncounted, cut=marked.cut)


def _marked(value: Value, mark: Mark) -> str:
    if type(value) is float and mark == "percent":
        return percent(value)  # most of them
    if mark.startswith("#"):
        return mark
    return text(value, cast(Look, mark)) if value != "" else ""
