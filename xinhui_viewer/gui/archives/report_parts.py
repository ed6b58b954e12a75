"""The outcome of an import in numbers, and the parts of its report that its user may want to check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from xinhui_viewer.i18n import trn
from xinhui_viewer.importers.page_kinds import counted, passed_over
from xinhui_viewer.records import Imported

_NEW = ("imported", "imported-with-warning", "revision")


class Part(NamedTuple):
    """A part of a report that its user may want to check: its name with a count, and the rows of a line in it.

    A row is the id of a bulletin, or None for a page without one; ``passed_over`` pages can be imported from there.
    """

    said: Callable[[int], str]
    rows: Callable[[Imported], tuple[int | None, ...]]
    passed_over: bool = False

    def of(self, report: Iterable[Imported]) -> str:
        """Return the name of the part with the number of its rows; empty when it has none."""
        n = sum(len(self.rows(line)) for line in report)
        return self.said(n).format(n=n) if n else ""


PARTS = (
    Part(lambda n: trn("{n} without a date", "{n} without a date", n), lambda line: line.undated),
    Part(lambda n: trn("{n} unsure", "{n} unsure", n), lambda line: line.unsure),
)


PASSED = Part(
    lambda n: trn("{n} passed over", "{n} passed over", n),
    lambda line: (next(iter(line.ids), None),) if line.passed_over else (),
    passed_over=True,
)


def of_kind(kind: str) -> Part:
    """Return the part of a report with the pages of a kind that were passed over."""
    return Part(
        lambda n: counted(kind, n),
        lambda line: (next(iter(line.ids), None),) if line.passed_over == kind else (),
        passed_over=True,
    )


def summary(report: tuple[Imported, ...]) -> str:
    """Return the outcome of an import in one sentence, with the numbers of what may have to be checked."""
    parts = (outcomes(report, passed_over(report)), *(part.of(report) for part in PARTS))
    return " · ".join(filter(None, parts))


def outcomes(report: tuple[Imported, ...], passed: str) -> str:
    """Return the numbers of bulletins and files by outcome, in one sentence.

    ``passed`` is what it says of pages passed over.
    """
    counts = Counter(line.outcome for line in report if not line.passed_over)
    new = sum(len(line.ids) for line in report if line.outcome in _NEW)
    added = sum(line.attachments_added for line in report)
    old, other, bad = counts["duplicate"], counts["skipped"], counts["rejected"]
    parts = (
        trn("{n} imported", "{n} imported", new).format(n=new) if new or not added else "",
        trn("{n} attachment added", "{n} attachments added", added).format(n=added) if added else "",
        trn("{n} already in the archive", "{n} already in the archive", old).format(n=old) if old else "",
        trn("{n} skipped", "{n} skipped", other).format(n=other) if other else "",
        passed,
        trn("{n} could not be read", "{n} could not be read", bad).format(n=bad) if bad else "",
    )
    return " · ".join(filter(None, parts))
