from __future__ import annotations

import pytest

from tests.importers.word.files import FIRST
from tests.importers.word.twin import TWINS
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers.word import libreoffice

pytestmark = pytest.mark.skipif(libreoffice.office() is None, reason="LibreOffice is not installed")


def test_a_document_that_only_libreoffice_reads_is_read_through_docx() -> None:
    content = (TWINS / "notice.rtf").read_bytes()
    (found,) = libreoffice.read(str(libreoffice.office()), content, "notice.rtf", "doc")
    assert (found.importer, FIRST in found.body.split("\n")) == ("doc", True)
    assert (found.facts.title, found.facts.document_number) == ("关于做好防汛工作的通知", "云府〔2021〕8号")


def test_a_file_that_libreoffice_cannot_read_is_reported_with_its_name() -> None:
    with pytest.raises(UnreadableSource, match=r"broken\.doc"):
        libreoffice.read(str(libreoffice.office()), b"PK\x03\x04" + bytes(3000), "broken.doc", "doc")
