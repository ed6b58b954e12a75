"""Show hits whose words stand in attachments: the excerpt is then from there."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.attached import Indexed, texts
from xinhui_viewer.archive.read import sections
from xinhui_viewer.records import Hit, HitAttachment, Span, Word
from xinhui_viewer.search.excerpt import excerpt, section_at
from xinhui_viewer.text.file_names import attachment_name
from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.matches import finder


class Shower:
    """Shows hits by their attachments; ``words`` are those that may stand there."""

    def __init__(self, db: Archive, words: Sequence[Word]) -> None:
        self._db, self._words = db, words
        self._find = finder(words)  # one for all words, and the page's own in most queries: making one takes 5 ms

    def shown(self, row: int, hit: Hit, page: Sequence[str]) -> Hit:
        """Return a hit with an excerpt from the attachment with most of the words that its page lacks, if one has any.

        ``page`` are the texts of the page.
        """
        there = {found for text in page for found in self._found(text, self._find(text))}
        lacking = [word for word in self._words if word.field == "attachment" or not _stands(word, there)]
        if not lacking:
            return hit
        best: tuple[int, Indexed, tuple[Span, ...]] | None = None
        for one in texts(self._db, row):
            spans = self._find(one.body)
            there = self._found(one.body, spans)
            held = sum(_stands(word, there) for word in lacking)
            if held > (best[0] if best else 0):
                best = held, one, spans
        return _shown(hit, best[1], best[2]) if best else hit

    def _found(self, text: str, spans: Sequence[Span]) -> set[str]:
        return {fold(text[start:end]) for start, end in spans}


def _stands(word: Word, found: Set[str]) -> bool:
    """Return whether a word is among those found, or in a longer one."""
    plain = fold(word.text).strip("* ")
    return any(plain in one for one in found)


def _shown(hit: Hit, one: Indexed, spans: tuple[Span, ...]) -> Hit:
    shown = excerpt(one.body, spans)
    return replace(
        hit,
        section=section_at(one.body, sections(one.sections), shown.offset) if spans else "",
        excerpt=shown.text,
        spans=shown.spans,
        offset=shown.offset,
        count=len(spans),
        attachment=HitAttachment(one.number, one.name, attachment_name(one.name, one.label)),
    )
