"""Zip files opened with care: a bomb is stopped while it is inflated, and no name inside becomes a path.

Limits (FACTS §4): 64 MB a member, 512 MB a file, 200 times its packed size, 20,000 members.
"""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr

MEMBER = 64 * 2**20
WHOLE = 512 * 2**20
MOST = 20_000
_RATIO = 200
_RATIO_FROM = 2**20  # bytes: a small member of blanks packs better than any bomb
_CHUNK = 2**20
_ENCRYPTED = 0x1
_UTF8 = 0x800
# All that zipfile raises for a file that is damaged or uses what it does not know.
_DAMAGED = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, KeyError, RuntimeError)


def opened(file: bytes | BinaryIO, name: str) -> ZipFile:
    """Return an open zip file; UnreadableSource when it is none or has too many members."""
    try:
        archive = ZipFile(BytesIO(file) if isinstance(file, bytes) else file)
    except _DAMAGED as error:
        problem = tr("{name} is damaged or cut off: it cannot be unpacked.").format(name=name)
        raise UnreadableSource(problem, tr("Get the file again from its source.")) from error
    if len(archive.infolist()) > MOST:
        problem = tr("{name} holds more than {n} files.").format(name=name, n=MOST)
        raise UnreadableSource(problem, tr("Unpack it and import the folder."))
    return archive


def member(archive: ZipFile, info: ZipInfo | str, name: str, limit: int = MEMBER) -> bytes:
    """Return the bytes of a member, checked by its checksum; UnreadableSource names the file it cannot be read from."""
    try:
        found = archive.getinfo(info) if isinstance(info, str) else info
        if found.flag_bits & _ENCRYPTED:
            problem = tr("{name} is protected by a password.").format(name=name)
            raise UnreadableSource(problem, tr("Save it without a password and import that."))
        content = bytearray()
        with archive.open(found) as stream:
            while chunk := stream.read(_CHUNK):
                content += chunk
                _require_modest(len(content), found, name, limit)
        return bytes(content)
    except _DAMAGED as error:
        problem = tr("{name} is damaged or cut off: it cannot be unpacked.").format(name=name)
        raise UnreadableSource(problem, tr("Get the file again from its source.")) from error


def shown_name(info: ZipInfo) -> str:
    """Return a member's name as it was meant: without its flag it is in the packer's own code, often GBK."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        raw = info.filename.encode("cp437")
    except UnicodeEncodeError:
        return info.filename
    try:
        meant = raw.decode("utf-8")
        if all(character < "\x80" or character >= "\u2e80" for character in meant):
            return meant  # two Han in GBK can be four bytes of sound UTF-8, but then they are Greek or Hebrew
    except UnicodeDecodeError:
        pass
    return raw.decode("gb18030", "replace")


def has_twins(archive: ZipFile) -> bool:
    """Tell whether two members have one name: programs disagree which of them counts."""
    names = archive.namelist()
    return len(set(names)) < len(names)


def is_zip(content: bytes) -> bool:
    """Tell whether bytes are a zip file, also one with something in front."""
    return zipfile.is_zipfile(BytesIO(content))


def _require_modest(size: int, info: ZipInfo, name: str, limit: int) -> None:
    if size > limit or (size > _RATIO_FROM and size > _RATIO * max(info.compress_size, 1)):
        problem = tr("{name} is packed so that it grows beyond all bounds.").format(name=name)
        raise UnreadableSource(problem, tr("Do not open it: no document is like that."))
