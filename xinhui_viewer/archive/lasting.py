"""The parts of a stored reading that a new one cannot have: the user's, and those from around the original."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from xinhui_viewer.archive import damage, packing
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.facts import unpacked
from xinhui_viewer.archive.mentioned import mention_rows
from xinhui_viewer.archive.prepare import PreparedBulletin, figure_rows, indexed, text_sha256
from xinhui_viewer.facts import Facts
from xinhui_viewer.records import BODY, Ground
from xinhui_viewer.text.outline import outline
from xinhui_viewer.text.understanding import key_figures

_AROUND = ("address", "list")  # grounds of facts that may not be in the file


def lasting(db: Archive, there: Mapping[str, Any], read: PreparedBulletin) -> PreparedBulletin:
    """Return a new reading with those parts of the stored one, ``there``, that outlast it.

    What the user has put right replaces what was read, unless the new reading brings a correction of its own. Facts
    that only stood around the file stay where it has none itself: a page's path in a mirror and the lists that link to
    it are not in the archive. A damaged reading has nothing that lasts.
    """
    try:
        grounds = [ground for ground in packing.grounds(there["grounds"]) if _lasts(ground, read)]
        if not grounds:
            return read
        kept = _with_facts(read, grounds, unpacked(db, there))
        if any(ground.fact == BODY for ground in grounds):
            kept = _with_text(kept, there)
        return _found(kept, read)
    except damage.UNREADABLE:
        return read


def _lasts(ground: Ground, read: PreparedBulletin) -> bool:
    if ground.where == "user":
        return all(one.where != "user" or one.fact != ground.fact for one in read.grounds)
    return ground.where in _AROUND and not getattr(read.facts, ground.fact)


def _with_facts(read: PreparedBulletin, grounds: list[Ground], stored: Facts) -> PreparedBulletin:
    names = {ground.fact for ground in grounds}
    facts = replace(read.facts, **{name: getattr(stored, name) for name in names - {BODY}})
    others = (ground for ground in read.grounds if ground.fact not in names)
    return replace(read, facts=facts, grounds=(*others, *grounds))


def _with_text(read: PreparedBulletin, there: Mapping[str, Any]) -> PreparedBulletin:
    """Return a reading with the stored text, its sections and figures derived by today's rules."""
    body: str = there["body"]
    damage.require(body, there["blocks"])
    if text_sha256(body) != there["text_sha256"]:
        raise ValueError
    blocks = packing.blocks(there["blocks"])
    return replace(
        read,
        body=body,
        blocks=there["blocks"],
        text_sha256=there["text_sha256"],
        sections=packing.packed_sections(outline(body, blocks)),
        figures=figure_rows(key_figures(body, blocks, read.facts.title)),
    )


def _found(kept: PreparedBulletin, read: PreparedBulletin) -> PreparedBulletin:
    """Return a reading with the terms of its title, number and text for the index, where these are not as read."""
    facts = kept.facts
    kept = replace(kept, mentions=mention_rows(facts.title, kept.body))
    if (facts.title, facts.document_number, kept.body) == (read.facts.title, read.facts.document_number, read.body):
        return kept
    words, single = indexed(facts.title, packing.sections(kept.sections), kept.body, facts.document_number)
    return replace(kept, words=words, single=single)
