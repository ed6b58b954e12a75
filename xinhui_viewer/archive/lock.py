"""The writers' lock: a file beside the archive, released by the system even when the program dies."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from xinhui_viewer.archive.faults import require_folder
from xinhui_viewer.errors import ArchiveError
from xinhui_viewer.i18n import tr

if sys.platform == "win32":
    import msvcrt

    def _hold(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _hold(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the writers' lock of the archive at ``path``; an ArchiveError when another process or window has it."""
    require_folder(path)
    beside = path.with_name(f"{path.name}-lock")
    handle = _acquired(beside, path)
    try:
        yield
    finally:
        # Removed while still held, so that nobody can lock a file that is about to go. Windows keeps open files.
        with suppress(OSError):
            beside.unlink()
        os.close(handle)


def _acquired(beside: Path, path: Path) -> int:
    while True:
        try:
            handle = os.open(beside, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError as error:
            raise ArchiveError(
                tr("The folder of {name} is not writable.").format(name=path.name),
                tr("Open the archive for reading, or copy it to a folder of your own."),
            ) from error
        try:
            _hold(handle)
            if os.path.samestat(os.fstat(handle), os.stat(beside)):
                return handle
        except FileNotFoundError:
            pass  # the previous holder removed it between our opening and our locking: make a new one
        except OSError as error:
            os.close(handle)
            raise ArchiveError(
                tr("{name} is being written by another window or program.").format(name=path.name),
                tr("Wait until it is done, or close the other one; you can read in the meantime."),
            ) from error
        os.close(handle)
