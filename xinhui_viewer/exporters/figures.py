"""Key figures as CSV for spreadsheets, or JSON for other programs."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import Any

from xinhui_viewer.facts import day
from xinhui_viewer.records import Figure, KeyFigure
from xinhui_viewer.text.label_context import context
from xinhui_viewer.text.label_sureness import is_sure

_NUMBER = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?%?")
_FIELDS: tuple[tuple[str, Callable[[KeyFigure], object]], ...] = (
    ("bulletin", lambda key: key.bulletin_id),
    ("date", lambda key: said.isoformat() if (said := day(key)) else None),
    ("source", lambda key: key.source),
    ("title", lambda key: key.title),
    ("attachment", lambda key: key.attachment.shown if key.attachment is not None else None),
    ("label", lambda key: key.figure.label),
    ("sure", lambda key: is_sure(key.figure)),
    ("context", lambda key: key.context),
    ("text", lambda key: key.figure.text),
    ("value", lambda key: _plain(key.figure.value)),
    ("value_max", lambda key: None if key.figure.value_max is None else _plain(key.figure.value_max)),
    ("unit", lambda key: key.figure.unit),
    ("kind", lambda key: key.figure.kind),
    ("approx", lambda key: key.figure.approx),
    ("period", lambda key: key.figure.period),
    ("start", lambda key: key.figure.start),
)


def figures_csv(figures: Iterable[KeyFigure]) -> bytes:
    """Return figures as CSV in UTF-8 with a byte order mark, without which Excel takes Chinese for the local code page.

    A cell that a spreadsheet would take for a formula begins with a quote.
    """
    made = io.StringIO(newline="")
    rows = csv.writer(made)
    rows.writerow(name for name, _value in _FIELDS)
    rows.writerows([_guarded(value(key)) for _name, value in _FIELDS] for key in figures)
    return made.getvalue().encode("utf-8-sig", "replace")


def figures_json(figures: Iterable[KeyFigure]) -> bytes:
    """Return figures as a JSON list in UTF-8; unknown values are null."""
    listed = [{name: value(key) for name, value in _FIELDS} for key in figures]
    return (json.dumps(listed, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def told_figures(figures: Iterable[Figure], body: str) -> list[dict[str, Any]]:
    """Return the figures of a text with all their fields, and the words before those whose labels are not sure."""
    return [{**asdict(one), "sure": is_sure(one), "context": context(one, body)} for one in figures]


def guarded(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula; a plain number stays as it is."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) and not _NUMBER.fullmatch(text) else text


def _guarded(value: object) -> object:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return guarded(value) if isinstance(value, str) else "" if value is None else value


def _plain(value: float) -> float | int:
    return int(value) if value.is_integer() else value
