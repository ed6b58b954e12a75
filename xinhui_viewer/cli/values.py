"""The program's values as JSON: dates are ISO texts or null, spans are pairs of character offsets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from xinhui_viewer import facts
from xinhui_viewer.cli.reading import documents
from xinhui_viewer.exporters.facts import grounds
from xinhui_viewer.exporters.figures import told_figures
from xinhui_viewer.records import (
    Alike,
    Attached,
    AttachedText,
    Bulletin,
    Draft,
    Found,
    Hit,
    Imported,
    Section,
    Series,
)
from xinhui_viewer.search.describe import describe
from xinhui_viewer.text.articles import articles
from xinhui_viewer.text.file_names import attachment_name
from xinhui_viewer.text.gist import abstract
from xinhui_viewer.text.points import points


def draft(read: Draft) -> dict[str, Any]:
    """Return a draft, as read from a file."""
    return {
        **facts.json(read.facts),
        "grounds": grounds(read),
        "importer": read.importer,
        "abstract": list(abstract(read.body, read.sections)),
        "body": read.body,
        "outline": outline(read.sections),
        "articles": _articles(read),
        "points": _points(read),
        "figures": told_figures(read.figures, read.body),
        "attachments": [attachment.name for attachment in read.attachments],
        "attached": attached(documents(read)),
        "passed_over": read.passed_over,
        "warnings": list(read.warnings),
    }


def bulletin(read: Bulletin) -> dict[str, Any]:
    """Return a bulletin of an archive."""
    return {
        "id": read.id,
        **facts.json(read.facts),
        "addresses": list(read.addresses),
        "grounds": grounds(read),
        "revises": read.revises,
        "provenance": asdict(read.provenance),
        "abstract": list(abstract(read.body, read.sections)),
        "body": read.body,
        "outline": outline(read.sections),
        "articles": _articles(read),
        "points": _points(read),
        "figures": told_figures(read.figures, read.body),
        "attachments": list(read.attachments),
        "attached": attached(read.attached),
        "cited_by": [asdict(one) for one in read.cited_by],
    }


def attached(read: Sequence[Attached]) -> list[dict[str, Any]]:
    """Return the documents of a bulletin with their texts; ``text`` is null where there is none."""
    return [
        {
            "number": one.number,
            "name": one.name,
            "title": attachment_name(one.name, one.label),
            "media_type": one.media_type,
            "sha256": one.sha256,
            "text": None if one.text is None else _text(one.text),
        }
        for one in read
    ]


def found(answer: Found) -> dict[str, Any]:
    """Return a page of a query's hits; those that are ``partial`` are counted apart."""
    return {
        "count": answer.count,
        "capped": answer.capped,
        "partial": answer.partial,
        "understood": describe(answer.query),
        "unknown": list(answer.query.unknown),
        "dropped": list(answer.query.dropped),
        "also": {word: list(official) for word, official in answer.also},
        "suggested": answer.suggested.text if answer.suggested is not None else "",
        "hits": [hit(one) for one in answer.hits],
    }


def hit(one: Hit) -> dict[str, Any]:
    """Return a bulletin in a list; ``spans`` are in the excerpt, ``title_spans`` in the title."""
    return {**asdict(one), "published": iso(one.published), "written": iso(one.written)}


def alike(one: Alike) -> dict[str, Any]:
    """Return a bulletin that is like another one."""
    return {**asdict(one), "published": iso(one.published), "written": iso(one.written)}


def imported(line: Imported) -> dict[str, Any]:
    """Return the outcome of one input; ``error`` is null when it was imported."""
    return {**asdict(line), "error": line.error or None}


def outline(sections: Sequence[Section]) -> list[dict[str, Any]]:
    """Return the headings in order, each with the offset where it begins in the body."""
    return [
        {"level": section.level, "title": section.heading, "offset": section.start, "inferred": section.inferred}
        for section in sections
    ]


def _articles(read: Draft | Bulletin | AttachedText) -> list[dict[str, Any]]:
    """Return the articles of a law in order, each with its span in the body."""
    return [{"number": one.number, "start": one.start, "end": one.end} for one in articles(read.body, read.sections)]


def _points(read: Draft | Bulletin | AttachedText) -> list[dict[str, Any]]:
    """Return the points of sections, （一）抓好春耕。…, in order, each with its span in the body; a law has none."""
    found = () if articles(read.body, read.sections) else points(read.body, read.sections)
    return [{"title": one.heading, "start": one.start, "end": one.end} for one in found]


def _text(read: AttachedText) -> dict[str, Any]:
    return {
        "importer": read.importer,
        "body": read.body,
        "outline": outline(read.sections),
        "articles": _articles(read),
        "points": _points(read),
        "figures": told_figures(read.figures, read.body),
    }


def iso(day: date | None) -> str | None:
    """Return a date as ISO text, or None without one."""
    return day.isoformat() if day else None


def series(one: Series) -> dict[str, Any]:
    """Return a series: its label, unit, source, length of period, the labels joined in it, and its points."""
    points = [
        {"day": point.day.isoformat(), "value": point.key.figure.value, "text": point.key.figure.text,
         "bulletin": point.key.bulletin_id}
        for point in one.points
    ]  # fmt: skip
    return {
        "label": one.label,
        "unit": one.unit,
        "source": one.source,
        "span": one.span,
        "labels": list(one.labels),
        "chosen": one.chosen,
        "points": points,
    }
