"""Make pages and files of bulletins, off the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from xinhui_viewer.errors import DamagedBulletin
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.gui.parts.selected import Selected
from xinhui_viewer.i18n import sentences, tr, trn
from xinhui_viewer.job import Job
from xinhui_viewer.records import Layout, Order, Query, Selection


@dataclass(frozen=True, slots=True)
class Scope:
    """A selection of bulletins, and the ``label`` that names it for the user."""

    label: str
    selection: Selection


@dataclass(frozen=True, slots=True)
class Choices:
    """The scopes that can be printed now, the likeliest first."""

    archive: Opened
    scopes: tuple[Scope, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A finished PDF, the file name it would be saved under and the title it is printed under.

    ``left_out`` is a sentence on the bulletins that are not in it (beyond the template's limit, damaged), or empty.
    """

    content: bytes
    name: str
    title: str
    left_out: str = ""


@dataclass(frozen=True, slots=True)
class Saved:
    """The files that were written, and a sentence on the damaged bulletins that are not in them, or an empty one."""

    paths: tuple[Path, ...]
    left_out: str = ""


def choices(
    archive: Opened | None, selected: Selected, shown: tuple[int, ...], query: Query, order: Order
) -> Choices | None:
    """Return the scopes that can be printed: several selected bulletins, the one on show, the results of a query."""
    label = tr("All results: {query}").format(query=query.text) if query.text else tr("All bulletins")
    listed = Scope(label, Selection(query=query, order=order))
    this = (Scope(tr("This bulletin"), Selection(shown)),) if shown else ()
    there = (*_several(selected, listed), *this, *((listed,) if query.text else ()))
    return Choices(archive, tuple(dict.fromkeys(there))) if archive is not None and there else None


def _several(selected: Selected, listed: Scope) -> tuple[Scope, ...]:
    """Return the selected bulletins as a scope when there are several."""
    if selected.all and not selected.left_out:
        return (listed,)
    if selected.all:
        n = len(selected.left_out)
        said = trn("All listed bulletins except {n}", "All listed bulletins except {n}", n)
        return (Scope(said.format(n=n), replace(listed.selection, without=selected.left_out)),)
    n = len(selected.ids)
    said = trn("The {n} selected bulletin", "The {n} selected bulletins", n)
    return (Scope(said.format(n=n), Selection(selected.ids)),) if n > 1 else ()


def sheet(archive: Opened, scope: Scope, layout: Layout, job: Job) -> Sheet:
    """Return the pages of a scope; Cancelled when ``job`` is, a UserError when there is nothing to print."""
    from xinhui_viewer.exporters.files import cleaned, file_name
    from xinhui_viewer.exporters.paper import on_paper

    damaged: list[DamagedBulletin] = []
    with archive.reading(job) as db:
        made = on_paper(db, scope.selection, layout, job, damaged.append)
    title, first = made.summary.title, made.summary.entries[0]
    name = cleaned(f"{title}.pdf") if title else file_name(first, "pdf")
    left_out = sentences((made.summary.cut, _told(damaged)))
    return Sheet(made.content, name, title or first.facts.title, left_out)


def save(made: Sheet, path: Path) -> Saved:
    """Write a finished PDF."""
    from xinhui_viewer.exporters.files import save

    save(path, made.content)
    return Saved((path,), made.left_out)


def save_each(archive: Opened, scope: Scope, layout: Layout, folder: Path, pattern: str, job: Job) -> Saved:
    """Write a PDF of each bulletin into a folder, named by a pattern; existing files are kept."""
    from xinhui_viewer.exporters.files import file_name, save, unused
    from xinhui_viewer.exporters.paper import on_paper
    from xinhui_viewer.summary.selection import choose

    paths: list[Path] = []
    left_out: list[DamagedBulletin] = []
    with archive.reading(job) as db:
        ids = choose(db, scope.selection).ids
        for number in job.track(ids):
            try:
                made = on_paper(db, Selection((number,)), layout, job)
            except DamagedBulletin as error:
                left_out.append(error)
                if len(left_out) == len(ids):
                    raise
                continue
            paths.append(unused(folder, file_name(made.summary.entries[0], "pdf", pattern)))
            save(paths[-1], made.content)
    return Saved(tuple(paths), _told(left_out))


def export(archive: Opened, scope: Scope, name: str, target: Path, job: Job) -> Saved:
    """Write the bulletins of a scope in a format: into a file, or each into its own in a folder."""
    from xinhui_viewer.exporters import exporting
    from xinhui_viewer.exporters.table import data_format
    from xinhui_viewer.summary.selection import choose

    left_out: list[DamagedBulletin] = []
    query = scope.selection.query
    with archive.reading(job) as db:
        chosen = choose(db, scope.selection)
        title = chosen.understood if query and query.text else archive.name
        paths = exporting.export(db, chosen.ids, data_format(name), target, title, job, left_out.append)
    return Saved(paths, _told(left_out))


def _told(left_out: list[DamagedBulletin]) -> str:
    n = len(left_out)
    if not n:
        return ""
    text = trn("{n} bulletin is left out: {problem}", "{n} bulletins are left out; the first: {problem}", n)
    return text.format(n=n, problem=left_out[0])
