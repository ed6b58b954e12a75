"""The readings of one file: its bulletins, or those of the files inside it, with warnings and errors."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from xinhui_viewer import log
from xinhui_viewer.errors import UnreadableSource, UserError
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.member import Around, Container, Member, Trouble
from xinhui_viewer.importers.page_kinds import Judged, passes
from xinhui_viewer.importers.run.attaching import Texts
from xinhui_viewer.importers.run.beside import Folder, with_attachments
from xinhui_viewer.importers.run.kinds import is_bulletin, kind_of
from xinhui_viewer.importers.table import Importer, importer_of
from xinhui_viewer.importers.taught import NOTHING, Taught
from xinhui_viewer.importers.web.days.unprinted_days import in_address
from xinhui_viewer.importers.web.saved import saved
from xinhui_viewer.job import Unit
from xinhui_viewer.records import Attachment, Draft, Original

LARGEST = 256 * 2**20  # bytes: a larger file is not read whole
_DEEPEST = 3  # containers in containers
_FIRST_YEAR = "1995"


@dataclass(frozen=True, slots=True)
class Reading:
    """The result of reading a file, or ``member`` inside it: an original with its drafts, or an error.

    ``warning`` is on the file as a whole; ``error`` says why nothing could be read, or what was left out (``skipped``).
    ``sha256`` alone, without an original, is of one that need not be read. ``beside`` are files that a page names and
    may not take unasked.
    """

    member: str = ""
    original: Original | None = None
    drafts: tuple[Draft, ...] = ()
    sha256: str = ""
    warning: str = ""
    error: UserError | None = None
    skipped: bool = False
    beside: tuple[str, ...] = ()


class Watch:
    """Receives the progress of reading and ignores it; a worker's own reports it to the watchdog.

    ``taught`` is what is known of the sites whose pages are read.
    """

    taught: Taught = NOTHING

    def __init__(self) -> None:
        self.texts = Texts()

    def alive(self) -> None:
        """Receive a sign of life between two members."""

    def begun(self, member: str, seconds: float) -> None:
        """Receive that a member is read now, and how many ``seconds`` that may take."""

    def reached(self, unit: Unit, at: int, total: int) -> None:
        """Receive that a page, or another unit, of what is read now is begun: ``at``, from 1, of ``total``."""

    def is_known(self, sha256: str) -> bool:
        """Return whether a file has been read already."""
        return False

    def attaching(self, sha256: str, name: str, seconds: float) -> None:
        """Receive that an attachment is read now, and how many ``seconds`` that may take."""

    def attached(self) -> None:
        """Receive that no attachment is being read any more."""

    def given_up(self, sha256: str) -> str:
        """Return the sentence on an attachment whose reading ended a process; empty for any other."""
        return ""


@dataclass(frozen=True, slots=True)
class Given:
    """The way in which a file was given: its ``place`` below the folder that is imported, which is its ``root``.

    ``beside``: a page takes the files beside it that it names. ``again``: it is read even if it is known. Of a file
    that holds others only ``members`` are read, all without any. Pages that are ``judged`` may be passed over.
    """

    place: str = ""
    members: frozenset[str] = frozenset()
    root: Path | None = None
    beside: bool = False
    again: bool = False
    judged: Judged = "none"


PLAIN = Given()


def readings(path: Path, watch: Watch, skip: int = 0, given: Given = PLAIN) -> Iterator[Reading]:
    """Yield the readings of a file; a failure is a reading with an error, never an exception.

    The first ``skip`` readings are skipped unread.
    """
    yield from read_by(Reader(path, watch, skip, given))


def read_by(reader: Reader) -> Iterator[Reading]:
    """Yield the readings of a reader's file."""
    path, skip = reader.path, reader.skip
    try:
        reader.changed = _changed(path)
        with path.open("rb") as file:
            for reader.number, reading in enumerate(reader.file(file, path.name)):  # noqa: B020
                if reader.number >= skip:
                    yield reading
    except UserError as error:
        yield Reading(error=error)
    except OSError as error:
        yield Reading(error=_barred(path, error))


