"""Key figures over the whole archive: listed, filtered, and what the user decided on their series."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.match import plan
from xinhui_viewer.archive.read import day
from xinhui_viewer.records import All, Figure, FigureFilter, KeyFigure

FigureField = Literal["date", "label", "value", "unit", "period", "source", "title"]
_ORDERS: dict[FigureField, str] = {
    "date": "bulletins.row {}, figures.n",
    "label": "figures.label {}, bulletins.row DESC, figures.n",
    "value": "figures.value {}, bulletins.row DESC, figures.n",
    "unit": "figures.unit {}, bulletins.row DESC, figures.n",
    "period": "figures.period {}, bulletins.row DESC, figures.n",
    "source": "sources.name {}, bulletins.row DESC, figures.n",
    "title": "bulletins.title {}, bulletins.row DESC, figures.n",
}
_FROM = """FROM figures JOIN bulletins ON bulletins.id = figures.bulletin_id
    LEFT JOIN sources ON sources.id = bulletins.source_id WHERE bulletins.latest"""


def listed(
    db: Archive,
    wanted: FigureFilter,
    by: FigureField = "date",
    falling: bool = True,
    limit: int = -1,
    offset: int = 0,
) -> tuple[KeyFigure, ...]:
    """Return a page of the key figures that a filter asks for, the newest first; a limit of -1 is none."""
    sql, values = _asked(db, wanted)
    order = _ORDERS[by].format("DESC" if falling else "ASC")
    found = db.rows(
        f"""SELECT bulletins.id, n, title, coalesce(sources.name, ''), published, text, start, label, value, unit, kind,
            approx, value_max, period, sentence_start, sentence_end {sql} ORDER BY {order} LIMIT ? OFFSET ?""",
        (*values, limit, offset),
    )
    return tuple(
        KeyFigure(
            number,
            n,
            title,
            source,
            day(published),
            Figure(text, at, label, value, unit, kind, approx, most, period, (start, end)),
        )
        for (
            number,
            n,
            title,
            source,
            published,
            text,
            at,
            label,
            value,
            unit,
            kind,
            approx,
            most,
            period,
            start,
            end,
        ) in found
    )


def count(db: Archive, wanted: FigureFilter) -> int:
    """Return how many key figures a filter asks for."""
    sql, values = _asked(db, wanted)
    return int(db.value(f"SELECT count(*) {sql}", values))


def units(db: Archive) -> tuple[str, ...]:
    """Return the units of all key figures, the most frequent first."""
    found = db.rows("SELECT unit FROM figures GROUP BY unit ORDER BY count(*) DESC, unit LIMIT 500")
    return tuple(unit for (unit,) in found if unit)


def choices(db: Archive) -> Mapping[tuple[str, str, str], str]:
    """Return the user's choices: by source, unit and folded label the series it belongs to."""
    found = db.rows("SELECT source, unit, label, series FROM series_choices")
    return {(source, unit, label): series for source, unit, label, series in found}


def choose(db: Archive, keys: tuple[tuple[str, str, str], ...], series: str) -> None:
    """Put labels (source, unit, folded label) into a series of that name; '' takes the choice back."""
    with db.transaction():
        for key in keys:
            db.run("DELETE FROM series_choices WHERE source = ? AND unit = ? AND label = ?", key)
            if series:
                db.run("INSERT INTO series_choices VALUES (?, ?, ?, ?)", (*key, series))


def _asked(db: Archive, wanted: FigureFilter) -> tuple[str, tuple[object, ...]]:
    sql, values = _FROM, []
    for word in wanted.words:
        sql += " AND (instr(figures.label, ?) OR instr(figures.text, ?) OR instr(bulletins.title, ?))"
        values += [word] * 3
    for field, value in (("unit", wanted.unit), ("kind", wanted.kind)):
        if value:
            sql += f" AND figures.{field} = ?"
            values.append(value)
    if wanted.period:
        sql += " AND instr(figures.period, ?)"
        values.append(wanted.period)
    if wanted.query is not None and wanted.query.root != All(()):
        rows, of_query = plan(db, wanted.query).rows()
        sql += f" AND bulletins.row IN (SELECT rowid {rows})"
        return sql, (*values, *of_query)
    return sql, tuple(values)
