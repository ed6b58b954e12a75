"""The words for the outcome of an input, in the window's report and on the command line."""

from __future__ import annotations

from xinhui_viewer.i18n import N_, tr
from xinhui_viewer.records import Imported, Outcome

OUTCOMES: dict[Outcome, str] = {
    "imported": N_("imported"),
    "imported-with-warning": N_("imported with a note"),
    "revision": N_("imported as a new revision"),
    "duplicate": N_("already in the archive"),
    "skipped": N_("skipped"),
    "rejected": N_("not imported"),
}


def outcome(line: Imported) -> str:
    """Return the outcome of an input, in words; a page that is no bulletin was passed over rather than skipped."""
    return tr("passed over") if line.passed_over else tr(OUTCOMES[line.outcome])
