"""What is put on paper and into files, made beside the window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from xinhui_viewer.errors import DamagedBulletin, ExportError
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.parts.selected import Selected
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.job import Job
from xinhui_viewer.records import Layout

# Bulletins on paper at once: only the digest is typeset in parts, 200 sheets take 350 MB.
_MOST = {"digest": 5000, "citations": 5000}
_MOST_OTHERWISE = 250


@dataclass(frozen=True, slots=True)
class Scope:
    """Bulletins by their ids, or all that a query finds ``without`` some; ``label`` names them for the user."""

    label: str
    ids: tuple[int, ...] = ()
    query: str | None = None
    without: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be put on paper now, the likeliest first."""

    archive: Opened
    scopes: tuple[Scope, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A finished PDF, the file name it would be saved under and the title it is printed under.

    ``left_out`` is a sentence on the damaged bulletins that it goes without, or ''.
    """

    content: bytes
    name: str
    title: str
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """The files that were written, and a sentence on the damaged bulletins that they go without, or ''."""

    paths: tuple[Path, ...]
    left_out: str = ""


def choices(archive: Opened | None, selected: Selected, shown: tuple[int, ...], query: str) -> Choices | None:
    """Return what can be put on paper: several selected bulletins, the one on show, what a query finds."""
    listed = Scope(tr("All that is listed: {query}").format(query=query or tr("All bulletins")), query=query)
    others = (Scope(tr("This bulletin"), shown), listed)
    there = (*_several(selected, listed), *(scope for scope in others if scope.ids or scope.query))
    return Choices(archive, tuple(dict.fromkeys(there))) if archive is not None and there else None


def _several(selected: Selected, listed: Scope) -> tuple[Scope, ...]:
    """Return the selected bulletins where they are several."""
    if selected.all and not selected.left_out:
        return (listed,)
    if selected.all:
        n = len(selected.left_out)
        said = trn("All that is listed but {n} bulletin", "All that is listed but {n} bulletins", n)
        return (replace(listed, label=said.format(n=n), without=selected.left_out),)
    n = len(selected.ids)
    said = trn("The {n} selected bulletin", "The {n} selected bulletins", n)
    return (Scope(said.format(n=n), selected.ids),) if n > 1 else ()


def sheet(archive: Opened, scope: Scope, layout: Layout, job: Job) -> Sheet:
    """Return the pages of a scope; Cancelled when ``job`` is, an ExportError when they are too many."""
    from xinhui_viewer.exporters.files import cleaned, file_name
    from xinhui_viewer.exporters.pdf import WHOLE, pdf
    from xinhui_viewer.search.parse import describe, parse
    from xinhui_viewer.summary.compose import compose

    left_out: list[DamagedBulletin] = []
    asked = parse(scope.query) if scope.query is not None else None
    ids = _ids(archive, scope, job)
    most = _MOST.get(layout.template, _MOST_OTHERWISE)
    if len(ids) > most:
        problem = tr("{n} bulletins are too many for this template, which takes {most}.")
        raise ExportError(problem.format(n=f"{len(ids):,}", most=f"{most:,}"), tr("Choose the digest, or fewer."))
    with archive.reading(job) as db:
        title = describe(asked) if asked and len(ids) > 1 else ""
        composed = compose(db, ids, title, layout.template in WHOLE, asked, job, left_out.append)
    content = pdf(composed, job, layout)
    first = composed.entries[0]
    name = cleaned(f"{title}.pdf") if title else file_name(first, "pdf")
    return Sheet(content, name, title or first.facts.title, _told(left_out))


def save(made: Sheet, path: Path) -> Saved:
    """Write a finished PDF."""
    from xinhui_viewer.exporters.files import save

    save(path, made.content)
    return Saved((path,), made.left_out)


def save_each(archive: Opened, scope: Scope, layout: Layout, folder: Path, pattern: str, job: Job) -> Saved:
    """Write a PDF of each bulletin into a folder, named by a pattern; nothing that is there is replaced."""
    from xinhui_viewer.exporters.files import file_name, save, unused
    from xinhui_viewer.exporters.pdf import WHOLE, pdf
    from xinhui_viewer.summary.compose import compose

    paths: list[Path] = []
    left_out: list[DamagedBulletin] = []
    ids = _ids(archive, scope, job)
    with archive.reading(job) as db:
        for number in job.track(ids):
            try:
                composed = compose(db, (number,), whole=layout.template in WHOLE)
            except DamagedBulletin as error:
                left_out.append(error)
                if len(left_out) == len(ids):
                    raise
                continue
            paths.append(unused(folder, file_name(composed.entries[0], "pdf", pattern)))
            save(paths[-1], pdf(composed, job, layout))
    return Saved(tuple(paths), _told(left_out))


def export(archive: Opened, scope: Scope, name: str, target: Path, job: Job) -> Saved:
    """Write the bulletins of a scope in a format: into a file, or each into its own in a folder."""
    from xinhui_viewer.exporters.exporting import into_file, into_folder
    from xinhui_viewer.exporters.formats import named

    ids, kind = _ids(archive, scope, job), named(name)
    left_out: list[DamagedBulletin] = []
    with archive.reading(job) as db:
        if target.is_dir():
            paths = into_folder(db, ids, kind, target, job, left_out.append)
        else:
            paths = into_file(db, ids, kind, target, scope.query or archive.name, job, left_out.append)
    return Saved(paths, _told(left_out))


def _told(left_out: list[DamagedBulletin]) -> str:
    n = len(left_out)
    if not n:
        return ""
    text = trn("{n} bulletin is left out: {problem}", "{n} bulletins are left out; the first: {problem}", n)
    return text.format(n=n, problem=left_out[0])


def _ids(archive: Opened, scope: Scope, job: Job) -> tuple[int, ...]:
    from xinhui_viewer.archive.index import ids
    from xinhui_viewer.search.parse import parse

    if scope.query is None:
        return scope.ids
    without = set(scope.without)
    with archive.reading(job) as db:
        return tuple(number for number in ids(db, parse(scope.query)) if number not in without)
