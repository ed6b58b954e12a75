"""Make a draft of printed pages (PDF, OFD): their head becomes facts, headers and footers are dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from xinhui_viewer.facts import Facts
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.finish import Piece, draft
from xinhui_viewer.importers.printed.contents import without_contents
from xinhui_viewer.importers.printed.continued import continued
from xinhui_viewer.importers.printed.garbled import doubts, repaired
from xinhui_viewer.importers.printed.head import Head, described_title, head
from xinhui_viewer.importers.printed.headings import pieces as headed
from xinhui_viewer.importers.printed.lines import Line
from xinhui_viewer.importers.printed.paragraphs import Paragraph, paragraphs
from xinhui_viewer.importers.printed.running_heads import stripped
from xinhui_viewer.importers.printed.setting import body_font
from xinhui_viewer.records import Attachment, Draft
from xinhui_viewer.text.dates import dates

Pages = tuple[tuple[Line, ...], ...]
_LONGEST_DAY, _LONGEST_SIGNER = 23, 40  # characters


def printed(
    importer: str,
    pages: Pages,
    warnings: Sequence[str],
    named: str,
    bookmarks: dict[str, int],
    attachments: tuple[Attachment, ...] = (),
) -> Draft:
    """Return the draft of printed pages; ``named`` is the title in the file's own description, or empty.

    ``bookmarks`` are the levels, from 1, of the headings that the file lists, by their text without blanks.
    """
    told = [*warnings]
    kept = stripped(repaired(pages))
    flat = [line for page in continued(without_contents(kept.pages)) for line in page]
    if not flat:
        return draft(importer, Facts(title=described_title(named), url=kept.url), (), told, attachments)
    size, font, bold = body_font(flat)
    found = paragraphs(flat)
    said = head(found, size, bold, named)
    body = [one for at, one in enumerate(found) if at not in said.taken]
    pieces = [Piece("paragraph", text) for text in said.left_over]
    pieces += headed(body, (size, font, bold), bookmarks)
    told += _doubts(said, pieces)
    facts = replace(said.facts, written=said.facts.written or _signed(body), url=kept.url)
    return draft(importer, facts, pieces, told, attachments)


def _signed(body: Sequence[Paragraph]) -> date | None:
    """Return the date of the signature: a line with nothing else, at the right or under a signer's name."""
    for at in range(len(body) - 1, 0, -1):
        one, above = body[at], body[at - 1].text
        text = one.text.strip(" \t\u3000（()）")
        found = next(iter(dates(text)), None) if len(text) <= _LONGEST_DAY else None
        if found is None or found[0] != (0, len(text)):
            continue
        if one.end or (len(above) <= _LONGEST_SIGNER and above[-1] not in "。；，：、"):
            return found[1]
    return None


def _doubts(said: Head, pieces: Sequence[Piece]) -> Iterator[str]:
    text = said.facts.title + "".join(piece.text for piece in pieces)
    yield from doubts(text)
    if not pieces:
        yield tr("No text was found under the title.")
