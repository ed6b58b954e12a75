"""WARC: a web archive. Each page and document in it is read; images become attachments of their page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO
from urllib.parse import urldefrag, urljoin

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.importers.attachments import LARGEST as LARGEST_BESIDE
from xinhui_viewer.importers.containers.warc_records import LARGEST, Fault, Record, records
from xinhui_viewer.importers.containers.warc_response import Response, response, target
from xinhui_viewer.importers.member import Beside, Member, Reads, Tick, Trouble

_PAGES = ("text/html", "application/xhtml+xml", "text/plain", "")


@dataclass(slots=True)
class _Contents:
    """The contents of a WARC: the offsets of its records by address, and the numbers of records and pages."""

    offsets: dict[str, int] = field(default_factory=dict)
    records: int = 0
    pages: int = 0


def recognises(head: bytes, _name: str) -> bool:
    """Return whether a file begins with a record of a web archive; a packed one is known by its ending."""
    return head.startswith(b"WARC/")


def members(file: BinaryIO, name: str, tick: Tick, reads: Reads) -> Iterator[Member | Trouble]:
    """Yield the pages and documents of a WARC file in their order; UnreadableSource when it holds none."""
    contents = _contents(file, tick)
    troubles = 0
    for found in _found(file, contents, tick, reads):
        troubles += isinstance(found, Trouble)
        contents.pages += isinstance(found, Member)
        yield found
    if not contents.pages and (not troubles or not contents.offsets):
        problem = trn("{name} has {n} record and no page.", "{name} has {n} records and no page.", contents.records)
        remedy = tr("Check that the file is complete and that the crawl retrieved the pages themselves.")
        raise UnreadableSource(problem.format(name=name, n=contents.records), remedy)


def _contents(file: BinaryIO, tick: Tick) -> _Contents:
    """Scan a file once for the addresses of its records."""
    contents = _Contents()
    for record in records(file):
        tick()
        contents.records += 1
        if not record.fault and record.offset is not None and (address := target(record.content)):
            contents.offsets.setdefault(address, record.offset)
    return contents


def _found(file: BinaryIO, contents: _Contents, tick: Tick, reads: Reads) -> Iterator[Member | Trouble]:
    """Yield what is read of a file: its pages first, for the documents behind them may be attached to them."""
    told: set[Fault] = set()
    documents: list[int] = []
    for record in records(file):
        tick()
        if not record.fault:
            got = _retrieved(record, reads)
            if isinstance(got, Response) and got.media_type not in _PAGES and record.offset is not None:
                documents.append(record.offset)
            elif got is not None:
                yield _told(got, contents, file)
        elif record.fault not in told:  # a damaged file has a hundred damaged records
            told.add(record.fault)
            yield Trouble("" if record.fault == "cut" else target(record.content), _sentence(record.fault))
    for offset in documents:
        tick()
        got = _retrieved(next(records(file, offset)), reads)
        if got is not None:
            yield _told(got, contents, file)


def _retrieved(record: Record, reads: Reads) -> Response | Trouble | None:
    """Return what a whole record has of a page or a document; None for anything else."""
    try:
        got = response(record.content)
    except Exception:  # warcio raises exceptions of many kinds for a damaged record
        return Trouble(target(record.content), _sentence("damaged"))
    if got is None or got.is_of_the_site or got.content == b"":
        return None
    return got if reads(got.media_type, got.content or b"", got.file_name) else None


def _told(got: Response | Trouble, contents: _Contents, file: BinaryIO) -> Member | Trouble:
    if isinstance(got, Trouble):
        return got
    if got.content is None:
        return Trouble(got.url, tr("A page is too large or compressed in an unknown way, and was left out."))
    return _member(got, _beside(got.url, contents.offsets, file))


def _member(got: Response, beside: Beside) -> Member:
    address = got.url if got.url.startswith(("http://", "https://")) else ""
    return Member(got.file_name, got.content or b"", got.url, address, got.retrieved, got.warnings, beside)


def _sentence(fault: Fault) -> str:
    if fault == "cut":
        return tr("The file is incomplete; the complete parts of it were kept.")
    if fault == "large":
        size = LARGEST // 2**20
        return tr("A record in the file is larger than {megabytes} MB and was left out.").format(megabytes=size)
    return tr("A record in the file is damaged and was left out.")


def _beside(page: str, offsets: dict[str, int], file: BinaryIO) -> Beside:
    """Return a function from an address in a page to its bytes, where the archive has them."""

    def content(name: str) -> bytes | None:
        try:
            offset = offsets.get(urldefrag(urljoin(page, name))[0])
            if offset is None:
                return None
            place = file.tell()
            got = response(next(records(file, offset)).content)
            file.seek(place)
        except Exception:  # no valid address, or a damaged record: then nothing is found
            return None
        whole = got is not None and got.content is not None and len(got.content) <= LARGEST_BESIDE
        return got.content if got is not None and whole else None

    return content
