"""Reading files and importing them: folders are walked, one bad file never stops the others."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from xinhui_viewer.archive.connect import writing
from xinhui_viewer.archive.write import add
from xinhui_viewer.errors import ArchiveError, UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.table import Importer, importer_for, known_endings
from xinhui_viewer.job import Job
from xinhui_viewer.records import Draft, Imported, Original, Outcome

LARGEST = 256 * 2**20
# What lies beside saved pages and is none itself: passed over in folders without a word in the report.
_BESIDE = frozenset(
    """
    .css .js .json .map .png .jpg .jpeg .gif .svg .webp .ico .bmp .woff .woff2 .ttf .eot .otf .mp4 .mp3 .db .ini .tmp
    """.split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class _Found:
    path: Path
    asked_for: bool
    strays: bool = False


def read(path: Path) -> tuple[Original, tuple[Draft, ...]]:
    """Return a file as it is and the bulletins read from it; UnreadableSource says why none could be."""
    importer = _importer(path)
    content = _content(path)
    drafts = importer.read(content, path.name)
    retrieved = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
    url = drafts[0].url if len(drafts) == 1 else ""
    digest = hashlib.sha256(content).hexdigest()
    return Original(digest, path.name, importer.media_type, content, retrieved, url), drafts


def import_sources(archive: Path, sources: Sequence[Path], job: Job) -> Iterator[Imported]:
    """Import files and all in folders; yield what became of each as it is known.

    What cannot be read is a line of the report. An ArchiveError (a full disk) ends the import; what was yielded as
    imported before is kept, also when ``job`` is cancelled.
    """
    found = tuple(_found(sources))
    with writing(archive) as db:
        for one in job.track(found):
            yield _outcome(db, one)


def importable(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder and below it that an importer reads."""
    return (path for path in _walk(folder) if _is_known(path))


def _outcome(db: object, one: _Found) -> Imported:
    from sqlite3 import Connection

    assert isinstance(db, Connection)
    path = str(one.path)
    try:
        if one.strays:
            problem = tr("{name} is a link that leads out of the folder.").format(name=one.path.name)
            raise UnreadableSource(problem, tr("Import the file itself."))
        if one.path.is_dir():
            problem = tr("The folder {name} holds no file that can be imported.").format(name=one.path.name)
            raise UnreadableSource(problem, tr("Endings that can: {endings}.").format(endings=known_endings()))
        original, drafts = read(one.path)
        added = add(db, original, drafts)
    except ArchiveError:
        raise
    except UnreadableSource as error:
        return Imported(path, "rejected" if one.asked_for else "skipped", error=str(error))
    warnings = (*(warning for draft in drafts for warning in draft.warnings), *added.warnings)
    outcome: Outcome = "imported-with-warning" if warnings and added.outcome == "imported" else added.outcome
    return Imported(path, outcome, added.ids, warnings if added.outcome != "duplicate" else ())


def _found(sources: Sequence[Path]) -> Iterator[_Found]:
    """Yield the files to read: those asked for, and in folders all that a known importer reads."""
    for source in sources:
        if not source.is_dir():
            yield _Found(source, asked_for=True)
            continue
        inside = [path for path in _walk(source) if path.suffix.lower() not in _BESIDE]
        root = source.resolve()
        for path in inside:
            strays = path.is_symlink() and not path.resolve().is_relative_to(root)
            yield _Found(path, asked_for=_is_known(path) and not strays, strays=strays)
        if not any(_is_known(path) for path in inside):
            yield _Found(source, asked_for=True)


def _walk(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder):
        folders.sort()
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in sorted(names):
            path = Path(place, name)
            if not name.startswith(".") and path.is_file():
                yield path


def _is_known(path: Path) -> bool:
    return importer_for(path.suffix) is not None


def _importer(path: Path) -> Importer:
    importer = importer_for(path.suffix or _ending(path))
    if importer is None and path.suffix.lower() == ".xhdb":
        problem = tr("{name} is an archive, not a bulletin.").format(name=path.name)
        raise UnreadableSource(problem, tr("Open it as an archive."))
    if importer is None and path.exists():
        problem = tr("{name} is of a kind that cannot be imported.").format(name=path.name)
        raise UnreadableSource(problem, tr("Endings that can: {endings}.").format(endings=known_endings()))
    if importer is None:
        raise UnreadableSource(tr("There is no file {path}.").format(path=path), tr("Check its name and folder."))
    return importer


def _ending(path: Path) -> str:
    """Return the ending that a file without one would have: pages begin with a tag, what else is asked for is text."""
    try:
        with path.open("rb") as file:
            head = file.read(512)
    except OSError:
        return ".txt"
    return ".html" if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else ".txt"


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            problem = tr("{name} is larger than {megabytes} MB.").format(name=path.name, megabytes=LARGEST // 2**20)
            raise UnreadableSource(problem, tr("Split it into smaller files."))
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableSource(
            tr("There is no file {path}.").format(path=path), tr("Check its name and folder.")
        ) from error
    except OSError as error:
        problem = tr("{name} cannot be read: {reason}.").format(name=path.name, reason=error.strerror or error)
        raise UnreadableSource(problem, tr("Check that you may read the file.")) from error
    if not content:
        raise UnreadableSource(tr("{name} is empty.").format(name=path.name), tr("Save it again from its source."))
    return content
