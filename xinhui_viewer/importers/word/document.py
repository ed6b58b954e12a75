"""Make a draft of a Word document: its head becomes facts, the rest its text."""

from __future__ import annotations

import re
from collections.abc import Iterable

from xinhui_viewer.importers.finish import Piece, draft
from xinhui_viewer.importers.heads.generic import is_form_line
from xinhui_viewer.importers.word.head import fields
from xinhui_viewer.importers.word.headings import headed
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.importers.word.pasted_marks import without_marks
from xinhui_viewer.importers.word.title import text_size
from xinhui_viewer.records import Attachment, Draft

_LONGEST_HEADING = 80
_LARGER = 1.2  # points: a smaller difference is the same type, or that of code beside the text
_SHORTEST_SENTENCE = 30
_SENTENCE = re.compile(r"[，；：:].*[。；]\s*$")
_TELEPHONE = re.compile(r"\s*\+?[\d()（）][\d()（） -]{6,20}\s*")
_APART = re.compile(r"\S[ \u3000]{6,}\S")  # several texts set side by side
_LETTER = re.compile(r"[^\W\d_]")
_CAPTION = re.compile("[\u4e00-\u9fff]{2}")
# Titles that programs fill in by themselves.
_NO_CAPTION = re.compile(
    r"(?:图片|图像|图)\s*\d*$|说明[:：]|\S*[\\/]|.*\.(?:jpe?g|png|gif|bmp|tiff?|webp)|微信图片|.*(?:已自动|AI\s*)生成",
    re.IGNORECASE | re.DOTALL,
)


def document(
    importer: str,
    paragraphs: Iterable[Paragraph],
    warnings: Iterable[str] = (),
    attachments: tuple[Attachment, ...] = (),
    named: str = "",
) -> Draft:
    """Return the draft of a document; ``named``, the title in the file's properties, is used when the text has none."""
    lines = without_marks([one for one in paragraphs if one.text.strip() or one.rows or one.image])
    usual = text_size(lines)
    said, body = fields(lines, named)
    return draft(importer, said, (_piece(one, usual) for one in headed(body, usual)), warnings, attachments)


def _piece(one: Paragraph, usual: float) -> Piece:
    if one.image:
        caption = one.text if _CAPTION.search(one.text) and not _NO_CAPTION.match(one.text.strip()) else ""
        return Piece("image", caption, image=one.image)
    if one.rows:
        return Piece("table", one.text, rows=one.rows)
    if one.level and _is_heading(one.text):
        return Piece("heading", one.text, level=one.level, bold=True)
    shown = one.bold or (usual > 0 and one.size > usual + _LARGER)
    return Piece("paragraph", one.text, bold=shown and _may_head(one.text))


def _is_heading(text: str) -> bool:
    """Return whether a text in the style of a heading is one."""
    return len(text) <= _LONGEST_HEADING and not _is_sentence(text) and not _TELEPHONE.fullmatch(text)


def _may_head(text: str) -> bool:
    """Return whether a text may be a heading: it has letters, is not to be signed, and not several side by side."""
    return bool(_LETTER.search(text)) and not is_form_line(text) and not _APART.search(text.strip())


def _is_sentence(text: str) -> bool:
    """Return whether a paragraph is text in the style of a heading, as clauses that are numbered by that style."""
    return len(text) > _SHORTEST_SENTENCE and _SENTENCE.search(text) is not None
