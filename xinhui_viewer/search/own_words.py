"""The user's own everyday words and abbreviations: a file beside the settings, in the form of resources/search."""

from __future__ import annotations

import os
import sys
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from xinhui_viewer.i18n import listed, tr, trn
from xinhui_viewer.search.word_lines import Line, lines, unreadable

_MOST = 1_000_000  # bytes
_TOLD = 5  # numbers of lines
_TEMPLATE = """# {first}
# {second}
"""


class _Stamp(NamedTuple):
    path: Path
    changed: int
    size: int


def path(system: str = sys.platform) -> Path | None:
    """Return the file by the custom of a system (Linux: XDG Base Directory); None for a user without a home."""
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if system == "win32":
        folder = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif system == "darwin":
        folder = home / "Library" / "Preferences"
    else:
        given = Path(os.environ.get("XDG_CONFIG_HOME", ""))  # a relative one is to be ignored
        folder = given if given.is_absolute() else home / ".config"
    return folder / "xinhui_viewer" / "words.txt"


def own() -> tuple[Line, ...]:
    """Return the user's own lines, as the file is now; none without a file that can be read."""
    return lines(_text(_stamp()))


def problem() -> str:
    """Return a sentence on the lines that cannot be read, and are ignored; empty when there are none."""
    stamp = _stamp()
    numbers = unreadable(_text(stamp))
    if stamp is None or not numbers:
        return ""
    said = trn(
        "Line {lines} of your own words ({file}) has not the form everyday=official, and is ignored.",
        "Lines {lines} of your own words ({file}) have not the form everyday=official, and are ignored.",
        len(numbers),
    )
    shown = [str(number) for number in numbers[:_TOLD]] + ["…"] * (len(numbers) > _TOLD)
    return said.format(lines=listed(shown), file=stamp.path.name)


def created() -> Path | None:
    """Return the file, made with two lines of explanation when there is none yet; an OSError when it cannot be made."""
    file = path()
    if file is not None and not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        first = tr(
            "Your own words, a line each, everyday=official|official: a search for the left finds the right, too."
        )
        second = tr("With == it holds in both directions: short form==full name. What follows # is a comment.")
        file.write_text(_TEMPLATE.format(first=first, second=second), "utf-8-sig")  # for Notepad
    return file


def version() -> object:
    """Return a value that changes when the file does."""
    return _stamp()


def _stamp() -> _Stamp | None:
    file = path()
    try:
        found = file.stat() if file is not None else None
    except OSError:
        return None
    return _Stamp(file, found.st_mtime_ns, found.st_size) if file is not None and found is not None else None


@lru_cache(maxsize=2)
def _text(stamp: _Stamp | None) -> str:
    """Return the text of the file, in UTF-8 or in the encodings that Windows programs save in."""
    try:
        content = stamp.path.read_bytes()[:_MOST] if stamp is not None else b""
    except OSError:
        return ""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030", "replace")
