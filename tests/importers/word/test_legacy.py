from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.importers.word.files import FIRST, notice
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers import read
from xinhui_viewer.importers.word import legacy

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000)


def test_without_libreoffice_an_old_document_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(legacy, "PLACES", ())
    with pytest.raises(UnreadableSource) as refused:
        legacy.read(OLE, "通知.doc")
    assert refused.value.problem == "通知.doc is in an old format of Word or WPS."
    assert "DOCX or PDF" in refused.value.remedy


@pytest.mark.skipif(legacy.office() is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", ["doc", "rtf", "odt"])
def test_an_old_document_is_read_through_libreoffice(tmp_path: Path, ending: str) -> None:
    made = tmp_path / "notice.docx"
    made.write_bytes(notice())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(legacy.office()), profile, "--headless", "--convert-to", ending, "--outdir", str(tmp_path)]
    subprocess.run([*command, str(made)], check=True, capture_output=True, timeout=120)
    _original, (draft,) = read(tmp_path / f"notice.{ending}")
    assert (draft.facts.title, draft.facts.document_number) == (
        "云汀区人民政府关于做好防汛工作的通知",
        "云府〔2021〕8号",
    )
    assert (draft.importer, FIRST in draft.body.split("\n")) == ("legacy", True)


@pytest.mark.skipif(legacy.office() is None, reason="LibreOffice is not installed")
def test_a_file_that_libreoffice_cannot_read_is_reported_with_its_name() -> None:
    with pytest.raises(UnreadableSource, match=r"broken\.doc"):
        legacy.read(OLE, "broken.doc")
