"""The lines of a printed page: runs on one baseline as text, divided into cells where they stand apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from xinhui_viewer.importers.printed.run import Font, Run
from xinhui_viewer.records import Cell

_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_BEFORE_HAN = re.compile(rf"(?<={_HAN.pattern}) (?={_HAN.pattern})")
_BEFORE_SIGN = re.compile(rf"(?<={_HAN.pattern}) (?=[，。、；：？！）》”])")
_LEAST_SPREAD, _MOSTLY_SPREAD = 2, 0.8  # blanks between Han signs; the share of neighbours that one divides
_CELLS_APART = 1.15  # of a character's height, like those below
_SPREAD_APART = 4  # single Han signs, as in a name of two
# Between words of letters, between these and Han signs (typesetters leave a quarter there), between Han signs.
_WORDS_APART = (0.15, 0.45, 0.65)
_WORD = re.compile("^[\u4e00-\u9fff]{2,4}$")
_NAMES_APART = 0.5  # between runs of several Han signs each, as in a list of names: no justified line has such gaps
_ARTICLE, _BEHIND_ARTICLE = re.compile(r"第[一二三四五六七八九十百千零〇\d]{1,8}[编章节条款]"), 0.3
# A blank to fill in, and the label of another beside it.
EMPTY, _LABEL = "____", re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff、\s]{1,9}[:：]")

# The number of an article, a chapter or an item, behind which typists leave a wide gap.
NUMBERING = re.compile(
    r"第[一二三四五六七八九十百千零〇\d]{1,8}[编章节条款]|[一二三四五六七八九十]{1,4}、|[（(][一二三四五六七八九十\d]{1,3}[）)]、?|"
    r"\d{1,3}(?:[.．]\d{1,3}){0,4}[.．、]|\d{1,3}(?:\.\d{1,3}){1,4}|附[件录]\s*\d{0,2}\s*[:：]?|[●•■◆★▲①-⑳]"
)

Rows = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """A part of a line that stands apart from its neighbours."""

    text: str
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """Runs on one baseline; ``block`` counts the stretches in which lines follow downwards (a column, a page).

    A table is a line with ``rows``, whose fields begin at ``edges``; its text is that of its cells.
    """

    text: str
    left: float
    right: float
    y: float
    font: Font
    bold: bool
    page: int
    block: int = 0
    cell: float = 0  # where its last cell begins
    rows: Rows = ()
    edges: tuple[float, ...] = ()
    bottom: float = 0  # of a table
    last: float = 0  # the size of its last run

    @property
    def place(self) -> tuple[int, int]:
        """The page and the block on it."""
        return self.page, self.block


def table_text(rows: Rows) -> str:
    """Return the text of a table: its rows on lines, its cells apart by tabs."""
    return "\n".join("\t".join(cell.text for cell in row) for row in rows)


def fields(runs: Sequence[Run]) -> list[Field]:
    """Return the parts of a line whose runs are given from left to right."""
    found: list[Field] = []
    parts, left, right = [runs[0].text], runs[0].left, runs[0].right
    typed = any(_are_spread(one, other) and other.spaced for one, other in pairwise(runs))
    for one, other in pairwise(runs):
        between = _between(one, other, _CELLS_APART if typed and not other.spaced else _SPREAD_APART)
        if between == "\t":
            found.append(Field(_unspread("".join(parts)), left, right))
            parts, left, right = [other.text], other.left, other.right
        else:
            parts += between, other.text
            right = max(right, other.right)
    found.append(Field(_unspread("".join(parts)), left, right))
    return found


def line(runs: Sequence[Run], page: int, block: int) -> Line:
    """Return the line of runs that are given from left to right."""
    parts = fields(runs)
    weights: Counter[Font] = Counter()
    for run in runs:
        weights[run.font] += len(run.text) + 3 * len(_HAN.findall(run.text))
    font = weights.most_common(1)[0][0]
    han = [run for run in runs if _HAN.search(run.text)] or runs
    bold = all(run.font.bold for run in han)
    y = next(run.y for run in runs if run.font == font)
    text = _joined(parts)
    right = max(part.right for part in parts)
    return Line(
        text, parts[0].left, right, y, font, bold, page, block, cell=parts[-1].left, last=runs[-1].font.size
    )  # fmt: skip


def _joined(parts: Sequence[Field]) -> str:
    """Return the text of a line; behind the number of its paragraph a wide gap is a blank."""
    numbered = len(parts) > 1 and NUMBERING.fullmatch(parts[0].text)
    text = "\t".join(part.text for part in parts)
    return text.replace("\t", " ", 1) if numbered else text


def _are_spread(one: Run, other: Run) -> bool:
    """Return whether two runs may be of a word whose Han signs are set apart."""
    single = min(len(one.text), len(other.text)) == 1
    return single and _HAN.match(one.text) is not None and _HAN.match(other.text) is not None


def _between(one: Run, other: Run, spread_apart: float) -> str:
    """Return the separator of two runs: a tab between cells, a blank between words, nothing between Han signs.

    ``spread_apart`` is the gap between cells where Han signs are set apart: 学 分   学 时.
    """
    gap = (other.left - one.right) / max(one.font.size, other.font.size, 1)
    if one.text == EMPTY and _LABEL.match(other.text):
        return "\t"
    if gap > (spread_apart if _are_spread(one, other) else _CELLS_APART):
        return "\t"
    han = bool(_HAN.match(one.text[-1])) + bool(_HAN.match(other.text))
    apart = _NAMES_APART if _WORD.search(one.text) and _WORD.match(other.text) else _WORDS_APART[han]
    apart = _BEHIND_ARTICLE if _ARTICLE.fullmatch(one.text) else apart
    return " " if other.spaced or gap > apart else ""


def _unspread(text: str) -> str:
    """Return a text without the blanks by which all its Han signs are set apart, or a sign from the word before it."""
    blanks = len(_BEFORE_HAN.findall(text)) if " " in text else 0
    if blanks < _LEAST_SPREAD or blanks < _MOSTLY_SPREAD * (len(_HAN.findall(text)) - 1):
        return _BEFORE_SIGN.sub("", text) if blanks else text
    return _BEFORE_HAN.sub("", text)
