"""LibreOffice, where it is installed, as the last resort for documents that no reader here knows."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.word import docx
from xinhui_viewer.records import Draft

SECONDS = 90.0  # LibreOffice may take 20 s for its first start
PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)


def office() -> str | None:
    """Return the path of LibreOffice; None where it is not installed."""
    names = (shutil.which("soffice"), shutil.which("libreoffice"), *PLACES)
    return next((name for name in names if name and Path(name).is_file()), None)


def read(program: str, content: bytes, name: str, importer: str) -> tuple[Draft, ...]:
    """Return the bulletin of a document that LibreOffice turns into DOCX; UnreadableSource when it cannot."""
    with tempfile.TemporaryDirectory(prefix="xinhui-", ignore_cleanup_errors=True) as folder:
        converted = _converted(program, content, Path(name).suffix.lower() or ".doc", Path(folder))
    if converted is None:
        problem = tr("LibreOffice could not read {name}.").format(name=name)
        raise UnreadableSource(problem, tr("Open it in the program that created it and save it as DOCX or PDF."))
    return tuple(replace(draft, importer=importer) for draft in docx.read(converted, name))


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
