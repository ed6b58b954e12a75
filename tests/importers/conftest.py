"""Processes that read, shared by the tests of a module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from xinhui_viewer.importers.run.pool import Pool


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool() as made:
        yield made
