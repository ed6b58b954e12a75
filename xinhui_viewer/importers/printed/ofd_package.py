"""The parts of an OFD file, by the places that its other parts give for them."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Any
from zipfile import ZipFile, ZipInfo

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.xml_guard import parsed
from xinhui_viewer.importers.zip_guard import member, shown_name


@dataclass(frozen=True, slots=True)
class Part:
    """A part's root element and the folder that the places in it count from."""

    tree: Any
    folder: str


class Parts:
    """The parts of an archive by their places, absolute or relative, and malformed as some writers make them."""

    def __init__(self, archive: ZipFile, name: str) -> None:
        self._archive, self._name = archive, name
        self._exact = {_slashed(shown_name(info)): info for info in archive.infolist()}
        self._folded = {place.lower(): info for place, info in self._exact.items()}

    def part(self, place: str, folder: str = "") -> Part:
        """Return the part at a place named in ``folder``; UnreadableSource when there is none, or it is damaged."""
        info, found = self._found(place, folder)
        return Part(parsed(member(self._archive, info), self._name), posixpath.dirname(found))

    def content(self, place: str, folder: str, limit: int) -> bytes:
        """Return the bytes of the file at a place, at most ``limit``; UnreadableSource when there is none."""
        return member(self._archive, self._found(place, folder)[0], limit)

    def _found(self, place: str, folder: str) -> tuple[ZipInfo, str]:
        place = place.strip().replace("\\", "/")
        # Some writers count every place from the root, as if it began with a slash.
        within = [self._inside("" if place.startswith("/") else folder, place)]
        if folder and not place.startswith((".", "/")):
            within.append(self._inside("", place))
        for found in within:
            info = self._info(found)
            if info is not None:
                return info, found
        problem = tr("{name} is damaged: {part} is missing.").format(name=self._name, part=within[0])
        raise UnreadableSource(problem, tr("Get the file from its source again."))

    def _info(self, place: str) -> ZipInfo | None:
        return self._exact.get(place) or self._folded.get(place.lower())

    def _inside(self, folder: str, place: str) -> str:
        """Return a place from the root, from a folder; UnreadableSource when it lies outside the file."""
        found = posixpath.normpath(posixpath.join(folder, place.lstrip("/")))
        if found == ".." or found.startswith("../"):
            problem = tr("{name} refers to parts outside itself.").format(name=self._name)
            raise UnreadableSource(problem, tr("Do not open it: no proper document is like that."))
        return found


def _slashed(place: str) -> str:
    return place.replace("\\", "/").lstrip("/")
