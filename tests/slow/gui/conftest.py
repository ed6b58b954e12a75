"""The fixtures of the quick tests of the window."""

from __future__ import annotations

from tests.gui.archives.conftest import other, own
from tests.gui.conftest import _fonts, choose, open_desk, open_shown, settings
from tests.gui.paper.conftest import printer

__all__ = ["_fonts", "choose", "open_desk", "open_shown", "other", "own", "printer", "settings"]
