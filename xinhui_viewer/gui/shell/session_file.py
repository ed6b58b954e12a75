"""The file of the session: private, replaced as a whole, and never lost to a damaged one."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from xinhui_viewer.gui.shell.session import Session, read, written

_LARGEST = 8_000_000  # bytes


class SessionFile:
    """Reads and writes a session's file; what is not written by this program is kept aside, once."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept = b""

    def read(self) -> Session:
        """Return the session of the file; an empty one when there is no readable file."""
        try:
            with self._path.open("rb") as file:
                content = file.read(_LARGEST + 1)
            if len(content) > _LARGEST:
                raise ValueError("too large")
            self._kept = content
            return read(content)
        except ValueError:
            with suppress(OSError):
                self._path.replace(self._path.with_name(f"{self._path.name}.damaged"))
        except OSError:
            pass
        return Session()

    def write(self, session: Session) -> None:
        """Replace the file, readable by the user alone; an OSError when it cannot be written."""
        content = written(session)
        if content == self._kept:
            return
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = self._path.with_name(f"{self._path.name}.new")
        with suppress(FileNotFoundError):
            beside.unlink()  # one that a killed program left, perhaps readable by others
        with open(beside, "xb", opener=_private) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._path)
        self._kept = content


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
