"""Create files atomically: write them under another name beside their place, then rename them."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from xinhui_viewer.archive.faults import explaining, require_folder
from xinhui_viewer.errors import ArchiveError
from xinhui_viewer.i18n import tr


@contextmanager
def publishing(path: Path) -> Iterator[Path]:
    """Yield an empty file to fill in the block; then rename it to ``path``, never over another file.

    An ArchiveError when there is a file of that name or it cannot be made; no file is left then.
    """
    _refuse_existing(path)
    with making(path) as made:
        yield made
        _named(made, path)


@contextmanager
def making(path: Path) -> Iterator[Path]:
    """Yield an empty file beside ``path``; remove it after the block unless it was renamed.

    An ArchiveError about ``path`` when it cannot be made.
    """
    require_folder(path)
    made = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        made.touch(exist_ok=False)
        with explaining(path):
            yield made
    except OSError as error:
        raise ArchiveError(
            tr("{name} could not be made: {reason}.").format(name=path.name, reason=error.strerror or error),
            tr("Choose a folder that you can write to, on a disk with free space."),
        ) from error
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                made.with_name(made.name + ending).unlink()


def _refuse_existing(path: Path) -> None:
    if os.path.lexists(path):
        raise ArchiveError(
            tr("{name} already exists.").format(name=path.name),
            tr("Choose another name, or open it if it is the archive you want."),
        )


def _named(made: Path, path: Path) -> None:
    """Rename the finished file so that a power cut leaves all of it or nothing."""
    try:
        os.link(made, path)
    except FileExistsError:
        _refuse_existing(path)
    except OSError:  # a file system without hard links
        _refuse_existing(path)
        made.rename(path)
    settle(path.parent)


def settle(folder: Path) -> None:
    """Sync the names in a folder to disk, so that they survive a power cut."""
    with suppress(OSError):  # Windows cannot open folders
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
