"""A document as its maker formatted it (PDF, DOCX, OFD): which paragraphs are its head, and what is its text.

Official documents follow GB/T 9704-2012: a red head names the issuer (…人民政府文件), the document number stands under
it, the title is centred in the largest type, the day it was written stands at the end. Printed web pages have a path,
a title, and a line of source and date. What neither says stays empty.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from xinhui_viewer.importers.finish import Fields, Piece, draft
from xinhui_viewer.importers.furniture import breadcrumb, is_furniture, meta_line
from xinhui_viewer.importers.page_fields import NUMBER
from xinhui_viewer.records import Attachment, Cell, Draft
from xinhui_viewer.text.dates import first_date

_HEAD = 24  # paragraphs in which the head is looked for
_LONGEST_TITLE = 120
_LONGEST_HEADING = 60
_LARGER = 0.8  # points: less is the same type
_RED_HEAD = re.compile(
    r"(?P<issuer>[\u4e00-\u9fff（）()、]{2,40}?(?:政府|委员会|委|办公室|办公厅|办|局|厅|部|院|会|中心|公司|大学|社))"
    r"\s*(?:文\s*件|公\s*报|公\s*告|通\s*告|令|函)"
)
_SIGNER = re.compile(r"签发人[:：]|^(?:特急|加急|平急|机密|秘密|内部资料)|^[0０]{2,}\d+$")
_ENDS = "。；，："
_DAY = re.compile(
    r"[（(]?\s*(?:[12]\d{3}|[一二][〇○零０O一二三四五六七八九]{3})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月\s*"
    r"[\d一二三四五六七八九十]{1,4}\s*日\s*(?:印发)?\s*[）)]?"
)
_SIGNED_WITHIN = 12  # paragraphs at the end: the signature, and what is noted under it


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, table or picture with what its format says.

    ``size`` is that of its type in points, 0 when unknown; ``level`` (1-6) is that of a heading, ``title`` that its
    style is that of a title.
    """

    text: str = ""
    size: float = 0.0
    bold: bool = False
    centred: bool = False
    level: int = 0
    title: bool = False
    rows: tuple[tuple[Cell, ...], ...] = ()
    image: str = ""


@dataclass(slots=True)
class _Head:
    title: str = ""
    source: str = ""
    issuer: str = ""
    number: str = ""
    published: date | None = None
    written: date | None = None
    columns: tuple[str, ...] = ()
    used: set[int] = field(default_factory=set)


def document(
    importer: str,
    paragraphs: Iterable[Paragraph],
    warnings: Iterable[str] = (),
    attachments: tuple[Attachment, ...] = (),
    named: str = "",
) -> Draft:
    """Return the draft of a document; ``named`` is the title that the file itself notes, taken where none is seen."""
    all_ = [one for one in paragraphs if one.text.strip() or one.rows or one.image]
    usual = _usual_size(all_)
    head = _head(all_, usual)
    fields = Fields(
        title=head.title or named,
        published=head.published,
        written=head.written or _signed(all_, head.used),
        source=head.source,
        issuer=head.issuer,
        columns=head.columns,
        document_number=head.number,
    )
    pieces = [_piece(one, usual) for number, one in enumerate(all_) if number not in head.used]
    return draft(importer, fields, pieces, warnings, attachments)


def _usual_size(paragraphs: Sequence[Paragraph]) -> float:
    """Return the size in which most characters are set, 0 when none is known."""
    sizes: Counter[float] = Counter()
    for one in paragraphs:
        sizes[one.size] += len(one.text)
    return max(sizes, key=lambda size: sizes[size]) if sizes else 0.0


def _head(paragraphs: Sequence[Paragraph], usual: float) -> _Head:
    head = _Head()
    top = paragraphs[:_HEAD]
    first = _title_at(top, usual)
    for number, one in enumerate(top[: first if first is not None else _HEAD]):
        if not _take_above(head, number, one):
            break
    if first is None:
        return head
    last = _title_end(top, first, usual)
    head.title = _joined([one.text for one in top[first : last + 1]])
    head.used |= set(range(first, last + 1))
    for number, one in enumerate(top[last + 1 : last + 5], last + 1):
        if not _take_below(head, number, one):
            break
    return head


