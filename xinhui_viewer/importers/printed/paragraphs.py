"""From lines to paragraphs: a line that fills the width runs on in the next unless that one is set off."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from xinhui_viewer.importers.printed.lines import Line

_MARKER = re.compile(
    r"[一二三四五六七八九十百]{1,4}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十百零〇\d]{1,6}[编章节条]|"
    r"\d{1,3}(?:[.．、)）](?!\d))|[①-⑳●•■◆★▲]|附件|附表|附\s*[:：]"
)
_LEADER = re.compile(r"[.．·…\s]{4,}\d{1,4}$")
_NOT_FIRST = "，。、；：”’）》〉】〕！？…—,.;:!?)]%％"
_CLOSERS, _FINAL = "”’）》」』)", ("。", "！", "？", "；", "：")
_WORD = re.compile("[!-~\u00a1-\u024f]+")
_LATIN = re.compile("[0-9A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that are one paragraph; ``middle`` and ``end`` say that its one line is centred, or stands at the right."""

    text: str
    size: float
    font: str
    bold: bool
    red: bool
    page: int
    middle: bool = False
    end: bool = False


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a text is set: the size and font of most of it, the distance of its lines, whether they are justified."""

    size: float
    pitch: float
    justified: bool
    margins: dict[tuple[int, int], tuple[float, float]]
    indents: frozenset[int] = frozenset()  # where first lines begin, from the left edge, in half characters

    def of(self, line: Line) -> tuple[float, float]:
        return self.margins[line.page, line.block]


def paragraphs(lines: Sequence[Line]) -> list[Paragraph]:
    """Return the paragraphs of lines in reading order, also across pages."""
    if not lines:
        return []
    setting = _setting(lines)
    groups = [[lines[0]]]
    for other in lines[1:]:
        if _runs_on(groups[-1], other, setting):
            groups[-1].append(other)
        else:
            groups.append([other])
    return [_paragraph(group, setting) for group in groups]


def body_font(lines: Iterable[Line]) -> tuple[float, str, bool]:
    """Return size, name and boldness of the font that most of a text is set in."""
    weights: Counter[tuple[float, str, bool]] = Counter()
    for line in lines:
        weights[line.font.size, line.font.name, line.font.bold] += len(line.text)
    return weights.most_common(1)[0][0] if weights else (0.0, "", False)


def joined(texts: Iterable[str]) -> str:
    """Return lines as one text: a blank only between words of letters."""
    parts: list[str] = []
    for text in texts:
        last = parts[-1][-1:] if parts else ""
        if last and (_LATIN.match(last) or last in ",.;:!?)%") and _LATIN.match(text):
            parts.append(" ")
        parts.append(text)
    return "".join(parts)


def _runs_on(group: Sequence[Line], other: Line, setting: _Setting) -> bool:
    one, em = group[-1], max(group[-1].font.size, 1)
    if abs(one.font.size - other.font.size) > 0.6 or "\t" in other.text or _LEADER.search(one.text[-40:]):
        return False
    if "\t" in group[0].text:
        return _in_cell(group, other)
    if one.font.turned or other.font.turned:
        return False
    same = (one.page, one.block) == (other.page, other.block)
    if same and one.y - other.y > max(1.35 * setting.pitch, 1.2 * em) and one.y - other.y > 1.35 * _pitch(group):
        return False
    if other.page == one.page and not same and abs(setting.of(one)[0] - setting.of(other)[0]) < em:
        return False  # two cells of a row's field, one below the other
    left, right = setting.of(one)
    if len(group) == 1 and one.left - left > 5 * em and other.left < one.left - em:
        return False  # a line at the right, such as a date
    indent = other.left - setting.of(other)[0]
    if indent > 0.8 * em and not _is_hanging(group, other, indent, setting):
        return False
    if one.text[-1] in _FINAL and _MARKER.match(other.text):
        return False
    # Justified lines end at the edge: one that ends a sentence before it ends the paragraph.
    ends = setting.justified and one.text.rstrip(_CLOSERS)[-1:] in _FINAL
    slack = 0.4 if ends else 0.35 + _first_width(other)
    return right - one.right <= slack * em


def _is_hanging(group: Sequence[Line], other: Line, indent: float, setting: _Setting) -> bool:
    """Tell a line that is set in, yet goes on: below a marker's text, or in a part that is set in as a whole."""
    one, em = group[-1], max(group[-1].font.size, 1)
    if _MARKER.match(other.text) or indent > 8 * em:
        return False
    level = abs(one.left - other.left) < 0.3 * em
    if _MARKER.match(group[0].text) and other.left > group[0].left + 0.6 * em:
        return len(group) == 1 or level
    first = round(2 * indent / em) in setting.indents
    return level and not first and one.text[-1] not in _FINAL


