"""A user's decisions on series follow their figures: when a text is read again, the figure at its place has them.

A decision is stored by source, unit and label. A better reading may name the same number in other words: then the new
label is put where the old one was. What was decided stays, for other bulletins may still have the old label.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.figures import choices
from xinhui_viewer.text.series_labels import label_key, series_label

Key = tuple[str, str, str]  # of a decision: source, unit, folded label
Rows = Sequence[Sequence[Any]]  # of figures, as archive/prepare.py makes them, without the bulletin's id
_TEXT, _START, _LABEL, _UNIT = 1, 2, 3, 5


def follow(db: Archive, bulletin_id: int, old: Rows, new: Rows) -> None:
    """Put the labels that figures of a bulletin have now into the series that the user put their old ones in.

    The ``old`` rows are those of the table, with the bulletin's id in front.
    """
    decided = choices(db)
    if not decided:
        return
    name = "SELECT name FROM bulletins JOIN sources ON sources.id = source_id WHERE bulletins.id = ?"
    source = db.value(name, (bulletin_id,)) or ""
    for key, series in _named_anew(source, decided, _pairs([figure for _id, *figure in old], new)):
        db.run("INSERT INTO series_choices VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", (*key, series))


def _named_anew(
    source: str, decided: Mapping[Key, str], pairs: Iterable[tuple[Sequence[Any], Sequence[Any]]]
) -> Iterator[tuple[Key, str]]:
    """Yield the keys of labels that figures in decided series have now, and these series."""
    names = {(of, unit, series_label(series)) for (of, unit, _label), series in decided.items()}
    for before, after in pairs:
        unit = before[_UNIT]
        was, now = (label_key(source, unit, one[_LABEL]) for one in (before, after))
        series = decided.get(was) or series_label(before[_LABEL])
        name = series_label(series)
        lost = was != now and now not in decided and series_label(after[_LABEL]) != name
        if lost and (source, unit, name) in names:
            yield now, series


def _pairs(old: Rows, new: Rows) -> Iterator[tuple[Sequence[Any], Sequence[Any]]]:
    """Yield the figures that are the same before and after: at the same place, else the only one of a text and unit."""
    placed = {(one[_START], one[_UNIT]): one for one in new}
    for before in old:
        after = placed.get((before[_START], before[_UNIT]))
        if after is None:
            alike = [one for one in new if (one[_TEXT], one[_UNIT]) == (before[_TEXT], before[_UNIT])]
            after = alike[0] if len(alike) == 1 else None
        if after is not None:
            yield before, after
