"""Queries for the bulletins of a source, of a column and of years or months, as facets count them."""

from __future__ import annotations

from datetime import date, timedelta

from xinhui_viewer.records import Dates, Node, Not, Word
from xinhui_viewer.text.steps import one_text


def of_source(name: str) -> Word:
    """Return the query for the bulletins of a source; with an empty name, for those without one."""
    return Word(name, "source", quoted=True)


def of_column(path: tuple[str, ...]) -> Word:
    """Return the query for the bulletins of a column and of those below it."""
    return Word(one_text(path), "column", quoted=True)


def of_time(first: tuple[str, ...], last: tuple[str, ...]) -> Node:
    """Return the query for the bulletins from one year or month to another, ('2024',) or ('2024', '03').

    ('',) stands for those without a date.
    """
    if not first[0]:
        return Not(Dates(None, None))
    (year, month), begins = _numbers(last, 12), date(*_numbers(first, 1), 1)
    return Dates(begins, date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(1))


def _numbers(path: tuple[str, ...], month: int) -> tuple[int, int]:
    return int(path[0]), int(path[1]) if len(path) > 1 else month
