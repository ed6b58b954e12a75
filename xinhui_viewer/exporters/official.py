"""Data of the official page (GB/T 9704-2012): the whole text of each bulletin, and a note on its origin."""

from __future__ import annotations

from typing import Any

from xinhui_viewer.exporters.facts import printed
from xinhui_viewer.exporters.pieces import pieces
from xinhui_viewer.exporters.sheet import named
from xinhui_viewer.exporters.system_fonts import fangsong
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Layout, Summary, SummaryEntry


def data(summary: Summary, layout: Layout) -> dict[str, Any]:
    """Return the entries of a summary, composed whole, the pictures they show, and the font of the text.

    The layout's ``points`` are ignored: the standard sets the size of the text.
    """
    pictures: dict[str, bytes] = {}
    family = fangsong() if layout.font == "serif" else ""
    return {
        "entries": [
            {
                "title": named(entry.facts.title),
                "pieces": pieces(entry, pictures),
                "note": [] if "facts" in layout.without else _note(entry),
                "url": entry.facts.url,
                "sha256": entry.provenance.sha256,
            }
            for entry in summary.entries
        ],
        "pictures": pictures,
        "fangsong": family,
        "system_fonts": bool(family),
        "labels": {},
    }


def _note(entry: SummaryEntry) -> list[str]:
    """Return the note under a copy: that it is a copy, of what, and how to verify it."""
    return [
        tr("A copy from the archive, not the document as issued."),
        " · ".join(f"{name} {value}" for name, value in printed(entry, "columns")),
    ]
