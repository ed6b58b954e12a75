"""The entry point: open the window or run the command line."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

from xinhui_viewer import log
from xinhui_viewer.errors import UserError


def main(argv: list[str] | None = None) -> int:
    """Run the program with these arguments (by default the process's own) and return its exit code.

    No arguments, or an archive alone as file managers give it, mean the window.
    """
    arguments = sys.argv[1:] if argv is None else argv
    if not arguments:
        return _window(None)
    if len(arguments) == 1 and arguments[0].lower().endswith(".xhdb") and Path(arguments[0]).is_file():
        return _window(Path(arguments[0]))

    from xinhui_viewer.cli.main import run  # not for the window: click alone costs it 35 ms

    return run(arguments, _window)


def _window(archive: Path | None) -> int:
    from xinhui_viewer.gui import display

    try:
        display.require()
    except UserError as error:
        print(error, file=sys.stderr)
        return 1

    # Ctrl+C in the terminal ends the program at once: Qt would leave it unheard until the window is next touched. An
    # archive that is being written stays whole.
    signal.signal(signal.SIGINT, signal.SIG_DFL)

    try:
        from xinhui_viewer.gui.shell import app

        return app.run(archive)
    except Exception as error:  # before there is a window to show it
        log.record(error)
        raise


if __name__ == "__main__":
    sys.exit(main())
