"""Put the runs of a page, or of a part of one, in rows: what stands on one baseline, raised and lowered letters too."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from xinhui_viewer.importers.printed.run import Run

Row = list[Run]

_LEVEL = 0.35  # of the lesser size: baselines so near are one
_SMALL = 0.85  # of the size beside it: letters that are raised or lowered are smaller
_LOWERED, _RAISED = 0.35, 0.8  # of the size beside it: the most that small letters stand below and above its baseline
_BESIDE = 0.5  # of the size beside it: the gap before or behind small letters
_SHADOW = 0.25  # of the size: what is drawn again so near is a shadow, or bold by printing twice
_BACK = 0.6  # of the size: a run that begins further back lies over another, on a line of its own
_PLACE = 4  # points: the raster in which equal runs are looked for


def rows(runs: Iterable[Run]) -> list[Row]:
    """Return the rows of upright runs from top to bottom, each from left to right; what is drawn twice, once."""
    made = _by_baseline(_once(runs))
    _put_small_letters(made)
    found = [part for row in made if row for part in _apart(sorted(row, key=lambda run: run.left))]
    found.sort(key=lambda row: (-row[0].y, row[0].left))
    return found


def _once(runs: Iterable[Run]) -> list[Run]:
    """Return runs without those that an equal one, or one that holds its text, lies under or over."""
    kept: list[Run | None] = []
    at: dict[tuple[int, int], list[int]] = {}
    for run in runs:
        near = _near(run, kept, at)
        double = next((number for number in near if _holds(kept[number], run)), None)
        if double is not None:
            continue
        for number in near:
            if _holds(run, kept[number]):
                kept[number] = None
        place = round(run.left / _PLACE), round(run.y / _PLACE)
        at.setdefault(place, []).append(len(kept))
        kept.append(run)
    return [run for run in kept if run is not None]


def _near(run: Run, kept: Sequence[Run | None], at: dict[tuple[int, int], list[int]]) -> list[int]:
    """Return the numbers of earlier runs that begin where a run begins, or right after, or before."""
    x, y = round(run.left / _PLACE), round(run.y / _PLACE)
    reach = 1 + int(_SHADOW * run.font.size / _PLACE)
    places = ((x + across, y + down) for across in range(-reach, reach + 1) for down in range(-reach, reach + 1))
    return [number for place in places for number in at.get(place, ()) if kept[number] is not None]


def _holds(one: Run | None, other: Run | None) -> bool:
    """Return whether the second of two runs is drawn in the same place as the beginning of the first."""
    if one is None or other is None or not one.text.startswith(other.text):
        return False
    near = _SHADOW * min(one.font.size, other.font.size)
    width = max((one.right - one.left) / len(one.text), 0.01)
    return (
        abs(one.font.size - other.font.size) < 1
        and abs(one.y - other.y) < near
        and abs(one.left - other.left) < min(near, 0.6 * width)
        and other.right <= one.right + near
    )


def _by_baseline(runs: Sequence[Run]) -> list[Row]:
    made: list[Row] = []
    for run in sorted(runs, key=lambda run: -run.y):
        if made and made[-1][0].y - run.y < _LEVEL * min(made[-1][0].font.size, run.font.size):
            made[-1].append(run)
        else:
            made.append([run])
    return made


def _put_small_letters(made: list[Row]) -> None:
    """Move raised and lowered letters to the row that they stand beside; a row may be empty then."""
    heights = [-row[0].y for row in made]
    reach = _RAISED * max((run.font.size for row in made for run in row), default=0)
    for at, row in enumerate(made):
        if all(run.font.size * _RAISED >= _SMALL * reach for run in row):
            continue
        left: Row = []
        for run in sorted(row, key=lambda run: run.left):
            near = range(bisect_left(heights, -run.y - reach), bisect_left(heights, -run.y + reach))
            home = next((made[other] for other in near if other != at and _is_beside(run, made[other])), left)
            home.append(run)
        made[at] = left


def _is_beside(run: Run, row: Row) -> bool:
    """Return whether a run is small and stands right before, behind or between the larger letters of a row."""
    return any(_is_small_beside(run, other) or _goes_on(run, other) for other in row)


def _is_small_beside(run: Run, other: Run) -> bool:
    size = other.font.size
    near = min(abs(run.left - other.right), abs(other.left - run.right)) < _BESIDE * size
    return near and run.font.size < _SMALL * size and -_LOWERED * size < run.y - other.y < _RAISED * size


def _goes_on(run: Run, other: Run) -> bool:
    """Return whether a run goes on behind small letters that were put in a row."""
    size = run.font.size
    return abs(other.font.size - size) < 1 and abs(run.y - other.y) < 1 and abs(run.left - other.right) < size


def _apart(row: Row) -> Iterator[Row]:
    """Yield the lines of a row: one, or several where runs lie over each other."""
    lines: list[Row] = []
    for run in row:
        line = next((line for line in lines if run.left >= line[-1].right - _BACK * _size(run, line[-1])), None)
        if line is None:
            lines.append([run])
        else:
            line.append(run)
    yield from lines


def _size(one: Run, other: Run) -> float:
    return max(one.font.size, other.font.size, 1)
