"""Make a draft of printed pages (PDF, OFD): their head becomes facts, headers and footers are dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from xinhui_viewer.facts import Facts, day
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.finish import Piece, draft
from xinhui_viewer.importers.heads.form_day import form_day
from xinhui_viewer.importers.heads.licence import licence
from xinhui_viewer.importers.heads.signed import signed
from xinhui_viewer.importers.printed.contents import without_contents
from xinhui_viewer.importers.printed.continued import continued
from xinhui_viewer.importers.printed.front import running_title, texts, with_cover
from xinhui_viewer.importers.printed.garbled import doubts, repaired
from xinhui_viewer.importers.printed.head import Head, described_title, head
from xinhui_viewer.importers.printed.headings import pieces as headed
from xinhui_viewer.importers.printed.lines import Line
from xinhui_viewer.importers.printed.paragraphs import Paragraph, paragraphs
from xinhui_viewer.importers.printed.running_heads import stripped
from xinhui_viewer.importers.printed.setting import body_font
from xinhui_viewer.importers.printed.site import of_site, without_foot
from xinhui_viewer.records import Attachment, Draft

Pages = tuple[tuple[Line, ...], ...]


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
    sound = repaired(pages)
    kept = stripped(sound)
    flat = [line for page in continued(without_contents(kept.pages)) for line in page]
    flat = without_foot(flat, kept.url)
    if not flat:
        if any(pages):
            told.append(tr("Only page numbers and running heads have text; if it is a scan, it cannot be searched."))
        return draft(importer, Facts(title=described_title(named), url=kept.url), (), told, attachments)
    size, font, bold = body_font(flat)
    found = with_cover(paragraphs(flat))
    said = head(found, size, bold, named, running_title(sound, kept.pages))
    body = _body(found, said, from_web=bool(kept.url or said.facts.columns or said.facts.source))
    pieces = [Piece("paragraph", text) for text in said.left_over]
    pieces += headed(body, (size, font, bold), bookmarks)
    told += _doubts(said, pieces)
    facts = replace(_completed(said.facts, body), url=kept.url)
    return draft(importer, facts, pieces, told, attachments)


def _completed(facts: Facts, body: Sequence[Paragraph]) -> Facts:
    """Return facts with those of the signature, and of the labels of a licence."""
    by = signed([text for text in texts(body) if text])
    form = licence(facts.title, [one.text for one in body])
    found = replace(
        facts,
        published=facts.published or form.day,
        written=(by.day if by else None) or facts.written,
        issuer=facts.issuer or form.issuer or (by.signer if by else ""),
    )
    return found if day(found) else replace(found, written=form_day(texts(body), front=0))


def _body(found: Sequence[Paragraph], said: Head, *, from_web: bool) -> Sequence[Paragraph]:
    """Return the paragraphs that are the text; all where the head leaves none, as in a document of one line."""
    site = of_site(texts(found), said.title) if from_web else frozenset()
    return [one for at, one in enumerate(found) if at not in said.taken and at not in site] or found


def _doubts(said: Head, pieces: Sequence[Piece]) -> Iterator[str]:
    text = said.facts.title + "".join(piece.text for piece in pieces)
    yield from doubts(text)
    if not pieces:
        yield tr("No text was found under the title.")
