"""The survey before an import or rebuild: what pages teach each other, learned from a bounded number of them.

It asks the same pages for the same files, in the same order, whatever the timing of the processes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.files import page_originals
from xinhui_viewer.importers.member import Container
from xinhui_viewer.importers.run.pool import Pool
from xinhui_viewer.importers.run.tracing import Thinned
from xinhui_viewer.importers.run.worker import Task
from xinhui_viewer.importers.run.workers import Workers
from xinhui_viewer.importers.table import importer_for
from xinhui_viewer.importers.taught import NOTHING, UNKNOWN, Taught
from xinhui_viewer.importers.web.site.lessons import LEAST, learned
from xinhui_viewer.importers.web.site.trace import Trace
from xinhui_viewer.job import Job

T = TypeVar("T")
_Entry = tuple[tuple[str, ...], int]
_MOST = 500  # pages asked
_ENOUGH, _SHARE, _OF_FOLDER = 200, 10, 10  # of that many all; of more one in ten, or as many of each folder
_DEEPEST = 32  # folders that tell files apart
_MOST_CONTAINERS = 25  # files with others inside
_MOST_FAILURES = 10  # processes that pages may end
_INDEX = re.compile(r"(?i)index|list|default|column|channel|node")


@dataclass(frozen=True, slots=True)
class Survey:
    """The lessons of pages, and the archive's originals of sites that were not known before and are now."""

    taught: Taught = NOTHING
    again: tuple[tuple[int, str], ...] = ()


def survey(archive: Path, db: Archive, files: Sequence[Task], job: Job, pool: Pool) -> Survey:
    """Return the lessons of the pages in files and of earlier ones in the archive; none for files without pages."""
    new = _traces(archive, asked(files), job, pool)
    if not new:
        return Survey()
    hosts = tuple(dict.fromkeys(trace.host for _task, trace in new if trace.host))
    earlier = _traces(archive, [Task(name, number, traces=1) for number, name in page_originals(db, hosts)], job, pool)
    taught = learned([trace for _task, trace in (*earlier, *new)])
    return Survey(taught, tuple(_newly_known(taught, earlier, new)))


def survey_of_originals(archive: Path, originals: Sequence[tuple[int, str]], job: Job, pool: Pool) -> Taught:
    """Return the lessons of an archive's own pages."""
    thinned: Thinned[tuple[int, str]] = Thinned(min(_MOST, max(_ENOUGH, len(originals) // _SHARE)))
    for at, one in enumerate(originals):
        thinned.add(at, one)
    found = _traces(archive, [Task(name, number, traces=1) for number, name in thinned.kept], job, pool)
    return learned([trace for _task, trace in found])


def _traces(archive: Path, tasks: Sequence[Task], job: Job, pool: Pool) -> list[tuple[Task, Trace]]:
    """Return the traces of pages; the pages of a file that ends too many processes are not asked."""
    found: list[tuple[Task, Trace]] = []
    failures = 0
    with Workers(archive, tasks, pool) as workers:
        answers = workers.answers(job)
        for task in tasks:
            thinned: Thinned[Trace] = Thinned(task.traces)
            for answer in iter(lambda: next(answers), None):
                failures += bool(answer.error)
                if answer.traced is not None:
                    thinned.add(*answer.traced)
            found += ((task, trace) for trace in thinned.kept)
            if failures >= _MOST_FAILURES:
                break
    return found


def _newly_known(
    taught: Taught, earlier: Sequence[tuple[Task, Trace]], new: Sequence[tuple[Task, Trace]]
) -> Iterator[tuple[int, str]]:
    """Yield the earlier originals of sites of which the archive had too few pages to learn from."""
    if not earlier:
        return
    grown = {id(site) for _task, trace in new if (site := taught.site(trace.outside)) is not UNKNOWN}
    before: dict[int, list[Task]] = defaultdict(list)
    for task, trace in earlier:
        number = id(taught.site(trace.outside))
        if number in grown:
            before[number].append(task)
    for tasks in before.values():
        if len(tasks) < LEAST:
            yield from ((task.original, task.path) for task in tasks)


def asked(files: Sequence[Task]) -> list[Task]:
    """Return the tasks of the survey: a fair choice of the files, and some pages of each that holds others."""
    containers = [task for task in files if isinstance(importer_for(task.path), Container)]
    pages = [task for task in files if _may_be_page(task.path)]
    chosen = _even(containers, _MOST_CONTAINERS)
    share = _MOST // (len(chosen) + bool(pages)) if chosen or pages else 0
    inside = [replace(task, traces=share) for task in chosen]
    return [*(replace(task, traces=1) for task in fair(pages, min(share, enough(pages)))), *inside]


def enough(pages: Sequence[Task]) -> int:
    """Return the number of pages of which asking more teaches no more.

    200 pages of seven sites taught as much as 500 did (tests.benchmarks.sites); folders side by side may be a site
    each.
    """
    return min(_MOST, max(_ENOUGH, len(pages) // _SHARE, _OF_FOLDER * len(_by_folder(_entries(pages)))))


def _may_be_page(path: str) -> bool:
    row = importer_for(path)
    return row is None or (not isinstance(row, Container) and row.traced is not None)


def fair(files: Sequence[Task], most: int) -> list[Task]:
    """Return at most a number of files, in order: each folder gives as many as those beside it, or all it has.

    Lists come first, for they tell of many pages.
    """
    chosen = set(_fair(_entries(files), files, most))
    return [task for at, task in enumerate(files) if at in chosen]


def _entries(files: Sequence[Task]) -> list[_Entry]:
    return [(tuple(task.place.split("/")[:-1][:_DEEPEST]), at) for at, task in enumerate(files)]


def _fair(entries: Sequence[_Entry], files: Sequence[Task], most: int) -> list[int]:
    """Return the numbers of at most a number of files, each given with its folders and its number."""
    if len(entries) <= most:
        return [at for _folders, at in entries]
    groups = _by_folder(entries)
    if len(groups) == 1:
        return _lists_first([at for _folders, at in entries], files, most)
    if len(groups) > most:
        return [group[0][1] for group in _even(groups, most)]
    found: list[int] = []
    for number, group in enumerate(sorted(groups, key=len)):
        found += _fair(group, files, (most - len(found)) // (len(groups) - number))
    return found


def _by_folder(entries: Sequence[_Entry]) -> list[list[_Entry]]:
    """Return entries by the first of their folders that is not the only one; those without any are a group, too."""
    depth, groups = 0, [list(entries)]
    while len(groups) == 1 and any(len(folders) > depth for folders, _at in entries):
        found: dict[str, list[_Entry]] = defaultdict(list)
        for folders, at in entries:
            found[folders[depth] if len(folders) > depth else ""].append((folders[depth + 1 :], at))
        depth, groups = depth + 1, list(found.values())
    return groups


def _lists_first(numbers: Sequence[int], files: Sequence[Task], most: int) -> list[int]:
    lists = [at for at in numbers if _INDEX.search(Path(files[at].path).name)]
    others = [at for at in numbers if not _INDEX.search(Path(files[at].path).name)]
    first = _even(lists, max(most // 2, most - len(others)))
    return [*first, *_even(others, most - len(first))]


def _even(things: Sequence[T], most: int) -> list[T]:
    """Return at most a number of things, evenly spread."""
    if len(things) <= most:
        return list(things)
    return [things[at * len(things) // most] for at in range(most)]
