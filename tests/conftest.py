"""What many tests need: the shared measuring data where there is any, and archives of their own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANGUAGE"] = ""
os.environ["LC_ALL"] = "C.UTF-8"

_SHARED = Path(__file__).parents[1].parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of third-party texts that the program is measured on; it is not part of the project."""
    if not (_SHARED / "data").is_dir():
        pytest.skip("the folder ../shared with the measuring data is not here")
    return _SHARED


@pytest.fixture
def seed(shared: Path) -> Path:
    """The first real bulletin: the text of a page of Xinhui district."""
    return shared / "data" / "seed.txt"
