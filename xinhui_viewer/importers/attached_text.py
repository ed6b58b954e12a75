"""The text of an attachment, made of the drafts that its format's reader gives: their titles stand over their texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from xinhui_viewer.records import AttachedText, Block, Draft, Figure, Section
from xinhui_viewer.text.moved import moved_block, moved_figure, moved_section

LARGEST = 3_000_000  # characters of one attachment


def attached_text(drafts: Sequence[Draft], importer: str) -> tuple[AttachedText | None, bool]:
    """Return the text of an attachment, None when it has none, and whether some of it was left out for its length.

    A file of several bulletins (the sheets of a workbook) has a section for each.
    """
    made = _Made(several=len(drafts) > 1)
    for one in drafts:
        left = LARGEST - made.length
        made.add(_shortened(one, left))
        if len(one.body) > left:
            return made.text(importer), True
    return made.text(importer), False


class _Made:
    """The pieces of a text, with their offsets in it."""

    def __init__(self, *, several: bool) -> None:
        self._several = several
        self._texts: list[str] = []
        self._blocks: list[Block] = []
        self._sections: list[Section] = []
        self._figures: list[Figure] = []
        self.length = 0

    def add(self, one: Draft) -> None:
        """Add a draft, its title over it."""
        head = [line for line in _head(one) if line]
        text = "\n".join(filter(None, (*head, one.body)))
        if not text:
            return
        start, end = self.length, self.length + len(text)
        at = end - len(one.body)
        self._blocks += _head_blocks(head, start, self._several)
        if self._several and head:
            self._sections.append(Section(1, head[0], start, start + len(head[0]), end, inferred=False))
        self._blocks += (_shown_block(block, at) for block in filter(_is_shown, one.blocks))
        self._sections += (moved_section(section, at, int(self._several)) for section in one.sections)
        self._figures += (moved_figure(figure, at) for figure in one.figures)
        self._texts.append(text)
        self.length = end + 1

    def text(self, importer: str) -> AttachedText | None:
        """Return the whole text; None when there is none."""
        body = "\n".join(self._texts)
        if not body.strip():
            return None
        return AttachedText(body, tuple(self._blocks), tuple(self._sections), tuple(self._figures), importer)


def _is_shown(block: Block) -> bool:
    """Return whether a block has a text: of a picture only the caption is kept."""
    return block.kind != "image" or block.start < block.end


def _shortened(one: Draft, most: int) -> Draft:
    """Return a draft with no more of its text than some characters, cut between two blocks."""
    if len(one.body) <= most:
        return one
    blocks = tuple(block for block in one.blocks if block.end <= most)
    end = blocks[-1].end if blocks else 0
    sections = (replace(section, end=min(section.end, end)) for section in one.sections if section.heading_end <= end)
    figures = (figure for figure in one.figures if figure.sentence[1] <= end)
    return replace(one, body=one.body[:end], blocks=blocks, sections=tuple(sections), figures=tuple(figures))


def _head(one: Draft) -> Iterator[str]:
    """Yield the lines over a text: its title, and what was printed beside it and became facts."""
    facts = one.facts
    yield facts.title or one.place
    yield "　".join(dict.fromkeys(said for said in (facts.issuer, facts.source, facts.document_number) if said))


def _head_blocks(head: Sequence[str], start: int, several: bool) -> Iterator[Block]:
    for number, line in enumerate(head):
        if several and not number:
            yield Block("heading", start, start + len(line), level=1)
        else:
            yield Block("paragraph", start, start + len(line), bold=not number)
        start += len(line) + 1


def _shown_block(block: Block, by: int) -> Block:
    """Return a block at its place, a picture as its caption: pictures of attachments are not kept."""
    shown = replace(block, kind="paragraph", image="") if block.kind == "image" else block
    return moved_block(shown, by)
