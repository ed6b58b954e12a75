"""Plain text: a page copied from the browser (breadcrumb, title, source and date, body), or any other text."""

from __future__ import annotations

from dataclasses import replace

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.block import signed_day
from xinhui_viewer.importers.encoding import Decoded, decoded
from xinhui_viewer.importers.finish import Piece, draft
from xinhui_viewer.importers.legible import is_text, may_be_text
from xinhui_viewer.importers.member import ALONE, Around
from xinhui_viewer.importers.text_head import text_head
from xinhui_viewer.records import Draft

_BLANKS = " \t\xa0\u3000\ufeff"


def recognises(head: bytes, name: str) -> bool:
    """Return whether a file is text and its name has no ending of another format."""
    return "." not in name and may_be_text(head)


def read(content: bytes, name: str, _around: Around = ALONE) -> tuple[Draft, ...]:
    """Return the bulletin in a text file; UnreadableSource when the file holds no text."""
    text = decoded(content)
    _require_text(text, content, name)
    warnings = []
    if text.bad:
        warnings.append(tr("{n} unreadable bytes are shown as \ufffd.").format(n=text.bad))
    lines = [line.strip(_BLANKS) for line in text.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    told = [line for line in lines if line]
    facts, first = text_head(told)
    facts = replace(facts, written=signed_day(told[first:]))
    pieces = (Piece("paragraph", line) for line in told[first:])
    return (draft("plain_text", facts, pieces, warnings),)


def _require_text(read: Decoded, content: bytes, name: str) -> None:
    problem = ""
    if not read.text.strip(_BLANKS + "\r\n\x00"):
        problem = tr("{name} is empty.").format(name=name)
    elif not is_text(read, content):
        problem = tr("{name} is not a text file.").format(name=name)
    if problem:
        raise UnreadableSource(problem, tr("Open it in an editor and check its contents."))
