"""Show hits whose words stand in attachments: the excerpt is then from there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.attached import Indexed, texts
from xinhui_viewer.archive.read import sections
from xinhui_viewer.records import Hit, HitAttachment, Word
from xinhui_viewer.search.excerpt import excerpt, finder, section_at
from xinhui_viewer.search.marking import holds
from xinhui_viewer.text.file_names import attachment_name


def in_attachment(db: Archive, row: int, hit: Hit, page: Sequence[str], words: Sequence[Word]) -> Hit:
    """Return a hit with an excerpt from the attachment that has most of the words that its page lacks, if any has one.

    ``page`` are the texts of the page, ``words`` those that may stand in attachments.
    """
    lacking = [word for word in words if word.field == "attachment" or not any(holds(text, word.text) for text in page)]
    if not lacking:
        return hit
    held = ((_held(one, lacking), one) for one in texts(db, row))
    best = max(held, default=None, key=lambda pair: pair[0])
    return _shown(hit, best[1], words) if best is not None and best[0] else hit


def _held(one: Indexed, words: Sequence[Word]) -> int:
    return sum(holds(one.body, word.text) for word in words)


def _shown(hit: Hit, one: Indexed, words: Sequence[Word]) -> Hit:
    spans = finder(words)(one.body)
    shown = excerpt(one.body, spans)
    return replace(
        hit,
        section=section_at(sections(one.sections), shown.offset) if spans else "",
        excerpt=shown.text,
        spans=shown.spans,
        offset=shown.offset,
        count=len(spans),
        attachment=HitAttachment(one.number, one.name, attachment_name(one.name, one.label)),
    )
