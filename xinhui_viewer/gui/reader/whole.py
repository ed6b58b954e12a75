"""The text on show: that of a bulletin's page, and under it those of its attachments, each a part of its own.

Page and attachments are one text here only, so that outline, matches, marks, figures and places work in all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.records import Attached, AttachedText, Block, Bulletin, Reference, Section, Span, Word
from xinhui_viewer.search.fields import words_in
from xinhui_viewer.search.hits import attachment_title
from xinhui_viewer.text.file_names import attachment_name
from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.matches import matches
from xinhui_viewer.text.moved import moved_block, moved_figure, moved_section
from xinhui_viewer.text.points import with_paragraphs

_MOST = 60_000  # characters of attachments that are opened with their page: building more takes over 10 ms
_MOST_FOUND = 600_000  # the same, of attachments that have searched words


ATTACHMENT = "attachment:"  # begins the name of a link: attachment:verb:number
BULLETIN = "bulletin:"  # begins the name of a link to a bulletin of the archive, by its id


@dataclass(frozen=True, slots=True)
class Part:
    """An attachment in the text on show, headed by its title at ``start``; its text is there when it is ``opened``."""

    start: int
    attached: Attached
    opened: bool

    @property
    def name(self) -> str:
        """The name that readers know it by."""
        return attachment_name(self.attached.name, self.attached.label)

    @property
    def text_start(self) -> int:
        """The place below its title, where its text begins."""
        return self.start + len(attachment_title(self.attached.number, self.name)) + 1


@dataclass(frozen=True, slots=True)
class Whole:
    """The text on show as a bulletin, where the ``page`` ends in its body, the parts below, and what it names.

    Among its sections are the articles of laws, for all that leads to places in it.
    """

    bulletin: Bulletin
    page: int
    parts: tuple[Part, ...] = ()
    references: tuple[Reference, ...] = ()

    @property
    def opened(self) -> frozenset[int]:
        """The numbers of the opened attachments."""
        return frozenset(part.attached.number for part in self.parts if part.opened)


def whole(bulletin: Bulletin, opened: frozenset[int] = frozenset()) -> Whole:
    """Return a bulletin with its attachments, the text of those ``opened`` (by their numbers) included."""
    made = _Made(bulletin)
    for one in bulletin.attached:
        made.add(one, opened=one.number in opened and one.text is not None)
    return made.whole()


def offers(part: Part) -> Iterator[tuple[str, str]]:
    """Yield what can be done with an attachment, as (verb, words), and (empty, words) for what is only told."""
    text = part.attached.text
    yield "open", tr("Open")
    yield "save", tr("Save…")
    if text is None:
        yield "", tr("No text of it was read.")
    elif part.opened:
        yield "show", tr("Hide the text")
    else:
        n = len(text.body)
        yield "show", trn("Show the text of {n} character", "Show the text of {n} characters", n).format(n=f"{n:,}")


def to_open(bulletin: Bulletin, words: Sequence[Word]) -> frozenset[int]:
    """Return the numbers of the attachments to be opened: short ones, and those that have the searched words.

    Where only one that is very long has them, it is opened, too.
    """
    texts = {one.number: one.text.body for one in bulletin.attached if one.text is not None}
    below, on_page = words_in(words, "attachment"), words_in(words, "body")
    found = {number: body for number, body in texts.items() if matches(body, below)}
    opened = _within(found, _MOST_FOUND) | _within(texts, _MOST)
    if found and not opened & found.keys() and not matches(bulletin.body, on_page):
        opened |= {min(found)}
    return opened


def matches_in(shown: Whole, words: Sequence[Word]) -> tuple[Span, ...]:
    """Return the places of words in the text on show; of each where it was sought, on the page or in attachments."""
    body, on_page, below = shown.bulletin.body, words_in(words, "body"), words_in(words, "attachment")
    if on_page == below or not shown.parts:
        return matches(body, on_page)
    page = (span for span in matches(body, on_page) if span[1] <= shown.page)
    return (*page, *(span for span in matches(body, below) if span[0] > shown.page))


def first_match(shown: Whole, spans: Sequence[Span], words: Sequence[Word]) -> int:
    """Return the number of the match to begin at: the first in an attachment, of a word that the page lacks, else 0."""
    body = shown.bulletin.body
    on_page = {fold(body[start:end]) for start, end in spans if end <= shown.page}
    below = [(number, fold(body[start:end])) for number, (start, end) in enumerate(spans) if start > shown.page]
    wanted = {fold(word.text) for word in words}
    lacking = {word for word in wanted if not any(word in found for found in on_page)}
    return next((number for number, found in below if found in lacking), 0)


def _within(texts: dict[int, str], most: int) -> frozenset[int]:
    """Return the numbers of the first texts that have no more than some characters together."""
    opened = set()
    for number, body in texts.items():
        most -= len(body)
        if most >= 0:
            opened.add(number)
    return frozenset(opened)


class _Made:
    def __init__(self, bulletin: Bulletin) -> None:
        self._bulletin = bulletin
        self._texts = [bulletin.body]
        self._blocks, self._figures = [*bulletin.blocks], [*bulletin.figures]
        self._sections = [*with_paragraphs(bulletin.body, bulletin.sections)]
        self._parts: list[Part] = []
        self._end = len(bulletin.body)

    def add(self, one: Attached, *, opened: bool) -> None:
        title = attachment_title(one.number, attachment_name(one.name, one.label))
        start = self._add_text(title)
        heading_end = self._end
        self._parts.append(Part(start, one, opened))
        self._blocks.append(Block("heading", start, heading_end, level=1))
        at = len(self._sections)
        if opened and one.text is not None:
            self._add_attached(one.text, self._add_text(one.text.body))
        self._sections.insert(at, Section(1, title, start, heading_end, self._end))

    def whole(self) -> Whole:
        shown = replace(
            self._bulletin,
            body="\n".join(self._texts),
            blocks=tuple(self._blocks),
            sections=tuple(self._sections),
            figures=tuple(self._figures),
        )
        return Whole(shown, len(self._bulletin.body), tuple(self._parts))

    def _add_text(self, text: str) -> int:
        """Add a text in a line of its own; return where it begins."""
        self._texts.append(text)
        start = self._end + 1
        self._end = start + len(text)
        return start

    def _add_attached(self, text: AttachedText, by: int) -> None:
        self._blocks += (moved_block(one, by) for one in text.blocks)
        self._sections += (moved_section(one, by, deeper=1) for one in with_paragraphs(text.body, text.sections))
        self._figures += (moved_figure(one, by) for one in text.figures)
