"""Markdown that was pasted into a document as it is written: # 总则, **发布日期**: 2021-03-02."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from xinhui_viewer.importers.word.paragraph import Paragraph

_FEWEST = 3  # lines with marks
_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*?)[ \t#]*")
_STRONG = re.compile(r"\*\*([^*\n]+)\*\*")
_RULE = re.compile(r"(?:-{3,}|\*{3,}|_{3,})")
_LINK = re.compile(r"\[([^\]\n]+)\]\([^)\s]+(?:\s+\"[^\"\n]*\")?\)")
_NO_LETTER = re.compile(r"[\W_]+")


def without_marks(lines: Sequence[Paragraph]) -> list[Paragraph]:
    """Return lines as the marks in them mean; as they are where few have any.

    The only heading of the first level is the title; the line above that repeats it is left out. Lines that begin
    with a single # are no marks without others: commands that are explained have them.
    """
    if sum(map(_is_marked, lines)) < _FEWEST:
        return list(lines)
    first = [at for at, line in enumerate(lines) if line.text.startswith("# ")]
    title = first[0] if len(first) == 1 else -1
    found = [_read(line, is_title=at == title) for at, line in enumerate(lines)]
    if title > 0 and _letters(lines[title - 1].text).endswith(_letters(found[title].text)):
        del found[title - 1]
    return [line for line in found if line.text or line.rows or line.image]


def _is_marked(line: Paragraph) -> bool:
    return line.text.startswith("##") or _STRONG.search(line.text) is not None


def _read(line: Paragraph, *, is_title: bool) -> Paragraph:
    if line.rows or line.image:
        return line
    text = line.text.strip()
    heading = _HEADING.fullmatch(text)
    if heading is not None:
        return Paragraph(_plain(heading[2]), level=0 if is_title else len(heading[1]), bold=True, title=is_title)
    if _RULE.fullmatch(text):
        return Paragraph()
    strong = _STRONG.fullmatch(text) is not None
    return replace(line, text=_plain(text), bold=line.bold or strong)


def _plain(text: str) -> str:
    return _LINK.sub(r"\1", _STRONG.sub(r"\1", text))


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text)
