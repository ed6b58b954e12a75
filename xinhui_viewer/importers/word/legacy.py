"""Old Word and WPS documents (.doc, .wps, .rtf, .odt): LibreOffice turns them into DOCX where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.member import ALONE, Around
from xinhui_viewer.importers.word import docx
from xinhui_viewer.importers.zip_guard import is_zip
from xinhui_viewer.records import Draft

_RTF, _OPEN_DOCUMENT = b"{\\rtf", b"vnd.oasis"
SECONDS = 90.0  # LibreOffice may take 20 s for its first start
PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


def recognises(head: bytes, name: str) -> bool:
    """Return whether a file is a document of old Word or WPS, RTF, or an OpenDocument file with a document's name."""
    if is_zip(head):
        return _OPEN_DOCUMENT in head and name.lower().endswith((".odt", ".doc", ".wps", ".rtf"))
    return head.startswith((docx.OLE, _RTF))


def read(content: bytes, name: str, _around: Around = ALONE) -> tuple[Draft, ...]:
    """Return the bulletin of an old document; UnreadableSource when LibreOffice is missing or cannot read it."""
    program = office()
    if program is None:
        problem = tr("{name} is in an old format of Word or WPS.").format(name=name)
        raise UnreadableSource(problem, tr("Save it as DOCX or PDF and import that, or install LibreOffice."))
    with tempfile.TemporaryDirectory(prefix="xinhui-", ignore_cleanup_errors=True) as folder:
        converted = _converted(program, content, Path(name).suffix.lower() or ".doc", Path(folder))
    if converted is None:
        problem = tr("LibreOffice could not read {name}.").format(name=name)
        raise UnreadableSource(problem, tr("Open it in the program that created it and save it as DOCX or PDF."))
    return tuple(replace(draft, importer="legacy") for draft in docx.read(converted, name))


def office() -> str | None:
    """Return the path of LibreOffice; None where it is not installed."""
    names = (shutil.which("soffice"), shutil.which("libreoffice"), *PLACES)
    return next((name for name in names if name and Path(name).is_file()), None)


def _converted(program: str, content: bytes, ending: str, folder: Path) -> bytes | None:
    """Return the document as DOCX, None when that fails; the user's own LibreOffice profile is not touched."""
    source = folder / f"document{ending}"
    source.write_bytes(content)
    profile = (folder / "profile").as_uri()
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "docx"]
    try:
        subprocess.run(
            [*command, "--outdir", str(folder / "made"), str(source)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS - 5,
            env={**os.environ, "SAL_DISABLE_OPENCL": "1"},
            check=False,
        )
        return (folder / "made" / "document.docx").read_bytes()
    except (OSError, subprocess.TimeoutExpired):
        return None
