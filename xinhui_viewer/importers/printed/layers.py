"""Text that is drawn over other text: two pages on one, which only the order of the file tells apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from xinhui_viewer.importers.printed.rows import Row
from xinhui_viewer.importers.printed.run import Run

_OVERLAID = 0.25  # the share of lines that lie over another, from which a page is read in layers
_COVERED = 0.5  # the share of a run that lies over others
_MOST = 4  # layers
_RASTER = 3  # points


def are_overlaid(rows: Sequence[Row]) -> bool:
    """Return whether many lines of a page lie over others; rows are given from top to bottom."""
    over = sum(
        one[0].y - other[0].y < 0.3 * one[0].font.size
        and min(one[-1].right, other[-1].right) - max(one[0].left, other[0].left) > 2 * one[0].font.size
        for one, other in pairwise(rows)
    )
    return over > _OVERLAID * len(rows)


def layers(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Yield runs in the order of the file, a new layer where one lies over what the layer has so far."""
    layer: list[Run] = []
    taken: set[tuple[int, int]] = set()
    made = 1
    for run in runs:
        places = _places(run)
        if made < _MOST and sum(place in taken for place in places) > _COVERED * len(places):
            yield layer
            layer, taken, made = [], set(), made + 1
        layer.append(run)
        taken.update(places)
    yield layer


def _places(run: Run) -> list[tuple[int, int]]:
    """Return the squares of a raster that the baseline of a run goes through, but the first."""
    row = round(run.y / _RASTER)
    first = int(run.left / _RASTER)
    return [(row, at) for at in range(first + 1, int(run.right / _RASTER))] or [(row, first)]
