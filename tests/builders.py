"""Originals and drafts of invented text, and archives of them, for tests of several layers."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.prepare import prepared
from xinhui_viewer.archive.write import Added, add, add_all
from xinhui_viewer.archive.writing import create, writing
from xinhui_viewer.facts import Facts
from xinhui_viewer.records import (
    AttachedText,
    Attachment,
    Block,
    BlockKind,
    Bulletin,
    Draft,
    Original,
    Section,
    SummaryEntry,
)

FACTS = {field.name for field in dataclasses.fields(Facts)}
Said = TypeVar("Said", Draft, Bulletin, SummaryEntry)
RETRIEVED = "2024-05-06T07:08:09+00:00"


def original(content: bytes | str, name: str = "page.html", **fields: Any) -> Original:
    """An original with this content, and the SHA-256 that goes with it."""
    content = content.encode() if isinstance(content, str) else content
    fields = {"media_type": "text/html", "retrieved": RETRIEVED, **fields}
    return Original(hashlib.sha256(content).hexdigest(), name, content=content, **fields)


def draft(title: str = "无题", *paragraphs: str, headings: Sequence[str] = (), **fields: Any) -> Draft:
    """A draft of these paragraphs; those that are in ``headings`` are headings and begin a section."""
    body = "\n".join(paragraphs)
    blocks: list[Block] = []
    start = 0
    for paragraph in paragraphs:
        kind: BlockKind = "heading" if paragraph in headings else "paragraph"
        blocks.append(Block(kind, start, start + len(paragraph), level=2 if kind == "heading" else 0))
        start += len(paragraph) + 1
    heads = [block for block in blocks if block.kind == "heading"]
    ends = [*(block.start for block in heads[1:]), len(body)]
    sections = tuple(
        Section(1, body[block.start : block.end], block.start, block.end, end, inferred=False)
        for block, end in zip(heads, ends, strict=False)
    )
    said = Facts(title, **{name: fields.pop(name) for name in FACTS & fields.keys()})
    return Draft(said, body, tuple(blocks), fields.pop("importer", "test"), sections=sections, **fields)


def document(
    name: str, *paragraphs: str, headings: Sequence[str] = (), label: str = "", content: str = ""
) -> Attachment:
    """An attachment with a text of these paragraphs; its bytes are ``content``, else made of its text."""
    read = draft("", *paragraphs, headings=headings)
    text = AttachedText(read.body, read.blocks, read.sections, read.figures, "test")
    stored = (content or f"{read.body} in a document").encode()
    return Attachment(name, "application/pdf", hashlib.sha256(stored).hexdigest(), stored, label, text)


def saying(one: Said, **facts: Any) -> Said:
    """The same draft, bulletin or entry with some facts replaced."""
    return replace(one, facts=replace(one.facts, **facts))


@cache
def _empty() -> bytes:
    """A new archive: making one takes 10 ms, and the tests want hundreds."""
    with TemporaryDirectory() as folder:
        create(path := Path(folder, "empty.xhdb"))
        return path.read_bytes()


def archive(path: Path, *drafts: Draft) -> Path:
    """A new archive of these drafts, each from an original of its own; ids count from 1."""
    path.write_bytes(_empty())
    contents = (f"{n} {one.facts.title}\n{one.body}" for n, one in enumerate(drafts))
    with writing(path) as db:
        add_all(db, [prepared(original(content), [one]) for content, one in zip(contents, drafts, strict=True)])
    return path


def added(db: Archive, one: Draft, content: str = "") -> Added:
    """Add one draft from an original of its own."""
    return add(db, original(content or f"{one.facts.url} {one.facts.title}\n{one.body}"), [one])


def published(day: str) -> date:
    """A date from its ISO form."""
    return date.fromisoformat(day)
