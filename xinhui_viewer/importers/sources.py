"""Reading files and importing them: folders are walked, one bad file never stops the others."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from sqlite3 import Connection

from xinhui_viewer.archive.connect import writing
from xinhui_viewer.archive.write import add
from xinhui_viewer.errors import UnreadableSource, UserError
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.beside import with_images_beside
from xinhui_viewer.importers.finding import Found, found
from xinhui_viewer.importers.table import Importer, importer_for, known_endings
from xinhui_viewer.job import Job
from xinhui_viewer.records import Draft, Imported, Original, Outcome

LARGEST = 256 * 2**20


def read(path: Path) -> tuple[Original, tuple[Draft, ...]]:
    """Return a file as it is and the bulletins read from it; UnreadableSource says why none could be."""
    importer = _importer(path)
    content = _content(path)
    drafts = tuple(with_images_beside(draft, path.parent) for draft in importer.read(content, path.name))
    retrieved = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
    url = drafts[0].url if len(drafts) == 1 else ""
    digest = hashlib.sha256(content).hexdigest()
    return Original(digest, path.name, importer.media_type, content, retrieved, url), drafts


def import_sources(archive: Path, sources: Sequence[Path], job: Job) -> Iterator[Imported]:
    """Import files and all in folders; yield what became of each as it is known.

    What cannot be read is a line of the report. An ArchiveError (a full disk) ends the import; what was yielded as
    imported before is kept, also when ``job`` is cancelled.
    """
    files = tuple(found(sources))
    with writing(archive) as db:
        for one in job.track(files):
            yield _outcome(db, one)


def _outcome(db: Connection, one: Found) -> Imported:
    path = str(one.path)
    try:
        if one.fault is not None:
            raise one.fault
        original, drafts = read(one.path)
    except UnreadableSource as error:
        return Imported(path, "rejected" if one.asked_for else "skipped", error=str(error))
    except Exception as error:  # a mistake of an importer costs one file and not the import
        problem = tr("{name} could not be read by a mistake of the program ({error}).")
        told = UserError(problem.format(name=one.path.name, error=repr(error)[:200]), tr("Report it with the file."))
        return Imported(path, "rejected", error=str(told))
    added = add(db, original, drafts)
    warnings = (*(warning for draft in drafts for warning in draft.warnings), *added.warnings)
    outcome: Outcome = "imported-with-warning" if warnings and added.outcome == "imported" else added.outcome
    return Imported(path, outcome, added.ids, warnings if added.outcome != "duplicate" else ())


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
