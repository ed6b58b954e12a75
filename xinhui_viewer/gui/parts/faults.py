"""Sentences for errors in the window, and the details of program errors for a report."""

from __future__ import annotations

import sys
import traceback

from xinhui_viewer import __version__, log
from xinhui_viewer.errors import UserError
from xinhui_viewer.i18n import tr


def sentence(error: BaseException) -> tuple[str, str]:
    """Return the sentence to show and, for a program error, which is logged, its details for a report."""
    if isinstance(error, UserError):
        return str(error), ""
    details = f"xinhui_viewer {__version__}\n" + "".join(traceback.format_exception(error))
    print(details, file=sys.stderr)
    problem = tr("Program error ({name}); what you were reading is unaffected.").format(name=type(error).__name__)
    file = log.record(error)
    return str(UserError(problem, tr("The details are in {path}.").format(path=file) if file else "")), details
