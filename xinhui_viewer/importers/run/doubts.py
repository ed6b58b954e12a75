"""Doubts about what was read: missing dates and unsure facts, for the import report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from xinhui_viewer.archive.prepare import PreparedBulletin
from xinhui_viewer.facts import day, unsure
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Imported


def doubted(line: Imported, read: Sequence[PreparedBulletin]) -> Imported:
    """Return a line of the report with the doubts about its bulletins: their ids, and a note on what is in doubt."""
    return replace(
        line,
        undated=tuple(number for number, one in zip(line.ids, read, strict=True) if day(one.facts) is None),
        unsure=tuple(number for number, one in zip(line.ids, read, strict=True) if any(_unsure(one))),
        notes=(*line.notes, *_notes(read)),
    )


def _notes(read: Sequence[PreparedBulletin]) -> Iterator[str]:
    if any(day(one.facts) is None for one in read):
        yield tr("No date was found.")
    if told := unsure({fact for one in read for fact in _unsure(one)}):
        yield told


def _unsure(one: PreparedBulletin) -> Iterator[str]:
    return (ground.fact for ground in one.grounds if not ground.sure)
