"""Office containers written for the tests, byte by byte: what they are told by, and nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from struct import pack
from zipfile import ZIP_DEFLATED, ZipFile

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def packed(files: Mapping[str, str | bytes]) -> bytes:
    """An archive of some files."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def ooxml(main: str, files: Mapping[str, str] | None = None, types: str = "") -> bytes:
    """A package of OOXML whose main part has a content type."""
    told = f'<Types>{types}<Override PartName="/main.xml" ContentType="{main}"/></Types>'
    return packed({"_rels/.rels": "<Relationships/>", **(files or {}), "[Content_Types].xml": told})


def mimetyped(media_type: str, files: Mapping[str, str | bytes] | None = None) -> bytes:
    """An archive that begins with its media type, as ODF and EPUB do."""
    return packed({"mimetype": media_type, **(files or {})})


def compound(*names: str, content: bytes = b"") -> bytes:
    """An OLE file with streams of these names; the first holds ``content``, all others nothing."""
    whole = (content + bytes(-len(content) % _SECTOR)).ljust(8 * _SECTOR, b"\0")  # a smaller stream is stored elsewhere
    sectors = len(whole) // _SECTOR
    entries = [_entry("Root Entry", 5, child=1)]
    entries += [
        _entry(
            name,
            2,
            right=number + 1 if number < len(names) else _FREE,
            start=0 if number == 1 else _END,
            size=len(whole) if number == 1 else 0,
        )
        for number, name in enumerate(names, 1)
    ]
    directory = b"".join(entries)
    directory += bytes(-len(directory) % _SECTOR)
    slots = len(directory) // _SECTOR
    chain = [*range(1, sectors), _END, *range(sectors + 1, sectors + slots), _END]
    fats = -(-(len(chain) + 1) // (_SECTOR // 4 - 1))
    chain += [_FAT] * fats
    chain += [_FREE] * (fats * _SECTOR // 4 - len(chain))
    places = [sectors + slots + number for number in range(fats)]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += pack("<HHHHH6xIIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, fats, sectors, 0, 4096, _END, 0, _END, 0, 0)[:-4]
    header += pack("<109I", *(places + [_FREE] * (109 - fats)))
    return header + whole + directory + pack(f"<{len(chain)}I", *chain)


def _entry(name: str, kind: int, child: int = _FREE, right: int = _FREE, start: int = _END, size: int = 0) -> bytes:
    spelled = name.encode("utf-16-le") + b"\0\0"
    entry = spelled.ljust(64, b"\0") + pack("<HBBIII", len(spelled), kind, 1, _FREE, right, child)
    return (entry + bytes(36) + pack("<IQ", start, size)).ljust(128, b"\0")
