"""Groups of strokes that touch: the level and upright lines of each ruled table on a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from xinhui_viewer.importers.printed.run import Stroke

NEAR = 3.5  # points: lines so near are one (double lines, and ends that do not quite meet)
SLIVER = 6.0  # points: no text stands between lines so near
THIN = 3.5  # points: what is no wider is a line
MOST = 6_000  # strokes of a page: one with more is a drawing, not a table
_SHORTEST = 4.0  # points
_MOST_PAIRS = 500_000  # of a level and an upright line; a page with more is a drawing

_Piece = tuple[float, float, float]  # its place across, and where it begins and ends


@dataclass(frozen=True, slots=True)
class Lines:
    """The level and upright lines of a page or of a table, each whole though drawn piece by piece."""

    levels: tuple[Stroke, ...]
    uprights: tuple[Stroke, ...]


def stroke(one: tuple[float, float], other: tuple[float, float]) -> Stroke | None:
    """Return the stroke between two points of a page, None where it leans or is short."""
    (left, right), (bottom, top) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    thin, long = sorted((right - left, top - bottom))
    return Stroke(left, bottom, right, top) if thin < THIN and long >= _SHORTEST else None


def whole_lines(strokes: Iterable[Stroke]) -> Lines:
    """Return the lines that strokes make up."""
    levels: list[_Piece] = []
    uprights: list[_Piece] = []
    for one in strokes:
        if one.level:
            levels.append(((one.bottom + one.top) / 2, one.left, one.right))
        else:
            uprights.append(((one.left + one.right) / 2, one.bottom, one.top))
    return Lines(
        tuple(Stroke(start, at, end, at) for at, start, end in _joined(levels)),
        tuple(Stroke(at, start, at, end) for at, start, end in _joined(uprights)),
    )


def touching(lines: Lines) -> Iterator[Lines]:
    """Yield the lines in groups that touch each other, where a level and an upright one do."""
    levels, uprights = lines.levels, lines.uprights
    if len(levels) * len(uprights) > _MOST_PAIRS:
        return
    group = list(range(len(levels) + len(uprights)))

    def root(at: int) -> int:
        while group[at] != at:
            group[at] = at = group[group[at]]
        return at

    for number, upright in enumerate(uprights, len(levels)):
        for at, level in enumerate(levels):
            if touch(level, upright):
                group[root(at)] = root(number)
    members: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for at, line in enumerate((*levels, *uprights)):
        members.setdefault(root(at), ([], []))[at >= len(levels)].append(line)
    yield from (Lines(tuple(level), tuple(upright)) for level, upright in members.values() if level and upright)


def places(values: Iterable[float]) -> list[float]:
    """Return values in order, those that are nearer than SLIVER as one."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > SLIVER:
            found.append(value)
    return found


def touch(level: Stroke, upright: Stroke) -> bool:
    """Return whether a level and an upright line meet."""
    return (
        level.left - NEAR <= upright.left <= level.right + NEAR
        and upright.bottom - NEAR <= level.bottom <= upright.top + NEAR
    )


def _joined(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Return pieces as long as possible: those in one place that meet or overlap are one."""
    rows: list[list[_Piece]] = []
    for piece in sorted(pieces):
        if rows and piece[0] - rows[-1][0][0] <= NEAR:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    found: list[_Piece] = []
    for row in rows:
        place = row[0][0]
        start, end = None, 0.0
        for _place, begins, ends in sorted(row, key=lambda piece: piece[1]):
            if start is not None and begins <= end + NEAR:
                end = max(end, ends)
                continue
            if start is not None:
                found.append((place, start, end))
            start, end = begins, ends
        if start is not None:
            found.append((place, start, end))
    return found
