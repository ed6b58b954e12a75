"""Files in folders and zip files that are skipped without a line in the report: parts of pages, files of the system."""

from __future__ import annotations

from pathlib import PurePosixPath

# Files beside saved pages that are no pages: skipped in folders without a line in the report.
_BESIDE = frozenset(
    """
    .css .js .json .map .png .jpg .jpeg .gif .svg .webp .ico .bmp .woff .woff2 .ttf .eot .otf .mp4 .mp3 .db .ini .tmp
    """.split()  # noqa: SIM905
)

COMPANIONS = ("_files", ".files", "_文件")  # as browsers name the folder beside a saved page


def is_beside(name: str) -> bool:
    """Return whether a file belongs to a page beside it, by its name."""
    return PurePosixPath(name).suffix.lower() in _BESIDE


def is_hidden(place: str) -> bool:
    """Return whether a system or a program keeps a file for itself, by its path."""
    steps = place.split("/")
    # Word locks a document by a file ~$name; __MACOSX is what a Mac adds to a zip file.
    return any(step.startswith((".", "~$")) or step == "__MACOSX" for step in steps)
