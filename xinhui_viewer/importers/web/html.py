"""HTML: a page of an official site as a browser saved it."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from xinhui_viewer.errors import EmptyPage, UnreadableSource
from xinhui_viewer.facts import Facts
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers import page_kinds
from xinhui_viewer.importers.attachments import MOST
from xinhui_viewer.importers.block import document_number
from xinhui_viewer.importers.encoding import Decoded, decoded
from xinhui_viewer.importers.finish import Piece, draft
from xinhui_viewer.importers.legible import BOMS, has_markup, is_text
from xinhui_viewer.importers.member import ALONE, Around
from xinhui_viewer.importers.web.embedded import with_embedded
from xinhui_viewer.importers.web.evidence import Chosen
from xinhui_viewer.importers.web.flat import read_flat
from xinhui_viewer.importers.web.found import Found, found, value
from xinhui_viewer.importers.web.guard import is_parsable, without_bombs
from xinhui_viewer.importers.web.markup.lines import lines
from xinhui_viewer.importers.web.origin.authors import authors
from xinhui_viewer.importers.web.origin.columns import columns
from xinhui_viewer.importers.web.origin.official import official_grounds
from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.importers.web.pieces import piece
from xinhui_viewer.importers.web.prose.body import Text
from xinhui_viewer.importers.web.prose.prose import DOCUMENT
from xinhui_viewer.importers.web.site.trace import Trace, trace
from xinhui_viewer.importers.web.titles.untitled import with_head
from xinhui_viewer.records import Draft, Ground, Link
from xinhui_viewer.text.fold import clean

_NAMES_ONE = re.compile(rb"(?i)\.(?:doc|xls|ppt|pdf|ofd|wps|et|dps|rtf|od[tsp]|epub|csv|zip|rar)[mx]?\s*[\"'?#>]")
_LONGEST_LABEL = 200  # characters of a link
_TAG = re.compile(rb"(?i)\s*(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype|[a-zA-Z])", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Read:
    """The contents of a page: its facts, its text, grounds of and warnings on facts, its kind if it is no bulletin.

    ``called`` is its <title>.
    """

    facts: Facts
    pieces: list[Piece]
    grounds: tuple[Ground, ...] = ()
    kind: str = ""
    warnings: tuple[str, ...] = ()
    called: str = ""


_SHEETS = re.compile(rb"<(?:\w+:)?Workbook\s")  # an XML spreadsheet has an element <Table>, too
_FRAME_OF_SHEETS, _HEAD = re.compile(rb"""name\s*=\s*["']?Excel Workbook Frameset""", re.IGNORECASE), 4_000


def recognises(head: bytes, _name: str) -> bool:
    """Return whether a file begins with a tag and holds elements of HTML."""
    for bom in BOMS:
        head = head.removeprefix(bom)
    head = head.replace(b"\0", b"")  # UTF-16
    return _TAG.match(head) is not None and has_markup(head) and not _SHEETS.search(head)


def read(content: bytes, name: str, around: Around = ALONE) -> tuple[Draft, ...]:
    """Return the bulletin of a page; UnreadableSource when the page holds no text."""
    content = without_bombs(content)
    text = decoded(content)
    if not is_text(text, content):
        problem = tr("{name} is not a web page.").format(name=name)
        raise UnreadableSource(problem, tr("Open it in an editor and check its contents."))
    warnings = []
    linked: tuple[Link, ...] = ()
    if is_parsable(content):
        said, linked = _parsed(text, content, around)
    else:
        said = _Read(*read_flat(text.text))
        warnings.append(tr("The page is nested too deeply; its text was kept, but not its layout."))
    if not any(piece.text for piece in said.pieces) and not said.facts.title:
        _refuse_frame(content, name)
        problem = tr("{name} contains no text.").format(name=name)
        raise EmptyPage(problem, tr("If its text is loaded by a script, save the complete page in a browser."))
    warnings.extend(said.warnings)
    if text.bad:
        warnings.append(tr("{n} unreadable bytes are shown as \ufffd.").format(n=text.bad))
    if said.kind:
        warnings.append(page_kinds.sentence(said.kind))
    elif not said.pieces:
        warnings.append(tr("No text was found under the title."))
    pieces, images = with_embedded(said.pieces)
    kept = not (said.kind and around.passing)
    marks = (said.grounds, said.kind, said.called)
    return (draft("html", said.facts, pieces, warnings, images, linked, *marks, derived=kept),)


