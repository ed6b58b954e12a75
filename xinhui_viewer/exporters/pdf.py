"""Bulletins on paper: a summary in one of the templates, as PDF."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from xinhui_viewer.exporters import sheet
from xinhui_viewer.exporters.sheet import named
from xinhui_viewer.exporters.typesetting import typeset
from xinhui_viewer.i18n import tr
from xinhui_viewer.job import Job
from xinhui_viewer.records import Layout, Summary

# What each template of resources/typst prints, beside what all of them do.
_DATA: dict[str, Callable[[Summary, Layout], dict[str, Any]]] = {"sheet": sheet.data}
TEMPLATES = tuple(_DATA)


def pdf(summary: Summary, job: Job | None = None, layout: Layout | None = None) -> bytes:
    """Return a summary as PDF bytes; the same bytes are previewed, printed and saved.

    An ExportError when it cannot be typeset; Cancelled when ``job`` is.
    """
    layout = layout or Layout()
    return typeset(layout.template, _data(summary, layout), summary.made, job or Job())


def _data(summary: Summary, layout: Layout) -> dict[str, Any]:
    first = summary.entries[0]
    own = _DATA[layout.template](summary, layout)
    return {
        "title": named(summary.title or first.title),
        "author": first.source if len(summary.entries) == 1 else "",
        "keywords": list(dict.fromkeys(step for entry in summary.entries for step in entry.columns)),
        "made": summary.made[:10],
        **own,
        "labels": {**_labels(), **own["labels"]},
    }


def _labels() -> dict[str, Any]:
    before, between, after = tr("Page {page} of {pages}").replace("{pages}", "{page}").split("{page}")
    return {
        "page": [before, between, after],
        "missing": tr("No font here has these characters; they are shown as 〓:"),
        "made": tr("Made on {day} with Xinhui Viewer; the sentences are the bulletin's own."),
    }
