"""Which importer reads a file: by its first bytes, and by its name where these could be several things."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.member import Container
from xinhui_viewer.importers.table import IMPORTERS, Importer, importer_for, known_endings

HEAD = 8192  # bytes that are looked at
_MARKUP = re.compile(rb"(?i)<(?:!doctype\s+html|html|head|body|meta|title|script|div|p|table|h[1-6]|article)\b")
_TAG = re.compile(rb"(?i)\s*(?:<\?xml[^>]*>|<!--.*?-->|\s)*<(?:!doctype|[a-zA-Z])", re.DOTALL)
_MAIL = re.compile(rb"(?im)^(?:MIME-Version|Snapshot-Content-Location)[ \t]*:")
_MULTIPART = re.compile(rb"(?im)^Content-Type[ \t]*:[ \t]*(?:multipart/|text/html)")
_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"BM", b"II*\0", b"MM\0*", b"RIFF")
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_ZIPPED = ("docx", "ofd", "zip", "wacz")


@dataclass(frozen=True, slots=True)
class Kind:
    """What reads a file; ``warning`` says when its name promises something else."""

    importer: Importer | Container
    warning: str = ""


def kind(name: str, head: bytes) -> Kind:
    """Return what reads a file of that name and these first bytes; UnreadableSource when nothing does."""
    named = importer_for(name)
    seen = _seen(head, named)
    if seen is None and named is None and "." not in name and _is_textual(head):
        seen = _row("plain_text")
    if seen is None or named is None or seen is named:
        importer = seen or named
        if importer is None:
            raise _unknown(name)
        return Kind(importer)
    if named.name == "plain_text" and seen.name == "html":
        return Kind(seen)
    told = tr("By its name {name} is another kind of file; it was read as what it holds ({kind}).")
    return Kind(seen, told.format(name=name, kind=seen.name.upper()))


def _seen(head: bytes, named: Importer | Container | None) -> Importer | Container | None:
    """Return what the bytes are beyond doubt; None leaves it to the name."""
    bare = head.lstrip()
    of_text = named is None or named.name in ("html", "plain_text", "mhtml", "legacy", "docx", "image")
    if bare.startswith(b"%PDF-"):
        return None if _MARKUP.search(head[:1024]) and named is not None else _row("pdf")
    if head.startswith(b"WARC/"):
        return _row("warc")
    if head.startswith(b"PK\x03\x04"):
        if named is not None and named.name == "legacy":
            return None if b"vnd.oasis" in head else _row("docx")
        return _row("zip") if named is None else None
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") or head.startswith(b"{\\rtf"):
        return _row("legacy") if named is None or named.name in ("html", "plain_text") else None
    if named is None and head.startswith(_PICTURES):
        return _row("image")
    if of_text and _is_mhtml(head):
        return _row("mhtml")
    if of_text and named is not None and named.name not in ("html", "mhtml", "image") and _is_page(head):
        return _row("html")
    if named is None:
        return _row("html") if _is_page(head) else None
    return None


def _is_mhtml(head: bytes) -> bool:
    return not head.lstrip().startswith(b"<") and bool(_MAIL.search(head) and _MULTIPART.search(head))


def _is_page(head: bytes) -> bool:
    plain = head
    for bom in _BOMS:
        plain = plain.removeprefix(bom)
    plain = plain.replace(b"\0", b"")  # UTF-16
    return bool(_TAG.match(plain) and _MARKUP.search(plain))


def _is_textual(head: bytes) -> bool:
    return head.startswith(_BOMS) or head.count(b"\0") * 20 < max(len(head), 1)


def _row(name: str) -> Importer | Container | None:
    return next((row for row in IMPORTERS if row.name == name), None)


def _unknown(name: str) -> UnreadableSource:
    if name.lower().endswith(".xhdb"):
        problem = tr("{name} is an archive, not a bulletin.").format(name=name)
        return UnreadableSource(problem, tr("Open it as an archive."))
    problem = tr("{name} is of a kind that cannot be imported.").format(name=name)
    return UnreadableSource(problem, tr("Endings that can: {endings}.").format(endings=known_endings()))
