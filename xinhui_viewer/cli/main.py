"""Run a command line: find the command, report a failure in one sentence, return the exit code."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from xinhui_viewer import __version__, log
from xinhui_viewer.cli.output import complain
from xinhui_viewer.cli.typed_text import TEXT
from xinhui_viewer.cli.words import translate_click
from xinhui_viewer.errors import Cancelled, UserError
from xinhui_viewer.i18n import tr

OpenWindow = Callable[[Path | None], int]

# name → module and function; a module is imported when its command is run, or all are listed by --help.
COMMANDS = {
    "open": ("archives", "open_archive"),
    "create": ("archives", "create_archive"),
    "import": ("importing", "import_files"),
    "read": ("importing", "read_file"),
    "rebuild": ("rebuilding", "rebuild_archive"),
    "search": ("searching", "search"),
    "show": ("searching", "show"),
    "alike": ("searching", "alike"),
    "figures": ("figures", "figures"),
    "outline": ("figures", "outline"),
    "summary": ("summaries", "summary"),
    "export": ("exporting", "export"),
    "cite": ("exporting", "cite"),
    "original": ("originals", "original"),
    "attachments": ("originals", "attachments"),
    "info": ("archives", "info"),
    "verify": ("keeping", "verify"),
    "backup": ("keeping", "backup"),
    "restore": ("keeping", "restore"),
}
FAILED, INTERRUPTED = 1, 130


def run(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Run a command line and return its exit code; the command ``open`` calls ``open_window``."""
    speak_utf8()
    translate_click()
    try:
        return _code(commands.main(list(arguments), "xinhui-viewer", standalone_mode=False, obj=open_window))
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, Cancelled, KeyboardInterrupt):
        complain(tr("Stopped."))
        return INTERRUPTED
    except SystemExit as end:  # click's silent answer to a closed pipe
        return _code(end.code)
    except UserError as error:
        complain(str(error))
    except Exception as error:
        _tell_bug(error)
    return FAILED


def speak_utf8() -> None:
    """Write UTF-8 whatever the system's encoding is; a character without a UTF-8 form (in file names) is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


class Commands(click.Group):
    """The commands of the table, each imported when it is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names in the order of the table, by which a user needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by its name; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, function = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(f"xinhui_viewer.cli.{module}"), function)
        for parameter in command.params:
            if parameter.type is click.STRING:
                parameter.type = TEXT
        return command


commands = Commands(
    help=tr(
        "An archive of official bulletins: read, search the full text, print. Without a command, the window opens."
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
)
click.version_option(
    __version__, prog_name="xinhui-viewer", message="%(prog)s %(version)s", help=tr("Show the version and exit.")
)(commands)


def _code(result: Any) -> int:
    return result if isinstance(result, int) else 0


def _tell_bug(error: Exception) -> None:
    if os.environ.get("XINHUI_DEBUG"):
        traceback.print_exception(error)
    said = " ".join(str(error).split())
    problem = tr("Program error: {error}.").format(
        error=f"{type(error).__name__}: {said}" if said else type(error).__name__
    )
    file = log.record(error)
    details = tr("The details are in {path}.").format(path=file) if file else tr("XINHUI_DEBUG=1 shows the details.")
    complain(str(UserError(problem, details)))
