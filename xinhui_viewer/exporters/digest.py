"""Data of the digest: a cover, the contents, a sheet for each bulletin, all their figures, their sources."""

from __future__ import annotations

from typing import Any

from xinhui_viewer.exporters import sheet
from xinhui_viewer.exporters.glyphs import is_seen
from xinhui_viewer.facts import day
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.records import Layout, Summary


def data(summary: Summary, layout: Layout) -> dict[str, Any]:
    """Return the entries of a summary, with the digest's cover, contents, figures and sources."""
    entries = [sheet.entry(one, layout.without) for one in summary.entries]
    return {
        "title": named(summary),
        "cover": {"title": named(summary), "facts": [pair for pair in _cover(summary) if pair[1]]},
        "entries": entries,
        "titles": [one["title"] for one in entries],
        "figures": [[n, one["figures"]] for n, one in enumerate(entries) if one["figures"]],
        "sources": [] if "sources" in layout.without else _sources(summary),
        "parts": ["front", "sheets", "figures", "sources"],
        "labels": {**sheet.labels(), **_labels()},
    }


def named(summary: Summary) -> str:
    """Return the title of a digest: its own, else the query it was found by, else a general one."""
    return next(filter(is_seen, (summary.title, summary.understood)), tr("Digest of bulletins"))


def _cover(summary: Summary) -> tuple[tuple[str, str], ...]:
    n = len(summary.entries)
    days = sorted(said for entry in summary.entries if (said := day(entry.facts)))
    sources = len({entry.facts.source for entry in summary.entries})
    period = " – ".join(dict.fromkeys(one.isoformat() for one in (days[0], days[-1]))) if days else ""
    written = any(entry.facts.written for entry in summary.entries if not entry.facts.published)
    return (
        (tr("Searched for"), summary.query),
        (tr("Understood as"), summary.understood),
        (tr("Number of bulletins"), summary.cut or trn("{n} bulletin", "{n} bulletins", n).format(n=n)),
        (tr("Date") if written else tr("Published"), period),
        (tr("Sources"), trn("{n} source", "{n} sources", sources).format(n=sources)),
        (tr("Compiled on"), summary.made[:10]),
    )


def _sources(summary: Summary) -> list[dict[str, Any]]:
    """Return the sources with the numbers of their bulletins, the most frequent first; without a source last."""
    found: dict[str, list[int]] = {}
    for n, entry in enumerate(summary.entries):
        found.setdefault(entry.facts.source, []).append(n)
    ordered = sorted(found.items(), key=lambda pair: (not pair[0], -len(pair[1]), pair[1]))
    return [{"name": name or tr("(no source)"), "entries": numbers} for name, numbers in ordered]


def _labels() -> dict[str, Any]:
    return {
        "digest": tr("Digest"),
        "contents": tr("Contents"),
        "all_figures": tr("All key figures"),
        "all_heads": [tr("Label"), tr("Value"), tr("Period"), tr("No. / page")],
        "sources": tr("Index of sources"),
    }
