"""The head of a printed document as fields: red head, document number, title, source and date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from xinhui_viewer.facts import Facts
from xinhui_viewer.importers import block as page_block
from xinhui_viewer.importers.furniture import breadcrumb, is_furniture, meta_line
from xinhui_viewer.importers.heads.beneath import beneath
from xinhui_viewer.importers.heads.described import is_spoken_of
from xinhui_viewer.importers.heads.generic import without_label
from xinhui_viewer.importers.heads.project import project
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.printed.columns import column_path
from xinhui_viewer.importers.printed.paragraphs import Paragraph, joined
from xinhui_viewer.importers.printed.plain_title import plain_title
from xinhui_viewer.importers.printed.red_head import red_head
from xinhui_viewer.importers.printed.title import Text, title_span

_HEAD = 20  # paragraphs of the first page in which its head is searched
_NUMBER_WITHIN = 12  # paragraphs
_LONGEST_NUMBER = 120  # characters of the line of a document number
_LEAST_ROWS, _SHORTEST = 3, 4  # of a table that has its title in its first row; Han signs of that
_LONGEST_LABELS = 200  # characters of a line
_LONGEST_DESCRIPTION = 120
_HAN = re.compile("[\u4e00-\u9fff]")
_TRANSLATION = re.compile(r"(?<=[\u4e00-\u9fff）])\s*[A-Z][A-Za-z.,&-]*(?:\s+[A-Za-z.,&-]+){2,}$")
_LETTERS = re.compile(r"[A-Za-z]{2,}\s+[A-Za-z]{2,}")
_NEXT = 2.6  # heights of a character: the distance of a title and its translation
_CELL = re.compile(r"\t+|\s{2,}|(?=签发人)")
_FILE_NAME = re.compile(
    r"^(?:microsoft\s|powerpoint|untitled|无标题|未命名|文档\s?\d|document\s?\d|幻灯片)|"
    r"\.(?:docx?|wps|et|xlsx?|pptx?|pdf|indd|html?|txt|rtf|ofd|tmp)\W*$",
    re.IGNORECASE,
)
_SITE_SUFFIX = re.compile(r"\s*(?:[_|｜]|\s[-–—]\s).*$")


@dataclass(frozen=True, slots=True)
class Head:
    """The fields of a head; ``taken`` are the numbers of its paragraphs, ``title`` that of the first of its title."""

    facts: Facts
    taken: frozenset[int]
    left_over: tuple[str, ...]
    title: int = 0


def head(found: Sequence[Paragraph], body_size: float, body_bold: bool, named: str, running: str = "") -> Head:
    """Return the fields of the paragraphs on top.

    ``running`` is the title in the running heads, ``named`` that in the file's own description, or empty.
    """
    first = _first_page(found)
    body_size = _text_size(first, body_size)
    number = _number(first)
    top, by = red_head(first, number.at, body_size)
    start, end = title_span(first, top[-1] + 1 if top else 0, Text(body_size, body_bold, named))
    if end and number.at >= start:
        number = _Number(text=number.text)  # it stays in the text
    of_title, title, translated = _titled(first, start, end)
    lines = [Line(one.text, order=order, rows=one.rows) for order, one in enumerate(first)]
    below = beneath(["" if line.rows else line.text for line in lines[end:]])
    said = below.added_to(_above(lines[:start], title, Facts(issuer=by, document_number=number.text)))
    labels = [end + at for at in below.lines] if end else []  # without a title they are text
    taken = frozenset({*top, *number.lines, *of_title, *_said(lines[:start]), *labels})
    said = page_block.with_official(said, lines)
    said = replace(said, title=title or running or _over_fields(first) or described_title(named, found))
    return _with_plain_title(Head(said, taken, (*number.beside, *translated), start), found)


def _with_plain_title(said: Head, found: Sequence[Paragraph]) -> Head:
    """Return a head, without a title the first line as such where that is one."""
    plain = "" if said.facts.title else plain_title(found)
    return replace(said, facts=replace(said.facts, title=plain), taken=said.taken | {0}) if plain else said


def _text_size(first: Sequence[Paragraph], size: float) -> float:
    """Return the size of the text; on a page where all else is title, that of its smaller lines, or rows of a table."""
    smaller = sorted(one.size for one in first if one.size < size for _row in one.rows or (one,))
    large = [one for one in first if one.size >= size]
    alone = len(smaller) > 1 and all(one.size == size and one.text[-1] not in "。；" for one in large)
    return smaller[-1] if alone else size


def _titled(first: Sequence[Paragraph], start: int, end: int) -> tuple[list[int], str, list[str]]:
    """Return the lines of a title and its translation; the title, and its translations.

    The name of a project, which stays in the text, takes the place of the name of a purchaser's form.
    """
    while start < end < len(first) and _translates(first[end - 1], first[end]):
        end += 1
    lines = [at for at in range(start, end) if _HAN.search(first[at].text)]
    title, translated = _title([first[at].text for at in lines])
    other = joined(first[at].text for at in range(start, end) if at not in lines)
    if other and lines:
        lines, translated = [*range(start, end)], [*translated, other]
    name = project([one.text for one in first], title)
    return ([], name, translated) if name else (lines, title, translated)


def _translates(one: Paragraph, other: Paragraph) -> bool:
    """Return whether a line of words in letters below one of the title belongs to the title's translation."""
    words = not other.rows and _HAN.search(other.text) is None and _LETTERS.search(other.text) is not None
    return words and one.middle and other.middle and 0 < other.gap <= _NEXT


