"""The fixtures of the quick tests of importers."""

from __future__ import annotations

from tests.importers.conftest import pool

__all__ = ["pool"]
