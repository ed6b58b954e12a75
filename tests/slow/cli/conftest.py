"""The fixtures of the quick tests of the command line."""

from __future__ import annotations

from tests.cli.conftest import archive, empty, page, run

__all__ = ["archive", "empty", "page", "run"]
