"""The text of a PDF as pdfium sees it: runs of characters with their place, size and font, page by page.

pdfium is not thread safe: everything here runs in one thread, and every handle is closed before the next is opened.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from math import hypot
from typing import Any

from xinhui_viewer.importers.printed.run import Font, Run

MOST_OF_PAGE, MOST_OF_FILE, MOST_PAGES = 5_000_000, 20_000_000, 20_000
_BOLD_NAMES = ("bold", "heavy", "black", "semibold", "demi", "simhei", "heiti", "黑体", "xbs", "xiaobiaosong", "小标宋")
_BOLD_WEIGHT = 600
_BLANKS = " \t\xa0\u2002\u2003\u2009\u3000"
# Radicals that stand for whole characters and that NFKC leaves alone (Unicode's EquivalentUnifiedIdeograph.txt).
_RADICALS = dict(
    zip(
        "⺁⺄⺇⺈⺊⺋⺌⺍⺎⺏⺐⺒⺓⺔⺖⺗⺘⺙⺛⺝⺞⺟⺠⺡⺢⺣⺤⺥⺦⺨⺩⺪⺫⺬⺭⺮⺯⺰⺱⺲⺳⺴⺶⺷⺸⺹⺺⺻⺼⺽⺾⺿⻀⻁⻂⻃⻄⻅⻆⻇⻈⻉⻋⻌⻍⻎⻐⻑⻒⻓⻔⻕⻖⻗⻘⻙⻚⻛⻜⻝⻟⻠⻡⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻱⻲",
        "厂乙几刀卜㔾小小兀尣尢巳幺彑忄㣺扌攵旡月歺母民氵氺灬爫爫丬犭王疋罒示礻竹糸纟罓罒㓁𦉰羊羊羋耂肀聿月臼艹艹艹虎衤覀西见角角讠贝车辶辶辶钅長镸长门阜阝雨青韦页风飞食飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龟龟",
        strict=True,
    )
)
_FOLDED = {ord(radical): whole for radical, whole in _RADICALS.items()} | {
    code: unicodedata.normalize("NFKC", chr(code))
    for first, last in ((0x2E80, 0x2FE0), (0xF900, 0xFB00))
    for code in range(first, last)
    if unicodedata.normalize("NFKC", chr(code)) != chr(code)
}


@dataclass(frozen=True, slots=True)
class Page:
    """A page's runs in the file's order; ``pictured`` says that a page without text shows a picture."""

    runs: tuple[Run, ...]
    characters: int = 0
    pictured: bool = False
    cut: bool = False


class NotOpened(Exception):
    """A file that pdfium does not open; ``locked`` says that it asks for a password."""

    def __init__(self, locked: bool) -> None:
        super().__init__(locked)
        self.locked = locked


@contextmanager
def opened(content: bytes) -> Iterator[Any]:
    """Yield the document of a PDF's bytes and close it afterwards; raises NotOpened."""
    pdfium = _pdfium()
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        raise NotOpened(error.err_code in (pdfium.raw.FPDF_ERR_PASSWORD, pdfium.raw.FPDF_ERR_SECURITY)) from error
    try:
        yield document
    finally:
        document.close()


def _pdfium() -> Any:
    import pypdfium2

    return pypdfium2


def page(document: Any, index: int, most: int = MOST_OF_PAGE) -> Page | None:
    """Return a page with at most ``most`` characters, or None when pdfium cannot load it."""
    raw = _pdfium().raw
    handle = raw.FPDF_LoadPage(document.raw, index)
    if not handle:
        return None
    try:
        text = raw.FPDFText_LoadPage(handle)
        if not text:
            return None
        try:
            count = max(raw.FPDFText_CountChars(text), 0)
            read = min(count, most, MOST_OF_PAGE)
            runs = tuple(_Reader(raw, text, raw.FPDFPage_GetRotation(handle)).runs(read))
        finally:
            raw.FPDFText_ClosePage(text)
        return Page(runs, read, not runs and _has_picture(raw, handle), read < count)
    finally:
        raw.FPDF_ClosePage(handle)


def bookmarks(document: Any) -> list[tuple[str, int]]:
    """Return the titles of a document's outline with their level from 1."""
    found: list[tuple[str, int]] = []
    for mark in islice(document.get_toc(max_depth=6), 5_000):
        found.append((mark.get_title().translate(_FOLDED), mark.level + 1))
    return found


