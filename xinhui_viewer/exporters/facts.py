"""What data exports and paper say of where a bulletin comes from."""

from __future__ import annotations

from xinhui_viewer import facts
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Bulletin, SummaryEntry


def exported(one: Bulletin) -> list[tuple[str, str]]:
    """Return what is known of a bulletin beside its title, as (name, value) in the user's language."""
    origin = ((tr("Retrieved"), one.provenance.retrieved), ("SHA-256", one.provenance.sha256))
    return [*facts.texts(one.facts), *(pair for pair in origin if pair[1])]


def printed(entry: SummaryEntry, *without: str) -> list[tuple[str, str]]:
    """Return what paper says of a bulletin in its lines of facts, without those that are named or printed elsewhere."""
    retrieved = entry.provenance.retrieved.replace("T", " ").replace("+00:00", " UTC")
    said = facts.texts(entry.facts, without={"title", "url", "issuer", "written", *without})
    return [*said, *([(tr("Retrieved"), retrieved)] if retrieved else [])]
