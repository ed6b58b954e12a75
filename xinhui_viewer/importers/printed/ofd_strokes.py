"""The strokes of one page of an OFD file: thin lines and boxes among its paths, such as those that rule tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from xinhui_viewer.importers.printed.ofd_matrix import turned_back
from xinhui_viewer.importers.printed.ofd_objects import POINTS, Placed, is_shown, number
from xinhui_viewer.importers.printed.run import Stroke
from xinhui_viewer.importers.printed.strokes import MOST, THIN, stroke
from xinhui_viewer.importers.xml_guard import child

_STEP = re.compile(r"([SMLQBAC])([^SMLQBAC]*)")  # of the data of a path: a letter and its points (9.1)
_LONGEST = 100_000  # characters of the data of a path: a longer one is a drawing

_Point = tuple[float, float]
_Piece = tuple[_Point, _Point]


def path_strokes(paths: Iterable[Placed], page: int) -> tuple[Stroke, ...]:
    """Return the level and upright strokes of a page that is turned by quarters; none of one that draws more than a
    table has.
    """
    found: list[Stroke] = []
    for one in paths:
        found += filter(None, (stroke(*piece) for piece in _drawn(one, page)))
        if len(found) > MOST:
            return ()
    return tuple(found)


def _drawn(placed: Placed, page: int) -> Iterator[_Piece]:
    """Yield the ends of each line that a path draws: of a figure so thin that it is one, or of each of its sides."""
    stroked = _says(placed.node.get("Stroke"), "true")  # by default (9.1)
    for figure in _figures(_data(placed.node)) if stroked or _says(placed.node.get("Fill"), "false") else ():
        sides = [(_seen(one, placed, page), _seen(other, placed, page)) for one, other in figure]
        left, right = _ends([x for side in sides for x, _y in side])
        bottom, top = _ends([y for side in sides for _x, y in side])
        if min(right - left, top - bottom) < THIN:
            yield (left, bottom), (right, top)
        elif stroked:
            yield from sides


def _data(path: Any) -> str:
    """Return the data of a path; empty for an invisible one, or a drawing."""
    data = child(path, "AbbreviatedData") if is_shown(path) else None
    text = (data.text or "") if data is not None else ""
    return text if len(text) <= _LONGEST else ""


def _ends(places: Sequence[float]) -> tuple[float, float]:
    return min(places), max(places)


def _says(text: str | None, usual: str) -> bool:
    return (text or usual).strip().lower() in ("true", "1")


def _seen(point: _Point, placed: Placed, page: int) -> _Point:
    """Return a point as it stands on the page turned back, in points, with y growing upwards."""
    x, y = turned_back(*placed.matrix.of(*point), page)
    return x * POINTS, -y * POINTS


def _figures(data: str) -> Iterator[list[_Piece]]:
    """Yield the straight sides of each figure of a path that has any."""
    sides: list[_Piece] = []
    begun = at = (0.0, 0.0)
    for letter, points in _STEP.findall(data):
        before, at = at, _last(points, at)
        if letter in "SM":
            if sides:
                yield sides
            begun, sides = at, []
        elif letter == "L":
            sides.append((before, at))
        elif letter == "C":
            sides.append((before, begun))
            at = begun
    if sides:
        yield sides


def _last(points: str, at: _Point) -> _Point:
    """Return the point to which a step leads, the end of its numbers; the same one where it has none."""
    found = points.split()[-2:]
    return (number(found[0]), number(found[1])) if len(found) == 2 else at
