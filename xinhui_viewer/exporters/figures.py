"""Key figures as rows for tables: CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from xinhui_viewer.records import KeyFigure

FIELDS = (
    *("bulletin", "published", "source", "title"),
    *("label", "text", "value", "value_max", "unit", "kind", "approx", "period"),
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def row(key: KeyFigure) -> tuple[object, ...]:
    """Return a key figure as a row under FIELDS; a text that a spreadsheet would carry out begins with a quote."""
    figure = key.figure
    cells = (
        key.bulletin_id,
        key.published.isoformat() if key.published else "",
        key.source,
        key.title,
        figure.label,
        figure.text,
        _number(figure.value),
        _number(figure.value_max),
        figure.unit,
        figure.kind,
        figure.approx,
        figure.period,
    )
    return tuple(f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell for cell in cells)


def as_csv(keys: Iterable[KeyFigure]) -> bytes:
    """Return key figures as CSV in UTF-8 with a mark, which Excel needs to read Chinese."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(FIELDS)
    writer.writerows(map(row, keys))
    return out.getvalue().encode("utf-8-sig")


def as_json(keys: Iterable[KeyFigure]) -> bytes:
    """Return key figures as a JSON list of objects."""
    return json.dumps([value(key) for key in keys], ensure_ascii=False, indent=2).encode()


def value(key: KeyFigure) -> dict[str, Any]:
    """Return a key figure as JSON knows it."""
    return {
        "bulletin": key.bulletin_id,
        "n": key.n,
        "title": key.title,
        "source": key.source,
        "published": key.published.isoformat() if key.published else None,
        **asdict(key.figure),
    }


def _number(number: float | None) -> float | int | None:
    return int(number) if number is not None and number == int(number) and abs(number) < 1e15 else number
