"""Standard input in place of a file: a command that reads files by their paths is given it as one."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_NAMED = Path("-")
_NAME = "stdin"  # without an ending: it is read as what it is


@contextmanager
def standard_input(sources: Sequence[Path]) -> Iterator[tuple[Path, ...]]:
    """Give paths to read from, each "-" replaced by a temporary copy of standard input."""
    if _NAMED not in sources:
        yield tuple(sources)
        return
    with TemporaryDirectory() as folder:
        copy = Path(folder, _NAME)
        with copy.open("wb") as file:
            shutil.copyfileobj(sys.stdin.buffer, file)
        yield tuple(copy if source == _NAMED else source for source in sources)
