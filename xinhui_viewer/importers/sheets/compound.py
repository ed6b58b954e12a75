"""A compound file (MS-CFB) of one stream: chains of sectors in a damaged file lead calamine in circles."""

from __future__ import annotations

from struct import pack

_SECTOR = 4096  # of version 4: 109 sectors of the table of chains are enough for 450 MB, and need none for themselves
_FREE, _END, _TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_CHAINS = _SECTOR // 4  # in a sector
_MOST_TABLES = 109
_CUTOFF = 4096  # bytes: a smaller stream would be stored elsewhere
_ROOT, _STREAM = 5, 2


def compound(stream: bytes, name: str) -> bytes:
    """Return a file that holds a stream of that name, with zeros behind a short one; ValueError for one over 450 MB."""
    size = max(len(stream), _CUTOFF)
    sectors = -(-size // _SECTOR)
    tables = -(-(sectors + 2) // (_CHAINS - 1))
    if tables > _MOST_TABLES:
        raise ValueError
    chains = [*range(1, sectors), _END, _END, _END, *[_TABLE] * tables]
    chains += [_FREE] * (tables * _CHAINS - len(chains))
    places = [*range(sectors + 2, sectors + 2 + tables), *[_FREE] * (_MOST_TABLES - tables)]
    head = pack("<8s16x5H6x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 4, 0xFFFE, 12, 6)
    head += pack("<9I", 1, tables, sectors, 0, _CUTOFF, _END, 0, _END, 0) + pack("<109I", *places)
    directory = _entry("Root Entry", _ROOT, 1, sectors + 1, 0) + _entry(name, _STREAM, _FREE, 0, size)
    short = bytes(_SECTOR)  # the streams of less than 4 KB, of which there are none: calamine wants to find it
    parts = (head, stream.ljust(sectors * _SECTOR, b"\0"), directory, short, pack(f"<{len(chains)}I", *chains))
    return b"".join(part.ljust(-(-len(part) // _SECTOR) * _SECTOR, b"\0") for part in parts)


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    spelled = name.encode("utf-16-le") + b"\0\0"
    return pack("<64sHBBIII36xIQ", spelled, len(spelled), kind, 1, _FREE, _FREE, child, start, size)
