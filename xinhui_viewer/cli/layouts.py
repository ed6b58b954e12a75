"""The options for printed pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypedDict, TypeVar

import click

from xinhui_viewer.exporters.table import FONTS, PARTS, SIZES
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import LARGEST_TEXT, SMALLEST_TEXT, Layout

_Command = TypeVar("_Command", bound=Callable[..., Any])


class LayoutOptions(TypedDict):
    """The values of the options of ``layout_options``."""

    paper: str
    font: str
    size: float
    header: str
    footer: str
    by: str
    without: tuple[str, ...]
    full_width: bool
    archival: bool


def layout_options(command: _Command) -> _Command:
    """Add the options of a layout to a command, which receives them as LayoutOptions."""
    default = Layout()
    for option in reversed(
        (
            click.option("--paper", type=click.Choice(tuple(SIZES)), default=default.size, help=tr("The paper size.")),
            click.option("--font", type=click.Choice(tuple(FONTS)), default=default.font, help=tr("The font.")),
            click.option(
                "--size",
                type=click.FloatRange(SMALLEST_TEXT, LARGEST_TEXT),
                default=default.points,
                help=tr("The type size in points; the official template sets its own."),
            ),
            click.option("--header", default="", help=tr("A line at the top of each page.")),
            click.option("--footer", default="", help=tr("A line at the foot of each page.")),
            click.option(
                "--by",
                default="",
                metavar="NAME",
                help=tr("The person or office that compiled the pages, named at the foot of each."),
            ),
            click.option(
                "--without", type=click.Choice(tuple(PARTS)), multiple=True, help=tr("Leave this out; may be repeated.")
            ),
            click.option(
                "--full-width", is_flag=True, help=tr("Show , : ; ? ! ( ) between Chinese characters in full width.")
            ),
            click.option("--archival/--no-archival", default=True, help=tr("PDF/A-2a and PDF/UA-1, or plain PDF.")),
        )
    ):
        command = option(command)
    return command


def layout(template: str, options: LayoutOptions) -> Layout:
    """Return the layout for a template and a command's options."""
    return Layout(
        template,
        options["paper"],
        options["font"],
        options["size"],
        options["header"],
        options["footer"],
        options["by"],
        frozenset(options["without"]),
        options["full_width"],
        options["archival"],
    )
