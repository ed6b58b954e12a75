"""Print a selection of bulletins, the same way for the window and the command line."""

from __future__ import annotations

from dataclasses import dataclass, replace

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.read import LeftOut
from xinhui_viewer.exporters.pdf import pdf
from xinhui_viewer.exporters.table import template
from xinhui_viewer.job import Job
from xinhui_viewer.records import Layout, Selection, Summary
from xinhui_viewer.summary.compose import compose
from xinhui_viewer.summary.selection import choose


@dataclass(frozen=True, slots=True)
class Paper:
    """The PDF of a selection, and the summary that it prints."""

    content: bytes
    summary: Summary


def on_paper(
    db: Archive, selection: Selection, layout: Layout, job: Job | None = None, left_out: LeftOut | None = None
) -> Paper:
    """Return the pages of a selection, capped at the template's limit; the summary's ``cut`` says so if it was.

    Cancelled when ``job`` is; a UserError when there is nothing to print. Damaged ones: see ``read.bulletins``.
    """
    row = template(layout.template)
    chosen = choose(db, selection, row.most)
    title = chosen.understood if len(chosen.ids) > 1 else ""
    composed = compose(db, chosen.ids, title, row.whole, selection.query, job, left_out)
    summary = replace(composed, cut=chosen.cut)
    return Paper(pdf(summary, job, layout), summary)
