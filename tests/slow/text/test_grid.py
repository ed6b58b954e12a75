from __future__ import annotations

import pytest

from tests.text.test_grid import Rows, cells, laid
from xinhui_viewer.records import Cell
from xinhui_viewer.text.grid import MOST_CELLS


@pytest.mark.parametrize(
    "rows",
    [
        tuple((Cell("x", rows=65534, fields=65534), Cell("y", rows=65534)) for _row in range(140)),
        (tuple(Cell("x", rows=65534, fields=65534) for _cell in range(50)), *[cells("x", "y")] * 300),
        tuple((Cell("x", fields=10**9),) for _row in range(MOST_CELLS)),
    ],
    ids=["steps", "a wall", "long"],
)
def test_a_hostile_table_takes_no_more_places_than_a_grid_has(rows: Rows) -> None:
    made = laid(*rows)
    assert made is None or made.rows * made.fields <= MOST_CELLS
