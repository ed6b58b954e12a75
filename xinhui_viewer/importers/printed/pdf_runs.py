"""The runs of one page of a PDF, read off pdfium: characters with their place, size and font."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from math import hypot
from typing import Any

from xinhui_viewer.importers.printed.glyph_numbers import as_characters
from xinhui_viewer.importers.printed.run import Font, Run
from xinhui_viewer.importers.printed.symbols import with_pictures
from xinhui_viewer.importers.printed.widths import narrow_digits, wide_signs

_BOLD_NAMES = (
    *("bold", "heavy", "black", "semibold", "demi"),
    *("simhei", "heiti", "黑体", "fzht", "fzdh", "xbs", "xiaobiaosong", "小标宋"),
)
_BOLD_WEIGHT = 600
_BLANKS = " \t\xa0\u2002\u2003\u2009\u3000"
_WIDE_BLANK = re.compile(f"[{_BLANKS}]{{2,}}")  # as typed between the cells of a row
_SAME_LINE = 0.1  # points
_TOUCHING = 0.1  # of its size: less than between words of letters
_TURNED = 0.1  # of its course to the right: text that rises more is turned
_DOWN = 0.8  # of its size: characters of one run that far below each other are written downwards
_WIDEST = 3  # of its size: no sign is as wide, not even in stretched type
_GAP, _LETTER = 1.2, 0.5  # of its size: a gap that parts cells; the usual width of a letter
_MOSTLY = 0.6  # the share of turned characters from which a page is read as turned
_STEP, _OVER = 0.2, 0.8  # of its size: a sign is no narrower, and its stated width reaches no further over the next
# Radicals that stand for whole characters and that NFKC leaves alone (Unicode's EquivalentUnifiedIdeograph.txt).
_RADICALS = dict(
    zip(
        "⺁⺄⺇⺈⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺖⺗⺘⺙⺛⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻋⻌⻍⻎⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
        "厂乙几刀卜㔾小小兀尣尢巳幺彑忄㣺扌攵旡月歺母民氵氺灬爫爫丬犭王疋罒示礻竹糸纟罓罒㓁𦉰羊羊羋耂肀聿月臼艹艹艹虎衤覀西见角角讠贝车辶辶辶钅長镸长门阜阝雨青韦页风飞食飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟龟",
        strict=True,
    )
)
FOLDED = {ord(radical): whole for radical, whole in _RADICALS.items()} | {
    code: unicodedata.normalize("NFKC", chr(code))
    for first, last in ((0x2E80, 0x2FE0), (0xF900, 0xFB00))
    for code in range(first, last)
    if unicodedata.normalize("NFKC", chr(code)) != chr(code)
}


def turned(x: float, y: float, rotation: int) -> tuple[float, float]:
    """Return a point as it is seen on a page that is shown turned by quarters to the right."""
    return ((x, y), (y, -x), (-x, -y), (-y, x))[rotation % 4]


def page_runs(raw: Any, text: Any, count: int, rotation: int, coloured: bool = True) -> tuple[tuple[Run, ...], int]:
    """Return the runs of a page, and its rotation in quarters: such that most of its text is upright.

    Colours are read on a page that may be the head of a paper; asking for them takes a tenth of the time.
    """
    reader = _Reader(raw, text, rotation, coloured)
    runs = tuple(together(reader.runs(count)))
    upright = reader.directions.most_common(1)
    if upright and upright[0][0] and upright[0][1] > _MOSTLY * reader.directions.total():
        rotation += upright[0][0]
        runs = tuple(together(_Reader(raw, text, rotation, coloured).runs(count)))
    return tuple(map(_with_whole_text, narrow_digits(as_characters(runs, FOLDED)))), rotation


def _with_whole_text(run: Run) -> Run:
    run = run if run.text.isascii() and "ing" not in run.font.name else with_pictures(run)
    text = whole(run.text)
    return run if text == run.text else replace(run, text=text)


def together(runs: Iterator[Run]) -> Iterator[Run]:
    """Yield runs with those joined that touch: many files draw each character alone."""
    parts: list[str] = []
    first = previous = None
    for run in runs:
        if first is not None and previous is not None and not _touch(previous, run):
            yield _joined(first, previous, "".join(parts), run)
            first, parts = None, []
        first, previous = first or run, run
        parts.append(run.text)
    if first is not None and previous is not None:
        yield _joined(first, previous, "".join(parts))


def _joined(first: Run, last: Run, text: str, other: Run | None = None) -> Run:
    """Return runs that touch as one with a text; ``other`` is the next one in the file."""
    text = wide_signs(text, last.right - first.left, first.font.size)
    return replace(first, text=text, right=_end(last, other) if other else last.right)


def _end(one: Run, other: Run) -> float:
    """Return where a run ends: no further than the next one on its line begins, whatever width its font states."""
    over = one.right - other.left
    size = one.font.size
    if not 0 < over < _OVER * size or other.left < one.left + _STEP * size or one.font.turned:
        return one.right
    return other.left if abs(one.y - other.y) < _STEP * size and other.right > one.right else one.right


def _touch(one: Run, other: Run) -> bool:
    return (
        one.font is other.font
        and not other.spaced
        and not one.font.turned
        and abs(one.y - other.y) < _SAME_LINE
        and abs(other.left - one.right) < _TOUCHING * one.font.size
    )


class _Reader:
    """Reads runs: asks pdfium once a character where needed, else once a text object."""

    def __init__(self, raw: Any, text: Any, rotation: int, coloured: bool) -> None:
        self.raw, self.text, self.rotation, self.coloured = raw, text, rotation % 4, coloured
        self.fonts: dict[tuple[Any, ...], Font] = {}
        self.directions: Counter[int] = Counter()  # characters by the quarters that would make them upright
        self.blank = False
        self.owner: Any = None  # of the characters being read
        self.box, self.matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.colour = tuple(ctypes.c_uint() for _ in range(4))
        self.name, self.flags = ctypes.create_string_buffer(200), ctypes.c_int()

    def runs(self, count: int) -> Iterator[Run]:
        """Yield the runs of the first ``count`` characters in the file's order."""
        kept: list[str] = []
        first, current = 0, None
        for at, sign, handle in self._characters(count):
            one = ctypes.c_void_p.from_buffer(handle).value if handle else None
            if kept and one != current:
                yield from self._object("".join(kept), first)
                kept = []
            if not kept:
                first, current, self.owner = at, one, handle
            if one is not None:
                kept.append(sign)
        if kept:
            yield from self._object("".join(kept), first)

    def _characters(self, count: int) -> Iterator[tuple[int, str, Any]]:
        """Yield the number, the sign and the text object of each character; no object where pdfium made it up."""
        raw, text = self.raw, self.text
        unicode, owner, generated = raw.FPDFText_GetUnicode, raw.FPDFText_GetTextObject, raw.FPDFText_IsGenerated
        for at in range(count):
            code = unicode(text, at)
            if code in (32, 13, 10) and generated(text, at) == 1:
                yield at, "", None
            elif code == 2 and raw.FPDFText_IsHyphen(text, at) == 1:
                yield at, "-", owner(text, at)
            else:
                yield at, _character(code), owner(text, at)

    def _object(self, text: str, first: int) -> Iterator[Run]:
        """Yield the runs of a text object that begins at a character: parts apart by several blanks are several."""
        if not text.strip(_BLANKS + "\r\n"):
            self.blank = True
            return
        font, quarters = self._font(first)
        self.directions[quarters] += len(text)
        if len(text) == 1:
            yield self._single(text, first, font)
            return
        start = 0
        for match in (*_WIDE_BLANK.finditer(text), None):
            end = match.start() if match else len(text)
            yield from self._part(text[start:end], first + start, font)
            if match:
                start, self.blank = match.end(), True

    def _single(self, sign: str, at: int, font: Font) -> Run:
        """Return the run of an object that is one character: some files draw each alone, hundreds of thousands."""
        left, right, _bottom = self._edges(at)
        x, y = self._origin(at)
        if left < x < right and not font.turned:
            left = x
        if right - left > _WIDEST * font.size > 0:
            right = left + font.size
        spaced, self.blank = self.blank, False
        return Run(sign, left, right, y, font, spaced)

    def _part(self, text: str, first: int, font: Font) -> Iterator[Run]:
        """Yield a run without the blanks at its ends, whose width would hide where its text begins."""
        bare = text.strip(_BLANKS)
        if not bare:
            self.blank = self.blank or bool(text)
            return
        first += len(text) - len(text.lstrip(_BLANKS))
        last = first + len(bare) - 1
        left, right, bottom = self._edges(first)
        x, y = self._origin(first)
        if not font.turned:
            left = min(max(left, x), right)  # without what a sign's drawing juts out before its place
        spaced, self.blank = self.blank or text[0] in _BLANKS, text[-1] in _BLANKS
        if last > first:
            other_left, other_right, other_bottom = self._edges(last)
            if abs(other_bottom - bottom) > _DOWN * font.size and not font.turned:
                yield from self._each(bare, first, font)
                return
            left, right = min(left, other_left), max(right, other_right)
            if len(apart := self._apart(bare, first, right - left, font)) > 1:
                for start, end in apart:
                    yield from self._part(bare[start:end], first + start, font)
                return
        if right - left > _WIDEST * font.size * len(bare) > 0:
            right = left + font.size * len(bare)  # the font states a width that nobody sees
        yield Run(bare, left, right, y, font, spaced)

    def _apart(self, text: str, first: int, width: float, font: Font) -> list[tuple[int, int]]:
        """Return the parts of a text between gaps as wide as a character: one object may be several cells of a row."""
        natural = sum(1 if sign > "\u2e7f" else _LETTER for sign in text) * font.size
        if font.turned or width < natural + _GAP * font.size:
            return []
        edges = [(self._origin(at)[0], self._edges(at)[1]) for at in range(first, first + len(text))]
        gaps = [other[0] - one[1] for one, other in pairwise(edges)]
        cuts = [at for at, gap in enumerate(gaps, 1) if gap > _GAP * font.size]
        return list(pairwise([0, *cuts, len(text)]))

    def _each(self, text: str, first: int, font: Font) -> Iterator[Run]:
        """Yield each character of a text that is written downwards."""
        for at, sign in enumerate(text, first):
            if sign not in _BLANKS:
                left, right, _bottom = self._edges(at)
                yield Run(sign, left, right, self._origin(at)[1], font)

    def _origin(self, at: int) -> tuple[float, float]:
        """Return the place from which a character is drawn, on its baseline."""
        self.raw.FPDFText_GetCharOrigin(self.text, at, self.x, self.y)
        x, y = self.x.value, self.y.value
        return turned(x, y, self.rotation) if self.rotation else (x, y)

    def _edges(self, at: int) -> tuple[float, float, float]:
        """Return the left, right and bottom edge of a character."""
        box = self.box
        self.raw.FPDFText_GetLooseCharBox(self.text, at, box)
        if not self.rotation:
            return (box.left, box.right, box.bottom) if box.left <= box.right else (box.right, box.left, box.bottom)
        one, other = turned(box.left, box.bottom, self.rotation), turned(box.right, box.top, self.rotation)
        return min(one[0], other[0]), max(one[0], other[0]), min(one[1], other[1])

    def _font(self, at: int) -> tuple[Font, int]:
        """Return the font of a character, and the quarters by which the page must be turned to set it upright."""
        raw, text, matrix = self.raw, self.text, self.matrix
        raw.FPDFText_GetMatrix(text, at, matrix)
        size = round(raw.FPDFText_GetFontSize(text, at) * hypot(matrix.c, matrix.d), 1)
        along = turned(matrix.a, matrix.b, self.rotation) if self.rotation else (matrix.a, matrix.b)
        owner = self.owner
        is_red = self._is_red(at)
        is_turned = along[0] <= 0 or abs(along[1]) > _TURNED * along[0]
        face = ctypes.c_void_p.from_buffer(raw.FPDFTextObj_GetFont(owner)).value
        stroked = raw.FPDFTextObj_GetTextRenderMode(owner) == 2
        key = (size, face, stroked, is_red, is_turned)
        if key not in self.fonts:
            raw.FPDFText_GetFontInfo(text, at, self.name, 200, self.flags)
            called = self.name.value.decode("utf-8", "replace").split("+")[-1]
            heavy = raw.FPDFText_GetFontWeight(text, at) >= _BOLD_WEIGHT
            bold = stroked or heavy or any(word in called.lower() for word in _BOLD_NAMES)
            self.fonts[key] = Font(size, called, bold, is_red, is_turned)
        return self.fonts[key], _quarters(*along) if is_turned else 0

    def _is_red(self, at: int) -> bool:
        if not self.coloured:
            return False
        self.raw.FPDFText_GetFillColor(self.text, at, *self.colour)
        red, green, blue, _alpha = (part.value for part in self.colour)
        return red > 150 and green < 90 and blue < 90


def _quarters(x: float, y: float) -> int:
    if abs(y) > abs(x):
        return 1 if y > 0 else 3
    return 2 if x < 0 else 0


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 else "\ufffd"


def whole(text: str) -> str:
    """Return a text with surrogate halves joined and radicals replaced by the characters that they stand for."""
    if text.isascii():
        return text
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return joined.translate(FOLDED)
