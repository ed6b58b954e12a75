"""Describe a hit in the user's language."""

from __future__ import annotations

from collections.abc import Iterable

from xinhui_viewer.i18n import listed, tr
from xinhui_viewer.records import Hit


def partly(hit: Hit) -> tuple[str, ...]:
    """Describe a partial hit: the query that found it, the words it lacks, and the official words it has instead.

    Empty for a full one.
    """
    meant = tr("for “{text}”").format(text=hit.suggested) if hit.suggested else ""
    lacks = tr("without {words}").format(words=_quoted(hit.missing)) if hit.missing else ""
    has = tr("with {words}").format(words=_quoted(hit.also)) if hit.also else ""
    return tuple(part for part in (meant, lacks, has) if part)


def attachment_of(hit: Hit) -> str:
    """Return the title of the attachment that shows a hit; empty for one on the page."""
    return attachment_title(hit.attachment.number, hit.attachment.shown) if hit.attachment is not None else ""


def attachment_title(number: int, shown: str) -> str:
    """Return the title of an attachment: its number among those of its bulletin, and its name for readers."""
    return tr("Attachment {n} {name}").format(n=number, name=shown)


def _quoted(words: Iterable[str]) -> str:
    return listed(tr("“{text}”").format(text=word) for word in words)
