"""Commands on an archive as a whole: create one, open its window, show what it holds."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from xinhui_viewer.archive import connect, read, writing
from xinhui_viewer.cli.options import archive_argument, json_option
from xinhui_viewer.cli.output import aligned, say, say_json
from xinhui_viewer.cli.values import iso
from xinhui_viewer.i18n import tr


@click.command("create", help=tr("Create an empty archive."))
@archive_argument
def create_archive(archive: Path) -> None:
    """Create an empty archive; an ArchiveError when there is a file of that name."""
    writing.create(archive)
    say(tr("Created: {path}").format(path=archive))


@click.command("open", help=tr("Open an archive in the window."))
@archive_argument
@click.pass_context
def open_archive(ctx: click.Context, archive: Path) -> int:
    """Open the window on an archive and return its exit code."""
    with connect.reading(archive):
        pass  # a file that is no archive is reported here, before a window appears
    code: int = ctx.obj(archive)
    return code


@click.command(help=tr("Show an overview of an archive."))
@archive_argument
@json_option
def info(archive: Path, as_json: bool) -> None:
    """Write an archive in numbers, as lines or as JSON."""
    with connect.reading(archive) as db:
        told = read.info(db)
    if as_json:
        say_json({**asdict(told), "path": str(told.path), "first": iso(told.first), "last": iso(told.last)})
        return
    period = f"{iso(told.first)} – {iso(told.last)}" if told.first else ""
    rows = (
        (tr("Archive"), str(told.path)),
        (tr("Bulletins"), f"{told.bulletins:,}"),
        (tr("Original files"), f"{told.originals:,}"),
        (tr("Published"), period),
        (tr("Characters"), f"{told.characters:,}"),
        (tr("Size", "of a file"), tr("{size:,.1f} MB").format(size=told.size / 1e6)),
        (tr("Note"), tr("Created by a newer version of the program; it can only be read.") if told.newer else ""),
    )
    say("\n".join(aligned(rows)))
