"""Zip files: each importable file inside is read; images and documents become attachments of their page."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import BinaryIO
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile, ZipInfo

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.attachments import LARGEST as LARGEST_BESIDE
from xinhui_viewer.importers.legible import is_named_as_text
from xinhui_viewer.importers.member import Beside, Member, Reads, Tick, Trouble
from xinhui_viewer.importers.passed_over import is_hidden, is_part, left_out
from xinhui_viewer.importers.zip_guard import is_zip, member, opened, shown_name


def recognises(head: bytes, name: str) -> bool:
    """Return whether a file is a zip file, of whatever kind, that is not named as a page or a text."""
    return is_zip(head) and not is_named_as_text(name)


def members(file: BinaryIO, name: str, tick: Tick, _reads: Reads) -> Iterator[Member | Trouble]:
    """Yield the files in a zip file by name; UnreadableSource when it is damaged or holds none."""
    with opened(file, name) as archive:
        places = _places(archive)
        left = left_out(places)
        wanted = [place for place in _pages_first(places) if not is_hidden(place) and not is_part(place, left)]
        if not wanted:
            problem = tr("{name} contains no file that can be imported.").format(name=name)
            raise UnreadableSource(problem, tr("Unpack it and look at its contents."))
        yield from (Trouble("", sentence, skipped=True) for sentence in left.sentences())
        for place in wanted:
            tick()
            try:
                content = member(archive, places[place], name=posixpath.basename(place))
            except UnreadableSource as error:
                yield Trouble(place, str(error))
                continue
            changed, beside = _changed(places[place]), _beside(archive, places, place)
            yield Member(posixpath.basename(place), content, place, retrieved=changed, beside=beside)


def _places(archive: ZipFile) -> dict[str, ZipInfo]:
    """Return the files of an archive by their paths in it; a second one of a path has its number behind the name."""
    places: dict[str, ZipInfo] = {}
    for info in archive.infolist():
        path = posixpath.normpath("/" + shown_name(info).replace("\\", "/")).lstrip("/")
        if info.is_dir() or not path:
            continue
        stem, ending = posixpath.splitext(path)
        number = 1
        while path in places:
            number += 1
            path = f"{stem} ({number}){ending}"
        places[path] = info
    return places


def _pages_first(places: Iterable[str]) -> list[str]:
    """Return places in order, documents behind the pages that they may be attached to."""
    return sorted(places, key=lambda place: (not is_named_as_text(place), place))


def _changed(info: ZipInfo) -> str:
    """Return the time of a file's last change, empty when it is invalid; zip files note local time without its zone."""
    try:
        return datetime(*info.date_time).astimezone(UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError, OSError):
        return ""


def _beside(archive: ZipFile, places: dict[str, ZipInfo], page: str) -> Beside:
    def content(name: str) -> bytes | None:
        address = urlsplit(name)
        if address.scheme or address.netloc or not address.path:
            return None
        info = places.get(posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(address.path))))
        if info is None or info.file_size > LARGEST_BESIDE:
            return None
        try:
            return member(archive, info, LARGEST_BESIDE)
        except UnreadableSource:
            return None

    return content
