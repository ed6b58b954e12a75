"""WPS Writer (.wps): the format of Word 97-2003 under another name."""

from __future__ import annotations

from dataclasses import replace

from xinhui_viewer.importers.member import ALONE, Around
from xinhui_viewer.importers.office import OLE
from xinhui_viewer.importers.word import doc
from xinhui_viewer.records import Draft

ENDINGS = (".wps",)


def recognises(head: bytes, name: str) -> bool:
    """Return whether a file is an OLE file with a name of WPS Writer's."""
    return head.startswith(OLE) and name.lower().endswith(ENDINGS)


def read(content: bytes, name: str, around: Around = ALONE) -> tuple[Draft, ...]:
    """Return the bulletin of a file, as ``doc.read`` does."""
    return tuple(replace(draft, importer="wps") for draft in doc.read(content, name, around))
