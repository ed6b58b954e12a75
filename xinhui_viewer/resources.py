"""The program's own files, in a checkout and installed."""

from __future__ import annotations

from pathlib import Path

_INSIDE = Path(__file__).parent / "resources"
ROOT = _INSIDE if _INSIDE.is_dir() else Path(__file__).parent.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of a file or folder of the program; it may be read-only."""
    return ROOT.joinpath(*parts)
