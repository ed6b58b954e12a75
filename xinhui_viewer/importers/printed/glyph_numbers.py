"""Text of fonts that state the numbers of their glyphs as characters: in Windows' SimSun and SimHei these are known.

Such files come from printer drivers that leave out what characters the glyphs are. The fonts have their glyphs in the
order of Unicode, in stretches; the offsets below were read off such files beside their pictures.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from xinhui_viewer.importers.printed.run import Run

_HAN = range(0x430, 0x55D6)  # the numbers of U+4E00 to U+9FA5
_AFTER_HAN = 0xA000
_MORE = 0x49D0  # makes the number of a Han sign its code in SimSun and SimHei
_OTHERS = range(_MORE - 16, _MORE + 16)  # in fonts with some glyphs more or fewer before them, as KaiTi
# From and to before a number, and what makes it the code of its character.
_ASCII = (0x3, 0x62, 0x1D)
_SIGNS = (
    (0x100, 0x102, 0x1F1C),  # “”
    (0x131, 0x132, 0x2134),  # ≥
    (0x137, 0x141, 0x2329),  # ① to ⑩
    (0x1C3, 0x1C5, 0x2E3E),  # 、。
    (0x2BD, 0x31B, 0xFC44),  # ！ to ～
)
_LEFTWARD = re.compile("[\u0590-\u08ff]{2,}")
_LEAST, _COMMON = 3, 0.9  # Han signs of a page in a font; the share of them that are among the 6,763 of GB 2312
_BLOCKS = 3  # of 256 characters: a word in letters has fewer
_LEAST_OTHER = 8  # Han signs that tell by how much another font's numbers are off
_RARE = 0.5  # the share of them that would be letters of scripts that no Chinese text has, or rare Han


def as_characters(runs: Sequence[Run], radicals: Mapping[int, str]) -> Sequence[Run]:
    """Return the runs of a page, those in a font that states numbers of glyphs with the characters of these.

    ``radicals`` are the Han signs that pdfium gives in place of radicals, whose codes are numbers here, too.
    """
    texts: defaultdict[str, list[str]] = defaultdict(list)
    for run in runs:
        texts[run.font.name].append(run.text)
    tables = {name: table for name, own in texts.items() if (table := _table("".join(own), radicals))}
    if not tables:
        return runs
    return [
        replace(run, text=_turned(run.text).translate(tables[run.font.name])) if run.font.name in tables else run
        for run in runs
    ]


def _turned(text: str) -> str:
    """Return a text with the numbers turned back that pdfium takes for letters written from right to left."""
    return _LEFTWARD.sub(lambda match: match[0][::-1], text)


def _table(text: str, radicals: Mapping[int, str]) -> dict[int, int]:
    """Return the table from the numbers in a text to characters; empty where they are characters already."""
    codes = [] if text.isascii() else [code for code in map(ord, text) if _HAN.start <= code < _AFTER_HAN]
    han = [code for code in codes if code in _HAN]
    more = _off(han) if len(han) >= _LEAST and _is_strange(han) else 0
    table = _characters(more, radicals) if more else {}
    return table if all(code in table for code in codes) else {}


def _characters(more: int, radicals: Mapping[int, str]) -> dict[int, int]:
    """Return the table of a font: ``more`` makes the number of a Han sign its code."""
    stretches = (_ASCII, *(_SIGNS if more == _MORE else ()), (_HAN.start, _HAN.stop, more))
    table = {number: number + off for start, end, off in stretches for number in range(start, end)}
    behind = {ord(whole): radical for radical, whole in radicals.items() if radical in _HAN and len(whole) == 1}
    return table | {code: number + more for code, number in behind.items() if not _is_common(table.get(code, 0))}


def _is_strange(han: Sequence[int]) -> bool:
    """Return whether characters would be letters of many scripts, or rare Han."""
    rare = sum(code < 0x2E80 or 0x3400 <= code < 0x4E00 for code in han)
    return rare >= _RARE * len(han) and len({code >> 8 for code in han}) >= _BLOCKS


def _off(han: Sequence[int]) -> int:
    """Return what makes numbers the codes of common Han; 0 where nothing does."""
    if _share(han, _MORE) >= _COMMON:
        return _MORE
    more = max(_OTHERS, key=lambda other: _share(han, other))
    return more if len(han) >= _LEAST_OTHER and _share(han, more) >= _COMMON else 0


def _share(han: Sequence[int], more: int) -> float:
    return sum(_is_common(code + more) for code in han) / len(han)


def _is_common(code: int) -> bool:
    """Return whether a character is among those of GB 2312."""
    try:
        chr(code).encode("gb2312")
    except UnicodeEncodeError:
        return False
    return code > 0