def reread(original: Original, watch: Watch, kept: Sequence[Attachment] = ()) -> Reading:
    """Return the reading of an archive's original, with its attachments that are ``kept``, by today's importers."""
    try:
        importer = importer_of(original.media_type) or kind_of(BytesIO(original.content), original.name).importer
        if isinstance(importer, Container):
            raise UnreadableSource(tr("{name} contains other files.").format(name=original.name))
        by_name = {one.name: one.content for one in kept}
        member = Member(
            original.name, original.content, url=original.url, retrieved=original.retrieved, beside=by_name.get
        )
        around = Around(member.url, member.name, member.retrieved, watch.taught)
        return _with_kept(_read(importer, member, original.sha256, watch, around), kept)
    except UserError as error:
        return Reading(error=error)


def _with_kept(reading: Reading, kept: Sequence[Attachment]) -> Reading:
    """Return a reading with the attachments that its bulletin had before, also if its page is read without them."""
    if len(reading.drafts) != 1:
        return reading
    (draft,) = reading.drafts
    named = {one.name for one in draft.attachments}
    all_ = (*draft.attachments, *(one for one in kept if one.name not in named))
    return replace(reading, drafts=(replace(draft, attachments=all_),))


class Reader:
    """Reads one file, and the files inside it; ``number`` is that of the last reading."""

    def __init__(self, path: Path, watch: Watch, skip: int = 0, given: Given = PLAIN) -> None:
        self.path, self.skip, self.changed = path, skip, ""
        self.number = -1
        self._watch, self._given = watch, given

    def file(self, file: BinaryIO, name: str) -> Iterator[Reading]:
        """Yield the readings of the file."""
        found = kind_of(file, name)
        file.seek(0)
        if isinstance(found.importer, Container):
            if found.warning:
                yield Reading(warning=found.warning)
            yield from self._inside(found.importer, file, name, "", 0)
        else:
            content = _whole(file, name)
            warnings = (found.warning,) if found.warning else ()
            beside = Folder(self.path, self._given.root, asked=self._given.beside)
            member = Member(name, content, warnings=warnings, beside=beside)
            yield replace(self.member(found.importer, self._timed(member)), beside=tuple(beside.left))

    def _inside(self, container: Container, file: BinaryIO, name: str, place: str, depth: int) -> Iterator[Reading]:
        if depth >= _DEEPEST:
            problem = tr("{name} is nested too deeply.").format(name=name)
            raise UnreadableSource(problem, tr("Unpack it and import the folder."))
        for found in container.members(file, name, self._watch.alive, is_bulletin):
            inside = f"{place}/{found.place}" if place else found.place
            if not self._wants(inside):
                continue
            if isinstance(found, Trouble):
                yield _on_trouble(found, inside)
                continue
            yield from self._member(replace(found, place=inside), depth + 1)

    def _wants(self, place: str) -> bool:
        """Return whether a member, or one that may be inside it, is to be read."""
        wanted = self._given.members
        return not wanted or place in wanted or any(one.startswith(f"{place}/") for one in wanted)

    def _member(self, member: Member, depth: int) -> Iterator[Reading]:
        try:
            found = kind_of(BytesIO(member.content), member.name)
            if isinstance(found.importer, Container):
                yield from self._inside(found.importer, BytesIO(member.content), member.name, member.place, depth)
                return
            if self._given.members and member.place not in self._given.members:
                return
            warnings = (*member.warnings, *((found.warning,) if found.warning else ()))
            yield self.member(found.importer, self._timed(replace(member, warnings=warnings)))
        except UserError as error:
            yield Reading(member.place, error=error)

    def _timed(self, member: Member) -> Member:
        """Return a file with the time when it was retrieved; a web archive, which has the address, knows it best.

        A file's time before the first Chinese pages is none: that of a copy or a zip file that keeps no times.
        """
        noted = "" if member.url else saved(member.content)
        times = (noted, member.retrieved, self.changed)
        return replace(member, retrieved=next((time for time in times if time >= _FIRST_YEAR), ""))

    def around(self, member: Member) -> Around:
        """Return what is known around a file."""
        place = member.place or self._given.place or member.name
        passing = passes(self._given.judged, member.place)
        return Around(member.url, place, member.retrieved, self._watch.taught, passing=passing)

    def member(self, importer: Importer, member: Member) -> Reading:
        """Return the reading of a file that holds no others."""
        if self.number + 1 < self.skip:
            return Reading()
        sha256 = hashlib.sha256(member.content).hexdigest()
        if self._watch.is_known(sha256) and not self._given.again:
            return Reading(member.place, sha256=sha256)
        return _read(importer, member, sha256, self._watch, self.around(member))


