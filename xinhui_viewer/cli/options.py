"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from xinhui_viewer.errors import ExportError
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Order

FILE = click.Path(readable=False, path_type=Path)  # whoever reads a file reports that it is unreadable
BULLETIN_ID = click.IntRange(1, 2**63 - 1)  # SQLite's largest id

archive_argument = click.argument("archive", type=FILE)
json_option = click.option("--json", "as_json", is_flag=True, help=tr("Write JSON, for other programs."))
order_option = click.option(
    "--order",
    type=click.Choice(get_args(Order)),
    default="relevance",
    show_default=True,
    help=tr("The order of the results."),
)


def refuse_to_overwrite(output: Path, force: bool) -> None:
    """Raise an ExportError when a file exists already, unless ``force`` allows overwriting it."""
    if output.is_file() and not force:
        raise ExportError(
            tr("{name} already exists.").format(name=output.name),
            tr("Choose another name, or overwrite it with --force."),
        )
