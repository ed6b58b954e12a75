"""What can go wrong in a way the user can mend: one sentence what happened, one what to do."""

from __future__ import annotations


class UserError(Exception):
    """Shown as it is: the problem names the file, the remedy says what to do; both are translated sentences."""

    def __init__(self, problem: str, remedy: str = "") -> None:
        super().__init__(problem, remedy)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        between = "" if self.problem.endswith("。") else " "
        return f"{self.problem}{between}{self.remedy}".strip()


class UnreadableSource(UserError):
    """A file that no bulletin could be read from."""


class ArchiveError(UserError):
    """An archive that is missing, damaged, too new, locked or cannot be written."""


class DamagedArchive(ArchiveError):
    """An archive whose file is damaged where it was read."""


class DamagedBulletin(ArchiveError):
    """A bulletin whose stored text can no longer be read; the others of its archive can."""


class ExportError(UserError):
    """A file that could not be made."""


class Cancelled(Exception):
    """The user, or a newer task, wants this work no more."""
