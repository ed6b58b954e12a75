"""Plain text: a page copied from the browser (breadcrumb, title, source and date, body), or any other text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.facts import Facts
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.encoding import Decoded, decoded
from xinhui_viewer.importers.finish import Piece, draft
from xinhui_viewer.importers.furniture import meta_line
from xinhui_viewer.importers.heads.contents import contents
from xinhui_viewer.importers.heads.signed import signed
from xinhui_viewer.importers.legible import is_text, may_be_text
from xinhui_viewer.importers.member import ALONE, Around
from xinhui_viewer.importers.text_block import text_block, with_block
from xinhui_viewer.importers.text_head import text_head
from xinhui_viewer.records import Draft
from xinhui_viewer.text.blanks import joined
from xinhui_viewer.text.wrapping import runs_on

_LONGEST_FOOT = 60  # characters of a line of labels below a text
_BLANKS = " \t\xa0\u3000\ufeff"


def recognises(head: bytes, name: str) -> bool:
    """Return whether a file is text and its name has no ending of another format."""
    return "." not in name and may_be_text(head)


def read(content: bytes, name: str, _around: Around = ALONE) -> tuple[Draft, ...]:
    """Return the bulletin in a text file; UnreadableSource when the file holds no text."""
    text = decoded(content)
    require_text(text, content, name)
    warnings = []
    if text.bad:
        warnings.append(tr("{n} unreadable bytes are shown as \ufffd.").format(n=text.bad))
    told = paragraphs(text.text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    listed = contents(told)
    told = [line for at, line in enumerate(told) if at not in listed]
    block, told = text_block(told)
    facts, first = text_head(told)
    facts, body = _without_foot(with_block(facts, block), told[first:])
    by = signed(body)
    if by is not None:
        facts = replace(facts, written=by.day or facts.written, issuer=facts.issuer or by.signer)
    pieces = (Piece("paragraph", line) for line in body)
    return (draft("plain_text", facts, pieces, warnings),)


def require_text(read: Decoded, content: bytes, name: str) -> None:
    """Raise UnreadableSource when a file is empty or no text."""
    problem = ""
    if not read.text.strip(_BLANKS + "\r\n\x00"):
        problem = tr("{name} is empty.").format(name=name)
    elif not is_text(read, content):
        problem = tr("{name} is not a text file.").format(name=name)
    if problem:
        raise UnreadableSource(problem, tr("Open it in an editor and check its contents."))


def paragraphs(lines: Sequence[str]) -> list[str]:
    """Return the lines that are not empty, without the blanks around them; a paragraph that was wrapped is one."""
    paragraphs: list[list[str]] = []
    for line, goes_on in zip(lines, runs_on(lines), strict=True):
        if goes_on:
            paragraphs[-1].append(line.strip(_BLANKS))
        elif bare := line.strip(_BLANKS):
            paragraphs.append([bare])
    return list(map(joined, paragraphs))


def _without_foot(facts: Facts, lines: Sequence[str]) -> tuple[Facts, Sequence[str]]:
    """Return the lines of a text without the labels below it, and facts with the source and date that these give."""
    end = len(lines)
    while end > 1 and len(lines[end - 1]) < _LONGEST_FOOT:
        meta = meta_line(lines[end - 1]) if ":" in lines[end - 1] or "：" in lines[end - 1] else None
        if meta is None or not (meta.source or meta.published) or _differs(facts.published, meta.published):
            break
        facts = replace(facts, source=facts.source or meta.source, published=facts.published or meta.published)
        end -= 1
    return facts, lines[:end]


def _differs(known: date | None, said: date | None) -> bool:
    return None not in (known, said) and known != said
