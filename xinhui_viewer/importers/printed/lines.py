"""Make lines in reading order of the runs on printed pages, without page numbers and running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from xinhui_viewer.importers.printed.run import Font, Run

_HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
_DASH = r"[-—–－―─‐‑·•~～]"
_PAGE_NUMBER = re.compile(
    rf"{_DASH}+\s*\d{{1,5}}\s*{_DASH}+|第?\s*\d{{1,5}}\s*页\s*[，,、/·]?\s*[（(]?共\s*\d{{1,5}}\s*页[）)]?|"
    rf"{_DASH}*\s*第\s*[\d一二三四五六七八九十百]{{1,5}}\s*页\s*{_DASH}*"
)
_PRINT_FOOT = re.compile(r"(https?://\S+)\s+\d{1,5}/\d{1,5}")
_PRINT_HEAD = re.compile(r"(?:\d{4}/\d{1,2}/\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日)\s*(?:[上下]午)?\s*\d{1,2}:\d\d(?:\s.*)?")
_SHORTENED = re.compile(r"…|\.\.\.")  # an address, by the browser that printed it
_NUMBER = re.compile(r"\d{1,5}")
_REPEATED = 0.4  # the share of pages that repeat a header or footer
_HEAD_OF_TABLE = 2  # tabs: repeated rows of a table are kept once
_BACK, _RAISED = 0.6, 0.4  # of a character's height: a run further back or up begins another line
_BESIDE = 0.95  # of the lesser height: two lines nearer than that stand side by side
_CELLS_APART = 1.15  # of a character's height, like those below
# Between words of letters, between these and Han signs (typesetters leave a quarter there), between Han signs.
_WORDS_APART = (0.15, 0.45, 0.65)

_Key = tuple[object, ...]  # identifies a line on other pages


@dataclass(frozen=True, slots=True)
class Line:
    """Runs on one baseline; ``block`` counts the stretches in which lines follow downwards (a column, a cell)."""

    text: str
    left: float
    right: float
    y: float
    font: Font
    bold: bool
    page: int
    block: int = 0
    cell: float = 0  # where its last cell begins

    @property
    def place(self) -> tuple[int, int]:
        """The page and the block on it."""
        return self.page, self.block


@dataclass(frozen=True, slots=True)
class Stripped:
    """Pages without headers and footers; the address is the one that a browser prints at the foot."""

    pages: tuple[tuple[Line, ...], ...]
    url: str = ""


def lines(runs: Iterable[Run], page: int) -> tuple[Line, ...]:
    """Return the lines of a page: from top to bottom, or as the file has them where some stand side by side."""
    found = [_line(group, page) for group in _grouped(runs)]
    upright = [line for line in found if not line.font.turned]
    beside = _side_by_side(upright)
    if not beside:
        upright.sort(key=lambda line: -line.y)
    ordered = [*upright, *(line for line in found if line.font.turned)]
    blocks = accumulate((_begins_block(above, line, beside) for above, line in pairwise(ordered)), initial=0)
    return tuple(replace(line, block=block) for line, block in zip(ordered, blocks, strict=False))


def _begins_block(above: Line, line: Line, beside: bool) -> bool:
    """Return whether a line does not follow the previous one downwards: it is higher, turned, or in the next row."""
    back = beside and line.right <= above.left + 1  # to the next row's first cell
    return line.y > above.y or line.font.turned or back


def stripped(pages: Sequence[tuple[Line, ...]]) -> Stripped:
    """Return the pages without page numbers and without lines that most repeat at the same place of their edges."""
    kept = _without(pages, _repeated(pages))
    if 2 * sum(not page for page in kept) > len(pages):
        kept = _without(pages, set())
    feet = (match for page in pages for line in _edges(page) if (match := _PRINT_FOOT.fullmatch(line.text)))
    return Stripped(kept, next((match[1] for match in feet if not _SHORTENED.search(match[1])), ""))


def _repeated(pages: Sequence[tuple[Line, ...]]) -> set[_Key]:
    """Return the keys of the lines that most pages have at the same place of their edges."""
    seen: Counter[_Key] = Counter(
        key for at, page in enumerate(pages) for line in _edges(page) for key in set(_keys(line, at))
    )
    least = max(2, _REPEATED * len(pages))
    return {key for key, count in seen.items() if count >= least}


def _without(pages: Sequence[tuple[Line, ...]], repeated: set[_Key]) -> tuple[tuple[Line, ...], ...]:
    heads_of_tables: set[str] = set()
    kept: list[tuple[Line, ...]] = []
    for at, page in enumerate(pages):
        around = _around(page, at, repeated, heads_of_tables)
        kept.append(tuple(line for line in page if id(line) not in around))
    return tuple(kept)


def _around(page: tuple[Line, ...], at: int, repeated: set[_Key], heads_of_tables: set[str]) -> set[int]:
    """Return the numbers of a page's headers and footers; repeated heads of tables are added to ``heads_of_tables``."""
    edges = _edges(page)
    printed = any(_PRINT_FOOT.fullmatch(line.text) for line in edges)
    around = {id(line) for line in edges if _is_beside(line, printed)}
    among = {id(line) for line in edges} - around
    for line in page:
        if id(line) in among and repeated.intersection(_keys(line, at)):
            if line.text.count("\t") < _HEAD_OF_TABLE or line.text in heads_of_tables:
                around.add(id(line))
            heads_of_tables.add(line.text)
    return around


