"""Commands that save files as they were imported: originals and attachments."""

from __future__ import annotations

import hashlib
from pathlib import Path

import click

from xinhui_viewer.archive import connect
from xinhui_viewer.archive.files import original as kept_original
from xinhui_viewer.archive.read import bulletin as kept_bulletin
from xinhui_viewer.cli.options import BULLETIN_ID, FILE, archive_argument, refuse_to_overwrite
from xinhui_viewer.cli.output import say
from xinhui_viewer.errors import ArchiveError
from xinhui_viewer.exporters.attachments import save_attachments
from xinhui_viewer.exporters.files import save
from xinhui_viewer.i18n import tr
from xinhui_viewer.text.file_names import shown_name


@click.command(help=tr("Save the original of a bulletin, byte for byte."))
@archive_argument
@click.argument("bulletin", metavar="ID", type=BULLETIN_ID)
@click.option("-o", "--output", type=FILE, required=True, help=tr("The file to write."))
@click.option("--force", is_flag=True, help=tr("Overwrite an existing file."))
def original(archive: Path, bulletin: int, output: Path, force: bool) -> None:
    """Write the file that a bulletin was read from; an ArchiveError when it is not as it was retrieved."""
    refuse_to_overwrite(output, force)
    with connect.reading(archive) as db:
        kept = kept_original(db, bulletin)
    if hashlib.sha256(kept.content).hexdigest() != kept.sha256:
        problem = tr("The original {name} differs from what was retrieved.").format(name=kept.name)
        raise ArchiveError(problem, tr("Restore a backup of the archive."))
    save(output, kept.content)
    told = tr("{path}: {name} as it was retrieved, SHA-256 {sha256}.")
    say(told.format(path=output, name=kept.name, sha256=kept.sha256))


@click.command(help=tr("List the files that belong to a bulletin, or save them into a folder."))
@archive_argument
@click.argument("bulletin", metavar="ID", type=BULLETIN_ID)
@click.option("-o", "--output", type=FILE, help=tr("The folder to write them into."))
def attachments(archive: Path, bulletin: int, output: Path | None) -> None:
    """Write the files that belong to a bulletin into a folder, or their names."""
    with connect.reading(archive) as db:
        if output is not None:
            saved = [str(path) for path in save_attachments(db, bulletin, output)]
        else:
            saved = [shown_name(name) for name in kept_bulletin(db, bulletin).attachments]
    say("\n".join(saved) if saved else tr("The bulletin has no attachments."))
