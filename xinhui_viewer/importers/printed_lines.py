"""Lines as they lie on printed pages become paragraphs again; page numbers and running heads go."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from xinhui_viewer.importers.document_parts import Paragraph

_PAGE_NUMBER = re.compile(
    r"[-—–－·\s]*\d{1,4}[-—–－·\s]*|[-—–\s]*第\s*[\d一二三四五六七八九十]+\s*页.{0,12}|\d{1,4}\s*/\s*\d{1,4}|Page\s*\d+.{0,10}"
)
_EDGE = 2  # lines at the top and the foot of a page in which its number and running heads stand
_RUNNING = 0.6  # the share of pages that a running head stands on
_INDENT = 1.2  # characters: more begins a paragraph
_SHORT = 1.8  # characters that a full line may lack at its end: a sign that may not begin a line
_GAP = 1.4  # times the usual distance of lines
_LARGER = 0.8  # points: less is the same type


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line on a page (counted from 0), in points; ``top`` grows down the page."""

    text: str
    page: int
    left: float
    right: float
    top: float
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class _Page:
    """How the lines lie: where full ones begin and end, their distance, and whether a paragraph's first is indented."""

    left: float
    right: float
    pitch: float
    indents: bool


def paragraphs(lines: Sequence[PrintedLine]) -> list[Paragraph]:
    """Return the paragraphs of printed lines, in order."""
    kept = [line for line in _without_furniture(lines) if line.text.strip()]
    if not kept:
        return []
    left, right = _margins(kept)
    page = _Page(left, right, _pitch(kept), _indents_first_lines(kept, left, right))
    found: list[list[PrintedLine]] = []
    for line in kept:
        if found and _goes_on(found[-1][-1], line, page):
            found[-1].append(line)
        else:
            found.append([line])
    return [_paragraph(group, left, right) for group in found]


def _without_furniture(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    pages: defaultdict[int, list[PrintedLine]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    counts: Counter[str] = Counter()
    for on_page in pages.values():
        counts.update({_shape(line.text) for line in _edges(on_page, len(on_page) // 3)})
    least = max(3, _RUNNING * len(pages))
    for on_page in pages.values():
        numbers = [line for line in _edges(on_page, _EDGE) if _PAGE_NUMBER.fullmatch(line.text.strip())]
        heads = [line for line in _edges(on_page, len(on_page) // 3) if counts[_shape(line.text)] >= least]
        yield from (line for line in on_page if line not in numbers and line not in heads)


def _edges(lines: Sequence[PrintedLine], most: int) -> list[PrintedLine]:
    """Return the lines at the top and at the foot of a page, ``most`` or fewer of each."""
    count = min(_EDGE, most)
    order = sorted(lines, key=lambda line: line.top)
    return [*order[:count], *order[len(order) - count :]]


def _shape(text: str) -> str:
    """Return a text without its digits: a running head may count the pages."""
    return re.sub(r"\d+", "#", "".join(text.split()))


def _margins(lines: Sequence[PrintedLine]) -> tuple[float, float]:
    """Return where full lines begin and end."""
    starts = Counter(round(line.left) for line in lines)
    often = [start for start, count in starts.items() if count >= max(2, len(lines) // 12)]
    left = float(min(often)) if often else min(line.left for line in lines)
    ends = sorted(line.right for line in lines)
    return left, ends[int(len(ends) * 0.9)] if len(ends) > 4 else ends[-1]


def _pitch(lines: Sequence[PrintedLine]) -> float:
    """Return the usual distance of two lines, 0 when no two lie under each other."""
    pairs = pairwise(lines)
    gaps = Counter(round(below.top - above.top, 1) for above, below in pairs if _follows(above, below))
    return gaps.most_common(1)[0][0] if gaps else 0.0


def _follows(above: PrintedLine, below: PrintedLine) -> bool:
    return above.page == below.page and below.top > above.top and abs(above.size - below.size) < _LARGER


def _indents_first_lines(lines: Sequence[PrintedLine], left: float, right: float) -> bool:
    """Tell documents whose paragraphs begin indented from those with blocks that are indented as a whole."""
    first = block = 0
    for above, line in pairwise(lines):
        if _follows(above, line) and _is_indented(above, left) and right - above.right <= _SHORT * above.size:
            first += line.left - left < 0.5 * line.size
            block += abs(line.left - above.left) < 0.5 * line.size
    return first >= block


def _is_indented(line: PrintedLine, left: float) -> bool:
    return 1.5 <= (line.left - left) / max(line.size, 1.0) <= 2.6


def _goes_on(above: PrintedLine, line: PrintedLine, page: _Page) -> bool:
    """Tell whether a line goes on with the paragraph of the line above."""
    size = max(line.size, 1.0)
    if abs(above.size - line.size) >= _LARGER or above.bold != line.bold:
        return False
    if page.right - above.right > _SHORT * size:
        return False
    if line.left - page.left > _INDENT * size and not _hangs(above, line, page):
        return False
    if line.page != above.page:
        return line.page == above.page + 1
    return not page.pitch or line.top - above.top <= _GAP * max(page.pitch, size)


def _hangs(above: PrintedLine, line: PrintedLine, page: _Page) -> bool:
    """Tell a line of a block that is indented as a whole from the first line of a paragraph."""
    wide = page.right - line.left > 0.5 * (page.right - page.left)  # a signature lies further right
    alike = wide and abs(line.left - above.left) < 0.5 * line.size
    return alike and not (page.indents and _is_indented(line, page.left))


def _paragraph(lines: Sequence[PrintedLine], left: float, right: float) -> Paragraph:
    first = lines[0]
    before, behind = first.left - left, right - lines[-1].right
    centred = len(lines) == 1 and before > 2 * first.size and abs(before - behind) < 1.5 * first.size
    text = ""
    for line in lines:
        part = line.text.strip()
        text += f" {part}" if text and text[-1].isascii() and part[:1].isascii() else part
    return Paragraph(text, round(first.size, 1), all(line.bold for line in lines), centred)
