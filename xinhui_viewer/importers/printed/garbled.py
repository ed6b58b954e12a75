"""Characters that the fonts of a printed file state wrongly, or not at all: repaired where that is sure, or told."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.printed.lines import Line

Pages = tuple[tuple[Line, ...], ...]
_GARBAGE = 0.2  # the share of meaningless characters from which a text is called unreadable
# Founder's fonts state letters as the Han of GBK's row A0 whose low byte, less its top bit, is the letter.
_LETTERS = {bytes((0xA0, 0x80 | code)).decode("gbk"): chr(code) for code in (*range(0x41, 0x5B), *range(0x61, 0x7B))}
_AS_LETTERS = str.maketrans(_LETTERS)
_LEAST_LETTERS, _BESIDE = 5, 0.5  # different ones; the share that stands beside another, as letters of a word do
_WORD = re.compile(f"[{''.join(_LETTERS)}]+")
# Signs that no text has many of: characters of a font in whose table they have the places of ASCII.
_SIGNS = re.compile(r"[!\"#$&'*;<=>?@\\^_`{|}~]")
# Letters of scripts that stand apart; a text with letters of many of them shows the numbers of its glyphs.
_RARE = re.compile("[\u0180-\u02af\u0500-\u1fff\u2c00-\u2dff\u3400-\u4dbf\ua000-\uabff]")
_LEAST_SCRIPTS = 6  # blocks of 256 characters
_ACCENTED = re.compile("[\u00c0-\u024f]")  # no language has more of them than of letters without accents
_LEADER = re.compile(r"[.．·…\s]")  # before page numbers, and blanks: they are no text


def repaired(pages: Pages) -> Pages:
    """Return pages with the letters that Founder's fonts state as rare Han, if there are so many that it is sure."""
    words = [word for page in pages for line in page for word in _WORD.findall(line.text)]
    count = sum(map(len, words))
    beside = sum(len(word) for word in words if len(word) > 1)
    if len(set("".join(words))) < _LEAST_LETTERS or beside < _BESIDE * count:
        return pages
    return tuple(tuple(_repaired(line) for line in page) for page in pages)


def _repaired(line: Line) -> Line:
    rows = tuple(tuple(replace(cell, text=cell.text.translate(_AS_LETTERS)) for cell in row) for row in line.rows)
    return replace(line, text=line.text.translate(_AS_LETTERS), rows=rows)


def doubts(text: str) -> Iterator[str]:
    """Yield the sentence on the characters of a text that cannot be read, if there are any."""
    signs = Counter(_LEADER.sub("", text))
    unknown = sum(count for sign, count in signs.items() if sign != "\ufffd" and _is_unknown(sign))
    if unknown + signs["\ufffd"] + _misplaced(signs) > _GARBAGE * max(signs.total(), 1):
        yield tr("The file does not state which characters it shows; much of its text is unreadable.")
        return
    if signs["\ufffd"]:
        yield tr("{n} unreadable characters are shown as \ufffd.").format(n=signs["\ufffd"])
    if unknown:
        yield tr("The file does not state which characters {n} of its signs are; they cannot be read.").format(
            n=unknown
        )


def _misplaced(signs: Counter[str]) -> int:
    """Return the number of characters that stand for others: signs in the places of ASCII, letters of many scripts,
    or accented ones alone.
    """
    accented = sum(count for sign, count in signs.items() if _ACCENTED.match(sign))
    if accented > sum(count for sign, count in signs.items() if sign.isascii() and sign.isalpha()):
        return accented
    rare = {sign: count for sign, count in signs.items() if _RARE.match(sign)}
    many = len({ord(sign) >> 8 for sign in rare}) >= _LEAST_SCRIPTS
    return sum(count for sign, count in signs.items() if _SIGNS.match(sign)) + many * sum(rare.values())


def _is_unknown(sign: str) -> bool:
    """Return whether a character stands for nothing; those of symbol fonts (U+F020 to U+F0FF) are pictures."""
    return unicodedata.category(sign)[0] == "C" and not 0xF020 <= ord(sign) <= 0xF0FF
