"""The command that prints bulletins to PDF."""

from __future__ import annotations

from pathlib import Path
from typing import Unpack

import click

from xinhui_viewer.archive import connect
from xinhui_viewer.cli.layouts import LayoutOptions, layout, layout_options
from xinhui_viewer.cli.options import BULLETIN_ID, FILE, archive_argument, order_option, refuse_to_overwrite
from xinhui_viewer.cli.output import LeftOut, complain, say
from xinhui_viewer.cli.progress import progress
from xinhui_viewer.exporters.files import save
from xinhui_viewer.exporters.paper import on_paper
from xinhui_viewer.exporters.table import TEMPLATES
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.records import Order, Selection
from xinhui_viewer.search.parse import parse

_NAMES = tuple(row.name for row in TEMPLATES)


@click.command(help=tr("Write summary sheets of bulletins, or of the results of a query, as PDF."))
@archive_argument
@click.argument("ids", metavar="ID...", type=BULLETIN_ID, nargs=-1)
@click.option("--query", help=tr("Use the results of this query instead of bulletin numbers."))
@order_option
@click.option("-o", "--output", type=FILE, required=True, help=tr("The PDF file to write."))
@click.option("--template", type=click.Choice(_NAMES), default=_NAMES[0], show_default=True, help=tr("The template."))
@layout_options
@click.option("--force", is_flag=True, help=tr("Overwrite an existing file."))
def summary(
    archive: Path,
    ids: tuple[int, ...],
    query: str | None,
    order: Order,
    output: Path,
    template: str,
    force: bool,
    **options: Unpack[LayoutOptions],
) -> int:
    """Write the chosen bulletins as PDF in a template; return the exit code."""
    if bool(ids) == (query is not None):
        raise click.UsageError(tr("Give either bulletin numbers or --query."))
    refuse_to_overwrite(output, force)
    left_out = LeftOut()
    with connect.reading(archive) as db, progress() as job:
        selection = Selection(ids, None if query is None else parse(query), order)
        made = on_paper(db, selection, layout(template, options), job, left_out)
    if made.summary.cut:
        complain(made.summary.cut)
    save(output, made.content)
    n = len(made.summary.entries)
    say(trn("{path}: {n} bulletin.", "{path}: {n} bulletins.", n).format(path=output, n=n))
    return 1 if left_out.count else 0
