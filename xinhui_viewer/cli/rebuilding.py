"""The command that re-reads an archive from its originals."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from xinhui_viewer.cli.options import archive_argument, json_option
from xinhui_viewer.cli.output import complain, say, say_json
from xinhui_viewer.cli.stopping import stop_on_ctrl_c
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.importers.run.rebuilding import rebuild
from xinhui_viewer.job import Job


@click.command("rebuild", help=tr("Re-read every bulletin from its original; bulletin numbers stay the same."))
@archive_argument
@json_option
def rebuild_archive(archive: Path, as_json: bool) -> int:
    """Re-read every bulletin from its original; print the changes and failures."""
    read = changed = unread = 0
    job = Job()
    stop_on_ctrl_c(job)
    for one in rebuild(archive, job):
        read += 1
        changed += len(one.changed)
        unread += bool(one.error)
        if as_json:
            say_json({**asdict(one), "error": one.error or None}, indent=None)
        if one.error:
            complain(one.error)
    if not as_json:
        files = trn("{n} file re-read", "{n} files re-read", read).format(n=read)
        bulletins = trn("{n} bulletin changed", "{n} bulletins changed", changed).format(n=changed)
        say(f"{files} · {bulletins}")
    return 1 if unread else 0
