"""Plain text: a page copied from the browser (breadcrumb, title, source and date, body), or any other text."""

from __future__ import annotations

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.encoding import Decoded, decoded
from xinhui_viewer.importers.finish import Fields, Piece, draft
from xinhui_viewer.importers.furniture import breadcrumb, is_furniture, meta_line
from xinhui_viewer.importers.legible import is_text
from xinhui_viewer.records import Draft

_HEAD = 8  # lines in which a page's head is looked for
_LONGEST_TITLE = 80
_BLANKS = " \t\xa0\u3000\ufeff"


def read(content: bytes, name: str) -> tuple[Draft, ...]:
    """Return the bulletin in a text file; UnreadableSource when the file holds no text."""
    text = decoded(content)
    _require_text(text, content, name)
    warnings = []
    if text.bad:
        warnings.append(tr("{n} unreadable bytes are shown as \ufffd.").format(n=text.bad))
    lines = [line.strip(_BLANKS) for line in text.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    fields, first = _head([(number, line) for number, line in enumerate(lines) if line])
    pieces = (Piece("paragraph", line) for line in lines[first:])
    return (draft("plain_text", fields, pieces, warnings),)


def _head(lines: list[tuple[int, str]]) -> tuple[Fields, int]:
    """Return what the first lines say, and the number of the line where the body begins."""
    title, body = "", lines[0][0] if lines else 0
    columns: tuple[str, ...] = ()
    for number, line in lines[:_HEAD]:
        meta = meta_line(line) if title else None
        if meta is not None:
            return Fields(title, meta.published, source=meta.source, columns=columns), number + 1
        if title:
            break
        path = breadcrumb(line)
        if path:
            columns = path
        elif not is_furniture(line):
            if len(line) > _LONGEST_TITLE or line[-1] in "。；，":
                break
            title = line
        body = number + 1
    return Fields(title, columns=columns), body


def _require_text(read: Decoded, content: bytes, name: str) -> None:
    problem = ""
    if not read.text.strip(_BLANKS + "\r\n\x00"):
        problem = tr("{name} is empty.").format(name=name)
    elif not is_text(read, content):
        problem = tr("{name} is not a text file.").format(name=name)
    if problem:
        raise UnreadableSource(problem, tr("Open it in an editor and check what it holds."))
