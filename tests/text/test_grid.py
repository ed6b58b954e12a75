from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xinhui_viewer.records import Block, Cell
from xinhui_viewer.text.grid import MOST_CELLS, MOST_FIELDS, Grid, grid

Rows = tuple[tuple[Cell, ...], ...]


def laid(*rows: tuple[Cell, ...], above: str = "前文\n") -> Grid | None:
    """Return the grid of a table that stands below some text."""
    text = "\n".join("\t".join(cell.text for cell in row) for row in rows)
    return grid(above + text, Block("table", len(above), len(above) + len(text), rows=rows))


def drawn(*rows: tuple[Cell, ...]) -> list[str]:
    """Return a grid as a picture: one row a string, each place the sign of the cell there, a point where none is."""
    made = laid(*rows)
    assert made is not None
    places = [["."] * made.fields for _row in range(made.rows)]
    for cell in made.cells:
        for row in range(cell.row, cell.row + cell.rows):
            for field in range(cell.field, cell.field + cell.fields):
                assert places[row][field] == "."
                places[row][field] = cell.text
    return ["".join(row) for row in places]


def cells(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(text) for text in texts)


@pytest.mark.parametrize(
    ("rows", "picture"),
    [
        ((cells("a", "b"), cells("c", "d")), ["ab", "cd"]),
        (((Cell("a", rows=2), Cell("b", fields=2)), cells("c", "d")), ["abb", "acd"]),
        ((cells("a", "b"), (Cell("c", fields=9),)), ["ab", "cc"]),
        (((Cell("a", fields=1000),), cells("b", "c")), ["aa", "bc"]),
        (((Cell("a", fields=1000), Cell("b")), cells("c", "d")), ["aab", "cd."]),
        (((Cell("a", rows=65534), Cell("b")), cells("c")), ["ab", "ac"]),
        (((Cell("a", rows=3), Cell("b", rows=3)), (), ()), ["ab", "ab", "ab"]),
        (((Cell("a", rows=2), Cell("b", rows=3)), cells("c"), cells("d")), ["ab.", "abc", "db."]),
        (((Cell("a"), Cell("b", rows=2)), (Cell("c", fields=2), Cell("d"))), ["ab.", "cbd"]),
        (((Cell("a", rows=9), Cell("b", fields=2)), (Cell("c", rows=3), *cells("d", "e"))), ["abb.", "acde"]),
        (((Cell("a", rows=0, fields=0), Cell("b", rows=-1, fields=-7)), cells("c", "d")), ["ab", "cd"]),
        ((cells("a", "b"), (), cells("c")), ["ab", "..", "c."]),
        ((cells("a"), cells("b", "c", "d")), ["a..", "bcd"]),
        (((Cell("a", rows=10**9, fields=10**9),),), ["a"]),
        (
            (
                (Cell("a", rows=3), Cell("b", fields=3)),
                (Cell("c", fields=2), Cell("d")),
                (Cell("e"), Cell("f", fields=2)),
            ),
            ["abbb", "accd", "aeff"],
        ),
    ],
    ids=[
        "plain",
        "spans",
        "span over the right edge",
        "huge span of fields",
        "huge span before a cell",
        "huge span of rows",
        "rows without cells",
        "spans of rows that run out",
        "span that meets a cell from above",
        "overlapping spans",
        "spans of nothing",
        "empty row",
        "short row",
        "vast cell",
        "spans that no row has the fields of",
    ],
)  # fmt: skip
def test_a_cell_goes_to_the_next_free_place_and_its_span_is_cut_at_other_cells_and_the_edge(
    rows: Rows, picture: list[str]
) -> None:
    assert drawn(*rows) == picture


@pytest.mark.parametrize(
    "rows",
    [
        (),
        ((), ()),
        (cells(*"x" * (MOST_FIELDS + 1)),),
        tuple(cells("x", "y") for _row in range(MOST_CELLS // 2 + 1)),
        (cells(*"x" * 300), *(() for _row in range(MOST_CELLS))),
        tuple((Cell("x", rows=65534),) for _row in range(MOST_FIELDS + 1)),
    ],
    ids=["no rows", "no cells", "many fields", "many cells", "many empty places", "rows that push each other aside"],
)
def test_a_table_without_cells_or_too_large_has_no_grid(rows: Rows) -> None:
    assert laid(*rows) is None


def test_a_table_whose_text_is_not_that_of_its_cells_has_no_grid() -> None:
    assert grid("甲\t乙", Block("table", 0, 3, rows=(cells("甲", "丙"),))) is None


@settings(deadline=None)
@given(
    st.lists(
        st.lists(st.builds(Cell, st.text("甲 \n", max_size=3), st.integers(-2, 9), st.integers(-2, 9)), max_size=6).map(
            tuple
        ),
        max_size=8,
    )
)
def test_every_cell_has_a_place_of_its_own_inside_the_grid_and_its_text_in_the_body(
    rows: list[tuple[Cell, ...]],
) -> None:
    made = laid(*rows)
    if made is None:
        assert not any(rows)
        return
    assert [cell.text for cell in made.cells] == [cell.text for row in rows for cell in row]
    body = "前文\n" + "\n".join("\t".join(cell.text for cell in row) for row in rows)
    assert all(body.startswith(cell.text, cell.start) for cell in made.cells)
    taken = [
        (row, field)
        for cell in made.cells
        for row in range(cell.row, cell.row + cell.rows)
        for field in range(cell.field, cell.field + cell.fields)
    ]
    assert len(set(taken)) == len(taken)
    assert all(0 <= row < made.rows and 0 <= field < made.fields for row, field in taken)
