"""What bulletins can become outside the archive: one row an exporter, one file each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from xinhui_viewer.exporters.pdf import pdf
from xinhui_viewer.i18n import N_
from xinhui_viewer.job import Job
from xinhui_viewer.records import Summary


@dataclass(frozen=True, slots=True)
class Exporter:
    """A kind of file: its name for users, its ending, and what makes its bytes."""

    name: str
    text: str
    ending: str
    export: Callable[[Summary, Job], bytes]


EXPORTERS = (Exporter("pdf", N_("PDF summary sheet"), "pdf", pdf),)
