"""Files in folders and zip files that are passed over without a word: what belongs to a page or to the system."""

from __future__ import annotations

from pathlib import PurePosixPath

# What lies beside saved pages and is none itself: passed over in folders without a word in the report.
_BESIDE = frozenset(
    """
    .css .js .json .map .png .jpg .jpeg .gif .svg .webp .ico .bmp .woff .woff2 .ttf .eot .otf .mp4 .mp3 .db .ini .tmp
    """.split()  # noqa: SIM905
)


def is_beside(name: str) -> bool:
    """Tell a file that lies beside pages and is none itself, by its name."""
    return PurePosixPath(name).suffix.lower() in _BESIDE


def is_hidden(place: str) -> bool:
    """Tell a file that a system or a program keeps for itself, by its path."""
    steps = place.split("/")
    # Word locks a document by a file ~$name; __MACOSX is what a Mac adds to a zip file.
    return any(step.startswith((".", "~$")) or step == "__MACOSX" for step in steps)
