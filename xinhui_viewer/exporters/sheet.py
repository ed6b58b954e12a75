"""Data of the summary sheet: facts, lead, outline with its sentences, key figures."""

from __future__ import annotations

from collections.abc import Set
from typing import Any

from xinhui_viewer.exporters.facts import printed
from xinhui_viewer.exporters.glyphs import is_seen
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.records import Extract, Figure, Layout, Summary, SummaryEntry
from xinhui_viewer.text.figure_text import figure_text
from xinhui_viewer.text.label_sureness import is_sure

_MOST_FIGURES = 60


def data(summary: Summary, layout: Layout) -> dict[str, Any]:
    """Return the entries of a summary and the words around them."""
    return {"entries": [entry(one, layout.without) for one in summary.entries], "labels": labels()}


def labels() -> dict[str, Any]:
    """Return the headings of a sheet's parts."""
    return {
        "sheet": tr("Summary sheet"),
        "outline": tr("Sections"),
        "figures": tr("Key figures"),
        "extracts": tr("Passages found"),
        "heads": [tr("Label"), tr("Value"), tr("Period")],
    }


def entry(entry: SummaryEntry, without: Set[str] = frozenset()) -> dict[str, Any]:
    """Return one bulletin as its sheet prints it; ``without`` names the parts left out.

    Of its figures it has those whose labels are sure: paper says no more.
    """
    figures = () if "figures" in without else tuple(filter(is_sure, entry.figures))
    return {
        "title": named(entry.facts.title),
        "with_facts": "facts" not in without,
        "facts": [[name, value] for name, value in printed(entry)],
        "url": entry.facts.url,
        "url_label": tr("Address"),
        "sha_label": "SHA-256",
        "sha256": entry.provenance.sha256,
        "lead": [] if "lead" in without else list(entry.lead),
        "sections": [] if "outline" in without else _sections(entry),
        "extracts": [] if "extracts" in without else [_extract(one) for one in entry.extracts],
        "figures": [_figure(figure) for figure in figures[:_MOST_FIGURES]],
        "more": _more(len(figures) - _MOST_FIGURES),
    }


def _sections(entry: SummaryEntry) -> list[dict[str, Any]]:
    """Return the sections; levels never skip one, as PDF/UA asks."""
    made: list[dict[str, Any]] = []
    for section in entry.sections:
        level = min(section.level, made[-1]["level"] + 1 if made else 1, 6)
        made.append({"level": level, "heading": named(section.heading), "gist": list(section.gist)})
    return made


def named(title: str) -> str:
    """Return a heading, or a word for an empty one, which PDF/UA does not allow."""
    return title if is_seen(title) else tr("(untitled)")


def _extract(extract: Extract) -> dict[str, Any]:
    """Return an extract as runs of text, each with whether it was searched for."""
    runs: list[list[Any]] = []
    end = 0
    for start, stop in extract.spans:
        runs += [[extract.text[end:start], False], [extract.text[start:stop], True]]
        end = stop
    runs.append([extract.text[end:], False])
    return {"section": extract.section, "runs": [run for run in runs if run[0]]}


def _figure(figure: Figure) -> list[str]:
    return [figure.label, figure_text(figure), figure.period]


def _more(left_out: int) -> str:
    return trn("and {n} more figure", "and {n} more figures", left_out).format(n=left_out) if left_out > 0 else ""
