"""A digest too long for one document: typeset in parts, one process each, that become one document.

All parts are measured first, which takes half the time of typesetting them: then each knows its first page, the number
of all pages, and the pages of the bulletins that its contents and tables name.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path
from typing import Any

from xinhui_viewer.exporters.joining import join
from xinhui_viewer.exporters.typesetting import Ready, compiled, measured, ready
from xinhui_viewer.job import Job
from xinhui_viewer.spawning import apart

AT_ONCE = 2  # processes; each takes up to 200 MB
_TIMES = 3  # that the parts are measured when what they print of each other changed their length


@dataclass(frozen=True, slots=True)
class _Measure:
    """How many pages a part has, and on which of them (from 1) bulletins begin."""

    count: int = 1
    begin: tuple[int, ...] = ()


def typeset_in_parts(data: dict[str, Any], made: str, job: Job, archival: bool, most: int) -> bytes:
    """Return the PDF of a digest's data, typeset in parts of up to ``most`` bulletins."""
    fit = ready(data)
    parts = _parts(fit.data, most)
    steps = 2 * len(parts) + 2  # the contents are measured again, then all is joined
    done = 0

    def told(_future: Any) -> None:
        nonlocal done
        done += 1

    with tempfile.TemporaryDirectory(prefix="xinhui-") as folder, ThreadPoolExecutor(AT_ONCE) as pool:

        def each(work: Any, tasks: Sequence[tuple[Any, ...]]) -> list[Any]:
            futures = [pool.submit(apart, job, work, *task) for task in tasks]
            try:
                answers = []
                for future in futures:
                    answers.append(future.result())
                    told(future)
                    job.progress(min(done, steps), steps)
                return answers
            finally:
                for future in futures:
                    future.cancel()

        measures = [_Measure() for _part in parts]
        again = range(len(parts))
        for _time in range(_TIMES):
            placed = _placed(parts, measures, fit)
            found = each(_measure, [(placed[n],) for n in again])
            changed = dict(zip(again, found, strict=True))
            before, measures = measures, [changed.get(n, one) for n, one in enumerate(measures)]
            # What names pages of others is measured again when those moved.
            again = [n for n, part in enumerate(parts) if part["parts"] != ["sheets"] and measures != before]
            if not again:
                break
        placed = _placed(parts, measures, fit)
        files = [Path(folder, f"{n}.pdf") for n in range(len(parts))]
        plain = [one for one in each(_typeset, [(*task, made, archival) for task in zip(placed, files, strict=True)]) if one]
        if plain:  # the last part tells it
            last = replace(placed[-1], data={**placed[-1].data, "plain_reason": plain[0]})
            each(_typeset, [(last, files[-1], made, archival, plain[0])])
        whole = Path(folder, "whole.pdf")
        begin = [page for part, one in zip(placed, measures, strict=True) for page in _absolute(part, one)]
        apart(job, join, files, begin, whole, archival and not plain)
        job.progress(steps, steps)
        return whole.read_bytes()


def _parts(data: dict[str, Any], most: int) -> list[dict[str, Any]]:
    """Return the parts in the order of their pages, each without the data of the others."""
    entries, figures = data["entries"], data["figures"]
    common = {key: value for key, value in data.items() if key not in ("entries", "figures", "sources", "titles")}
    named = {"titles": data["titles"]}
    parts: list[dict[str, Any]] = [{"parts": ["front"], **named}]
    for n in range(0, len(entries), most):
        parts.append({"parts": ["sheets"], "entries": entries[n : n + most], "before": n})
    for n in range(0, len(figures), most):
        parts.append({"parts": ["figures"], "figures": figures[n : n + most], "continued": n > 0})
    if data["sources"]:
        parts.append({"parts": ["sources"], "sources": data["sources"]})
    empty = {"entries": [], "figures": [], "sources": [], "titles": []}
    return [{**common, **empty, **part, "last": part is parts[-1]} for part in parts]


def _placed(parts: Sequence[dict[str, Any]], measures: Sequence[_Measure], fit: Ready) -> list[Ready]:
    """Return the parts with their first pages and the pages of what they name."""
    firsts = [1, *accumulate((one.count for one in measures), initial=1)][1:]
    places = [first + page - 1 for first, one in zip(firsts, measures, strict=False) for page in one.begin]
    total = firsts[-1] - 1
    n = sum(len(part["entries"]) for part in parts)
    known = {"places": places if len(places) == n else [total] * n}
    return [
        replace(
            fit,
            data={**part, "page": first, "total": total, **({} if part["parts"] == ["sheets"] else known)},
        )
        for part, first in zip(parts, firsts, strict=False)
    ]


def _absolute(part: Ready, measure: _Measure) -> list[int]:
    return [part.data["page"] + page - 1 for page in measure.begin]


def _measure(part: Ready) -> _Measure:
    found = measured("digest", part, "measured")
    begin = found["begin"] if part.data["parts"] == ["sheets"] else ()
    return _Measure(found["count"], tuple(begin))


def _typeset(part: Ready, file: Path, made: str, archival: bool, plain: str = "") -> str:
    pages, why = compiled("digest", part, made, archival, plain)
    file.write_bytes(pages)
    return why
