"""The head of a document as facts: the red head, the title, the lines under it, and the signature's date.

Official documents follow GB/T 9704-2012: a red head names the issuer (…人民政府文件), the document number stands under
it, the title is centred in the largest type, the day it was written stands at the end. Printed web pages have a path,
a title, and a line of source and date. A fact in neither stays empty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from xinhui_viewer.facts import Facts, day
from xinhui_viewer.importers import block as page_block
from xinhui_viewer.importers.furniture import breadcrumb, is_furniture, meta_line
from xinhui_viewer.importers.heads.beneath import beneath
from xinhui_viewer.importers.heads.contents import contents
from xinhui_viewer.importers.heads.cover import cover
from xinhui_viewer.importers.heads.described import is_spoken_of
from xinhui_viewer.importers.heads.form_day import form_day
from xinhui_viewer.importers.heads.letterhead import number
from xinhui_viewer.importers.heads.project import project
from xinhui_viewer.importers.heads.signed import signed
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.importers.word.title import HAN, HEAD, LONGEST_TITLE, Title, as_page, letterhead, texts, title_of

_NUMBER_WITHIN = 6  # lines of the body
_LONGEST_LABELS = 300  # characters
_NAMELESS = re.compile(
    r"文档\s*\d*|新建|无标题|标题|Microsoft|Document|untitled|Word|幻灯片|.*\.(?:docx?|wps|docm|rtf|html?)$",
    re.IGNORECASE,
)


def fields(lines: Sequence[Paragraph], stored_title: str) -> tuple[Facts, list[Paragraph]]:
    """Return the fields of a document's lines, and the lines that are its body."""
    front, listed = cover(texts(lines)), contents(texts(lines))
    lines = [line for at, line in enumerate(lines) if at not in listed]
    title = title_of([*map(_without_level, lines[:front]), *lines[front:]])
    said, above = _above(lines, title)
    first = title.lines[-1] + 1 if title.lines else len(lines)
    below = beneath(texts(lines[first:]))
    named = project(texts(lines[:HEAD]), title.text)
    gone = {*(() if named else title.lines), *above, *(first + at for at in below.lines)}
    body = [_plain(line) if at < front else line for at, line in enumerate(lines) if at not in gone]
    said = below.added_to(replace(said, title=named or title.text or _sensible(stored_title, lines)))
    said = _completed(said, lines, body)
    return said if day(said) else replace(said, written=form_day(texts(lines), front)), body


def _completed(said: Facts, lines: Sequence[Paragraph], body: Sequence[Paragraph]) -> Facts:
    """Return the facts of a head with those of a 政府信息公开 block, of the signature and of a number in the text."""
    block = page_block.information_block(as_page(lines[:HEAD]))
    by = signed([line.text for line in body if not line.image and not line.rows])
    number = page_block.document_number(block, as_page(body[:_NUMBER_WITHIN]))
    said = page_block.with_official(said, as_page(lines[:HEAD]))
    return replace(
        said,
        published=said.published or block.published,
        written=(by.day if by else None) or block.written,
        issuer=said.issuer or block.issuer or (by.signer if by else ""),
        document_number=said.document_number or number,
    )


def _plain(line: Paragraph) -> Paragraph:
    """Return a line of a cover without the look of a heading."""
    return replace(line, size=0.0, bold=False, level=0)


def _without_level(line: Paragraph) -> Paragraph:
    return replace(line, level=0)


def _above(lines: Sequence[Paragraph], title: Title) -> tuple[Facts, set[int]]:
    """Return the fields in the lines above a title, and the lines that hold them or belong to a site."""
    said, gone = Facts(title=title.text), set()
    for at in range(title.lines[0] if title.lines else 0):
        taken = next(filter(None, (take(said, lines, at) for take in _TAKE_ABOVE)), None)
        if taken is not None:
            said = taken
            gone.add(at)
    return said, gone


def _take_path(said: Facts, lines: Sequence[Paragraph], at: int) -> Facts | None:
    path = () if said.columns else breadcrumb(lines[at].text, said.title)
    return replace(said, columns=path) if path else None


def _take_red_head(said: Facts, lines: Sequence[Paragraph], at: int) -> Facts | None:
    found = "" if said.issuer else letterhead(lines, at)
    return replace(said, issuer=found) if found else None


def _take_number(said: Facts, lines: Sequence[Paragraph], at: int) -> Facts | None:
    found = "" if said.document_number else number(lines[at].text)
    return replace(said, document_number=found) if found else None


def _take_source(said: Facts, lines: Sequence[Paragraph], at: int) -> Facts | None:
    """Take a line with the label of a source that stands above the title, as on some pages."""
    meta = meta_line(lines[at].text) if len(lines[at].text) < _LONGEST_LABELS and not lines[at].rows else None
    if meta is None or not meta.source:
        return None
    return replace(said, source=said.source or meta.source, published=said.published or meta.published)


def _take_furniture(said: Facts, lines: Sequence[Paragraph], at: int) -> Facts | None:
    return said if is_furniture(lines[at].text) and not lines[at].image else None


# Readers of a line above the title; the first that takes the line decides.
_TAKE_ABOVE = (_take_path, _take_red_head, _take_number, _take_source, _take_furniture)


def _sensible(title: str, lines: Sequence[Paragraph]) -> str:
    """Return the title in a file's properties; empty when a program filled it in, it is stale or cannot be one."""
    if not 4 <= len(title) <= LONGEST_TITLE or len(HAN.findall(title)) < 2 or _NAMELESS.match(title):
        return ""
    return " ".join(title.split()) if is_spoken_of(title, "".join(line.text for line in lines)) else ""
