"""RTF and OpenDocument files (.rtf, .odt): LibreOffice turns them into DOCX where it is installed."""

from __future__ import annotations

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.member import ALONE, Around
from xinhui_viewer.importers.word import libreoffice
from xinhui_viewer.importers.zip_guard import is_zip
from xinhui_viewer.records import Draft

_RTF, _OPEN_DOCUMENT = b"{\\rtf", b"vnd.oasis"


def recognises(head: bytes, name: str) -> bool:
    """Return whether a file is RTF, or an OpenDocument file with a document's name."""
    if is_zip(head):
        return _OPEN_DOCUMENT in head and name.lower().endswith((".odt", ".doc", ".wps", ".rtf"))
    return head.startswith(_RTF)


def read(content: bytes, name: str, _around: Around = ALONE) -> tuple[Draft, ...]:
    """Return the bulletin of a document; UnreadableSource when LibreOffice is missing or cannot read it."""
    program = libreoffice.office()
    if program is None:
        problem = tr("{name} is in an old format of Word or WPS.").format(name=name)
        raise UnreadableSource(problem, tr("Save it as DOCX or PDF and import that, or install LibreOffice."))
    return libreoffice.read(program, content, name, "legacy")
