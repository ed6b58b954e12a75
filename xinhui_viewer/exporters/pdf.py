"""Bulletins on paper: a summary in one of the templates, as PDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from xinhui_viewer.errors import ExportError
from xinhui_viewer.exporters.full_width import widened
from xinhui_viewer.exporters.parts import typeset_in_parts
from xinhui_viewer.exporters.sheet import named
from xinhui_viewer.exporters.table import SIZES, Template, template
from xinhui_viewer.exporters.typesetting import typeset
from xinhui_viewer.i18n import tr
from xinhui_viewer.job import Job
from xinhui_viewer.records import Layout, Summary
from xinhui_viewer.spawning import Ended, apart


@dataclass(frozen=True, slots=True)
class Scale:
    """Limits on bulletins: typeset in this process, in one document, in one part of a longer digest, and with tags.

    200 take 350 MB, which only the end of a process gives back; the tags of 5,000 take 600 MB when they are joined.
    """

    here: int = 50
    whole: int = 500
    part: int = 200
    tagged: int = 2000


def pdf(summary: Summary, job: Job | None = None, layout: Layout | None = None, scale: Scale | None = None) -> bytes:
    """Return a summary as PDF bytes; the same bytes are previewed, printed and saved.

    An ExportError when it cannot be typeset; Cancelled when ``job`` is.
    """
    if not summary.entries:
        raise ExportError(tr("There are no bulletins to print."), tr("Choose one, or search for others."))
    layout, job, scale = layout or Layout(), job or Job(), scale or Scale()
    count, row = len(summary.entries), template(layout.template)
    page, data = row.page or row.name, _data(summary, layout, row)
    try:
        if row.joined and count > scale.whole:
            tagged = count <= scale.tagged
            return typeset_in_parts(page, data, summary.made, job, layout.archival, scale.part, tagged)
        if count > scale.here:
            return apart(job, _typeset_alone, page, data, summary.made, layout.archival)
    except Ended as error:
        problem = tr("The pages could not be typeset: the typesetting process ended unexpectedly.")
        raise ExportError(problem, tr("Print fewer bulletins at once, or close other programs.")) from error
    return typeset(page, data, summary.made, job, layout.archival)


def _typeset_alone(page: str, data: dict[str, Any], made: str, archival: bool) -> bytes:
    return typeset(page, data, made, Job(), archival)


def _data(summary: Summary, layout: Layout, row: Template) -> dict[str, Any]:
    first = summary.entries[0]
    own = row.data(summary, layout)
    made = {
        "title": own.get("title") or named(summary.title or first.facts.title),
        "author": first.facts.source if len(summary.entries) == 1 else "",
        "keywords": list(dict.fromkeys(step for entry in summary.entries for step in entry.facts.columns)),
        "made": summary.made[:10],
        "cut": summary.cut,
        **{key: value for key, value in own.items() if key != "title"},
        "labels": {**_labels(), **own["labels"]},
        "layout": _laid_out(layout, summary.made[:10]),
    }
    return widened(made) if layout.full_width else made


def _laid_out(layout: Layout, day: str) -> dict[str, Any]:
    """Return the layout as every template reads it: the sheet in millimetres, the lines above and below the text."""
    size = SIZES[layout.size]
    own = (layout.footer, tr("Compiled by {name}").format(name=layout.compiled_by) if layout.compiled_by else "")
    said = tr("Compiled on {day} with Xinhui Viewer; all sentences are quoted from the bulletins.").format(day=day)
    return {
        "width": size.width,
        "height": size.height,
        "font": layout.font,
        "points": layout.points,
        "header": layout.header,
        "footer": " · ".join(filter(None, own)) or said,
        "own_footer": " · ".join(filter(None, own)),
    }


def _labels() -> dict[str, Any]:
    before, between, after = tr("Page {page} of {pages}").replace("{pages}", "{page}").split("{page}")
    return {
        "page": [before, between, after],
        "missing": tr("No available font has these characters; they are shown as 〓:"),
    }
