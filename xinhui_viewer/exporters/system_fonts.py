"""Characters that only the system's fonts can print: rare Han, other scripts, and FangSong (仿宋)."""

from __future__ import annotations

import struct
from bisect import bisect_left, bisect_right
from collections.abc import Set
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from xinhui_viewer.resources import resource

# No FangSong may be shipped; these are Windows', macOS', Founder's and WPS'.
_FANGSONG = ("FangSong", "仿宋", "FangSong_GB2312", "仿宋_GB2312", "STFangsong", "FZFangSong-Z02", "FZFangSong-Z02S")
_NO_LETTERS = (
    "LastResort",
    ".LastResort",
    "Adobe Blank",
    "Unicode BMP Fallback SIL",
)  # a box for each character
_BEYOND = 0x110000  # the code points
_UNICODE = {(3, 10), (3, 1), (0, 3), (0, 4), (0, 6)}


def without_glyph(characters: Set[str]) -> frozenset[str]:
    """Return those characters that no font of the system has; private-use ones mean nothing in other fonts."""
    left = {ord(one) for one in characters if not _is_private(ord(one))}
    for path, index in _faces():
        if not left:
            break
        left -= covered(path, index, left)
    return frozenset(one for one in characters if _is_private(ord(one)) or ord(one) in left)


@cache
def fangsong() -> str:
    """Return the family of the system's FangSong, or an empty text when it has none."""
    installed = {face.family for face in _installed()}
    return next((family for family in _FANGSONG if family in installed), "")


def covered(path: Path, index: int, codes: Set[int]) -> set[int]:
    """Return the code points that a face of a font file maps to a glyph; an empty set when the file cannot be read."""
    try:
        with path.open("rb") as file:
            return _mapped(file, index, codes)
    except (OSError, struct.error):
        return set()


@cache
def fonts(system: bool) -> Any:
    """Return our fonts for Typst, with those of the system when asked for, which takes 0.15 seconds."""
    import typst

    return typst.Fonts(include_system_fonts=system, include_embedded_fonts=False, font_paths=[str(resource("fonts"))])


@cache
def _installed() -> tuple[Any, ...]:
    return tuple(fonts(True).fonts())


@cache
def _faces() -> tuple[tuple[Path, int], ...]:
    """Return one face of each family, the most usual weight first: the others of a family have the same characters."""
    families: dict[str, tuple[int, Path, int]] = {}
    for face in _installed():
        if face.path and face.family not in _NO_LETTERS:
            found = (abs(face.weight - 400) + (face.style != "normal"), Path(face.path), face.index)
            families[face.family] = min(found, families.get(face.family, found))
    return tuple((path, index) for _distance, path, index in families.values())


def _is_private(code: int) -> bool:
    return 0xE000 <= code <= 0xF8FF or code >= 0xF0000


def _mapped(file: BinaryIO, index: int, codes: Set[int]) -> set[int]:
    """Return the code points in the font's cmap (OpenType 1.9, formats 4 and 12)."""
    start = _cmap(file, index)
    if start is None:
        return set()
    file.seek(start)
    _version, count = struct.unpack(">HH", file.read(4))
    records = struct.iter_unpack(">HHI", file.read(8 * count))
    found: set[int] = set()
    for offset in {offset for platform, encoding, offset in records if (platform, encoding) in _UNICODE}:
        file.seek(start + offset)
        (form,) = struct.unpack(">H", file.read(2))
        if form in (4, 12):
            found |= _in_format_4(file, codes) if form == 4 else _in_format_12(file, codes)
    return found


def _in_format_4(file: BinaryIO, codes: Set[int]) -> set[int]:
    length, _language, doubled = struct.unpack(">HHH", file.read(6))
    file.seek(6, 1)
    words = memoryview(file.read(length - 14))
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{doubled // 2}H", words, n * doubled + 2 * bool(n)) for n in range(4)
    )
    found = set()
    for code in codes:
        n = bisect_left(ends, code)
        if code < 0xFFFF and n < len(ends) and starts[n] <= code:
            at = 3 * doubled + 2 + 2 * n + offsets[n] + 2 * (code - starts[n])
            glyph = struct.unpack_from(">H", words, at)[0] if offsets[n] else code
            if (glyph + deltas[n] if glyph or not offsets[n] else 0) & 0xFFFF:
                found.add(code)
    return found


def _in_format_12(file: BinaryIO, codes: Set[int]) -> set[int]:
    _reserved, _length, _language, groups = struct.unpack(">HIII", file.read(14))
    ranges = sorted((first, last) for first, last, _glyph in struct.iter_unpack(">III", file.read(12 * groups)))
    nearest = ((code, bisect_right(ranges, (code, _BEYOND)) - 1) for code in codes)
    return {code for code, n in nearest if n >= 0 and code <= ranges[n][1]}


def _cmap(file: BinaryIO, index: int) -> int | None:
    offset = 0
    if file.read(4) == b"ttcf":
        file.seek(12 + 4 * index)
        (offset,) = struct.unpack(">I", file.read(4))
    file.seek(offset + 4)
    (tables,) = struct.unpack(">H", file.read(2))
    file.seek(offset + 12)
    listed = struct.iter_unpack(">4sIII", file.read(16 * tables))
    return next((at for tag, _checksum, at, _length in listed if tag == b"cmap"), None)