def _has_picture(raw: Any, page: Any) -> bool:
    objects = (raw.FPDFPage_GetObject(page, at) for at in range(min(raw.FPDFPage_CountObjects(page), 500)))
    return any(raw.FPDFPageObj_GetType(one) in (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM) for one in objects)


class _Reader:
    """Reads runs: asks pdfium once a character where needed, else once a text object."""

    def __init__(self, raw: Any, text: Any, rotation: int) -> None:
        self.raw, self.text, self.rotation = raw, text, rotation
        self.fonts: dict[tuple[Any, ...], Font] = {}
        self.blank = False

    def runs(self, count: int) -> Iterator[Run]:
        raw, text = self.raw, self.text
        unicode, owner, generated = raw.FPDFText_GetUnicode, raw.FPDFText_GetTextObject, raw.FPDFText_IsGenerated
        address = ctypes.c_void_p
        kept: list[str] = []
        first = last = -1
        current = None
        self.blank = False
        for at in range(count):
            code = unicode(text, at)
            made_up = code in (32, 13, 10) and generated(text, at) == 1
            one = None if made_up else address.from_buffer(owner(text, at)).value
            if kept and (made_up or one != current):
                yield from self._run("".join(kept), first, last)
                kept = []
            if made_up:
                continue
            if not kept:
                first, current = at, one
            last = at
            kept.append("-" if code == 2 and raw.FPDFText_IsHyphen(text, at) == 1 else _character(code))
        if kept:
            yield from self._run("".join(kept), first, last)

    def _run(self, text: str, first: int, last: int) -> Iterator[Run]:
        """Yield a run without the blanks at its ends, whose width would hide where its text begins."""
        bare = text.strip(_BLANKS)
        if not bare:
            self.blank = True
            return
        before = len(text) - len(text.lstrip(_BLANKS))
        font, y = self._font(first), self._origin(first)
        left, right = self._edges(first + before), self._edges(last - (len(text) - before - len(bare)))
        spaced, self.blank = self.blank or before > 0, text[-1] in _BLANKS
        yield Run(whole(bare), min(left[0], right[0]), max(left[1], right[1]), y, font, spaced)

    def _origin(self, at: int) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        self.raw.FPDFText_GetCharOrigin(self.text, at, x, y)
        return self._turned(x.value, y.value)[1]

    def _edges(self, at: int) -> tuple[float, float]:
        box = self.raw.FS_RECTF()
        self.raw.FPDFText_GetLooseCharBox(self.text, at, box)
        one, other = self._turned(box.left, box.bottom), self._turned(box.right, box.top)
        return min(one[0], other[0]), max(one[0], other[0])

    def _turned(self, x: float, y: float) -> tuple[float, float]:
        """Return a point as it is seen on a page that is shown turned."""
        return ((x, y), (y, -x), (-x, -y), (-y, x))[self.rotation % 4]

    def _font(self, at: int) -> Font:
        raw, text = self.raw, self.text
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(text, at, matrix)
        size = raw.FPDFText_GetFontSize(text, at) * hypot(matrix.c, matrix.d)
        along = self._turned(matrix.a, matrix.b)
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        raw.FPDFText_GetFillColor(text, at, red, green, blue, alpha)
        name = ctypes.create_string_buffer(200)
        raw.FPDFText_GetFontInfo(text, at, name, 200, ctypes.c_int())
        weight = raw.FPDFText_GetFontWeight(text, at)
        stroked = raw.FPDFTextObj_GetTextRenderMode(raw.FPDFText_GetTextObject(text, at)) == 2
        is_red = red.value > 150 and green.value < 90 and blue.value < 90
        is_turned = abs(along[1]) > 0.1 * abs(along[0])
        key = (round(size, 1), name.value, weight, stroked, is_red, is_turned)
        if key not in self.fonts:
            called = name.value.decode("utf-8", "replace").split("+")[-1]
            bold = stroked or weight >= _BOLD_WEIGHT or any(word in called.lower() for word in _BOLD_NAMES)
            self.fonts[key] = Font(round(size, 1), called, bold, is_red, is_turned)
        return self.fonts[key]


def _character(code: int) -> str:
    return chr(code) if 0 < code < 0x110000 else "\ufffd"


def whole(text: str) -> str:
    """Return a text with surrogate halves joined and radicals replaced by the characters that they stand for."""
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return joined.translate(_FOLDED)
