"""The signature of a document in any format: at its end, or in front of the text that it issues."""

from __future__ import annotations

from collections.abc import Sequence

from xinhui_viewer.importers.heads.letterhead import is_document
from xinhui_viewer.importers.signature import Signature, signature
from xinhui_viewer.text.markers import ARTICLE, CHAPTERS, marker

_IN_FRONT = 40  # lines of the order or notice that issues a text


def signed(lines: Sequence[str]) -> Signature | None:
    """Return the signature of a document; None without one.

    That of an order stands in front of the rules that it issues. The days of rules within a handbook are theirs.
    """
    return _in_front(lines) or signature(lines)


def _in_front(lines: Sequence[str]) -> Signature | None:
    """Return the signature over the first chapter, article or title of an issued text; None without one."""
    for at, line in enumerate(lines[:_IN_FRONT]):
        if _begins_rules(line):
            return signature(lines[:at]) if at > 1 and _ends_in_day(lines[at - 1]) else None
        if at > 1 and is_document(line) and _ends_in_day(lines[at - 1]):
            return signature(lines[:at])
    return None


def _begins_rules(line: str) -> bool:
    found = marker(line.strip())
    return (found is not None and found.kind in CHAPTERS) or ARTICLE.match(line.strip()) is not None


def _ends_in_day(line: str) -> bool:
    return signature((line,)) is not None
