"""Export bulletins of an archive in a data format: all into one file, or each into its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from xinhui_viewer.archive import files, read
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.read import LeftOut
from xinhui_viewer.exporters.files import file_name, save, unused
from xinhui_viewer.exporters.html_page import Pictures
from xinhui_viewer.exporters.table import Format
from xinhui_viewer.job import Job
from xinhui_viewer.records import Attachment, Bulletin


def texts(
    db: Archive,
    ids: Sequence[int],
    kind: Format,
    title: str,
    job: Job | None = None,
    left_out: LeftOut | None = None,
) -> Iterator[bytes]:
    """Yield a file of bulletins, in their order; Cancelled when ``job`` is. Damaged ones: see ``read.bulletins``."""
    bulletins = read.bulletins(db, ids, job or Job(), left_out)
    return written(kind, bulletins, lambda one, name: _picture(db, one, name), title)


def export(
    db: Archive,
    ids: Sequence[int],
    kind: Format,
    target: Path,
    title: str,
    job: Job | None = None,
    left_out: LeftOut | None = None,
) -> tuple[Path, ...]:
    """Write bulletins into one file, or each into its own where ``target`` is a folder; return the paths."""
    if target.is_dir():
        return into_folder(db, ids, kind, target, job, left_out)
    return into_file(db, ids, kind, target, title, job, left_out)


def into_file(
    db: Archive,
    ids: Sequence[int],
    kind: Format,
    path: Path,
    title: str,
    job: Job | None = None,
    left_out: LeftOut | None = None,
) -> tuple[Path, ...]:
    """Write bulletins into one file atomically; return its path. Damaged ones: see ``read.bulletins``."""
    save(path, texts(db, ids, kind, title, job, left_out))
    return (path,)


def into_folder(
    db: Archive,
    ids: Sequence[int],
    kind: Format,
    folder: Path,
    job: Job | None = None,
    left_out: LeftOut | None = None,
) -> tuple[Path, ...]:
    """Write each bulletin into a file of its own in a folder, keeping existing files; return the paths.

    Damaged ones: see ``read.bulletins``.
    """
    paths = []
    for one in read.bulletins(db, ids, job or Job(), left_out):
        paths.append(unused(folder, file_name(one, kind.ending)))
        save(paths[-1], written(kind, (one,), lambda one, name: _picture(db, one, name), one.facts.title))
    return tuple(paths)


def written(kind: Format, bulletins: Iterable[Bulletin], pictures: Pictures, title: str) -> Iterator[bytes]:
    """Yield a file of bulletins in UTF-8, one bulletin in memory at a time."""
    yield kind.before(title).encode("utf-8", "replace")
    for n, one in enumerate(bulletins):
        text = kind.one(one, pictures)
        yield (f"{kind.between}{text}" if n else text).encode("utf-8", "replace")
    yield kind.after.encode()


def _picture(db: Archive, one: Bulletin, name: str) -> Attachment | None:
    return files.attachment(db, one.id, name) if name in one.attachments else None
