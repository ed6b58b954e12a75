"""Errors that the user can act on: one sentence on what happened, one on what to do."""

from __future__ import annotations

from pathlib import Path

from xinhui_viewer.i18n import sentences


class UserError(Exception):
    """An error shown as it is: ``problem`` names the file, ``remedy`` says what to do; both are translated."""

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(problem, remedy)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return sentences((self.problem, self.remedy))


class UnreadableSource(UserError):
    """No bulletin could be read from a file."""


class EmptyPage(UnreadableSource):
    """A page has neither a title nor a text."""


class ArchiveError(UserError):
    """An archive is missing, damaged, too new, locked or not writable."""


class MissingArchive(ArchiveError):
    """There is no file at the path of an archive: it was moved, or its disk is away."""

    def __init__(self, problem: str, remedy: str, path: Path) -> None:
        super().__init__(problem, remedy)
        self.path = path


class DamagedArchive(ArchiveError):
    """An archive's file is damaged where it was read."""


class DamagedBulletin(ArchiveError):
    """The stored text of a bulletin can no longer be read; the others of its archive can."""


class ExportError(UserError):
    """A file could not be written."""


class Cancelled(Exception):
    """The user cancelled the work, or a newer task replaced it."""
