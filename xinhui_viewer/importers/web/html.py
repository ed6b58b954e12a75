"""HTML: a page of an official site as a browser saved it."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from dataclasses import replace
from typing import Any

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.facts import Facts
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers import fields as page_fields
from xinhui_viewer.importers.attachments import MOST
from xinhui_viewer.importers.encoding import Decoded, decoded
from xinhui_viewer.importers.finish import Piece, draft
from xinhui_viewer.importers.legible import BOMS, has_markup, is_text
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.body import body_lines, text_lines
from xinhui_viewer.importers.web.embedded import with_embedded
from xinhui_viewer.importers.web.flat import read_flat
from xinhui_viewer.importers.web.guard import is_parsable, without_long_tags
from xinhui_viewer.importers.web.lines import lines
from xinhui_viewer.importers.web.title import title_line
from xinhui_viewer.records import Draft

_DOCUMENT = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|ofd|wps|et|csv|zip|rar)(?:[?#]|$)", re.IGNORECASE)
_NAMES_ONE = re.compile(rb"\.(?:doc|xls|ppt|pdf|ofd|wps|et|csv|zip|rar|DOC|XLS|PDF)[xX]?\s*[\"'?#>]")
_TAG = re.compile(rb"(?i)\s*(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype|[a-zA-Z])", re.DOTALL)
_CAPTION = re.compile("[\u4e00-\u9fff]{2}")


def recognises(head: bytes, _name: str) -> bool:
    """Return whether a file begins with a tag and holds elements of HTML."""
    for bom in BOMS:
        head = head.removeprefix(bom)
    head = head.replace(b"\0", b"")  # UTF-16
    return _TAG.match(head) is not None and has_markup(head)


def read(content: bytes, name: str) -> tuple[Draft, ...]:
    """Return the bulletin of a page; UnreadableSource when the page holds no text."""
    content = without_long_tags(content)
    text = decoded(content)
    if not is_text(text, content):
        problem = tr("{name} is not a web page.").format(name=name)
        raise UnreadableSource(problem, tr("Open it in an editor and check its contents."))
    warnings = []
    linked: tuple[str, ...] = ()
    if is_parsable(content):
        facts, pieces, linked = _parsed(text, content)
    else:
        facts, pieces = read_flat(text.text)
        warnings.append(tr("The page is nested too deeply; its text was kept, but not its layout."))
    if not any(piece.text for piece in pieces) and not facts.title:
        problem = tr("{name} contains no text.").format(name=name)
        raise UnreadableSource(problem, tr("If its text is loaded by a script, save the complete page in a browser."))
    if text.bad:
        warnings.append(tr("{n} unreadable bytes are shown as \ufffd.").format(n=text.bad))
    if not pieces:
        warnings.append(tr("No text was found under the title."))
    pieces, images = with_embedded(pieces)
    return (draft("html", facts, pieces, warnings, images, linked),)


def _parsed(text: Decoded, content: bytes) -> tuple[Facts, list[Piece], tuple[str, ...]]:
    from selectolax.lexbor import LexborHTMLParser

    sound = text.encoding == "utf-8" and not text.bad  # then the parser takes the bytes
    encoded = content.removeprefix(BOM_UTF8) if sound else text.text.encode("utf-8", "replace")
    tree = LexborHTMLParser(encoded.replace(b"\x00", b""))
    facts, pieces = _page(tree, lines(tree.body) if tree.body is not None else [], text.text)
    if tree.body is not None and not any(piece.text for piece in pieces):
        facts, pieces = _page(tree, lines(tree.body, scripted=False), text.text)
    return facts, pieces, _linked(tree) if _NAMES_ONE.search(encoded) else ()


def _linked(tree: Any) -> tuple[str, ...]:
    """Return the addresses of the documents that a page names: its attachments."""
    addresses = ((link.attributes.get("href") or "").strip() for link in tree.css("a[href]"))
    return tuple(dict.fromkeys(address for address in addresses if _DOCUMENT.search(address)))[:MOST]


def _page(tree: Any, seen: list[Line], source: str) -> tuple[Facts, list[Piece]]:
    metas = page_fields.metas(tree)
    title, at = title_line(tree, metas, seen)
    start, printed_source, printed = page_fields.head_end(seen, at)
    body = body_lines(seen, start, title)
    passed = text_lines(seen[at + 1 : start]) if at >= 0 else []
    if _length(passed) > _length(body):  # the apparent head is text, and the labels stand below it
        start, printed_source, printed = page_fields.head_end(seen[: passed[0].order], at)
        body = body_lines(seen, start, title)
    first = body[0].order if body else len(seen)
    block = page_fields.information_block(seen[: min(max(first, start), len(seen))])
    url = page_fields.address(tree, metas, source)
    printed = printed or block.published
    if body:
        last = body[-1].order
        printed_source, printed, body = page_fields.inner_foot(body, printed_source, printed)
        printed_source, printed = page_fields.foot(seen[last + 1 :], printed_source, printed)
    scripts = "" if printed else " ".join(script.text() or "" for script in tree.css("script")[:60])[:200_000]
    facts = replace(
        block,
        title=title,
        published=page_fields.date_published(printed, metas, scripts, url),
        written=block.written or page_fields.signed_day([line.text for line in body[-4:]]),
        source=page_fields.source_of(printed_source, metas),
        columns=page_fields.column_path(seen, title, first),
        document_number=page_fields.document_number(block, body),
        url=url,
    )
    return facts, [_piece(line, title) for line in body]


def _length(lines: list[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _piece(line: Line, title: str) -> Piece:
    if line.image:
        caption = line.text if _CAPTION.search(line.text) and line.text not in (title, "图片") else ""
        return Piece("image", caption, image=line.image)
    if line.rows:
        return Piece("table", line.text, rows=line.rows)
    if line.level and len(line.text) <= 80:
        return Piece("heading", line.text, level=line.level, bold=True)
    return Piece("paragraph", line.text, 0, line.wholly_bold)
