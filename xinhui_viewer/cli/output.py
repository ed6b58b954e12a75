"""Output of commands: results to stdout, errors to stderr, in lines that stay aligned with Chinese text."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from typing import Any
from unicodedata import combining, east_asian_width

import click

from xinhui_viewer.errors import ExportError, UserError
from xinhui_viewer.i18n import tr


def say(text: str = "") -> None:
    """Write a line of the result; an ExportError when the disk it goes to is full."""
    try:
        click.echo(text)
    except BrokenPipeError:
        raise  # the reader has closed the pipe: no error
    except OSError as error:
        # Else Python would flush the rest of the buffer at exit, and fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise ExportError(
            tr("{name} could not be written: {reason}.").format(name="stdout", reason=error.strerror or error),
            tr("Choose a folder that you can write to, on a disk with free space."),
        ) from error


def say_json(value: Any, *, indent: int | None = 2) -> None:
    """Write a value as JSON, on one line when ``indent`` is None."""
    say(json.dumps(value, ensure_ascii=False, indent=indent))


def complain(sentence: str) -> None:
    """Write a sentence to stderr."""
    click.echo(sentence, err=True)


class LeftOut:
    """Reports damaged bulletins that a command leaves out; ``count`` is their number."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, error: UserError) -> None:
        """Write to stderr which bulletin is left out, and why."""
        self.count += 1
        complain(tr("Left out: {problem}").format(problem=error))


def width(text: str) -> int:
    """Return the width of a text in terminal cells: two for each Han character and full-width sign."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(sign) else 1 + (east_asian_width(sign) in "WF") for sign in text)


def padded(text: str, cells: int) -> str:
    """Return a text padded with spaces to a width in terminal cells."""
    return text + " " * (cells - width(text))


def aligned(rows: Iterable[tuple[str, str]], indent: str = "") -> list[str]:
    """Return lines of a name and a value, the values aligned; rows without a value are left out."""
    shown = [(name, value) for name, value in rows if value]
    cells = max((width(name) for name, _value in shown), default=0)
    return [f"{indent}{padded(name, cells)}  {value}" for name, value in shown]


def heading(text: str) -> str:
    """Return a text highlighted on a terminal, plain elsewhere."""
    return click.style(text, bold=True)


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return a text with its spans highlighted on a terminal; newlines become spaces."""
    parts: list[str] = []
    written = 0
    for start, end in spans:
        parts += text[written:start], click.style(text[start:end], fg="red", bold=True)
        written = end
    return "".join([*parts, text[written:]]).replace("\n", " ")
