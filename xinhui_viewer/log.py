"""The log of unexpected errors, shared by window and command line: its place, and adding an entry."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def path(system: str = sys.platform) -> Path | None:
    """Return the log's path by the custom of a system (Linux: XDG Base Directory); None for a user without a home."""
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if system == "win32":
        folder = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "xinhui_viewer" / "Logs"
    elif system == "darwin":
        folder = home / "Library" / "Logs" / "xinhui_viewer"
    else:
        state = Path(os.environ.get("XDG_STATE_HOME", ""))  # a relative one is to be ignored
        folder = (state if state.is_absolute() else home / ".local" / "state") / "xinhui_viewer"
    return folder / "xinhui_viewer.log"


def record(error: BaseException) -> Path | None:
    """Add an unexpected error to the log; return the file, or None when it cannot be written."""
    from xinhui_viewer import logfile  # the logging it needs costs 100 ms to import, and most runs meet no error

    file = path()
    try:
        if file is not None:
            logfile.append(file, logfile.entry(error))
    except OSError:
        return None
    return file
