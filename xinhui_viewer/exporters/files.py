"""Names of exported files, and writing them atomically."""

from __future__ import annotations

import mimetypes
import os
import re
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from xinhui_viewer.errors import ExportError
from xinhui_viewer.facts import day
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Bulletin, SummaryEntry

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f\ud800-\udfff<>:"/\\|?*\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+')
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|$)")
PATTERN = "{date}_{source}_{title}"
_VALUE = re.compile(r"\{(\w+)\}")
_LONGEST = 80  # characters: a whole path has 260 on Windows
_MOST_BYTES = 240  # most file systems take 255


def file_name(entry: SummaryEntry | Bulletin, ending: str, pattern: str = PATTERN) -> str:
    """Return a name for a bulletin's file that Windows, macOS and Linux all take.

    The pattern may hold {date}, {source}, {title}, {number} (the document's) and {id}; an unknown one leaves no gap.
    """
    number = str(entry.id if isinstance(entry, Bulletin) else entry.bulletin_id)
    facts = entry.facts
    values = {
        "date": said.isoformat() if (said := day(facts)) else "",
        "source": facts.source,
        "title": facts.title or number,
        "number": facts.document_number,
        "id": number,
    }
    filled = _VALUE.sub(lambda found: _FORBIDDEN.sub("", values.get(found[1], found[0])).strip(" ._"), pattern)
    name = re.sub(r"([_ .-])(?:[_ .-])+", r"\1", _FORBIDDEN.sub("", filled)).strip(" ._-")
    name = re.sub(r"\s+", " ", name)[: _LONGEST - len(ending) - 1]
    name = name.encode()[:_MOST_BYTES].decode("utf-8", "ignore").rstrip(" .") or "bulletin"
    return f"{'_' if _RESERVED.match(name) else ''}{name}.{ending}"


def cleaned(name: str) -> str:
    """Return a name that Windows, macOS and Linux all take for a file, with its ending."""
    stem, dot, ending = _FORBIDDEN.sub("", name).strip(" .").rpartition(".")
    stem, ending = (stem, f"{dot}{ending}") if stem and len(ending) <= 5 else (f"{stem}{dot}{ending}", "")
    short = stem[:_LONGEST].encode()[:_MOST_BYTES].decode("utf-8", "ignore").rstrip(" .") or "file"
    return f"{'_' if _RESERVED.match(short) else ''}{short}{ending}"


def original_name(name: str, media_type: str) -> str:
    """Return the name of an original for a file; what was pasted has no ending and gets that of its media type."""
    ending = "" if Path(name).suffix else mimetypes.guess_extension(media_type) or ""
    return cleaned(name) + ending


def unused(folder: Path, name: str) -> Path:
    """Return an unused path in a folder: name.pdf, name (2).pdf …"""
    path, number = folder / name, 1
    while path.exists():
        number += 1
        path = folder / f"{Path(name).stem} ({number}){Path(name).suffix}"
    return path


def make_folder(path: Path) -> None:
    """Make a folder where there is none; an ExportError says why it could not be made."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(path, error) from error


def save(path: Path, content: bytes | Iterable[bytes]) -> None:
    """Write a file atomically, from bytes or an iterable of pieces; an ExportError says why it could not be written."""
    if not path.parent.is_dir():
        problem = tr("The folder {folder} does not exist.").format(folder=path.parent)
        raise ExportError(problem, tr("Choose an existing folder."))
    if path.is_dir():
        raise ExportError(tr("{name} is a folder.").format(name=path.name), tr("Choose a name for the file."))
    try:
        _write(path, (content,) if isinstance(content, bytes) else content)
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> ExportError:
    problem = tr("{name} could not be written: {reason}.")
    return ExportError(
        problem.format(name=path.name, reason=error.strerror or error),
        tr("Choose a folder that you can write to, on a disk with free space."),
    )


def _write(path: Path, content: Iterable[bytes]) -> None:
    handle, temporary = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            for piece in content:
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
