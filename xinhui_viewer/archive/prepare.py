"""Prepare originals for storing, in other processes and in parallel, before one process writes them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from xinhui_viewer.archive import packing
from xinhui_viewer.archive.mentioned import mention_rows
from xinhui_viewer.facts import Facts
from xinhui_viewer.records import AttachedText, Attachment, Draft, Figure, Ground, Original, Section
from xinhui_viewer.text import terms
from xinhui_viewer.text.fold import clean

# The outcome for the double of a bulletin: a page found among others is passed over, one that is named is not new, one
# that the user wants all the same is stored.
Doubles = Literal["skipped", "duplicate", "imported"]


@dataclass(frozen=True, slots=True)
class PreparedText:
    """The text of an attachment as it is stored; ``words`` and ``single`` are for the index.

    ``figures`` and ``mentions`` are rows.
    """

    body: str
    blocks: str
    sections: str
    figures: tuple[tuple[Any, ...], ...]
    mentions: tuple[tuple[Any, ...], ...]
    importer: str
    text_sha256: str
    words: str
    single: str


@dataclass(frozen=True, slots=True)
class PreparedFile:
    """A file as it is stored: its hash, its size in bytes, and its content encoded.

    An attachment has the ``label`` of its link, and its text if it could be read.
    """

    name: str
    media_type: str
    sha256: str
    size: int
    encoding: str
    content: bytes
    label: str = ""
    text: PreparedText | None = None


@dataclass(frozen=True, slots=True)
class PreparedBulletin:
    """A bulletin as it is stored; ``words`` and ``single`` are for the index, ``figures`` and ``mentions`` are rows."""

    facts: Facts
    body: str
    sections: str
    blocks: str
    importer: str
    text_sha256: str
    warnings: tuple[str, ...]
    grounds: tuple[Ground, ...]
    figures: tuple[tuple[Any, ...], ...]
    attachments: tuple[PreparedFile, ...]
    words: tuple[str, ...]
    single: str
    place: str = ""
    mentions: tuple[tuple[Any, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """An original and its bulletins as they are stored; ``url`` and ``retrieved`` are those of the original."""

    file: PreparedFile
    url: str
    retrieved: str
    bulletins: tuple[PreparedBulletin, ...]
    doubles: Doubles = "imported"


def prepared(original: Original, drafts: Sequence[Draft], doubles: Doubles = "imported") -> Prepared:
    """Return an original and the bulletins read from it as they will be stored."""
    url = original.url if len(drafts) == 1 else ""
    return Prepared(
        _file(original.name, original.media_type, original.sha256, original.content),
        clean(original.url),
        original.retrieved,
        tuple(_bulletin(draft, replace(draft.facts, url=clean(draft.facts.url or url))) for draft in drafts),
        doubles,
    )


def text_sha256(body: str) -> str:
    """Return the SHA-256 of a body text in UTF-8, in hexadecimal."""
    return hashlib.sha256(body.encode()).hexdigest()


def indexed(title: str, sections: Sequence[Section], body: str, number: str) -> tuple[tuple[str, ...], str]:
    """Return the terms of body, title, headings and number, and the single characters: a bulletin in the index."""
    headings = "\n\n".join(section.heading for section in sections)
    return terms.indexed(body, title, headings, number)


def figure_rows(figures: Sequence[Figure]) -> tuple[tuple[Any, ...], ...]:
    """Return key figures as the rows they are stored in, without the bulletin's id."""
    return tuple(
        (n, f.text, f.start, f.label, f.value, f.unit, f.kind, f.approx, f.value_max, f.period, *f.sentence)
        for n, f in enumerate(figures)
    )


def _bulletin(draft: Draft, facts: Facts) -> PreparedBulletin:
    words, single = indexed(facts.title, draft.sections, draft.body, facts.document_number)
    return PreparedBulletin(
        facts=facts,
        body=draft.body,
        sections=packing.packed_sections(draft.sections),
        blocks=packing.packed_blocks(draft.blocks),
        importer=draft.importer,
        text_sha256=text_sha256(draft.body),
        warnings=draft.warnings,
        grounds=tuple(ground for ground in draft.grounds if ground.where == "user" or getattr(facts, ground.fact)),
        figures=figure_rows(draft.figures),
        attachments=tuple(map(_attachment, draft.attachments)),
        words=words,
        single=single,
        place=draft.place,
        mentions=mention_rows(facts.title, draft.body),
    )


def _attachment(attachment: Attachment) -> PreparedFile:
    file = _file(attachment.name, attachment.media_type, attachment.sha256, attachment.content)
    text = prepared_text(attachment.text) if attachment.text is not None else None
    return replace(file, label=clean(attachment.label), text=text)


def prepared_text(text: AttachedText) -> PreparedText:
    """Return the text of an attachment as it will be stored."""
    (words,), single = terms.indexed(text.body)
    return PreparedText(
        text.body,
        packing.packed_blocks(text.blocks),
        packing.packed_sections(text.sections),
        figure_rows(text.figures),
        mention_rows("", text.body),
        text.importer,
        text_sha256(text.body),
        words,
        single,
    )


def _file(name: str, media_type: str, sha256: str, content: bytes) -> PreparedFile:
    return PreparedFile(clean(name), media_type, sha256, len(content), *packing.deflated(content))
