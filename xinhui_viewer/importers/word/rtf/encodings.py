"""The encodings of text in RTF: of its fonts, of the document, and where these are wrong, of the bytes themselves."""

from __future__ import annotations

import codecs
import re
from functools import cache

# Character sets of fonts as code pages (specification 1.9.1, "Font table").
_CHARSETS = {
    0: 1252,
    77: 10000,
    128: 932,
    129: 949,
    130: 1361,
    134: 936,
    136: 950,
    161: 1253,
    162: 1254,
    163: 1258,
    177: 1255,
    178: 1256,
    186: 1257,
    204: 1251,
    222: 874,
    238: 1250,
    255: 437,
}
SYMBOLS = 2  # the character set of symbol fonts
_NAMES = {936: "gb18030", 54936: "gb18030", 950: "big5hkscs", 10000: "mac_roman", 1361: "johab", 65001: "utf-8"}
_WIDE = (936, 54936, 950, 932, 949, 1361)
_WESTERN, _CHINESE = 1252, 936
_LAST_SIGN = 0x9F  # of Western code pages: letters follow, and of Chinese ones what is often used
_PAIR = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")


def page_of(charset: int) -> int:
    """Return the code page of a font's character set; 0 when it is that of the document."""
    return _CHARSETS.get(charset, 0)


def decoded(content: bytes, page: int, document: int) -> str:
    """Return text in a font's code page (0: the document's; the document's is 0 when it is not told).

    Fonts of Western character sets hold text in the document's Chinese encoding as often as not, so that bytes that
    are pairs are read in this.
    """
    if content.isascii():
        return content.decode("ascii")
    wide = document or _CHINESE
    if page not in _WIDE and wide in _WIDE and _are_pairs(content):
        try:
            return content.decode(_codec(wide))
        except UnicodeDecodeError:
            pass
    return content.decode(_codec(page or document), "replace")


def _are_pairs(content: bytes) -> bool:
    """Return whether all bytes beyond ASCII are in pairs, most of which have no ASCII in them.

    Those of dashes and quotation marks in Western pages (“”, ——) would be pairs of rare characters.
    """
    if max(content) <= _LAST_SIGN:
        return False
    pairs = _PAIR.findall(content)
    plain = sum(pair[1] < 0x80 for pair in pairs)
    return _PAIR.sub(b"", content).isascii() and 2 * plain < len(pairs)


@cache
def _codec(page: int) -> str:
    name = _NAMES.get(page, f"cp{page or _WESTERN}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return f"cp{_WESTERN}"
