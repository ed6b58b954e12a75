"""The facts that data exports and printed pages show, and their grounds."""

from __future__ import annotations

from typing import Any

from xinhui_viewer import facts
from xinhui_viewer.i18n import listed, tr
from xinhui_viewer.records import Bulletin, Draft, SummaryEntry
from xinhui_viewer.text.file_names import attachment_name


def exported(one: Bulletin) -> list[tuple[str, str]]:
    """Return the known facts of a bulletin except its title, as (name, value) in the user's language."""
    origin = ((tr("Retrieved"), one.provenance.retrieved), ("SHA-256", one.provenance.sha256))
    names = listed(attachment_name(each.name, each.label) for each in one.attached)
    return [*facts.texts(one.facts), *(pair for pair in ((tr("Attachments"), names), *origin) if pair[1])]


def grounds(one: Bulletin | Draft) -> dict[str, dict[str, Any]]:
    """Return the grounds of a bulletin's facts as values for JSON, by fact."""
    return {ground.fact: {"where": ground.where, "sure": ground.sure} for ground in one.grounds}


def printed(entry: SummaryEntry, *without: str) -> list[tuple[str, str]]:
    """Return the lines of facts for paper, without those that the page prints elsewhere."""
    retrieved = entry.provenance.retrieved.replace("T", " ").replace("+00:00", " UTC")
    beside = (*(("written",) if entry.facts.published else ()), *(("issuer",) if entry.facts.source else ()))
    said = facts.texts(entry.facts, without={"title", "url", *beside, *without})
    return [*said, *([(tr("Retrieved"), retrieved)] if retrieved else [])]