def _title_at(top: Sequence[Paragraph], usual: float) -> int | None:
    """Return the number of the paragraph where the title begins: by its style, its size, or its place."""
    styled = next((number for number, one in enumerate(top) if one.title), None)
    if styled is not None:
        return styled
    able = [number for number, one in enumerate(top) if _may_be_title(one)]
    above_text = [number for number in able if all(not _is_prose(one) for one in top[:number])]
    largest = max((top[number].size for number in above_text), default=0.0)
    for number in above_text:
        if largest > usual + _LARGER and top[number].size > largest - _LARGER:
            return number
    for marked in ("centred", "bold"):
        found = next((number for number in above_text if getattr(top[number], marked)), None)
        if found is not None:
            return found
    headed = next((number for number in above_text if top[number].level == 1), None)
    if headed is not None:
        return headed
    return above_text[0] if above_text and len(top) > above_text[0] + 1 else None


def _may_be_title(one: Paragraph) -> bool:
    text = _squeezed(one.text)
    if not 2 <= len(text) <= _LONGEST_TITLE or one.rows or one.image or text[-1] in _ENDS:
        return False
    if _RED_HEAD.fullmatch(text) or NUMBER.fullmatch(text) or _SIGNER.search(text) or _DAY.fullmatch(text):
        return False
    return not (breadcrumb(one.text) or meta_line(one.text) or is_furniture(one.text))


def _is_prose(one: Paragraph) -> bool:
    return len(one.text) > _LONGEST_HEADING and one.text.rstrip()[-1] in "。；："


def _title_end(top: Sequence[Paragraph], first: int, usual: float) -> int:
    """Return the last paragraph of a title that is broken over lines: of the same look, and centred or large."""
    begin = top[first]
    large = usual > 0 and begin.size > usual + _LARGER
    last = first
    while last + 1 < len(top) and last - first < 4:
        one = top[last + 1]
        alike = abs(one.size - begin.size) < _LARGER and one.bold == begin.bold
        alike = alike and (large or one.centred == begin.centred)
        if not (alike and one.title == begin.title and one.level == begin.level and _may_be_title(one)):
            break
        if not (begin.title or begin.centred or large):
            break
        last += 1
    return last


def _take_above(head: _Head, number: int, one: Paragraph) -> bool:
    """Take what stands over a title; return whether to go on."""
    text = _squeezed(one.text)
    red, numbered = _RED_HEAD.fullmatch(text), NUMBER.fullmatch(text)
    if red and not head.issuer:
        head.issuer = red["issuer"]
    elif numbered and not head.number:
        head.number = text
    elif not _SIGNER.search(text):
        path = breadcrumb(one.text)
        if not path and not is_furniture(one.text):
            return not one.text
        head.columns = head.columns or path
    head.used.add(number)
    return True


def _take_below(head: _Head, number: int, one: Paragraph) -> bool:
    """Take what stands right under a title; return whether to go on."""
    text = _squeezed(one.text)
    meta = meta_line(one.text) if len(text) < 200 and not one.rows else None
    if NUMBER.fullmatch(text.strip("（）()")) and not head.number:
        head.number = text.strip("（）()")
    elif _DAY.fullmatch(text) and head.written is None and (one.centred or text[0] in "（("):
        head.written = first_date(text)
    elif meta is not None and (meta.source or meta.published):
        head.source, head.published = head.source or meta.source, head.published or meta.published
    else:
        return False
    head.used.add(number)
    return True


def _signed(paragraphs: Sequence[Paragraph], used: set[int]) -> date | None:
    """Return the day under the signature at the end."""
    for number in range(len(paragraphs) - 1, max(len(paragraphs) - 1 - _SIGNED_WITHIN, 0), -1):
        text = _squeezed(paragraphs[number].text)
        if number not in used and _DAY.fullmatch(text) and "印发" not in text:
            return first_date(text)
    return None


def _piece(one: Paragraph, usual: float) -> Piece:
    if one.image:
        return Piece("image", one.text, image=one.image)
    if one.rows:
        return Piece("table", one.text, rows=one.rows)
    short = len(one.text) <= _LONGEST_HEADING
    if one.level and short:
        return Piece("heading", one.text, level=one.level, bold=True)
    return Piece("paragraph", one.text, bold=short and (one.bold or (usual > 0 and one.size > usual + _LARGER)))


def _joined(lines: Sequence[str]) -> str:
    """Return lines as one: Latin words keep a blank between them."""
    text = ""
    for line in (" ".join(line.split()) for line in lines):
        latin = text[-1:].isascii() and line[:1].isascii() and text
        text += f" {line}" if latin else line
    return text


def _squeezed(text: str) -> str:
    return "".join(text.split())
