"""The streams of a Word 97 file; what is protected, older or something else is told apart here."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers import zip_guard
from xinhui_viewer.importers.word.binary.fib import FIRST_VERSION, MAGIC, OLD_MAGICS, Fib, fib
from xinhui_viewer.importers.word.binary.summary import title

_SUMMARY = "\x05SummaryInformation"


class OlderVersion(UnreadableSource):
    """A document of Word 95 or older, which is stored in another way."""


@dataclass(frozen=True, slots=True)
class Streams:
    """The streams of a Word 97 file, its information block, and the title that it stores."""

    fib: Fib
    document: bytes
    table: bytes
    data: bytes
    title: str

    def part(self, number: int) -> bytes:
        """Return a part of the table stream; empty when the file has none."""
        offset, length = self.fib.place(number)
        return self.table[offset : offset + length]


def streams(content: bytes, name: str) -> Streams:
    """Return the streams of a file; UnreadableSource when it is protected, older than Word 97, damaged or no text."""
    import olefile

    try:
        with olefile.OleFileIO(BytesIO(content)) as ole:
            return _streams(ole, name)
    except UnreadableSource:
        raise
    except Exception as error:  # the library trusts what a damaged file says of itself, and fails in any way
        problem = tr("{name} is damaged or incomplete.").format(name=name)
        raise UnreadableSource(problem, tr("Retrieve it again.")) from error


def _streams(ole: Any, name: str) -> Streams:
    if ole.exists("EncryptedPackage"):
        raise zip_guard.password_protected(name)
    if not ole.exists("WordDocument"):
        problem = tr("{name} is not a Word document.").format(name=name)
        raise UnreadableSource(problem, tr("Open it in the program that created it and save it as DOCX or PDF."))
    document = ole.openstream("WordDocument").read()
    found = fib(document)
    if found.magic in OLD_MAGICS or found.version < FIRST_VERSION:
        problem = tr("{name} was written by Word 95 or an older version.").format(name=name)
        raise OlderVersion(problem, tr("Open it in Word or WPS and save it as DOCX, or install LibreOffice."))
    if found.magic != MAGIC:
        raise ValueError("no Word document")
    if found.encrypted:
        raise zip_guard.password_protected(name)
    data, summary = (ole.openstream(one).read() if ole.exists(one) else b"" for one in ("Data", _SUMMARY))
    return Streams(found, document, ole.openstream(found.table).read(), data, title(summary))
