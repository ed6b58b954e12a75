"""Commands on key figures and their series, and on outlines."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from xinhui_viewer.archive import connect
from xinhui_viewer.archive.figures import choices, with_contexts
from xinhui_viewer.archive.read import bulletin
from xinhui_viewer.cli import values
from xinhui_viewer.cli.options import FILE, archive_argument, json_option
from xinhui_viewer.cli.output import aligned, say, say_json
from xinhui_viewer.cli.reading import label_text
from xinhui_viewer.exporters.figures import figures_csv, figures_json
from xinhui_viewer.facts import day_text
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers import read
from xinhui_viewer.records import KeyFigure, Section, Series
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.figures import figures as figures_of
from xinhui_viewer.search.hits import attachment_title
from xinhui_viewer.text.figure_text import figure_text
from xinhui_viewer.text.series import series as series_of


@click.command(help=tr("List the key figures of an archive, or of the results of a query."))
@archive_argument
@click.argument("query", nargs=-1)
@click.option("--unit", default="", help=tr("Only figures in this unit."))
@click.option("--series", "as_series", is_flag=True, help=tr("Combine the figures for one thing over the years."))
@click.option("--csv", "as_csv", is_flag=True, help=tr("Write CSV to stdout."))
@json_option
def figures(archive: Path, query: tuple[str, ...], unit: str, as_series: bool, as_csv: bool, as_json: bool) -> None:
    """Print key figures or their series, as lines, CSV or JSON."""
    with connect.reading(archive) as db:
        found = figures_of(asked(db, " ".join(query)), unit)
        joined = series_of(found, choices(db)) if as_series else ()
        found = () if as_series else with_contexts(db, found)
    if as_series:
        _say_series(joined, as_json)
    elif as_csv:
        say(figures_csv(found).decode("utf-8-sig").replace("\r\n", "\n").rstrip("\n"))
    elif as_json:
        say(figures_json(found).decode().rstrip("\n"))
    else:
        say("\n".join(map(_line, found)))


@click.command(help=tr("Show the outline of a file, or of a bulletin in an archive by its number."))
@click.argument("source", metavar="FILE|ARCHIVE", type=FILE)
@click.argument("number", metavar="[ID]", type=int, required=False)
@json_option
def outline(source: Path, number: int | None, as_json: bool) -> None:
    """Print the outline of a file's bulletins, or of a bulletin of an archive."""
    for sections in _sections(source, number):
        if as_json:
            say_json(values.outline(sections))
        else:
            say("\n".join(f"{'  ' * (section.level - 1)}{section.heading}" for section in sections))


def _sections(source: Path, number: int | None) -> list[tuple[Section, ...]]:
    if number is None:
        return [draft.sections for draft in read(source)[1]]
    with connect.reading(source) as db:
        return [bulletin(db, number).sections]


def _line(key: KeyFigure) -> str:
    day = day_text(key).ljust(10)
    about = f"{label_text(key.figure, key.context)} {figure_text(key.figure)}".strip()
    below = f"  {attachment_title(key.attachment.number, key.attachment.shown)}" if key.attachment is not None else ""
    return f"#{key.bulletin_id}  {day}  {about}  {key.figure.period}".rstrip() + below


def _say_series(found: tuple[Series, ...], as_json: bool) -> None:
    if as_json:
        say_json([values.series(one) for one in found])
        return
    for one in found:
        head = " · ".join(part for part in (one.label, one.unit, one.span, one.source) if part)
        say(head)
        rows: list[tuple[Any, ...]] = [
            (point.day.isoformat(), f"{figure_text(point.key.figure)}  #{point.key.bulletin_id}")
            for point in one.points
        ]
        say("\n".join(aligned(rows)) + "\n")