def _refuse_frame(content: bytes, name: str) -> None:
    """Raise UnreadableSource for the frame of a workbook that Excel saved as a web page."""
    if _FRAME_OF_SHEETS.search(content[:_HEAD]):
        problem = tr("{name} is only the frame of a workbook; its sheets are in a folder beside it.").format(name=name)
        raise UnreadableSource(problem, tr("Open it in Excel together with that folder and save it as .xlsx."))


def traced(content: bytes, _name: str, around: Around = ALONE) -> Trace | None:
    """Return what a page tells its siblings; None for a file that is no page."""
    content = without_bombs(content)
    text = decoded(content)
    if not is_text(text, content) or not is_parsable(content):
        return None
    tree = _tree(_encoded(text, content))
    page = Page(tree, lines(tree.body) if tree.body is not None else [], text.text, around)
    at = found(page)
    facts = at.facts if at.facts.title or page.title else with_head(at.facts, at.text.lines)[0]
    return trace(page, facts, partial(_path_of_list, page, at))


def _path_of_list(page: Page, at: Found) -> tuple[str, ...]:
    """Return the path of the columns that a list prints; empty for any other page."""
    return value(columns(page, None, "", len(page.lines)), ()) if at.kind(page) == "list" else ()


def _encoded(text: Decoded, content: bytes) -> bytes:
    sound = text.encoding == "utf-8" and not text.bad  # then the parser takes the bytes
    return content.removeprefix(BOM_UTF8) if sound else text.text.encode("utf-8", "replace")


def _tree(encoded: bytes) -> Any:
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(encoded.replace(b"\x00", b""))


def _parsed(text: Decoded, content: bytes, around: Around) -> tuple[_Read, tuple[Link, ...]]:
    encoded = _encoded(text, content)
    tree = _tree(encoded)
    seen = lines(tree.body) if tree.body is not None else []
    said = _page(Page(tree, seen, text.text, around))
    if tree.body is not None and not any(piece.text for piece in said.pieces):
        unscripted = lines(tree.body, scripted=False)
        if unscripted != seen:
            said = _page(Page(tree, unscripted, text.text, around))
    return said, _linked(tree) if _NAMES_ONE.search(encoded) else ()


def _linked(tree: Any) -> tuple[Link, ...]:
    """Return the links of a page to documents: its attachments, each under its longest text."""
    labels: dict[str, str] = {}
    for link in tree.css("a[href]"):
        address = (link.attributes.get("href") or "").strip()
        if DOCUMENT.search(address) and (address in labels or len(labels) < MOST):
            label = " ".join(link.text().split())[:_LONGEST_LABEL]
            labels[address] = max(labels.get(address, ""), label, key=len)
    return tuple(Link(address, clean(label)) for address, label in labels.items())


def _page(page: Page) -> _Read:
    """Return what a page says, and whether it is a bulletin."""
    at = found(page)
    text = at.text
    writers = authors(page, at.line, text, at.facts.source)
    number = document_number(at.block, text.lines)
    facts = replace(at.facts, authors=value(writers, ()), document_number=number)
    grounds = _grounds(title=at.title, published=at.day, source=at.source, authors=writers, columns=at.columns)
    grounds += official_grounds(facts, at.block)
    none = at.kind(page)
    pieces = [piece(line, facts.title) for line in text.lines]
    warnings = tuple(filter(None, (at.warning, _doubt(text, none))))
    read = _Read(facts, pieces, grounds, none, warnings, page.title)
    return read if facts.title or page.title else _with_head(read, text)


def _with_head(read: _Read, text: Text) -> _Read:
    """Return a piece of a page with the title that its text begins with."""
    facts, count = with_head(read.facts, text.lines)
    if not count:
        return read
    grounds = (Ground("title", "printed", sure=False), *read.grounds)
    return replace(read, facts=facts, pieces=read.pieces[count:], grounds=grounds)


def _doubt(text: Text, kind_of_none: str) -> str:
    """Return a warning on a text that is all prose of its page; empty for any other, and on a page that is none."""
    if not text.doubtful or kind_of_none:
        return ""
    return tr("The text could not be told from what is around it; all paragraphs of the page were kept.")


def _grounds(**weighed: Chosen[Any] | None) -> tuple[Ground, ...]:
    return tuple(Ground(fact, one.candidate.where, one.sure) for fact, one in weighed.items() if one is not None)
