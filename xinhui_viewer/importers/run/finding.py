"""The files that an import reads: those named, and in folders all that can be imported."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.page_kinds import Judged
from xinhui_viewer.importers.passed_over import COMPANIONS, is_beside, is_hidden, is_part, left_out
from xinhui_viewer.importers.table import importer_for, known_endings
from xinhui_viewer.records import Imported


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read, or one that cannot be read and the reason; one found in a folder is skipped, not rejected.

    ``judged`` says whether it is passed over when it is no bulletin; of a file that holds others only ``members`` are
    read, all when there are none.
    ``place`` is its path below the folder that is imported, with "/" between its steps; its name outside a folder.
    ``root`` is that folder, None outside one; without it a page takes the files beside it only if ``beside`` says so.
    ``again``: it is read even if it is known.
    """

    path: Path
    asked_for: bool = True
    fault: UnreadableSource | None = None
    judged: Judged = "members"
    members: frozenset[str] = frozenset()
    place: str = ""
    root: Path | None = None
    beside: bool = False
    again: bool = False


def found(
    sources: Sequence[Path], judged: Judged = "members", *, beside: bool = False, again: bool = False
) -> Iterator[Found]:
    """Yield the files to read in files and folders, in order; none is skipped silently.

    ``judged`` says which of the files named are passed over when they are no bulletins; in folders all may be. Pages
    that are named take the files beside them only with ``beside``.
    """
    for source in sources:
        if source.is_dir():
            yield from _in_folder(source, "none" if judged == "none" else "all")
        elif source.is_symlink() and not source.resolve().is_relative_to(source.parent.resolve()):
            yield Found(source, asked_for=False, fault=_stray(source))
        else:
            yield Found(source, judged=judged, place=source.name, beside=beside, again=again)


def importable(folder: Path) -> Iterator[Path]:
    """Yield the importable files in a folder and below it."""
    return (path for path in _walk(folder, [], []) if _is_known(path) and _page_of(path) is None)


def passed_over(report: Sequence[Imported]) -> Iterator[Found]:
    """Yield the files of the pages that an import passed over, to be read whatever they are."""
    members: dict[str, set[str]] = {}
    for line in report:
        if line.passed_over:
            members.setdefault(line.path, set()).update(filter(None, (line.member,)))
    for path, inside in members.items():
        yield Found(Path(path), judged="none", members=frozenset(inside))


def _in_folder(folder: Path, judged: Judged) -> Iterator[Found]:
    barred: list[OSError] = []
    hidden: list[Path] = []
    all_ = {path.relative_to(folder).as_posix(): path for path in _walk(folder, barred, hidden)}
    left = left_out((*(path.relative_to(folder).as_posix() for path in hidden), *all_))
    inside = {place: path for place, path in all_.items() if not is_part(place, left)}
    yield from (_found(path, place, folder, judged) for place, path in inside.items())
    yield from (Found(Path(error.filename), fault=_barred(error)) for error in barred)
    faults = [UnreadableSource(sentence) for sentence in left.sentences()]
    if not barred and not any(importer_for(path.name) for path in inside.values()):
        faults.append(_nothing_in(folder))
    yield from (Found(folder, asked_for=False, fault=fault) for fault in faults)


def _found(path: Path, place: str, folder: Path, judged: Judged) -> Found:
    fault = _fault(path, folder)
    known = importer_for(path.name) is not None
    return Found(path, known and fault is None, fault, judged, place=place, root=folder)


def _fault(path: Path, folder: Path) -> UnreadableSource | None:
    """Return the reason why a file in a folder is not read: a link out of it, a part of a page; None for any other."""
    stray = path.is_symlink() and not path.resolve().is_relative_to(folder.resolve())
    return _stray(path) if stray else _part(path)


def _nothing_in(folder: Path) -> UnreadableSource:
    problem = tr("The folder {name} contains no file that can be imported.").format(name=folder.name)
    remedy = tr("Extensions of files that can be imported: {endings}.").format(endings=known_endings())
    return UnreadableSource(problem, remedy)


def _walk(folder: Path, barred: list[OSError], hidden: list[Path]) -> Iterator[Path]:
    """Yield the files in a folder and below it, in order; gather the ``hidden`` ones, and hidden folders unopened."""
    for place, folders, names in os.walk(folder, onerror=barred.append):
        folders.sort()
        hidden += (Path(place, name) for name in folders if is_hidden(name))
        folders[:] = [name for name in folders if not is_hidden(name)]
        for name in sorted(names):
            path = Path(place, name)
            if is_hidden(name):
                hidden.append(path)
            elif path.is_file():
                yield path


def _is_known(path: Path) -> bool:
    return importer_for(path.name) is not None and not is_beside(path.name)


def _page_of(path: Path) -> Path | None:
    """Return the page that a browser saved with a folder of its parts, for a file in such a folder; else None."""
    for folder in list(path.parents)[:-1]:
        for ending in COMPANIONS:
            if folder.name.endswith(ending):
                stem = folder.name.removesuffix(ending)
                pages = (folder.with_name(stem + suffix) for suffix in (".html", ".htm"))
                return next((page for page in pages if page.is_file()), None)
    return None


def _part(path: Path) -> UnreadableSource | None:
    page = _page_of(path)
    if page is None:
        return None
    problem = tr("{name} is part of the page {page}.").format(name=path.name, page=page.name)
    return UnreadableSource(problem, tr("If it is itself a bulletin, import it on its own."))


def _stray(path: Path) -> UnreadableSource:
    problem = tr("{name} is a link that leads out of the folder.").format(name=path.name)
    return UnreadableSource(problem, tr("Import the file itself."))


def _barred(error: OSError) -> UnreadableSource:
    problem = tr("The folder {name} cannot be read: {reason}.")
    name = Path(error.filename).name
    return UnreadableSource(
        problem.format(name=name, reason=error.strerror or error),
        tr("Check that you have permission to read the folder."),
    )
