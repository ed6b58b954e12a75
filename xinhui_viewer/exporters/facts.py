"""What every data export says of where a bulletin comes from."""

from __future__ import annotations

from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Bulletin


def facts(one: Bulletin) -> tuple[tuple[str, str], ...]:
    """Return what is known of a bulletin, as (name, value) in the user's language; nothing that is empty."""
    origin = one.provenance
    known = (
        (tr("Source"), one.source),
        (tr("Issuer"), one.issuer),
        (tr("Published"), one.published.isoformat() if one.published else ""),
        (tr("Written"), one.written.isoformat() if one.written else ""),
        (tr("Document number"), one.document_number),
        (tr("Column"), " › ".join(one.columns)),
        (tr("Address"), one.url),
        (tr("Retrieved"), origin.retrieved),
        ("SHA-256", origin.sha256),
    )
    return tuple((name, value) for name, value in known if value)
