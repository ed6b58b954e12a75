"""WACZ: web archives in a zip file with a list of its files, as page recorders write it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO
from zipfile import ZipFile

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.containers import warc
from xinhui_viewer.importers.member import Member, Reads, Tick, Trouble
from xinhui_viewer.importers.zip_guard import is_zip, member, opened

_LIST = "datapackage.json"


def recognises(head: bytes, name: str) -> bool:
    """Return whether a file is a zip file with the name of a WACZ."""
    return is_zip(head) and name.lower().endswith(".wacz")


def members(file: BinaryIO, name: str, tick: Tick, reads: Reads) -> Iterator[Member | Trouble]:
    """Yield the pages and documents of a WACZ file; UnreadableSource when it holds no web archive."""
    with opened(file, name) as archive:
        inside = [info for info in archive.infolist() if info.filename.lower().endswith((".warc", ".warc.gz"))]
        if not inside:
            problem = tr("{name} contains no web archive.").format(name=name)
            raise UnreadableSource(problem, tr("Export it again from the program that recorded it."))
        if _is_incomplete(archive):
            yield Trouble("", tr("Some parts listed in the file are missing."))
        for info in inside:
            try:
                with archive.open(info) as stream:
                    yield from warc.members(stream, name, tick, reads)  # type: ignore[arg-type]
            except UnreadableSource as error:
                if len(inside) == 1:
                    raise
                yield Trouble(info.filename, str(error))
            except Exception as error:  # zipfile raises exceptions of many kinds for a damaged file
                problem = tr("{name} is damaged or incomplete and cannot be unpacked.").format(name=name)
                raise UnreadableSource(problem, tr("Get the file from its source again.")) from error


def _is_incomplete(archive: ZipFile) -> bool:
    """Return whether the file's own list names a file that is missing."""
    names = set(archive.namelist())
    try:
        listed = json.loads(member(archive, archive.getinfo(_LIST)))["resources"] if _LIST in names else []
        return any(one["path"] not in names for one in listed)
    except (ValueError, LookupError, TypeError, UnreadableSource):
        return True
