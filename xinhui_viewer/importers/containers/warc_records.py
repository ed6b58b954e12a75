"""The records of a WARC file one by one, each checked to be whole: warcio takes a cut file for a complete one.

The source of the rules is ISO 28500 (WARC 1.0 and 1.1): a record is a header, its block of Content-Length bytes and
two line ends; in a compressed file each record is a gzip member of its own. Where a record is damaged, reading goes on
at the next one that can be recognised.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO, Literal

LARGEST = 64 * 2**20  # bytes of a record: a page is rarely 1 MB
_HEADER = 64 * 1024
_CHUNK = 16 * 1024
_MOST_INFLATED = 2**30  # of one gzip member
_MAGIC = b"\x1f\x8b\x08"
_BEGIN = re.compile(rb"(?:^|\n)(?=WARC/[01]\.\d)")
_LENGTH = re.compile(rb"(?im)^Content-Length[ \t]*:[ \t]*(\d{1,18})[ \t]*\r?$")

Fault = Literal["", "cut", "damaged", "large"]


@dataclass(frozen=True, slots=True)
class Record:
    """A record: the file's offset where it begins (None inside a gzip member), and its bytes, header and block.

    ``fault`` is empty for a whole one; else ``content`` is the part of it that there is, or empty.
    """

    offset: int | None
    content: bytes
    fault: Fault = ""


def records(file: BinaryIO, offset: int = 0) -> Iterator[Record]:
    """Yield the records of a file from a record's offset on."""
    file.seek(offset)
    packed = file.read(3) == _MAGIC
    file.seek(offset)
    return _in_members(file, offset) if packed else _in_stream(_Scanner(file.read), offset)


def _in_members(file: BinaryIO, offset: int) -> Iterator[Record]:
    position: int | None = offset
    while position is not None:
        member = _Member(file, position)
        if not member.is_one:
            return
        told = False
        for number, record in enumerate(_in_stream(_Scanner(member.read), 0)):
            # A record that ends within a whole member is not truncated: more of the file follows.
            fault = member.fault or "damaged" if record.fault == "cut" else record.fault
            told = told or bool(fault)
            yield replace(record, offset=None if number else position, fault=fault)
        if member.fault and not told:
            yield Record(position, b"", member.fault)
        position = _next_magic(file, position + 1) if member.fault else member.end


def _next_magic(file: BinaryIO, position: int) -> int | None:
    file.seek(position)
    before = b""
    while chunk := file.read(2**20):
        found = (before + chunk).find(_MAGIC)
        if found >= 0:
            return file.tell() - len(before) - len(chunk) + found
        before = chunk[-2:]
    return None


class _Member:
    """One gzip member, inflated as it is read; ``end`` is the offset after it, once it was read to its end."""

    def __init__(self, file: BinaryIO, offset: int) -> None:
        file.seek(offset)
        self._file = file
        self._inflater = zlib.decompressobj(31)
        self._raw = file.read(_CHUNK)
        self._inflated = 0
        self.is_one = self._raw.startswith(_MAGIC)
        self.fault: Fault = ""
        self.end = offset

    def read(self, length: int) -> bytes:
        """Return up to ``length`` bytes; none at the end, at a damaged place, or when the member is too large."""
        while not self.fault and not self._inflater.eof:
            if not self._raw:
                self._raw = self._file.read(_CHUNK)
            if not self._raw:
                self.fault = "cut"
                break
            try:
                content = self._inflater.decompress(self._raw, length)
            except zlib.error:
                self.fault = "damaged"
                break
            self._raw = self._inflater.unconsumed_tail
            self._inflated += len(content)
            if self._inflater.eof:
                self.end = self._file.tell() - len(self._inflater.unused_data)
            elif self._inflated > _MOST_INFLATED:
                self.fault = "large"
            if content:
                return content
        return b""


def _in_stream(scanner: _Scanner, base: int) -> Iterator[Record]:
    while scanner.skip_blanks():
        offset = base + scanner.taken
        header = scanner.until(b"\r\n\r\n", _HEADER)
        length = _LENGTH.search(header) if header.startswith(b"WARC/") else None
        if length is None:
            yield Record(offset, b"", "damaged")
            scanner.seek_record()
            continue
        size = int(length[1])
        if size > LARGEST:
            yield Record(offset, b"", "large" if scanner.skip(size) else "cut")
            continue
        block = scanner.take(size)
        if len(block) < size:
            yield Record(offset, header + block, "cut")
        elif scanner.follows(b"\r\n", b""):
            yield Record(offset, header + block)
        else:  # the length is wrong
            yield Record(offset, b"", "damaged")
            scanner.seek_record()


class _Scanner:
    """Takes pieces from the front of a stream; ``taken`` counts their bytes."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read
        self._buffer = b""
        self.taken = 0

    def skip_blanks(self) -> bool:
        """Skip line ends; return whether anything follows."""
        while self._fill(1):
            blanks = len(self._buffer) - len(self._buffer.lstrip(b"\r\n"))
            self.take(blanks)
            if self._buffer:
                return True
        return False

    def until(self, end: bytes, most: int) -> bytes:
        """Take the bytes up to ``end``, included; none when it does not come within ``most``."""
        length = _CHUNK
        while True:
            self._fill(min(length, most))
            found = self._buffer.find(end, 0, most)
            if found >= 0:
                return self.take(found + len(end))
            if len(self._buffer) < length or length >= most:
                return b""
            length *= 2

    def take(self, length: int) -> bytes:
        """Take ``length`` bytes, or as many as there are."""
        self._fill(length)
        taken, self._buffer = self._buffer[:length], self._buffer[length:]
        self.taken += len(taken)
        return taken

    def skip(self, length: int) -> bool:
        """Skip ``length`` bytes; return whether there were that many."""
        while length and self._fill(1):
            length -= len(self.take(min(length, len(self._buffer))))
        return not length

    def follows(self, *texts: bytes) -> bool:
        """Return whether one of the texts comes next; an empty one stands for the end."""
        self._fill(max(map(len, texts)))
        return any(self._buffer.startswith(text) if text else not self._buffer for text in texts)

    def seek_record(self) -> None:
        """Skip to the next line that begins a record."""
        while self._fill(16):
            found = _BEGIN.search(self._buffer, 1)
            if found:
                self.take(found.end())
                return
            self.take(max(1, len(self._buffer) - 16))
        self.take(len(self._buffer))

    def _fill(self, length: int) -> bool:
        """Buffer ``length`` bytes; return whether there were that many."""
        parts, have = [self._buffer], len(self._buffer)
        while have < length:
            part = self._read(max(_CHUNK, min(length - have, 2**20)))
            if not part:
                break
            parts.append(part)
            have += len(part)
        self._buffer = b"".join(parts) if len(parts) > 1 else parts[0]
        return have >= length
