"""The texts of a row are those of its values, one by one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as values

from xinhui_viewer.importers.sheets.cells import text, texts


@given(values.lists(values.floats(allow_nan=False, allow_infinity=False)))
def test_numbers_read_row_by_row_are_those_read_one_by_one(row: list[float]) -> None:
    assert texts(row) == [text(value) for value in row]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0.1 + 0.2, "0.3"),
        (1234567.1234567, "1234567.1234567"),
        (3.0000000000000004, "3"),
        (1e10, "10000000000"),
        (12345678901234567.0, "12345678901234568"),
        (0.1234567890123456, "0.1234567890123456"),
    ],
)
def test_long_numbers_are_shown_without_the_noise_of_binary_fractions(value: float, shown: str) -> None:
    assert texts([value]) == [shown]
