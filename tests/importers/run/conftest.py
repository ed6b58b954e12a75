"""An empty archive for each test of imports."""

from __future__ import annotations

from pathlib import Path

import pytest

from xinhui_viewer.archive import writing


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "archive.xhdb"
    writing.create(path)
    return path
