"""The summary sheet as PDF."""

from __future__ import annotations

from typing import Any

from xinhui_viewer.exporters.glyphs import is_seen
from xinhui_viewer.exporters.typesetting import typeset
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.job import Job
from xinhui_viewer.records import Figure, Summary, SummaryEntry

TEMPLATES = ("sheet",)
_MOST_FIGURES = 60


def pdf(summary: Summary, job: Job | None = None, template: str = "sheet") -> bytes:
    """Return a summary as PDF bytes; the same bytes are previewed, printed and saved.

    An ExportError when it cannot be typeset; Cancelled when ``job`` is.
    """
    assert template in TEMPLATES, template
    return typeset(template, _data(summary), summary.made, job or Job())


def _data(summary: Summary) -> dict[str, Any]:
    first = summary.entries[0]
    return {
        "title": _named(summary.title or first.title),
        "author": first.source if len(summary.entries) == 1 else "",
        "keywords": list(dict.fromkeys(step for entry in summary.entries for step in entry.columns)),
        "made": summary.made[:10],
        "entries": [_entry(entry) for entry in summary.entries],
        "labels": _labels(),
    }


def _labels() -> dict[str, Any]:
    before, between, after = tr("Page {page} of {pages}").replace("{pages}", "{page}").split("{page}")
    return {
        "sheet": tr("Summary sheet"),
        "page": [before, between, after],
        "outline": tr("Sections"),
        "figures": tr("Key figures"),
        "heads": [tr("Figure"), tr("Value"), tr("Period")],
        "missing": tr("No font here has these characters; they are shown as 〓:"),
        "made": tr("Made on {day} with Xinhui Viewer; the sentences are the bulletin's own."),
    }


def _entry(entry: SummaryEntry) -> dict[str, Any]:
    return {
        "title": _named(entry.title),
        "facts": [[name, value] for name, value in _facts(entry) if value],
        "url": entry.url,
        "url_label": tr("Address"),
        "sha_label": "SHA-256",
        "sha256": entry.provenance.sha256,
        "lead": list(entry.lead),
        "sections": _sections(entry),
        "figures": [_figure(figure) for figure in entry.figures[:_MOST_FIGURES]],
        "more": _more(len(entry.figures) - _MOST_FIGURES),
    }


def _facts(entry: SummaryEntry) -> tuple[tuple[str, str], ...]:
    return (
        (tr("Source"), entry.source),
        (tr("Published"), entry.published.isoformat() if entry.published else ""),
        (tr("Document number"), entry.document_number),
        (tr("Column"), " › ".join(entry.columns)),
        (tr("Retrieved"), entry.provenance.retrieved.replace("T", " ").replace("+00:00", " UTC")),
    )


def _sections(entry: SummaryEntry) -> list[dict[str, Any]]:
    """Return the sections; levels never skip one, as PDF/UA asks."""
    made: list[dict[str, Any]] = []
    for section in entry.sections:
        level = min(section.level, made[-1]["level"] + 1 if made else 1, 6)
        made.append({"level": level, "heading": _named(section.heading), "gist": list(section.gist)})
    return made


def _named(title: str) -> str:
    return title if is_seen(title) else tr("(untitled)")


def _figure(figure: Figure) -> list[str]:
    return [figure.label, figure.text, figure.period]


def _more(left_out: int) -> str:
    return trn("and {n} more figure", "and {n} more figures", left_out).format(n=left_out) if left_out > 0 else ""
