"""Files in folders and zip files that are no bulletins of their own: parts of pages, files of the system.

Parts of a page are passed over without a word; of what may have been meant, the report says in a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from xinhui_viewer.i18n import listed, trn
from xinhui_viewer.importers.legible import is_named_as_text

_PICTURES = frozenset(".png .jpg .jpeg .gif .webp .bmp".split())  # noqa: SIM905
# Files beside saved pages that are no pages.
_BESIDE = _PICTURES | frozenset(
    ".css .js .json .map .svg .ico .woff .woff2 .ttf .eot .otf .mp4 .mp3 .db .ini .tmp".split()  # noqa: SIM905
)
COMPANIONS = ("_files", ".files", "_文件")  # as browsers name the folder beside a saved page
# Folders and files that systems and tools keep: nobody means them. ._x is what a Mac adds to x.
_SYSTEM = frozenset("__macosx .git .svn .hg .ds_store .trash .trashes .cache .idea .vscode".split())  # noqa: SIM905
_MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Left:
    """The files left out of a folder or a zip: hidden ones that somebody may have meant, and the number of pictures
    where there are pages, those that a browser saved with one aside; ``pages`` says that there are pages.
    """

    hidden: tuple[str, ...] = ()
    pictures: int = 0
    pages: bool = False

    def sentences(self) -> Iterator[str]:
        """Yield what the report says of it."""
        if n := len(self.hidden):
            yield trn(
                "{n} hidden file or folder was left out ({names}): if it holds bulletins, import it itself.",
                "{n} hidden files and folders were left out ({names}): if they hold bulletins, import them.",
                n,
            ).format(n=n, names=listed(self.hidden[:_MOST_NAMED]))
        if n := self.pictures:
            yield trn(
                "{n} picture beside pages was taken for a part of them: if it is a bulletin, import it itself.",
                "{n} pictures beside pages were taken for parts of them: if they are bulletins, import them.",
                n,
            ).format(n=n)


def left_out(places: Iterable[str]) -> Left:
    """Return what is left out of the files of a folder or a zip, by their paths in it."""
    hidden: dict[str, None] = {}
    pictures, pages = 0, False
    for place in places:
        if is_hidden(place):
            step = next((step for step in place.split("/") if _is_hidden(step)), "")
            if _may_be_meant(step):
                hidden.setdefault(step)
        elif is_named_as_text(place):
            pages = True
        elif PurePosixPath(place).suffix.lower() in _PICTURES:
            pictures += not any(step.endswith(COMPANIONS) for step in place.split("/")[:-1])
    return Left(tuple(hidden), pictures if pages else 0, pages)


def is_part(place: str, left: Left) -> bool:
    """Return whether a file belongs to a page: a script, a style, and a picture where there are pages."""
    ending = PurePosixPath(place).suffix.lower()
    return ending in _BESIDE and (left.pages or ending not in _PICTURES)


def is_beside(name: str) -> bool:
    """Return whether a file may belong to a page beside it, by its name."""
    return PurePosixPath(name).suffix.lower() in _BESIDE


def is_hidden(place: str) -> bool:
    """Return whether a system or a program keeps a file for itself, by its path."""
    return any(map(_is_hidden, place.split("/")))


def _is_hidden(step: str) -> bool:
    return step.startswith((".", "~$")) or step == "__MACOSX"  # Word locks a document by a file ~$name


def _may_be_meant(step: str) -> bool:
    return step.startswith(".") and not step.startswith("._") and step.lower() not in _SYSTEM
