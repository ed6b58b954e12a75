"""Files built once and kept in a folder: the files, and beside each a json that says how it was built."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from xinhui_viewer.archive.connect import SCHEMA
from xinhui_viewer.text.terms import VERSION

Built = dict[str, Any]
_T = TypeVar("_T")
_MADE_BY = f"schema {SCHEMA}, terms {VERSION}, benchmark 2"


def kept(path: Path, build: Callable[[Path], Built]) -> Built:
    """Build a file or folder unless it is there and made by the same code; return the record of its building."""
    note = path.with_name(path.name + ".json")
    if path.exists() and note.exists():
        built: Built = json.loads(note.read_text("utf-8"))
        if built.get("made_by") == _MADE_BY:
            return built
    discard(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    print(f"building {path} …", flush=True)
    built = {**build(path), "made_by": _MADE_BY}
    note.write_text(json.dumps(built, indent=1), "utf-8")
    return built


def discard(path: Path) -> None:
    """Remove a file or folder, and SQLite's files beside it, if they exist."""
    if path.is_dir():
        shutil.rmtree(path)
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)


def batches(items: Iterable[_T], size: int = 500) -> Iterator[list[_T]]:
    """Yield the items in lists of ``size``, the last one shorter."""
    batch: list[_T] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
