"""The official facts of a page: those of its 政府信息公开 block, and the signature under its text."""

from __future__ import annotations

from dataclasses import replace
from itertools import dropwhile

from xinhui_viewer.facts import Facts
from xinhui_viewer.importers.block import OFFICIAL, block_lines, information_block
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.signature import signature
from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.importers.web.prose.body import Text
from xinhui_viewer.records import Ground, Where

_AROUND = 40  # lines around the beginning of a text in which a block is searched


def below_block(page: Page, title: Line | None, text: Text) -> Text:
    """Return a text without the block that it begins with: this belongs to the head."""
    start = title.order + 1 if title else max(0, text.first - _AROUND)
    block = block_lines(page.lines[start : text.first + _AROUND])
    rest = [*dropwhile(lambda line: line.order in block, text.lines)] if block else []
    if not rest or rest[0] is text.lines[0]:
        return text
    return replace(text, lines=rest, head=page.lines[start : rest[0].order], first=rest[0].order)


def facts_of_block(page: Page, text: Text) -> Facts:
    """Return the facts of the block over the text, or under it."""
    under = block_lines(text.foot[:_AROUND])
    return information_block([*page.lines[: text.first], *(line for line in text.foot if line.order in under)])


def signed(block: Facts, text: Text) -> Facts:
    """Return the facts of a block with the day and the signer of the text where the block has none."""
    found = signature([line.text for line in text.lines if not line.image and line.linked <= line.plain])
    if found is None:
        return block
    return replace(block, written=block.written or found.day, issuer=block.issuer or found.signer)


def official_grounds(facts: Facts, block: Facts) -> tuple[Ground, ...]:
    """Return the grounds of official facts; a day of writing that no office signed is unsure."""
    grounds = []
    for name in ("written", "issuer"):
        if value := getattr(facts, name):
            where: Where = "printed" if value == getattr(block, name) else "signature"
            grounds.append(Ground(name, where, sure=where == "printed" or bool(facts.issuer)))
    for name in ("document_number", *OFFICIAL, "edition"):
        if getattr(facts, name):
            grounds.append(Ground(name, "printed", sure=True))
    return tuple(grounds)
