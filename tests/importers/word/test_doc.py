from __future__ import annotations

import random
import struct

import pytest

from tests.importers.word.files import draft
from tests.importers.word.twin import TWINS, twin
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers import read
from xinhui_viewer.importers.office import OLE
from xinhui_viewer.importers.word import doc, libreoffice, wps
from xinhui_viewer.importers.word.binary.summary import title

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


def test_a_document_that_says_its_text_is_shorter_than_it_is_has_a_warning() -> None:
    found = doc.read(changed(0x4C, "<I", 60), "通知.doc")[0]
    assert len(found.body) < 100
    assert len(found.warnings) == 1


def test_bytes_that_stand_in_the_place_of_a_text_are_told() -> None:
    text = "关于做好防汛工作的通知".encode("utf-16-le")
    found = doc.read(NOTICE.replace(text, random.Random(4).randbytes(len(text))), "通知.doc")[0]
    assert len(found.warnings) == 1


def test_a_document_whose_text_is_shorter_than_it_says_is_read_with_a_warning() -> None:
    found = doc.read(changed(0x4C, "<I", 0xFFFFFFFF), "通知.doc")[0]
    assert found.facts.title == "关于做好防汛工作的通知"
    assert found.warnings == ("The file is damaged or incomplete; what could be read was kept.",)


def test_a_summary_that_claims_a_billion_values_is_passed_over() -> None:
    summary = bytearray(48 + 8 + 8 + 8)
    struct.pack_into("<I", summary, 44, 48)
    struct.pack_into("<4I", summary, 52, 0x7FFFFFFF, 2, 16, 0x101E)
    assert title(bytes(summary)) == ""
    struct.pack_into("<3I", summary, 52, 1, 2, 16)
    named = bytes(summary[:64]) + struct.pack("<2I", 30, 5) + "通知".encode("gb18030") + b"\0"
    assert title(named) == "通知"


def test_a_page_break_within_a_paragraph_does_not_end_it() -> None:
    text, broken = ("镇长负总责".encode("utf-16-le"), "\x0c长负总责".encode("utf-16-le"))
    assert NOTICE.count(text) == 1
    found = doc.read(NOTICE.replace(text, broken), "通知.doc")[0]
    assert "（一）长负总责。" in found.body.split("\n")


@pytest.mark.parametrize("ending", ["rtf", "odt"])
def test_what_older_archives_call_word_is_read_by_its_bytes(ending: str) -> None:
    (found,) = doc.read((TWINS / f"notice.{ending}").read_bytes(), f"notice.{ending}")
    assert (found.importer, found.facts.title) == (ending, "关于做好防汛工作的通知")


def test_a_file_whose_sectors_run_in_a_circle_is_read_or_refused() -> None:
    table = 512 * (struct.unpack_from("<I", NOTICE, 0x4C)[0] + 1)
    for target in (0, 1):
        circle = NOTICE[:table] + struct.pack("<I", target) * 128 + NOTICE[table + 512 :]
        with pytest.raises(UnreadableSource, match=r"通知\.doc is "):
            doc.read(circle, "通知.doc")
