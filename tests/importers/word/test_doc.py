from __future__ import annotations

import struct

import pytest

from tests.importers.word.files import draft
from tests.importers.word.twin import TWINS, twin
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers import read
from xinhui_viewer.importers.office import OLE
from xinhui_viewer.importers.word import doc, libreoffice, wps

NOTICE = (TWINS / "notice.doc").read_bytes()


def test_a_document_of_word_97_reads_like_its_docx_twin() -> None:
    (found,) = doc.read(NOTICE, "notice.doc")
    expected = draft(twin())
    assert (found.importer, found.facts, found.warnings) == ("doc", expected.facts, ())
    assert found.body.split("\n") == expected.body.split("\n")
    assert (found.blocks, found.sections, found.figures) == (expected.blocks, expected.sections, expected.figures)
    assert [one.content for one in found.attachments] == [one.content for one in expected.attachments]


def test_a_wps_file_is_read_as_word_97_under_its_own_name() -> None:
    (found,) = wps.read(NOTICE, "通知.wps")
    assert (found.importer, found.facts.title) == ("wps", "关于做好防汛工作的通知")


@pytest.mark.parametrize(("ending", "importer"), [("doc", "doc"), ("wps", "wps"), ("txt", "doc")])
def test_the_importer_is_chosen_by_the_bytes_and_the_ending(
    tmp_path_factory: pytest.TempPathFactory, ending: str, importer: str
) -> None:
    path = tmp_path_factory.mktemp("files") / f"通知.{ending}"
    path.write_bytes(NOTICE)
    _original, (found,) = read(path)
    assert found.importer == importer
    assert len(found.warnings) == (ending == "txt")


def changed(at: int, form: str, *values: int) -> bytes:
    """The document with values of its information block changed."""
    start = NOTICE.index(b"\xec\xa5")
    block = bytearray(NOTICE)
    struct.pack_into(form, block, start + at, *values)
    return bytes(block)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is not a Word document"),
        (b"text", "is not a Word document"),
        (OLE, "is damaged or incomplete"),
        (OLE + bytes(3000), "is damaged or incomplete"),
        (NOTICE[:4000], "is damaged or incomplete"),
        (changed(0x0A, "<H", 0x0100), "is password-protected"),
        (changed(0, "<H", 0xA5DC), "was written by Word 95 or an older version"),
        (changed(2, "<H", 104), "was written by Word 95 or an older version"),
        (changed(0, "<H", 0x1234), "is damaged or incomplete"),
        (changed(0x4C, "<7I", *[0] * 7), "contains no text"),
    ],
    ids=["nothing", "text", "mark", "zeros", "cut", "password", "word-95", "word-6", "other", "blank"],
)
def test_an_unreadable_document_is_refused_with_its_name(
    monkeypatch: pytest.MonkeyPatch, content: bytes, sentence: str
) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(libreoffice, "PLACES", ())
    with pytest.raises(UnreadableSource) as refused:
        doc.read(content, "通知.doc")
    assert refused.value.problem.startswith("通知.doc")
    assert sentence in refused.value.problem
    assert refused.value.remedy


def test_lengths_that_reach_beyond_the_end_of_the_file_do_not_matter() -> None:
    found = doc.read(changed(0x4C, "<I", 0xFFFFFFFF), "通知.doc")[0]
    assert found.facts.title == "关于做好防汛工作的通知"
