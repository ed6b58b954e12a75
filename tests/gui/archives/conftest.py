"""Two archives of the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import archive, draft


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return archive(tmp_path / "a.xhdb", draft("甲"))


@pytest.fixture
def other(tmp_path: Path) -> Path:
    return archive(tmp_path / "b.xhdb", draft("乙"))
