"""The traces of the pages in one file, for the survey before an import: all of few pages, an even choice of many."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Generic, TypeVar

from xinhui_viewer.errors import UserError
from xinhui_viewer.importers.member import Around, Container, Member
from xinhui_viewer.importers.run.kinds import kind_of
from xinhui_viewer.importers.run.reading import Given, Reader, Reading, Watch, read_by
from xinhui_viewer.importers.table import Importer, importer_of
from xinhui_viewer.importers.web.site.trace import Trace
from xinhui_viewer.records import Original

T = TypeVar("T")
_LARGEST = 2**20  # bytes of a page: a larger one teaches no more, and takes seconds
_SECONDS = 3.0  # for a page: none of 20,000 real ones takes a tenth of it


class Thinned(Generic[T]):
    """Keeps at most a number of things of a row whose length is not known: each, then every second, fourth, eighth …"""

    def __init__(self, most: int) -> None:
        self._most, self._step = most, 1
        self._kept: list[tuple[int, T]] = []

    def wants(self, number: int) -> bool:
        """Return whether the thing of a number, from 0, is to be added."""
        return number % self._step == 0

    def add(self, number: int, thing: T) -> None:
        """Add a thing; every second is dropped where there are too many."""
        while len(self._kept) >= self._most and self.wants(number):
            self._step *= 2
            self._kept = [one for one in self._kept if self.wants(one[0])]
        if self.wants(number):
            self._kept.append((number, thing))

    @property
    def kept(self) -> list[T]:
        """The things kept, in order."""
        return [thing for _number, thing in self._kept]


def traces(path: Path, watch: Watch, place: str, most: int) -> Iterator[tuple[int, Trace]]:
    """Yield the traces of the pages in a file with their numbers; a page that cannot be read leaves none.

    Those that ``Thinned`` would drop in the end are among them.
    """
    tracer = _Tracer(path, watch, place, most)
    for _reading in read_by(tracer):
        if tracer.found is not None:
            yield tracer.found
            tracer.found = None


def retraced(original: Original, watch: Watch) -> Trace | None:
    """Return the trace of an archive's original; None where it is no page."""
    try:
        importer = importer_of(original.media_type) or kind_of(BytesIO(original.content), original.name).importer
    except UserError:
        return None
    if isinstance(importer, Container):
        return None
    around = Around(original.url, original.name, original.retrieved, watch.taught)
    return _trace(importer, original.name, original.content, around, watch)


def _trace(importer: Importer, name: str, content: bytes, around: Around, watch: Watch) -> Trace | None:
    if importer.traced is None or len(content) > _LARGEST:
        return None
    watch.begun(around.place, _SECONDS)
    with suppress(Exception):  # reading the page will report what is wrong with it
        return importer.traced(content, name, around)
    return None


class _Tracer(Reader):
    """Traces the pages of a file where a reader reads them; ``found`` is the last trace and its number."""

    def __init__(self, path: Path, watch: Watch, place: str, most: int) -> None:
        super().__init__(path, watch, given=Given(place))
        self.found: tuple[int, Trace] | None = None
        self._pages = 0
        self._thinned: Thinned[None] = Thinned(most)

    def member(self, importer: Importer, member: Member) -> Reading:
        """Trace a page, unless enough others around it are."""
        if importer.traced is None:
            return Reading()
        number, self._pages = self._pages, self._pages + 1
        if self._thinned.wants(number):
            trace = _trace(importer, member.name, member.content, self.around(member), self._watch)
            if trace is not None:
                self.found = (number, trace)
                self._thinned.add(number, None)
        return Reading()
