"""Bulletins as CSV, a row each, for spreadsheets; no cell is taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

from xinhui_viewer.exporters.figures import guarded
from xinhui_viewer.records import Bulletin
from xinhui_viewer.summary.cite import reference

_FIELDS: tuple[tuple[str, Callable[[Bulletin], str]], ...] = (
    ("id", lambda one: str(one.id)),
    ("title", lambda one: one.title),
    ("date", lambda one: one.published.isoformat() if one.published else ""),
    ("source", lambda one: one.source),
    ("issuer", lambda one: one.issuer),
    ("document_number", lambda one: one.document_number),
    ("column", lambda one: " > ".join(one.columns)),
    ("url", lambda one: one.url),
    ("retrieved", lambda one: one.provenance.retrieved),
    ("sha256", lambda one: one.provenance.sha256),
    ("reference", reference),
    ("characters", lambda one: str(len(one.body))),
    ("body", lambda one: one.body),
)


def csv_head() -> str:
    """Return the first line: the names of the fields, with a byte order mark, without which Excel misreads Chinese."""
    return "\ufeff" + _line([name for name, _value in _FIELDS])


def csv_row(one: Bulletin) -> str:
    """Return one bulletin as a line of CSV."""
    return _line([guarded(value(one).replace("\0", "")) for _name, value in _FIELDS])


def _line(cells: list[str]) -> str:
    made = io.StringIO(newline="")
    csv.writer(made).writerow(cells)
    return made.getvalue()