def _is_beside(line: Line, printed: bool) -> bool:
    text = line.text.strip()
    browser = _PRINT_FOOT.fullmatch(text) or _PRINT_HEAD.fullmatch(text)
    return bool(_PAGE_NUMBER.fullmatch(text)) or (printed and bool(browser))


def _edges(page: tuple[Line, ...]) -> list[Line]:
    """Return the two topmost and the two lowest lines of a page."""
    ordered = sorted((line for line in page if not line.font.turned), key=lambda line: -line.y)
    return ordered if len(ordered) <= 4 else ordered[:2] + ordered[-2:]


def _keys(line: Line, page: int) -> Iterator[_Key]:
    """Yield the keys of a line on other pages: its text, or its text around a number that counts pages."""
    place = (round(line.y / 6), round(line.font.size))
    if not line.text.isdecimal():
        yield (line.text, None, *place)
    for number in list(_NUMBER.finditer(line.text))[:4]:
        yield (line.text[: number.start()], line.text[number.end() :], int(number[0]) - page, *place)


def _grouped(runs: Iterable[Run]) -> Iterator[list[Run]]:
    group: list[Run] = []
    for run in runs:
        if group:
            last = group[-1]
            em = max(run.font.size, last.font.size, 1)
            onward = run.left >= last.right - _BACK * em and abs(run.y - group[0].y) < _RAISED * em
            if not onward or run.font.turned != last.font.turned:
                yield group
                group = []
        group.append(run)
    if group:
        yield group


def _line(group: Sequence[Run], page: int) -> Line:
    parts, cell = [group[0].text], group[0].left
    for one, other in pairwise(group):
        between = _between(one, other)
        parts += between, other.text
        cell = other.left if between == "\t" else cell
    weights: Counter[Font] = Counter()
    for run in group:
        weights[run.font] += len(run.text) + 3 * len(_HAN.findall(run.text))
    font = weights.most_common(1)[0][0]
    han = [run for run in group if _HAN.search(run.text)] or group
    bold = all(run.font.bold for run in han)
    edges = min(run.left for run in group), max(run.right for run in group)
    y = next(run.y for run in group if run.font == font)
    return Line("".join(parts), *edges, y, font, bold, page, cell=cell)


def _between(one: Run, other: Run) -> str:
    """Return the separator of two runs: a tab between cells, a blank between words, nothing between Han signs."""
    gap = (other.left - one.right) / max(one.font.size, other.font.size, 1)
    spread = min(len(one.text), len(other.text)) == 1 and _HAN.match(one.text) and _HAN.match(other.text)
    if gap > (4 if spread else _CELLS_APART):
        return "\t"
    han = bool(_HAN.match(one.text[-1])) + bool(_HAN.match(other.text))
    return " " if other.spaced or gap > _WORDS_APART[han] else ""


def _side_by_side(found: Sequence[Line]) -> bool:
    ordered = sorted(found, key=lambda line: -line.y)
    for at, line in enumerate(ordered):
        for other in ordered[at + 1 : at + 9]:
            if line.y - other.y < _BESIDE * min(line.font.size, other.font.size) and (
                other.left >= line.right - 1 or other.right <= line.left + 1
            ):
                return True
    return False
