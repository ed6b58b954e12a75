"""From printed pages (PDF, OFD) to a draft: their head becomes fields, what is printed around the text goes."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.finish import Fields, Piece, draft
from xinhui_viewer.importers.printed.head import Head, described_title, head
from xinhui_viewer.importers.printed.lines import Line, stripped
from xinhui_viewer.importers.printed.paragraphs import Paragraph, body_font, paragraphs
from xinhui_viewer.records import Draft
from xinhui_viewer.text.dates import dates, first_date

Pages = tuple[tuple[Line, ...], ...]
_LONGEST_HEADING = 60
_GARBAGE = 0.2  # the share of signs without meaning from which a text is called unreadable
_NUMBERED = re.compile(r"[一二三四五六七八九十]{1,4}、|[（(][一二三四五六七八九十]{1,3}[）)]")


def printed(importer: str, pages: Pages, warnings: Sequence[str], named: str, bookmarks: dict[str, int]) -> Draft:
    """Return the draft of printed pages; ``named`` is the title in the file's own description, '' for none.

    ``bookmarks`` are the levels, from 1, of the headings that the file lists, by their text without blanks.
    """
    told = [*warnings]
    kept = stripped(pages)
    flat = [line for page in kept.pages for line in page]
    if not flat:
        return draft(importer, Fields(title=described_title(named), url=kept.url), (), told)
    size, font, bold = body_font(flat)
    found = paragraphs(flat)
    said = head(found, size, bold, named)
    body = [one for at, one in enumerate(found) if at not in said.taken]
    pieces = [Piece("paragraph", text) for text in said.left_over]
    pieces += _pieces(body, (size, font, bold), bookmarks)
    told += _doubts(said, pieces)
    fields = Fields(
        title=said.title,
        published=said.published,
        written=said.written or _signed(body),
        source=said.source,
        issuer=said.issuer,
        columns=said.columns,
        document_number=said.number,
        url=kept.url,
    )
    return draft(importer, fields, pieces, told)


def _pieces(body: Sequence[Paragraph], font: tuple[float, str, bool], marks: dict[str, int]) -> Iterator[Piece]:
    """Yield the paragraphs of a body; larger, bold or bookmarked ones, and numbered ones in another font, head."""
    size, name, bold = font
    sizes = sorted({round(one.size) for one in body if _is_larger(one, size) and _may_head(one)}, reverse=True)
    lowest = min(2 + len(sizes), 5)
    for at, one in enumerate(body):
        last = at == len(body) - 1
        level = min(marks.get(_squeezed(one.text), 0), 6) if len(one.text) <= 2 * _LONGEST_HEADING else 0
        if not level and not last and _may_head(one):
            if _is_larger(one, size):
                level = min(2 + sizes.index(round(one.size)), 5)
            elif one.size > size - 0.6 and one.bold and not bold:
                level = lowest
            elif one.font != name and abs(one.size - size) < 0.6 and _NUMBERED.match(one.text):
                level = min(lowest + 1, 6)
        if level:
            yield Piece("heading", one.text, level=level, bold=True)
        else:
            yield Piece("paragraph", one.text, bold=one.bold and not bold)


def _is_larger(one: Paragraph, size: float) -> bool:
    return one.size > size + 0.9


def _may_head(one: Paragraph) -> bool:
    text = one.text
    if len(text) > _LONGEST_HEADING or "\t" in text or text[-1] in "。；，：;,:" or one.end:
        return False
    return first_date(text) is None or len(text) > 24


def _signed(body: Sequence[Paragraph]) -> date | None:
    """Return the date of the signature: a line that is nothing else, at the right or under a signer's name."""
    for at in range(len(body) - 1, 0, -1):
        one, above = body[at], body[at - 1].text
        text = one.text.strip(" \t\u3000（()）")
        found = next(iter(dates(text)), None) if len(text) < 24 else None
        if found is None or found[0] != (0, len(text)):
            continue
        if one.end or (len(above) <= 40 and above[-1] not in "。；，：、"):
            return found[1]
    return None


def _doubts(said: Head, pieces: Sequence[Piece]) -> Iterator[str]:
    text = said.title + "".join(piece.text for piece in pieces)
    signs = Counter(text.replace("\t", ""))
    bad = sum(count for sign, count in signs.items() if sign == "\ufffd" or unicodedata.category(sign)[0] == "C")
    if bad > _GARBAGE * max(len(text), 1):
        yield tr("The file does not say which characters it shows: much of its text is unreadable.")
        return
    if "\ufffd" in text:
        yield tr("{n} unreadable characters are shown as \ufffd.").format(n=text.count("\ufffd"))
    if not pieces:
        yield tr("No text was found under the title.")


def _squeezed(text: str) -> str:
    return "".join(text.split())
