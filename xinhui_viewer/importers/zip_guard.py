"""Open ZIP archives safely: inflated bytes are counted, nothing is extracted by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from struct import error as StructError
from struct import pack, unpack_from
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr

LARGEST = 64 * 2**20  # bytes of one member
ALL = 512 * 2**20  # bytes inflated from one archive
RATIO = 200
MOST = 20_000  # members
# A smaller member is no bomb, however well it was packed: 200,000 identical paragraphs are 10 MB.
_HARMLESS = 16 * 2**20
_CHUNK = 2**18
_TAIL = 22 + 0xFFFF
_LONGEST_ENTRY = 400  # bytes in the directory
_UTF8 = 0x800
_MEMBER = b"PK\x03\x04"
_END, _END_64, _LOCATOR, _ENTRY = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07", b"PK\x01\x02"


class Guarded(ZipFile):
    """An archive that counts inflated bytes; ``repeated`` are names that occur twice (the last one counts),
    ``cut`` says that only a part of its directory was read, ``sound`` are the offsets of members inflated whole."""

    def __init__(self, content: bytes | BinaryIO, name: str) -> None:
        self.cut = False
        if isinstance(content, bytes):
            content, self.cut = _bounded(content, name)
            content = BytesIO(content)
        else:
            _require_modest(content, name)
        super().__init__(content)
        self.title = name
        self.inflated = 0
        self.sound: set[int] = set()
        counts = Counter(info.filename for info in self.infolist())
        self.repeated = tuple(name for name, count in counts.items() if count > 1)


def is_zip(head: bytes) -> bool:
    """Return whether a file begins as a zip file that is not empty."""
    return head.startswith(_MEMBER)


def opened(content: bytes | BinaryIO, name: str) -> Guarded:
    """Return the archive in some bytes or an open file; UnreadableSource, naming it, when it is none or damaged."""
    try:
        return Guarded(content, name)
    except (BadZipFile, StructError, NotImplementedError, ValueError, OverflowError, OSError) as error:
        raise _damaged(name) from error


def member(archive: ZipFile, info: ZipInfo, limit: int = LARGEST, name: str = "") -> bytes:
    """Return the content of a member, at most ``limit`` bytes, its checksum verified; else UnreadableSource.

    The sentence names the archive, or the member by ``name`` where it is a file in its own right.
    """
    name = name or (archive.title if isinstance(archive, Guarded) else str(archive.filename or ""))
    return b"".join(chunks(archive, info, min(limit, LARGEST), name))


def chunks(archive: ZipFile, info: ZipInfo, limit: int, name: str) -> Iterator[bytes]:
    """Yield the content of a member, at most ``limit`` bytes of it, in pieces; UnreadableSource as by ``member``."""
    if info.flag_bits & 1:
        raise password_protected(name)
    if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        problem = tr("{name} is compressed in a way that cannot be read.").format(name=name)
        raise UnreadableSource(problem, tr("Unpack it and import its contents."))
    if info.file_size > limit:
        raise _too_large(name)
    size = 0
    try:
        with archive.open(info) as stream:
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if _is_too_much(archive, info, size, limit, len(chunk)):
                    raise _too_large(name)
                yield chunk
        if isinstance(archive, Guarded):
            archive.sound.add(info.header_offset)
    except (BadZipFile, ZlibError, EOFError, NotImplementedError, ValueError, RuntimeError, OSError) as error:
        raise _damaged(name) from error


def require_harmless(archive: Guarded, endings: tuple[str, ...]) -> None:
    """Inflate the members of these endings once, keeping nothing: UnreadableSource for a bomb or a damaged one.

    A library that inflates them itself does not count. Those that were read whole before are not read again.
    """
    for info in archive.infolist():
        if info.filename.lower().endswith(endings) and info.header_offset not in archive.sound:
            for _chunk in chunks(archive, info, ALL, archive.title):
                pass
    archive.inflated = 0


def shown_name(info: ZipInfo) -> str:
    """Return a member's name decoded: without the UTF-8 flag it is in the packer's own encoding, often GBK."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    try:
        meant = raw.decode("utf-8")
        if all(character < "\x80" or character >= "\u2e80" for character in meant):
            return meant  # two Han in GBK can be four bytes of valid UTF-8, but then they are Greek or Hebrew
    except UnicodeDecodeError:
        pass
    return raw.decode("gb18030", "replace")


def password_protected(name: str) -> UnreadableSource:
    """Return the error for a file that asks for a password."""
    problem = tr("{name} is password-protected.").format(name=name)
    return UnreadableSource(problem, tr("Open it with its password and save it without one."))


def _is_too_much(archive: ZipFile, info: ZipInfo, size: int, limit: int, new: int) -> bool:
    if isinstance(archive, Guarded):
        archive.inflated += new
        if archive.inflated > ALL:
            return True
    return size > limit or size > max(_HARMLESS, RATIO * info.compress_size)


def _bounded(content: bytes, name: str) -> tuple[bytes, bool]:
    """Return the archive with no more than MOST members in its directory, and whether there were more.

    The standard library makes an object of every entry: a file of 256 MB can list five million.
    """
    end = _end(content)
    if end < 0:
        return content, False
    size, offset = unpack_from("<II", content, end + 12)
    last, base = end, offset
    if end >= 76 and content[end - 20 : end - 16] == _LOCATOR and content[end - 76 : end - 72] == _END_64:
        size, base = unpack_from("<QQ", content, end - 76 + 40)
        last = end - 76
    start = at = last - size
    if start < 0:
        raise _damaged(name)
    count = 0
    while count < MOST and at < last and content[at : at + 4] == _ENTRY:
        at += 46 + sum(unpack_from("<HHH", content, at + 28))
        count += 1
    if count < MOST or at >= last:
        return content, False
    return content[:at] + pack("<4sHHHHIIH", _END, 0, 0, count, count, at - start, base, 0), True


def _require_modest(file: BinaryIO, name: str) -> None:
    """Refuse an open file whose directory has more than MOST members: it is not read whole to be cut."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _TAIL))
    tail = file.read(_TAIL)
    end = _end(tail)
    file.seek(0)
    if end >= 0:
        count, length = unpack_from("<HI", tail, end + 10)
        if count > MOST or length > MOST * _LONGEST_ENTRY:
            problem = tr("{name} contains more than {n} files.").format(name=name, n=MOST)
            raise UnreadableSource(problem, tr("Unpack it and import the folder."))


def _end(content: bytes) -> int:
    """Return the offset of the end record, as the standard library finds it; -1 when there is none."""
    if content[-22:-18] == _END and content[-2:] == b"\0\0":
        return len(content) - 22
    return content.rfind(_END, max(0, len(content) - 22 - 0xFFFF), len(content) - 18)


def _damaged(name: str) -> UnreadableSource:
    return UnreadableSource(tr("{name} is damaged or incomplete.").format(name=name), tr("Retrieve it again."))


def _too_large(name: str) -> UnreadableSource:
    problem = tr("{name} is too large once unpacked.").format(name=name)
    return UnreadableSource(problem, tr("Unpack it and import its contents."))
