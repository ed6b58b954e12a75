"""Commands that export bulletins for other programs, and print references to them."""

from __future__ import annotations

import os
from pathlib import Path

import click

from xinhui_viewer.archive import connect, read
from xinhui_viewer.cli.options import BULLETIN_ID, archive_argument, order_option, refuse_to_overwrite
from xinhui_viewer.cli.output import LeftOut, say
from xinhui_viewer.cli.progress import progress
from xinhui_viewer.exporters import exporting
from xinhui_viewer.exporters.files import make_folder
from xinhui_viewer.exporters.table import FORMATS, data_format
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.records import Order, Selection
from xinhui_viewer.search.parse import parse
from xinhui_viewer.summary.cite import reference
from xinhui_viewer.summary.selection import choose

_NAMES = tuple(row.name for row in FORMATS)


@click.command(
    help=tr("Export some bulletins, the results of a query, or all bulletins as text, tables or references.")
)
@archive_argument
@click.argument("ids", metavar="ID...", type=BULLETIN_ID, nargs=-1)
@click.option("--query", help=tr("Use the results of this query instead of bulletin numbers."))
@click.option("--all", "everything", is_flag=True, help=tr("Export all bulletins."))
@order_option
@click.option(
    "--to",
    type=click.Path(readable=False),
    help=tr("A file, or a folder for one file per bulletin; without it, standard output."),
)
@click.option("--format", "kind", type=click.Choice(_NAMES), required=True, help=tr("The format."))
@click.option("--force", is_flag=True, help=tr("Overwrite an existing file."))
def export(
    archive: Path,
    ids: tuple[int, ...],
    query: str | None,
    everything: bool,
    order: Order,
    to: str | None,
    kind: str,
    force: bool,
) -> int:
    """Write the chosen bulletins in a data format to a file, a folder or stdout; return the exit code."""
    if [bool(ids), query is not None, everything].count(True) != 1:
        raise click.UsageError(tr("Give bulletin numbers, --query or --all."))
    target, row, left_out = _target(to, force), data_format(kind), LeftOut()
    with connect.reading(archive) as db, progress() as job:
        chosen = choose(db, Selection(ids, None if ids else parse(query or ""), order))
        title = chosen.understood if query else archive.stem
        if target is None:
            pieces = exporting.texts(db, chosen.ids, row, title, job, left_out)
            say("".join(piece.decode() for piece in pieces).rstrip("\n"))
            return 1 if left_out.count else 0
        paths = exporting.export(db, chosen.ids, row, target, title, job, left_out)
    n, where = len(chosen.ids) - left_out.count, target if len(paths) == 1 else f"{target} ({len(paths)})"
    say(trn("{path}: {n} bulletin.", "{path}: {n} bulletins.", n).format(path=where, n=n))
    return 1 if left_out.count else 0


def _target(to: str | None, force: bool) -> Path | None:
    """Return the file or folder to write; a name that ends with a slash is that of a folder, which is made."""
    if to is None:
        return None
    if to.endswith(("/", os.sep)):
        make_folder(Path(to))
    refuse_to_overwrite(Path(to), force)
    return Path(to)


@click.command(help=tr("Print references to bulletins in the style of GB/T 7714-2015."))
@archive_argument
@click.argument("ids", metavar="ID...", type=BULLETIN_ID, nargs=-1, required=True)
def cite(archive: Path, ids: tuple[int, ...]) -> None:
    """Print the reference to each bulletin, one a line."""
    with connect.reading(archive) as db:
        say("\n".join(reference(read.bulletin(db, number)) for number in ids))
