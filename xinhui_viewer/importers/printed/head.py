"""The head of a printed document as fields: red head, document number, title, source and date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from xinhui_viewer.facts import Facts
from xinhui_viewer.importers import block as page_block
from xinhui_viewer.importers.furniture import MetaLine, breadcrumb, is_furniture
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.printed.columns import column_path
from xinhui_viewer.importers.printed.paragraphs import Paragraph, joined
from xinhui_viewer.importers.printed.title import Text, meta_of, title_span

_HEAD = 20  # paragraphs of the first page in which its head is searched
_BELOW = 5  # paragraphs under the title in which source and date are searched
_NUMBER_WITHIN, _RED_WITHIN = 12, 4  # paragraphs; the second where there is no number
_LONGEST_NUMBER = 120  # characters of the line of a document number
_ENDING, _SHORTEST_NAME = "文件", 4  # of an issuer
_LONGEST_DESCRIPTION = 120
_HAN = re.compile("[\u4e00-\u9fff]")
_CELL = re.compile(r"\t+|\s{2,}|(?=签发人)")
_FILE_NAME = re.compile(
    r"^(?:microsoft\s|powerpoint|untitled|无标题|未命名|文档\s?\d|document\s?\d|幻灯片)|"
    r"\.(?:docx?|wps|et|xlsx?|pptx?|pdf|indd|html?|txt|rtf|ofd|tmp)\W*$",
    re.IGNORECASE,
)
_SITE_SUFFIX = re.compile(r"\s*(?:[_|｜]|\s[-–—]\s).*$")


@dataclass(frozen=True, slots=True)
class Head:
    """The fields of a head; ``taken`` are the numbers of its paragraphs, which are not in the body."""

    facts: Facts
    taken: frozenset[int]
    left_over: tuple[str, ...]


def head(found: Sequence[Paragraph], body_size: float, body_bold: bool, named: str) -> Head:
    """Return the fields of the paragraphs on top; ``named`` is the title in the file's own description, or empty."""
    first = _first_page(found)
    number = _number(first)
    top, issuer = _red_head(first, number.at)
    start, end = title_span(first, top[-1] + 1 if top else 0, Text(body_size, body_bold, named))
    title = joined(one.text for one in first[start:end])
    lines = [Line(one.text, order=order, rows=one.rows) for order, one in enumerate(first)]
    above, below = lines[:start], _below(lines[end : end + _BELOW] if end else ())
    block = page_block.information_block(above)
    if end and number.at >= start:
        number = _Number(text=number.text)  # it stays in the text
    said = replace(
        block,
        title=title or described_title(named),
        issuer=issuer or block.issuer,
        document_number=number.text or block.document_number,
        columns=column_path(above, title, len(above)),
        source=below.source,
        published=below.published or block.published,
    )
    return Head(
        said,
        frozenset({*top, *number.lines, *range(start, end), *_said(above), *below.lines}),
        number.beside,
    )


def _first_page(found: Sequence[Paragraph]) -> list[Paragraph]:
    return [one for one in found[:_HEAD] if one.page == found[0].page]


def _said(above: Sequence[Line]) -> list[int]:
    """Return the lines above the title that belong to the head."""
    return [line.order for line in above if _is_said(line)]


class _Below(NamedTuple):
    """The source and date by the labels under a title, and the numbers of these lines."""

    source: str = ""
    published: date | None = None
    lines: frozenset[int] = frozenset()


def _below(lines: Sequence[Line]) -> _Below:
    found = _Below()
    for line in lines:
        meta = meta_of(line.text) or (MetaLine() if is_furniture(line.text) else None)
        if meta is None:
            break
        said = found.source or meta.source, found.published or meta.published
        found = _Below(*said, found.lines | {line.order})
    return found


def described_title(named: str) -> str:
    """Return the title in a file's description; empty where it is the name of a file or meaningless."""
    title = _SITE_SUFFIX.sub("", " ".join(named.split()))
    sensible = len(_HAN.findall(title)) >= 4 and not _FILE_NAME.search(named) and "\ufffd" not in title
    return title if sensible and len(title) <= _LONGEST_DESCRIPTION else ""


def _is_said(line: Line) -> bool:
    """Return whether a line above the title is a path, a button or a label with its value."""
    labels = page_block.labelled([line])
    return bool(labels or breadcrumb(line.text) or is_furniture(line.text) or line.text.startswith("索引号"))


class _Number(NamedTuple):
    """The document number, the index of its paragraph (-1 when there is none), and the rest of its line."""

    at: int = -1
    text: str = ""
    beside: tuple[str, ...] = ()

    @property
    def lines(self) -> range:
        """The index of its paragraph, if any."""
        return range(self.at, self.at + 1) if self.at >= 0 else range(0)


def _number(first: Sequence[Paragraph]) -> _Number:
    for at, one in enumerate(first[:_NUMBER_WITHIN]):
        short = len(one.text) < _LONGEST_NUMBER and not one.rows
        cells = [cell for cell in _CELL.split(one.text) if cell.strip()] if short else []
        for cell in cells:
            number = page_block.lone_number([Line("".join(cell.split()))])
            if number:
                return _Number(at, number, tuple(other for other in cells if other != cell))
    return _Number()


def _red_head(first: Sequence[Paragraph], number: int) -> tuple[list[int], str]:
    """Return the paragraphs that are the issuer's red head, and the issuer: over a number, or ending in 文件."""
    above = first[: number if number >= 0 else _RED_WITHIN]
    names = {at: "".join(one.text.split()) for at, one in enumerate(above) if _HAN.search(one.text)}
    numbered = number >= 0 or any(name.endswith(_ENDING) for name in names.values())
    head = {
        at: name.removesuffix(_ENDING)
        for at, name in names.items()
        if name.endswith(_ENDING) or (numbered and first[at].red and len(name) >= _SHORTEST_NAME)
    }
    return list(head), " ".join(filter(None, head.values()))
