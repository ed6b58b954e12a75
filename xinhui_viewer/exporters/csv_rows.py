"""Bulletins as CSV for spreadsheets, one row each; no cell is taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

from xinhui_viewer.exporters.figures import guarded
from xinhui_viewer.facts import Fact, day, listed
from xinhui_viewer.records import Bulletin
from xinhui_viewer.summary.cite import reference

_NAMES = {"columns": "column"}  # of the facts that are not called so here
_BETWEEN = {"columns": " > "}  # parts of a value


def csv_head() -> str:
    """Return the first line: the names of the fields, with a byte order mark, without which Excel misreads Chinese."""
    return "\ufeff" + _line([name for name, _value in _fields()])


def csv_row(one: Bulletin) -> str:
    """Return one bulletin as a line of CSV."""
    return _line([guarded(value(one).replace("\0", "")) for _name, value in _fields()])


def _fields() -> tuple[tuple[str, Callable[[Bulletin], str]], ...]:
    title, *said = listed(first=("title",), without=("published",))
    return (
        ("id", lambda one: str(one.id)),
        (title.name, _said(title)),
        ("date", lambda one: at.isoformat() if (at := day(one.facts)) else ""),
        *((_NAMES.get(fact.name, fact.name), _said(fact)) for fact in said),
        ("addresses", lambda one: " ".join(one.addresses)),
        ("cited_by", lambda one: " ".join(str(other.id) for other in one.cited_by)),
        ("repealed_by", lambda one: " ".join(str(other.id) for other in one.cited_by if other.sentence)),
        ("retrieved", lambda one: one.provenance.retrieved),
        ("sha256", lambda one: one.provenance.sha256),
        ("reference", reference),
        ("characters", lambda one: str(len(one.body))),
        ("body", lambda one: one.body),
    )


def _said(fact: Fact) -> Callable[[Bulletin], str]:
    return lambda one: fact.text(one.facts, _BETWEEN.get(fact.name, ""))


def _line(cells: list[str]) -> str:
    made = io.StringIO(newline="")
    csv.writer(made).writerow(cells)
    return made.getvalue()
