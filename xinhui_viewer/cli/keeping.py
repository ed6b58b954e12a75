"""Commands that keep an archive safe: verify it, back it up, restore a backup."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from xinhui_viewer.archive import backup as copies
from xinhui_viewer.archive import check, connect
from xinhui_viewer.cli.options import FILE, archive_argument, json_option
from xinhui_viewer.cli.output import complain, say, say_json
from xinhui_viewer.cli.progress import progress
from xinhui_viewer.i18n import tr


@click.command(help=tr("Check that every text, original and attachment is as it was stored."))
@archive_argument
@json_option
def verify(archive: Path, as_json: bool) -> int:
    """Print the damage of an archive; exit with 1 when there is any."""
    with progress() as job, connect.reading(archive, job=job) as db:
        found = check.problems(db, job)
    if as_json:
        say_json({"path": str(archive), "whole": not found, "problems": list(found)})
    elif found:
        say("\n".join(found))
        complain(tr("Restore a backup of the archive."))
    else:
        say(tr("{path} is undamaged.").format(path=archive))
    return 1 if found else 0


@click.command(help=tr("Back up an archive and verify the copy; other programs may use the archive meanwhile."))
@archive_argument
@click.option(
    "-o",
    "--output",
    type=FILE,
    help=tr("The backup file; by default, one beside the archive with the date in its name."),
)
def backup(archive: Path, output: Path | None) -> None:
    """Copy an archive to a new file that is verified, by default beside it with the date."""
    path = output or copies.dated(archive, tr("backup"), date.today())
    with progress() as job, connect.reading(archive, job=job) as db:
        copies.backup(db, path, job)
    say(tr("Backed up and verified: {path}").format(path=path))


@click.command(help=tr("Replace an archive with a verified copy of a backup; the replaced archive is kept."))
@click.argument("source", metavar="BACKUP", type=FILE)
@archive_argument
def restore(source: Path, archive: Path) -> None:
    """Put a verified copy of a backup in the place of an archive, which is kept under another name."""
    kept = copies.dated(archive, tr("replaced"), date.today())
    with progress() as job:
        replaced = copies.restore(source, archive, kept, job)
    say(tr("{path} was restored from {backup}.").format(path=archive, backup=source))
    if replaced:
        say(tr("The previous archive is kept as {path}.").format(path=kept))
