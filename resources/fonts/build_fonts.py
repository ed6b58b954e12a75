"""Make the four fonts that the program ships from Debian's fonts-noto-cjk and fonts-lxgw-wenkai.

usage: python resources/fonts/build_fonts.py CHARACTERS    (needs the dev extra)
CHARACTERS is a text file with the 8,105 characters of the 通用规范汉字表. Kept are these and GB 2312, the usual
traditional characters (Big5 level 1, as far as the 繁→简 table knows them), Latin and the signs of official texts. The
families are renamed, as the reserved font names of the OFL ask. Dropped are hinting and the CJK radicals
(U+2E80-2FDF): some programs map 首 and 页 to them, and copied text is then wrong. Dropped too are the forms of other
countries and of vertical lines (locl, vert): the faces taken are the mainland's, and those forms are half of the size.
Each character has a glyph of its own, even where two look alike (· and •): a PDF names the character of each glyph.
"""

from __future__ import annotations

import sys
from copy import copy
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont

HERE = Path(__file__).parent
_SERIF, _SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"
NOTO, WENKAI = Path("/usr/share/fonts/opentype/noto"), Path("/usr/share/fonts/truetype/lxgw-wenkai")
_SIGNS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *range(0x370, 0x400),
    *range(0x400, 0x460),
    *range(0x2010, 0x2030),
    *range(0x2030, 0x2060),
    *range(0x2070, 0x20A0),
    *range(0x20A0, 0x20C0),
    *range(0x2100, 0x2200),
    *range(0x2200, 0x2270),
    *range(0x2300, 0x2400),
    *range(0x2460, 0x2500),
    *range(0x2500, 0x2600),
    *range(0x2600, 0x2670),
    *range(0x2700, 0x27C0),
    *range(0x3000, 0x3040),
    *range(0x3040, 0x3130),
    *range(0x31A0, 0x31C0),
    *range(0x3200, 0x3400),
    *range(0xFE10, 0xFE70),
    *range(0xFF00, 0xFFF0),
)


@dataclass(frozen=True)
class Made:
    """A font to make: its file, its origin, and its name."""

    file: str
    source: Path
    original: str
    family: str
    style: str


FONTS = (
    Made("XinhuiSerif-Regular.otf", NOTO / "NotoSerifCJK-Regular.ttc", _SERIF, "Xinhui Serif", "Regular"),
    Made("XinhuiSans-Regular.otf", NOTO / "NotoSansCJK-Regular.ttc", _SANS, "Xinhui Sans", "Regular"),
    Made("XinhuiSans-Bold.otf", NOTO / "NotoSansCJK-Bold.ttc", _SANS, "Xinhui Sans", "Bold"),
    Made("XinhuiKai-Regular.ttf", WENKAI / "LXGWWenKai-Regular.ttf", "LXGW WenKai", "Xinhui Kai", "Regular"),
)


def main(characters: Path) -> None:
    """Write the four fonts beside this script."""
    usual = {ord(character) for character in characters.read_text("utf-8") if not character.isspace()}
    wanted = usual | _gb2312() | _traditional() | set(_SIGNS)
    for made in FONTS:
        font = _subset(_source(made), wanted)
        _rename(font, made)
        part(font)
        font.save(HERE / made.file)
        print(made.file, len(font.getBestCmap()), "characters", (HERE / made.file).stat().st_size // 1024, "KB")
    covered = TTFont(HERE / FONTS[0].file).getBestCmap()  # the text's font, to which every other falls back
    (HERE / "coverage.txt").write_text(_ranges(sorted(covered)), "utf-8")


def _ranges(codes: list[int]) -> str:
    """Return code points as lines of hexadecimal ranges, which the program reads before it prints."""
    lines, first = [], codes[0]
    for code, following in zip(codes, [*codes[1:], 0], strict=True):
        if following != code + 1:
            lines.append(f"{first:X}-{code:X}")
            first = following
    return "\n".join(lines) + "\n"


def _source(made: Made) -> TTFont:
    if made.source.suffix == ".ttf":
        return TTFont(made.source)
    collection = TTCollection(made.source)
    return next(font for font in collection.fonts if font["name"].getDebugName(1) == made.original)


def _subset(font: TTFont, wanted: set[int]) -> TTFont:
    options = subset.Options()
    options.hinting = False
    options.layout_features = ["kern", "liga", "ccmp", "halt", "palt", "mark", "mkmk"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["vhea", "vmtx", "VORG", "BASE", "meta", "DSIG"]
    made = subset.Subsetter(options)
    made.populate(unicodes=sorted(code for code in wanted if not 0x2E80 <= code <= 0x2FDF))
    made.subset(font)
    return font


def _rename(font: TTFont, made: Made) -> None:
    full = f"{made.family} {made.style}"
    names = {1: made.family, 2: made.style, 3: f"{full}; made for xinhui_viewer", 4: full, 6: full.replace(" ", "")}
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 5, 13, 14)]
    for number, text in names.items():
        table.setName(text if number != 6 else f"{made.family.replace(' ', '')}-{made.style}", number, 3, 1, 0x409)
    if "CFF " in font:
        top = font["CFF "].cff
        top.fontNames = [f"{made.family.replace(' ', '')}-{made.style}"]
        top.topDictIndex[0].FamilyName = made.family
        top.topDictIndex[0].FullName = full
    bold = made.style == "Bold"
    font["OS/2"].usWeightClass = 700 if bold else 400
    font["OS/2"].fsSelection = 0x20 if bold else 0x40
    font["head"].macStyle = 1 if bold else 0


def part(font: TTFont) -> None:
    """Give every character but the first of those that share a glyph a copy of it."""
    first: dict[str, int] = {}
    copies: dict[int, str] = {}
    for code, glyph in sorted(font.getBestCmap().items()):
        if first.setdefault(glyph, code) != code:
            copies[code] = glyph
    free = (name for name in map("cid{:05}".format, count(60000)) if name not in font.getReverseGlyphMap())
    names = dict(zip(copies, free, strict=False))
    for code, glyph in copies.items():
        (_copy_outline if "CFF " in font else _copy_contours)(font, glyph, names[code])
        font["hmtx"].metrics[names[code]] = font["hmtx"].metrics[glyph]
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update({code: name for code, name in names.items() if code in table.cmap})


def _copy_outline(font: TTFont, glyph: str, name: str) -> None:
    top = font["CFF "].cff.topDictIndex[0]
    glyphs = top.CharStrings
    number = glyphs.charStrings[glyph]
    glyphs.charStringsIndex.append(glyphs.charStringsIndex[number])
    glyphs.charStrings[name] = len(glyphs.charStringsIndex) - 1
    top.FDSelect.gidArray.append(top.FDSelect.gidArray[number])
    top.charset.append(name)
    font.setGlyphOrder([*top.charset])


def _copy_contours(font: TTFont, glyph: str, name: str) -> None:
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"].glyphs[name] = copy(font["glyf"].glyphs[glyph])
    font["glyf"].glyphOrder = font.getGlyphOrder()


def _gb2312() -> set[int]:
    pairs = (bytes((high, low)) for high in range(0xA1, 0xF8) for low in range(0xA1, 0xFF))
    return {ord(text) for pair in pairs if (text := pair.decode("gb2312", "ignore"))}


def _traditional() -> set[int]:
    keys = (HERE.parent / "han" / "simplified.txt").read_text("utf-8").split("\n")[0]
    return {ord(key) for key in keys if b"\xa4\x40" <= key.encode("big5", "ignore").ljust(2, b"\0") <= b"\xc6\x7e"}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