def _on_trouble(found: Trouble, inside: str) -> Reading:
    if found.place or found.skipped:
        return Reading(inside if found.place else "", error=UserError(found.sentence), skipped=found.skipped)
    return Reading(warning=found.sentence)


def _read(importer: Importer, member: Member, sha256: str, watch: Watch, around: Around) -> Reading:
    watch.begun(member.place, importer.seconds)
    try:
        told = partial(watch.reached, importer.unit)
        read = importer.read(member.content, member.name, replace(around, told=told))
        drafts = tuple(_with_what_lies_beside(one, member) for one in read)
    except UserError as error:
        return Reading(member.place, error=error)
    except Exception as error:  # a bug in an importer costs one file, not the import
        log.record(error)
        return Reading(member.place, error=_mistake(member.name, error))
    url = member.url or (drafts[0].facts.url if len(drafts) == 1 else "")
    media_type = importer.media_type if "*" not in importer.media_type else drafts[0].attachments[0].media_type
    original = Original(sha256, member.name, media_type, member.content, member.retrieved, url)
    return Reading(member.place, original, drafts, sha256)


def _with_what_lies_beside(draft: Draft, member: Member) -> Draft:
    if member.warnings:
        draft = replace(draft, warnings=(*member.warnings, *draft.warnings))
    said = draft.facts
    if said.published is None and member.url and not said.url:
        published = next((day for _, day, _ in in_address(member.url)), None)
        draft = replace(draft, facts=replace(said, published=published))
    return with_attachments(draft, member.beside)


def _changed(path: Path) -> str:
    """Return the time of a file's last change; UnreadableSource for a pipe or a device, which would never end."""
    try:
        found = os.stat(path)
    except FileNotFoundError as error:
        problem = tr("The file {path} does not exist.").format(path=path)
        raise UnreadableSource(problem, tr("Check its name and folder.")) from error
    if not stat.S_ISREG(found.st_mode):
        problem = tr("{name} is not a kind of file that can be imported.").format(name=path.name)
        raise UnreadableSource(problem, tr("Import the files themselves."))
    return datetime.fromtimestamp(found.st_mtime, UTC).isoformat(timespec="seconds")


def _whole(file: BinaryIO, name: str) -> bytes:
    content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        problem = tr("{name} is larger than {megabytes} MB.").format(name=name, megabytes=LARGEST // 2**20)
        raise UnreadableSource(problem, tr("Split it into smaller files."))
    if not content:
        raise UnreadableSource(tr("{name} is empty.").format(name=name), tr("Save it from its source again."))
    return content


def _barred(path: Path, error: OSError) -> UnreadableSource:
    problem = tr("{name} cannot be read: {reason}.").format(name=path.name, reason=error.strerror or error)
    return UnreadableSource(problem, tr("Check that you have permission to read the file."))


def _mistake(name: str, error: BaseException) -> UserError:
    problem = tr("{name} could not be read because of a program error ({error}).")
    return UserError(problem.format(name=name, error=repr(error)[:200]), tr("Report this and attach the file."))
