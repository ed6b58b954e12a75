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
_BACK_SOLID = 1.05  # …unless blank halves of two signs meet: 、《
_BLANK_BEHIND, _BLANK_BEFORE = "、，。；：？！）》】」』〉〕”’", "（《【「『〈〔“‘"
_PLACE, _FURTHEST = 4, 3  # points: the raster in which equal runs are looked for; its squares around a run


def rows(runs: Iterable[Run]) -> list[Row]:
    """Return the rows of upright runs from top to bottom, each from left to right; what is drawn twice, once."""
    made = _by_baseline(_once(runs))
    _put_small_letters(made)
    found = [part for row in made if row for part in _apart(sorted(row, key=lambda run: run.left))]
    found.sort(key=lambda row: (-row[0].y, row[0].left))
    return found


def _once(runs: Iterable[Run]) -> list[Run]:
    """Return runs without those that an equal one, or one that holds their text, lies under or over."""
    kept: list[Run | None] = []
    at: dict[tuple[int, int, int], list[int]] = {}
    for run in runs:
        near = [number for place in _near(run) for number in at.get(place, ()) if kept[number] is not None]
        if any(_holds(kept[number], run) for number in near):
            continue
        for number in near:
            if _holds(run, kept[number]):
                kept[number] = None
        for place in _ends(run):
            at.setdefault(place, []).append(len(kept))
        kept.append(run)
    return [run for run in kept if run is not None]


def _ends(run: Run) -> Iterator[tuple[int, int, int]]:
    """Yield the places in a raster where a run begins, and where one of several signs ends."""
    yield 0, round(run.left / _PLACE), round(run.y / _PLACE)
    if len(run.text) > 1:
        yield 1, round(run.right / _PLACE), round(run.y / _PLACE)


def _near(run: Run) -> Iterator[tuple[int, int, int]]:
    """Yield the places where another run may begin or end like a run."""
    reach = min(1 + int(_SHADOW * run.font.size / _PLACE), _FURTHEST)
    for end, x, y in _ends(run):
        for across in range(-reach, reach + 1):
            for down in range(-reach, reach + 1):
                yield end, x + across, y + down


def _holds(one: Run | None, other: Run | None) -> bool:
    """Return whether the second of two runs is drawn in the place of the beginning or the end of the first."""
    if one is None or other is None:
        return False
    near = _SHADOW * min(one.font.size, other.font.size)
    if abs(one.y - other.y) >= near or abs(one.font.size - other.font.size) >= 1:
        return False
    near = min(near, 0.6 * max((one.right - one.left) / len(one.text), 0.01))
    begins = abs(one.left - other.left) < near and one.text.startswith(other.text)
    return begins or (abs(one.right - other.right) < near and one.text.endswith(other.text))


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
        line = next((line for line in lines if run.left >= line[-1].right - _back(line[-1], run)), None)
        if line is not None:
            line.append(run)
        elif not any(_covers(other, run) for other in row):
            lines.append([run])
    yield from lines


def _back(one: Run, other: Run) -> float:
    """Return how far a run may begin before the end of another on its line: a sign's blank halves are set solid."""
    solid = one.text[-1] in _BLANK_BEHIND and other.text[0] in _BLANK_BEFORE
    return (_BACK_SOLID if solid else _BACK) * _size(one, other)


def _covers(one: Run, other: Run) -> bool:
    """Return whether a run holds the text of another that lies on its middle."""
    near = _SHADOW * one.font.size
    inside = one.left - near < other.left and other.right < one.right + near
    return one is not other and inside and len(one.text) > len(other.text) and other.text in one.text


def _size(one: Run, other: Run) -> float:
    return max(one.font.size, other.font.size, 1)
