"""The file of the log: rotated by size, readable by its user alone, and without any text of bulletins or queries."""

from __future__ import annotations

import logging
import os
import platform
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from traceback import format_tb

from xinhui_viewer import __version__

SIZE, OLDER = 256 * 1024, 2  # bytes a file, and files kept beside the newest


def append(file: Path, text: str) -> None:
    """Add a text with the time before it; an OSError when it cannot be written."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = _PrivateFile(file, maxBytes=SIZE, backupCount=OLDER, encoding="utf-8", errors="backslashreplace")
    handler.setFormatter(logging.Formatter("%(asctime)s %(message)s"))
    try:
        handler.emit(logging.makeLogRecord({"msg": text}))
    finally:
        handler.close()


def entry(error: BaseException) -> str:
    """Return the versions, then the traceback and the type of an error, those of its causes first.

    Messages are left out, for they may quote a bulletin or a query; the system's reasons are not.
    """
    lines = [f"xinhui_viewer {__version__}, Python {platform.python_version()}, {platform.platform()}\n"]
    for one in _with_causes(error):
        lines += format_tb(one.__traceback__)
        reason = f": {one.strerror}" if isinstance(one, OSError) and one.strerror else ""
        lines.append(f"{type(one).__module__}.{type(one).__qualname__}{reason}\n")
    return "".join(lines)


def _with_causes(error: BaseException) -> list[BaseException]:
    chain: list[BaseException] = []
    one: BaseException | None = error
    while one is not None and one not in chain:
        chain.insert(0, one)
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return chain


class _PrivateFile(RotatingFileHandler):
    def _open(self) -> TextIOWrapper:
        return open(self.baseFilename, "a", encoding=self.encoding, errors=self.errors, opener=_private)

    def handleError(self, record: logging.LogRecord) -> None:
        """Re-raise the exception that ``emit`` caught."""
        raise


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
