"""What the user is told when something goes wrong, and what is kept for whoever mends the program."""

from __future__ import annotations

import sys
import traceback

from xinhui_viewer import __version__
from xinhui_viewer.errors import UserError
from xinhui_viewer.i18n import tr


def sentence(error: BaseException) -> tuple[str, str]:
    """Return the sentence to show and, for a fault of the program itself, its details for a report."""
    if isinstance(error, UserError):
        return str(error), ""
    details = f"xinhui_viewer {__version__}\n" + "".join(traceback.format_exception(error))
    print(details, file=sys.stderr)
    text = tr("The program made a mistake ({name}); what you were reading is not harmed.")
    return text.format(name=type(error).__name__), details
