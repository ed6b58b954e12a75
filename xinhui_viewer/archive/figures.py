"""Key figures of the whole archive, listed and filtered, and the user's choices on their series.

Those whose labels are not sure come behind the others: of their bulletin, or of all when they are not listed by date.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Literal

from xinhui_viewer.archive.archive import Archive, Row
from xinhui_viewer.archive.attached_rows import numbered, states_any
from xinhui_viewer.archive.match import Plans
from xinhui_viewer.archive.plan import Clauses
from xinhui_viewer.archive.read import readable_date
from xinhui_viewer.records import All, Figure, FigureFilter, HitAttachment, KeyFigure

FigureField = Literal["date", "label", "value", "unit", "period", "source", "title"]
_IN_TEXT = "file, n"  # the page's own come first
_ORDERS: dict[FigureField, str] = {
    "date": f"place {{}}, sure DESC, {_IN_TEXT}",
    "label": f"sure DESC, label {{}}, place DESC, {_IN_TEXT}",
    "value": f"sure DESC, value {{}}, place DESC, {_IN_TEXT}",
    "unit": f"sure DESC, unit {{}}, place DESC, {_IN_TEXT}",
    "period": f"sure DESC, period {{}}, place DESC, {_IN_TEXT}",
    "source": f"sure DESC, source {{}}, place DESC, {_IN_TEXT}",
    "title": f"sure DESC, title {{}}, place DESC, {_IN_TEXT}",
}
_FIELDS = """bulletins.row AS place,
    is_sure(CAST(figures.label AS BLOB), CAST(figures.text AS BLOB), figures.kind) AS sure, {} AS file,
    bulletins.id AS id, figures.n AS n, title AS title, coalesce(sources.name, '') AS source, published, written,
    figures.text, start, figures.label AS label, value AS value, unit AS unit, kind, approx, value_max,
    period AS period, sentence_start, sentence_end"""
_BEFORE = """SELECT substr(body, 1 + max(0, start - ?1), min(start, ?1)) FROM figures
    JOIN bulletins ON bulletins.id = bulletin_id WHERE bulletin_id = ?2 AND n = ?3"""
_BEFORE_ATTACHED = """SELECT substr(body, 1 + max(0, start - ?1), min(start, ?1)) FROM attached_figures
    JOIN attachment_texts USING (attachment_id)
    WHERE attachment_id = (SELECT attachment_id FROM bulletin_attachments WHERE bulletin_id = ?2 AND name = ?4)
    AND n = ?3"""
_OWN = Clauses(
    """FROM figures JOIN bulletins ON bulletins.id = figures.bulletin_id
    LEFT JOIN sources ON sources.id = bulletins.source_id WHERE bulletins.latest"""
)
# A document that a page has under two names states its figures once.
_ATTACHED = Clauses(
    """FROM bulletins CROSS JOIN bulletin_attachments AS files ON files.bulletin_id = bulletins.id
    CROSS JOIN attached_figures AS figures ON figures.attachment_id = files.attachment_id
    LEFT JOIN sources ON sources.id = bulletins.source_id WHERE bulletins.latest AND files.name = (
        SELECT min(name) FROM bulletin_attachments AS same
        WHERE same.bulletin_id = files.bulletin_id AND same.attachment_id = files.attachment_id
    )"""
)
_HOLDS = "(instr(figures.label, ?) OR instr(figures.text, ?) OR instr(bulletins.title, ?))"


def listed(
    plans: Plans,
    wanted: FigureFilter,
    by: FigureField = "date",
    falling: bool = True,
    limit: int = -1,
    offset: int = 0,
) -> tuple[KeyFigure, ...]:
    """Return a page of the key figures that a filter asks for, the newest first; a limit of -1 means no limit.

    Those of attachments are their bulletins'.
    """
    plans.db.define("is_sure", _sureness())
    parts = _wanted(plans, wanted)
    told = (_FIELDS.format("0"), _FIELDS.format("files.attachment_id"))
    selects = [f"SELECT {fields} {part.sql}" for fields, part in zip(told, parts, strict=False)]
    # Parts in the same order are merged: neither is read further than the page needs.
    sql = f"{' UNION ALL '.join(selects)} ORDER BY {_ORDERS[by].format('DESC' if falling else 'ASC')} LIMIT ? OFFSET ?"
    values = [value for part in parts for value in part.values]
    attached = _Attached(plans.db)
    return tuple(_key_figure(row, attached) for row in plans.db.rows(sql, (*values, limit, offset)))


def with_contexts(db: Archive, keys: Iterable[KeyFigure]) -> tuple[KeyFigure, ...]:
    """Return key figures with what their texts are about before them, those with unsure labels."""
    from xinhui_viewer.text.label_context import REACH, context
    from xinhui_viewer.text.label_sureness import is_sure  # not needed before figures are listed

    def told(key: KeyFigure) -> KeyFigure:
        if is_sure(key.figure):
            return key
        place = (REACH, key.bulletin_id, key.n)
        name = key.attachment.name if key.attachment is not None else ""
        before = (db.value(_BEFORE_ATTACHED, (*place, name)) if name else db.value(_BEFORE, place)) or ""
        return replace(key, context=context(key.figure, before, key.figure.start - len(before)))

    return tuple(map(told, keys))


def count(plans: Plans, wanted: FigureFilter) -> int:
    """Return the number of key figures that a filter asks for."""
    found = _wanted(plans, wanted)
    return sum(int(plans.db.value(f"SELECT count(*) {part.sql}", part.values)) for part in found)


def units(db: Archive) -> tuple[str, ...]:
    """Return the units of all key figures, the most frequent first."""
    told = "(SELECT unit FROM figures UNION ALL SELECT unit FROM attached_figures)" if states_any(db) else "figures"
    found = db.rows(f"SELECT unit FROM {told} GROUP BY unit ORDER BY count(*) DESC, unit LIMIT 500")
    return tuple(unit for (unit,) in found if unit)


def choices(db: Archive) -> Mapping[tuple[str, str, str], str]:
    """Return the user's choices: by source, unit and folded label the series it belongs to."""
    found = db.rows("SELECT source, unit, label, series FROM series_choices")
    return {(source, unit, label): series for source, unit, label, series in found}


