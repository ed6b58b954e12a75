"""Bulletins on paper: a summary in one of the templates, as PDF."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from xinhui_viewer.exporters import digest, official, sheet
from xinhui_viewer.exporters.full_width import widened
from xinhui_viewer.exporters.sheet import named
from xinhui_viewer.exporters.typesetting import typeset
from xinhui_viewer.i18n import tr
from xinhui_viewer.job import Job
from xinhui_viewer.records import Layout, PaperSize, Summary

# What each template of resources/typst prints, beside what all of them do.
_DATA: dict[str, Callable[[Summary, Layout], dict[str, Any]]] = {
    "sheet": sheet.data,
    "digest": digest.data,
    "official": official.data,
}
TEMPLATES = tuple(_DATA)
WHOLE = frozenset({"official"})  # these print the whole text: their summaries are composed so
_SHEETS: dict[PaperSize, tuple[int, int]] = {"a4": (210, 297), "a3": (297, 420), "16k": (184, 260)}  # millimetres


def pdf(summary: Summary, job: Job | None = None, layout: Layout | None = None) -> bytes:
    """Return a summary as PDF bytes; the same bytes are previewed, printed and saved.

    An ExportError when it cannot be typeset; Cancelled when ``job`` is.
    """
    layout = layout or Layout()
    return typeset(layout.template, _data(summary, layout), summary.made, job or Job(), layout.archival)


def _data(summary: Summary, layout: Layout) -> dict[str, Any]:
    first = summary.entries[0]
    own = _DATA[layout.template](summary, layout)
    made = {
        "title": named(summary.title or first.title),
        "author": first.source if len(summary.entries) == 1 else "",
        "keywords": list(dict.fromkeys(step for entry in summary.entries for step in entry.columns)),
        "made": summary.made[:10],
        **own,
        "labels": {**_labels(), **own["labels"]},
        "layout": _laid_out(layout, summary.made[:10]),
    }
    return widened(made) if layout.full_width else made


def _laid_out(layout: Layout, day: str) -> dict[str, Any]:
    """Return the layout as every template reads it: the sheet in millimetres, the lines around the text."""
    width, height = _SHEETS[layout.size]
    own = (layout.footer, tr("Compiled by {name}").format(name=layout.compiled_by) if layout.compiled_by else "")
    said = tr("Made on {day} with Xinhui Viewer; the sentences are the bulletin's own.").format(day=day)
    return {
        "width": width,
        "height": height,
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
        "missing": tr("No font here has these characters; they are shown as 〓:"),
    }
