"""Typeset a digest that is too long for one process: in parts, one process each, joined into one document.

All parts are measured first, which takes half the time of typesetting them: then each knows its first page, the number
of all pages, and the pages of the bulletins that its contents and tables name. None of these changes where a line ends.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import Any, TypeVar

from xinhui_viewer.exporters.glyphs import unprintable
from xinhui_viewer.exporters.joining import join
from xinhui_viewer.exporters.typesetting import Ready, compiled, measured, ready
from xinhui_viewer.i18n import tr
from xinhui_viewer.job import Job
from xinhui_viewer.spawning import apart

_AT_ONCE = 2  # processes; each takes up to 200 MB
_LINES = 8  # lines of the contents that take as long as a bulletin
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class _Measure:
    """The pages of a part: their number, and those (from 1) that bulletins begin on."""

    count: int
    begin: tuple[int, ...]


def typeset_in_parts(
    template: str, data: dict[str, Any], made: str, job: Job, archival: bool, most: int, tagged: bool = True
) -> bytes:
    """Return the PDF of a digest's data in a template, typeset in parts of up to ``most`` bulletins.

    Intermediate files are in a temporary folder, which is deleted afterwards.

    Without tags it is plain PDF; where an archival one was asked for, its last page says so.
    """
    plain = (
        ""
        if tagged or not archival
        else tr("These pages are plain PDF, not PDF/A: there are too many of them to be tagged.")
    )
    parts = _parts(ready(data), most)
    progress = _Progress(job, 2 * len(parts) + 1)
    with tempfile.TemporaryDirectory(prefix="xinhui-") as folder:
        known, begin = _paged(template, parts, len(data["entries"]), progress)
        files = [Path(folder, f"{n}.pdf") for n in range(len(known))]
        tasks = [(template, part, file, made, archival, plain, tagged) for part, file in zip(known, files, strict=True)]
        why = next(filter(None, _each(progress, _typeset, tasks)), "")
        if why != plain:  # the last part says so
            apart(job, _typeset, template, known[-1], files[-1], made, archival, why, tagged)
        whole = Path(folder, "whole.pdf")
        naming = [not part.data["entries"] for part in known]
        apart(job, join, files, naming, begin, whole, archival and not why)
        progress.step()
        return whole.read_bytes()


def _paged(template: str, parts: Sequence[Ready], bulletins: int, progress: _Progress) -> tuple[list[Ready], list[int]]:
    """Return the parts, measured, so that each knows its pages; and the page that each bulletin begins on."""
    unknown = [_told(part, 1, 1, [1] * bulletins) for part in parts]
    measures = _each(progress, _measure, [(template, part) for part in unknown])
    firsts = list(accumulate((one.count for one in measures), initial=1))
    begin = [first + page - 1 for first, one in zip(firsts, measures, strict=False) for page in one.begin]
    known = [_told(part, first, firsts[-1] - 1, begin) for part, first in zip(parts, firsts, strict=False)]
    return known, begin


def _parts(fit: Ready, most: int) -> list[Ready]:
    """Return the parts in the order of their pages, each without the data of the others."""
    data = fit.data
    entries, figures, sources, titles = (data[key] for key in ("entries", "figures", "sources", "titles"))
    parts: list[dict[str, Any]] = []
    for n in range(0, len(titles), _LINES * most):
        parts.append({"parts": ["front"], "titles": titles[n : n + _LINES * most], "before": n, "continued": n > 0})
    for n in range(0, len(entries), most):
        parts.append({"parts": ["sheets"], "entries": entries[n : n + most], "before": n})
    for n in range(0, len(figures), most):
        parts.append({"parts": ["figures"], "figures": figures[n : n + most], "continued": n > 0})
    if sources:
        parts.append({"parts": ["sources"], "sources": sources})
    empty: dict[str, Any] = {"entries": [], "figures": [], "sources": [], "titles": []}
    return [
        replace(
            fit,
            data={**data, **empty, **part, "last": part is parts[-1]},
            system=fit.system and bool(unprintable([part, data["labels"], data["layout"]])),
        )
        for part in parts
    ]


def _told(part: Ready, first: int, total: int, begin: Sequence[int]) -> Ready:
    """Return a part with its first page, the number of all pages, and the page that each bulletin begins on."""
    places = {} if part.data["entries"] else {"places": begin}
    return replace(part, data={**part.data, "page": first, "total": total, **places})


def _measure(template: str, part: Ready) -> _Measure:
    found = measured(template, part, "measured")
    return _Measure(found["count"], tuple(found["begin"]) if part.data["entries"] else ())


def _typeset(template: str, part: Ready, file: Path, made: str, archival: bool, plain: str, tagged: bool) -> str:
    pages, why = compiled(template, part, made, archival, plain, tagged)
    file.write_bytes(pages)
    return why


class _Progress:
    def __init__(self, job: Job, steps: int) -> None:
        self.job, self._steps, self._done = job, steps, 0

    def step(self) -> None:
        self._done += 1
        self.job.progress(self._done, self._steps)


def _each(progress: _Progress, work: Callable[..., _T], tasks: Sequence[tuple[Any, ...]]) -> list[_T]:
    """Return the result of ``work`` for each task, each in a process of its own, several at once."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        futures = [pool.submit(apart, progress.job, work, *task) for task in tasks]
        try:
            answers = []
            for future in futures:
                answers.append(future.result())
                progress.step()
            return answers
        finally:
            for future in futures:
                future.cancel()