def _in_cell(group: Sequence[Line], other: Line) -> bool:
    """Tell a line that goes on in the last cell of a row."""
    first, one, em = group[0], group[-1], max(group[-1].font.size, 1)
    below = (first.page, first.block) == (other.page, other.block) and 0 < one.y - other.y < 1.7 * em
    return below and abs(other.left - first.cell) < 0.3 * em and first.cell > first.left + 2 * em


def _pitch(group: Sequence[Line]) -> float:
    """Return the distance of a paragraph's last two lines, or a plain text's."""
    if len(group) > 1 and group[-1].page == group[-2].page and group[-2].y > group[-1].y:
        return group[-2].y - group[-1].y
    return 1.6 * group[-1].font.size


def _first_width(line: Line) -> float:
    """Return how wide the part of a line is that could not have stayed behind: in characters of its size."""
    word = _WORD.match(line.text)
    if word:
        width = len(line.text) and (line.right - line.left) / max(line.font.size, 1)
        return min(0.6 * len(word[0]), width)
    count = 1
    while count < min(len(line.text), 4) and line.text[count] in _NOT_FIRST:
        count += 1
    return float(count)


def _paragraph(group: Sequence[Line], setting: _Setting) -> Paragraph:
    first = group[0]
    left, right = setting.of(first)
    width, em = max(right - left, 1), max(first.font.size, 1)
    before, after = first.left - left, right - first.right
    return Paragraph(
        joined(line.text for line in group),
        first.font.size,
        first.font.name,
        all(line.bold for line in group),
        all(line.font.red for line in group),
        first.page,
        middle=len(group) == 1 and before > 0.6 * em and abs(before - after) < max(0.04 * width, 1.2 * em),
        end=len(group) == 1 and before > 0.35 * width,
    )


def _setting(lines: Sequence[Line]) -> _Setting:
    size, _, _ = body_font(lines)
    body = [line for line in lines if abs(line.font.size - size) <= 0.6] or list(lines)
    blocks: defaultdict[tuple[int, int], list[Line]] = defaultdict(list)
    for line in lines:
        blocks[line.page, line.block].append(line)
    halves = [[line for line in body if line.page % 2 == side] for side in (0, 1)]
    sides = [_edges(half if len(half) >= 12 else body, size) for half in halves]
    several = {page for page, block in blocks if block}
    margins = {
        place: _own(found, sides[place[0] % 2], size, place[0] not in several) for place, found in blocks.items()
    }
    gaps = Counter(
        round(2 * (one.y - other.y)) / 2
        for one, other in pairwise(body)
        if (one.page, one.block) == (other.page, other.block) and 0.8 * size < one.y - other.y < 4 * size
    )
    pitch = min(gaps, key=lambda gap: (-gaps[gap], gap)) if gaps else 1.6 * size
    space = [margins[line.page, line.block][1] - line.right for line in body]
    near = [gap for gap in space if gap < 1.6 * size]
    tight = sum(gap <= 0.3 * size for gap in near)
    indents = frozenset(
        round(2 * (one.left - margins[one.page, one.block][0]) / size)
        for one, other in pairwise(body)
        if margins[one.page, one.block][1] - one.right < 1.4 * size
        and other.left - margins[other.page, other.block][0] < 0.3 * size
        and one.left > other.left + 0.8 * size
    )
    return _Setting(size, pitch, len(near) >= 4 and tight >= 0.85 * len(near), margins, indents)


def _own(found: Sequence[Line], side: tuple[float, float], size: float, alone: bool) -> tuple[float, float]:
    """Return the edges of a block: the text's own, or those of a column or cell that is narrower and not ``alone``."""
    left, right = min(line.left for line in found), max(line.right for line in found)
    wide = right - left > 0.7 * (side[1] - side[0]) or (left < side[0] + 3 * size and len(found) < 3)
    if wide or alone:
        return min(side[0], max(left, side[0] - 3 * size)), side[1]
    return left, right


def _edges(body: Sequence[Line], size: float) -> tuple[float, float]:
    """Return where most lines begin at the left, and where full lines end."""
    lefts = Counter(round(line.left) for line in body)
    least = max(2, 0.05 * len(body)) if len(body) > 3 else 1
    left = min((place for place, count in lefts.items() if count >= least), default=min(lefts))
    rights = sorted(line.right for line in body)
    outer = rights[min(len(rights) - 1, int(0.97 * len(rights)))]
    near = Counter(round(right) for right in rights if outer - 2.5 * size <= right <= outer + 1)
    place, count = near.most_common(1)[0]
    return float(left), float(place) if count >= 3 else outer
