"""Data of the list of references: a numbered reference to each bulletin, in the order of the summary."""

from __future__ import annotations

from typing import Any

from xinhui_viewer.exporters.glyphs import is_seen
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.records import Layout, Summary
from xinhui_viewer.summary.cite import clean, reference


def data(summary: Summary, layout: Layout) -> dict[str, Any]:
    """Return the references, each with its address apart so that it becomes a link, and the words around them."""
    n = len(summary.entries)
    title = next(filter(is_seen, (summary.title, summary.understood)), tr("References"))
    facts = (summary.cut or trn("{n} bulletin", "{n} bulletins", n).format(n=n), summary.made[:10], "GB/T 7714-2015")
    return {
        "title": title,
        "facts": [] if "facts" in layout.without else list(facts),
        "entries": [
            {"reference": reference(entry).removesuffix(clean(entry.facts.url)), "url": clean(entry.facts.url)}
            for entry in summary.entries
        ],
        "labels": {"citations": tr("References")},
    }
