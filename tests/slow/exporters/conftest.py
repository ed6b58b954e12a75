"""The fixtures of the quick tests of exporters."""

from __future__ import annotations

from tests.exporters.conftest import text_of

__all__ = ["text_of"]
