from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.builders import document, draft
from tests.importers.containers.files import PNG, warc, zipped
from tests.importers.pages import standard
from tests.importers.word.files import p, word
from xinhui_viewer.archive.attached import attached
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.read import bulletin
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.importers import import_sources, read
from xinhui_viewer.importers.run.attaching import Texts
from xinhui_viewer.importers.run.pool import Pool
from xinhui_viewer.importers.run.reading import Watch
from xinhui_viewer.importers.run.rebuilding import rebuild
from xinhui_viewer.job import Job
from xinhui_viewer.records import Attached, Attachment, Imported

LIST = word(p("设备清单") + p("本次采购水泵3台、发电机2台，由区水利局统一分配，请各镇查收后登记造册。"))
PAGE = standard(body='<p>附件：<a href="docs/P02.docx">附件1：设备清单</a></p>').encode()
Import = Callable[..., list[Imported]]


@pytest.fixture
def imported(archive: Path, pool: Pool) -> Import:
    def run(*sources: Path, beside: bool = False) -> list[Imported]:
        return list(import_sources(archive, sources, Job(), pool, beside=beside, again=beside))

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "pages"
    (made / "docs").mkdir(parents=True)
    (made / "page.html").write_bytes(PAGE)
    (made / "docs" / "P02.docx").write_bytes(LIST)
    return made


def attachments(archive: Path, number: int = 1) -> tuple[Attached, ...]:
    with reading(archive) as db:
        return attached(db, number)


def test_a_document_that_a_page_of_a_folder_links_to_is_read_with_it_and_no_bulletin(
    archive: Path, folder: Path, imported: Import
) -> None:
    page, other = imported(folder)
    assert (page.outcome, page.ids, page.beside) == ("imported", (1,), ())
    assert (other.outcome, other.ids, other.passed_over) == ("skipped", (1,), "attached")
    assert other.notes == ("It is an attachment of number 1, “云汀区召开防汛工作会议”.",)
    (one,) = attachments(archive)
    assert (one.name, one.label) == ("docs/P02.docx", "附件1：设备清单")
    assert one.text is not None
    assert "水泵3台" in one.text.body


def test_a_document_that_is_named_is_imported_and_told_as_the_attachment(folder: Path, imported: Import) -> None:
    imported(folder)
    (line,) = imported(folder / "docs" / "P02.docx")
    assert (line.outcome, line.ids) == ("imported", (2,))
    assert "It is an attachment of number 1, “云汀区召开防汛工作会议”." in line.notes


def test_a_page_that_is_imported_alone_takes_nothing_beside_it_unasked(
    archive: Path, folder: Path, imported: Import
) -> None:
    (line,) = imported(folder / "page.html")
    assert line.beside == ("docs/P02.docx",)
    assert attachments(archive) == ()
    (again,) = imported(folder / "page.html", beside=True)
    assert (again.outcome, again.ids, again.notes) == ("duplicate", (1,), ("1 attachment was added.",))
    assert [one.text is not None for one in attachments(archive)] == [True]
    assert imported(folder / "page.html", beside=True)[0].notes == ()


