"""The command that puts bulletins on paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Unpack

import click

from xinhui_viewer.archive import connect
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.cli.layouts import LayoutOptions, layout, layout_options
from xinhui_viewer.cli.options import BULLETIN_ID, FILE, archive_argument, refuse_to_overwrite
from xinhui_viewer.cli.output import LeftOut, complain, say
from xinhui_viewer.cli.progress import progress
from xinhui_viewer.errors import UserError
from xinhui_viewer.exporters.files import save
from xinhui_viewer.exporters.pdf import TEMPLATES, WHOLE, pdf
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.records import Query, Template
from xinhui_viewer.search.find import count, find
from xinhui_viewer.search.parse import describe, parse
from xinhui_viewer.summary.compose import compose

_MOST = 250  # typesetting keeps all pages in memory: 200 bulletins take 350 MB
_MOST_IN_DIGEST = 5000  # which is typeset in parts


@click.command(help=tr("Write a summary sheet of bulletins, or of what a query finds, as PDF."))
@archive_argument
@click.argument("ids", metavar="ID...", type=BULLETIN_ID, nargs=-1)
@click.option("--query", help=tr("Take what this query finds, instead of numbers."))
@click.option("-o", "--output", type=FILE, required=True, help=tr("The PDF file to write."))
@click.option("--template", type=click.Choice(TEMPLATES), default=TEMPLATES[0], show_default=True, help=tr("The form."))
@layout_options
@click.option("--force", is_flag=True, help=tr("Write over a file that is there already."))
def summary(
    archive: Path,
    ids: Sequence[int],
    query: str | None,
    output: Path,
    template: Template,
    force: bool,
    **options: Unpack[LayoutOptions],
) -> int:
    if bool(ids) == (query is not None):
        raise click.UsageError(tr("Give either numbers of bulletins or --query."))
    refuse_to_overwrite(output, force)
    with connect.reading(archive) as db, progress() as job:
        left_out = LeftOut()
        title, asked = "", None if query is None else parse(query)
        if asked is not None:
            ids, title = _found(db, asked, _MOST_IN_DIGEST if template == "digest" else _MOST)
        one_title = title if len(ids) > 1 or template == "digest" else ""
        composed = compose(db, tuple(dict.fromkeys(ids)), one_title, template in WHOLE, asked, job, left_out)
        pages = pdf(composed, job, layout(template, options))
    save(output, pages)
    n = len(composed.entries)
    say(trn("{path}: {n} bulletin.", "{path}: {n} bulletins.", n).format(path=output, n=n))
    return 1 if left_out.count else 0


def _found(db: Archive, query: Query, most: int) -> tuple[Sequence[int], str]:
    found = find(db, query, limit=most)
    ids = [hit.id for hit in found.hits if not hit.missing]
    said = describe(found.query)
    if not ids:
        raise UserError(tr("Nothing is found by {query}.").format(query=said), tr("Ask for less."))
    total = count(db, query) if found.capped else found.count
    if total > len(ids):
        complain(tr("{n} bulletins are found; the first {most} are put on paper.").format(n=total, most=most))
    return ids, said
