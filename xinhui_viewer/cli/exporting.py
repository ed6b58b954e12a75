"""Commands that give bulletins to other programs: files in their formats, references."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from xinhui_viewer.archive import connect, index, read
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.cli.options import BULLETIN_ID, FILE, archive_argument, refuse_to_overwrite
from xinhui_viewer.cli.output import LeftOut, say
from xinhui_viewer.cli.progress import progress
from xinhui_viewer.errors import UserError
from xinhui_viewer.exporters.exporting import into_file, into_folder, texts
from xinhui_viewer.exporters.formats import FORMATS, named
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.search.parse import describe, parse
from xinhui_viewer.summary.cite import reference

_NAMES = tuple(one.name for one in FORMATS)


@click.command(help=tr("Export bulletins, what a query finds, or all: text, tables, references."))
@archive_argument
@click.argument("ids", metavar="ID...", type=BULLETIN_ID, nargs=-1)
@click.option("--query", help=tr("Take what this query finds, instead of numbers."))
@click.option("--all", "everything", is_flag=True, help=tr("Take all bulletins."))
@click.option(
    "--to", "target", type=FILE, help=tr("A file, or a folder for a file of each; without it, write to stdout.")
)
@click.option("--format", "kind", type=click.Choice(_NAMES), required=True, help=tr("The format."))
@click.option("--force", is_flag=True, help=tr("Write over a file that is there already."))
def export(
    archive: Path, ids: Sequence[int], query: str | None, everything: bool, target: Path | None, kind: str, force: bool
) -> int:
    if [bool(ids), query is not None, everything].count(True) != 1:
        raise click.UsageError(tr("Give numbers of bulletins, --query, or --all."))
    made, left_out = named(kind), LeftOut()
    with connect.reading(archive) as db, progress() as job:
        chosen, title = _chosen(db, ids, query, archive.stem)
        if target is None:
            say("".join(piece.decode() for piece in texts(db, chosen, made, title, job, left_out)).rstrip("\n"))
            return 1 if left_out.count else 0
        if target.is_dir():
            paths = into_folder(db, chosen, made, target, job, left_out)
        else:
            refuse_to_overwrite(target, force)
            paths = into_file(db, chosen, made, target, title, job, left_out)
    n, where = len(chosen) - left_out.count, target if len(paths) == 1 else f"{target} ({len(paths)})"
    say(trn("{path}: {n} bulletin.", "{path}: {n} bulletins.", n).format(path=where, n=n))
    return 1 if left_out.count else 0


@click.command(help=tr("Print references to bulletins by GB/T 7714-2015."))
@archive_argument
@click.argument("ids", metavar="ID...", type=BULLETIN_ID, nargs=-1, required=True)
def cite(archive: Path, ids: Sequence[int]) -> None:
    with connect.reading(archive) as db:
        say("\n".join(reference(read.bulletin(db, number)) for number in ids))


def _chosen(db: Archive, ids: Sequence[int], query: str | None, name: str) -> tuple[Sequence[int], str]:
    """Return the requested bulletins, each once, and a title for them."""
    if query is None:
        return tuple(dict.fromkeys(ids)) or read.ids(db), name
    asked = parse(query)
    found = index.ids(db, asked)
    if not found:
        raise UserError(tr("Nothing is found by {query}.").format(query=describe(asked)), tr("Ask for less."))
    return found, describe(asked)