def test_what_lies_in_the_companion_folder_is_the_pages_own(archive: Path, tmp_path: Path, imported: Import) -> None:
    (tmp_path / "通知_files").mkdir()
    (tmp_path / "通知_files" / "P02.docx").write_bytes(LIST)
    (tmp_path / "通知.html").write_bytes(PAGE.replace(b"docs/", "通知_files/".encode()))
    assert imported(tmp_path / "通知.html")[0].beside == ()
    assert [one.name for one in attachments(archive)] == ["通知_files/P02.docx"]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("all.zip", zipped({"a/docs/P02.docx": LIST, "a/page.html": PAGE})),
        (
            "all.warc.gz",
            warc(
                ("http://a.example/x/page.html", PAGE, "text/html"),
                (
                    "http://a.example/x/docs/P02.docx",
                    LIST,
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                ),
            ),
        ),
    ],
)
def test_members_of_a_container_are_attached_to_the_page_that_links_to_them(
    archive: Path, tmp_path: Path, imported: Import, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    assert [line.outcome for line in imported(tmp_path / name)] == ["imported", "skipped"]
    assert [one.text is not None for one in attachments(archive)] == [True]


@pytest.mark.parametrize("content", [LIST[:400], b"PK\x03\x04", b"no document"], ids=["cut", "begun", "other"])
def test_an_attachment_that_cannot_be_read_is_kept_and_named(
    archive: Path, folder: Path, imported: Import, content: bytes
) -> None:
    (folder / "docs" / "P02.docx").write_bytes(content)
    line = next(line for line in imported(folder) if line.ids)
    assert line.outcome == "imported-with-warning"
    (warning,) = line.warnings
    assert "P02.docx" in warning
    assert [one.text for one in attachments(archive)] == [None]


def test_a_rebuild_reads_the_attachments_that_were_kept_without_a_text(
    archive: Path, folder: Path, imported: Import, pool: Pool
) -> None:
    imported(folder)
    with writing(archive) as db:
        db.run("DELETE FROM attachment_texts")
        db.run("UPDATE meta SET value = 0 WHERE name = 'terms'")
    (line,) = rebuild(archive, Job(), pool)
    assert line.changed == (1,)
    assert [one.text is not None for one in attachments(archive)] == [True]
    assert [one.changed for one in rebuild(archive, Job(), pool)] == [()]
    with reading(archive) as db:
        assert bulletin(db, 1).attachments == ("docs/P02.docx",)


def test_a_single_file_is_read_with_its_attachments(folder: Path) -> None:
    (one,) = read(folder / "page.html", beside=True)[1]
    assert [each.text is not None for each in one.attachments] == [True]
    assert read(folder / "page.html")[1][0].attachments == ()


def test_attachments_after_those_that_took_too_long_are_kept_and_named() -> None:
    seconds = iter((0.0, 1.0, 200.0))
    docs = tuple(
        replace(document(name, "", content=name), content=word(p(name)), text=None) for name in ("甲.docx", "乙.docx")
    )
    (one,) = Texts(lambda: next(seconds)).with_texts([draft("通知", "正文", attachments=docs)], Watch())
    assert [each.text is not None for each in one.attachments] == [True, False]
    assert one.warnings == ("The attachment 乙.docx was kept, but not read: the others took too long.",)


def test_a_document_of_several_pages_is_read_once() -> None:
    watch, begun = Watch(), []
    watch.attaching = lambda sha256, name, seconds: begun.append(name)  # type: ignore[method-assign]
    page = draft("通知", "正文", attachments=(replace(document("甲.docx", ""), content=word(p("甲")), text=None),))
    first, second = watch.texts.with_texts([page, page], watch)
    assert first.attachments == second.attachments
    assert begun == ["甲.docx"]


def attached_as(name: str, content: bytes) -> tuple[Attachment, tuple[str, ...]]:
    """Return what is read of a file that is attached to a bulletin, and the warnings on it."""
    file = replace(document(name, ""), content=content, text=None)
    (one,) = Texts().with_texts([draft("通知", "正文", attachments=(file,))], Watch())
    return one.attachments[0], one.warnings


def test_the_documents_in_an_attached_zip_are_parts_of_its_text() -> None:
    sheet = "镇街,户\n鹤湾镇,7\n".encode()
    found, warnings = attached_as("附件.zip", zipped({"清单/P02.docx": LIST, "户数.csv": sheet, "1.png": PNG}))
    assert warnings == ()
    assert found.text is not None
    assert "水泵3台" in found.text.body
    assert "鹤湾镇\t7" in found.text.body
    assert [section.heading for section in found.text.sections] == ["户数.csv", "清单/P02.docx：设备清单"]
    assert found.text.importer == "zip"


def test_what_cannot_be_read_in_an_attached_zip_is_told() -> None:
    found, warnings = attached_as(
        "附件.zip", zipped({"P02.docx": LIST, "坏.pdf": b"no pdf", "内.zip": zipped({"a.txt": b"a"})})
    )
    assert found.text is not None
    assert warnings == ("In the attachment 附件.zip 2 files could not be read: 内.zip, 坏.pdf.",)


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("附件.rar", b"Rar!\x1a\x07\x01\x00" + bytes(40), "RAR"),
        ("附件.7z", b"7z\xbc\xaf\x27\x1c" + bytes(40), "7-Zip"),
        ("附件.zip", b"Rar!\x1a\x07\x01\x00" + bytes(40), "RAR"),
        ("附件.zip", zipped({"P02.docx": LIST})[:-30], "damaged or incomplete"),
        ("附件.zip", zipped({"坏.pdf": b"no pdf"}), "坏.pdf"),
        ("录音.mp3", b"ID3\x03" + bytes(40), "录音.mp3"),
        ("附件.warc.gz", warc(("http://a.example/page.html", PAGE, "text/html")), "are not searched"),
    ],
)
def test_an_attachment_whose_inside_is_not_searched_is_told(name: str, content: bytes, told: str) -> None:
    found, warnings = attached_as(name, content)
    assert found.text is None
    (warning,) = warnings
    assert told in warning


def test_an_attached_picture_needs_no_word() -> None:
    found, warnings = attached_as("公章.png", PNG)
    assert (found.text, warnings) == (None, ())