def choose(db: Archive, keys: tuple[tuple[str, str, str], ...], series: str) -> None:
    """Put labels (source, unit, folded label) into a series of that name; an empty name removes the choice."""
    with db.transaction():
        for key in keys:
            db.run("DELETE FROM series_choices WHERE source = ? AND unit = ? AND label = ?", key)
            if series:
                db.run("INSERT INTO series_choices VALUES (?, ?, ?, ?)", (*key, series))


def _wanted(plans: Plans, wanted: FigureFilter) -> tuple[Clauses, ...]:
    """Return what a filter asks for among the figures of pages, and among those of attachments, if any state some."""
    origins = (_OWN, _ATTACHED) if states_any(plans.db) else (_OWN,)
    return tuple(_filtered(plans, origin, wanted) for origin in origins)


def _filtered(plans: Plans, found: Clauses, wanted: FigureFilter) -> Clauses:
    for word in wanted.words:
        found = found.where(_HOLDS, word, word, word)
    if wanted.unit:
        found = found.where("figures.unit = ?", wanted.unit)
    if wanted.kind:
        found = found.where("figures.kind = ?", wanted.kind)
    if wanted.period:
        found = found.where("instr(figures.period, ?)", wanted.period)
    if wanted.of != All(()):
        of_query = plans.of(wanted.of).rows()
        found = found.where(f"bulletins.row IN (SELECT rowid {of_query.sql})", *of_query.values)
    return found


class _Attached:
    """The attachments of bulletins, each bulletin's read once."""

    def __init__(self, db: Archive) -> None:
        self._db = db
        self._read: dict[int, dict[int, HitAttachment]] = {}

    def of(self, bulletin_id: int, number: int) -> HitAttachment | None:
        """Return an attachment of a bulletin by its stored number, None for 0, the page itself."""
        if not number:
            return None
        if bulletin_id not in self._read:
            self._read[bulletin_id] = numbered(self._db, bulletin_id)
        return self._read[bulletin_id].get(number)


def _key_figure(row: Row, attached: _Attached) -> KeyFigure:
    _place, _sure, file, number, n, title, source, published, written, *own, start, end = row
    figure = replace(Figure(*own), sentence=(start, end))
    day, of_writing = readable_date(published), readable_date(written)
    return KeyFigure(number, n, title, source, day, figure, of_writing, attachment=attached.of(number, file))


@cache
def _sureness() -> Callable[[str, str, str], bool]:
    """Return a function from a label, the text of its figure and its kind to whether it is sure."""
    from xinhui_viewer.text.label_sureness import doubt  # not needed before figures are listed

    return lambda label, text, kind: doubt(label, text, kind) is None