def _title(lines: Sequence[str]) -> tuple[str, list[str]]:
    """Return the title in some lines, and the translations into English that stand behind them."""
    found = [(line, _TRANSLATION.search(line)) for line in lines]
    own = joined(line[: match.start()] if match else line for line, match in found)
    return without_label(own).rstrip("：:"), [match[0] for _line, match in found if match]


def _over_fields(first: Sequence[Paragraph]) -> str:
    """Return the text in the first row of a table on top of the page, where it is one cell over all fields."""
    rows = first[0].rows
    if len(rows) < _LEAST_ROWS or len(rows[0]) != 1 or len(rows[1]) < 2:
        return ""
    text = rows[0][0].text
    return (
        text if len(_HAN.findall(text)) >= _SHORTEST and text[-1] not in "。；" and len(text) < _LONGEST_LABELS else ""
    )


def _above(above: Sequence[Line], title: str, known: Facts) -> Facts:
    """Return facts with those of the lines above the title: a block, the path, a source that is printed there."""
    block = page_block.information_block(above)
    said = replace(
        block,
        issuer=known.issuer or block.issuer,
        document_number=known.document_number or block.document_number,
        columns=column_path(above, title, len(above)),
    )
    for line in above:
        meta = meta_line(line.text) if _has_source(line) else None
        if meta is not None:
            said = replace(said, source=said.source or meta.source, published=said.published or meta.published)
    return said


def _has_source(line: Line) -> bool:
    meta = meta_line(line.text) if len(line.text) < _LONGEST_LABELS else None
    return meta is not None and bool(meta.source)


def _first_page(found: Sequence[Paragraph]) -> list[Paragraph]:
    return [one for one in found[:_HEAD] if one.page == found[0].page]


def _said(above: Sequence[Line]) -> list[int]:
    """Return the lines above the title that belong to the head."""
    return [line.order for line in above if _is_said(line)]


def described_title(named: str, found: Sequence[Paragraph] = ()) -> str:
    """Return the title in a file's description; empty where it names a file, is meaningless, or stale by the text."""
    title = _SITE_SUFFIX.sub("", " ".join(named.split()))
    sensible = len(_HAN.findall(title)) >= 4 and not _FILE_NAME.search(named) and "\ufffd" not in title
    if not sensible or len(title) > _LONGEST_DESCRIPTION:
        return ""
    return title if is_spoken_of(title, "".join(one.text for one in found)) else ""


def _is_said(line: Line) -> bool:
    """Return whether a line above the title is a path, a button or a label with its value."""
    labels = page_block.labelled([line])
    own = labels or breadcrumb(line.text) or is_furniture(line.text) or line.text.startswith("索引号")
    return bool(own) or _has_source(line)


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
