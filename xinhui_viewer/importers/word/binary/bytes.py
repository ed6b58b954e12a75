"""Integers and arrays in the streams of a Word 97 file ([MS-DOC], 2.2); all are little-endian."""

from __future__ import annotations

from struct import Struct, error

# Raised by whatever reads beyond the end of a damaged structure.
DAMAGE = (error, IndexError, ValueError)
MOST = 500_000  # items of a PLC
_U16, _U32, _I16, _I32 = Struct("<H"), Struct("<I"), Struct("<h"), Struct("<i")


def u16(data: bytes, at: int) -> int:
    """Return an unsigned integer of two bytes."""
    found: int = _U16.unpack_from(data, at)[0]
    return found


def u32(data: bytes, at: int) -> int:
    """Return an unsigned integer of four bytes."""
    found: int = _U32.unpack_from(data, at)[0]
    return found


def i16(data: bytes, at: int) -> int:
    """Return a signed integer of two bytes."""
    found: int = _I16.unpack_from(data, at)[0]
    return found


def i32(data: bytes, at: int) -> int:
    """Return a signed integer of four bytes."""
    found: int = _I32.unpack_from(data, at)[0]
    return found


def plc(data: bytes, size: int) -> tuple[tuple[int, ...], list[bytes]]:
    """Return the positions and the items of ``size`` bytes between them of a PLC ([MS-DOC], 2.2.2), at most MOST."""
    count = min(max((len(data) - 4) // (4 + size), 0), MOST)
    if not count:
        return (), []
    positions = Struct(f"<{count + 1}I").unpack_from(data)
    first = 4 * ((len(data) - 4) // (4 + size) + 1)
    return positions, [data[at : at + size] for at in range(first, first + count * size, size)] if size else []
