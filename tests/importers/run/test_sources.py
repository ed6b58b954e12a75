from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.importers.pages import standard
from xinhui_viewer.archive import connect
from xinhui_viewer.archive.files import original
from xinhui_viewer.archive.read import bulletin, info
from xinhui_viewer.errors import ArchiveError
from xinhui_viewer.importers import import_sources
from xinhui_viewer.importers.run.pool import Pool
from xinhui_viewer.job import Job
from xinhui_viewer.records import Imported

Import = Callable[..., list[Imported]]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(standard(), "utf-8")
    return path


@pytest.fixture
def imported(pool: Pool) -> Import:
    return lambda archive, *sources: list(import_sources(archive, sources, Job(), pool))


def test_a_page_is_imported_with_its_original_byte_for_byte(archive: Path, page: Path, imported: Import) -> None:
    os.utime(page, (1_700_000_000, 1_700_000_000))
    (line,) = imported(archive, page)
    assert (line.path, line.outcome, len(line.ids)) == (str(page), "imported", 1)
    with connect.reading(archive) as db:
        kept = original(db, line.ids[0])
        assert (kept.content, kept.name, kept.media_type) == (page.read_bytes(), "page.html", "text/html")
        assert kept.retrieved == "2023-11-14T22:13:20+00:00"
        assert bulletin(db, line.ids[0]).provenance.url == "http://www.yunting.example/a/1.html"


def test_the_same_file_again_is_a_duplicate_and_adds_nothing(archive: Path, page: Path, imported: Import) -> None:
    first = imported(archive, page)[0]
    again = imported(archive, page)[0]
    assert (again.outcome, again.ids) == ("duplicate", first.ids)
    with connect.reading(archive) as db:
        assert info(db).bulletins == 1


def test_the_same_text_on_another_page_is_kept_and_pointed_out(archive: Path, tmp_path: Path, imported: Import) -> None:
    text = "关于防汛工作的通知\n\n各镇要逐村排查，备足物资。\n"
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.write_text(text, "utf-8")
    second.write_text(f"今天是\n{text}", "utf-8")
    report = imported(archive, first, second)
    assert [line.outcome for line in report] == ["imported", "imported"]
    assert report[1].notes == (
        "The archive already has the same text: number 1, “关于防汛工作的通知”.",
        "No date was found.",
    )


def test_another_text_of_the_same_address_is_a_revision(archive: Path, page: Path, imported: Import) -> None:
    imported(archive, page)
    page.write_text(standard(body="<p>补充：全区学校停课一天，后续安排另行通知。</p>"), "utf-8")
    assert imported(archive, page)[0].outcome == "revision"


def test_bad_files_are_reported_and_stop_nothing(archive: Path, tmp_path: Path, page: Path, imported: Import) -> None:
    empty, picture, odd = tmp_path / "empty.txt", tmp_path / "picture.txt", tmp_path / "film.mkv"
    empty.write_bytes(b"")
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    odd.write_bytes(b"film")
    report = imported(archive, empty, picture, odd, tmp_path / "gone.html", archive, page)
    assert [line.outcome for line in report] == ["rejected"] * 5 + ["imported"]
    for line in report[:5]:
        assert Path(line.path).name in line.error
        assert line.error.count(".") >= 2


def test_a_file_without_an_ending_is_recognised_by_its_bytes(archive: Path, tmp_path: Path, imported: Import) -> None:
    page, text = tmp_path / "page", tmp_path / "text"
    page.write_text("\n" + standard(), "utf-8")
    text.write_text("关于防汛工作的通知\n\n各镇要逐村排查。\n", "utf-8")
    assert [line.outcome for line in imported(archive, page, text)] == ["imported", "imported"]


def test_folders_are_walked_and_what_lies_beside_pages_is_passed_over(
    archive: Path, tmp_path: Path, imported: Import
) -> None:
    folder = tmp_path / "saved"
    (folder / "2023" / "page_files").mkdir(parents=True)
    (folder / "2023" / "page.html").write_text(standard(), "utf-8")
    (folder / "2023" / "page_files" / "style.css").write_text("p {}")
    (folder / "notes.xyz").write_bytes(b"x")
    report = imported(archive, folder)
    assert {Path(line.path).name: line.outcome for line in report} == {"page.html": "imported", "notes.xyz": "skipped"}


def test_a_link_that_leads_out_of_a_folder_is_not_followed(
    archive: Path, tmp_path: Path, page: Path, imported: Import
) -> None:
    folder = tmp_path / "saved"
    folder.mkdir()
    (folder / "link.html").symlink_to(page)
    (folder / "page.html").write_text(standard("别的标题也可以"), "utf-8")
    assert [line.outcome for line in imported(archive, folder)] == ["skipped", "imported"]


def test_frames_of_a_page_saved_with_its_folder_are_no_bulletins(
    archive: Path, tmp_path: Path, imported: Import
) -> None:
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page.html").write_text(standard(), "utf-8")
    (tmp_path / "page_files" / "frame.html").write_text(standard("栏目导航"), "utf-8")
    (tmp_path / "page_files" / "notice.txt").write_text("通知\n\n另附。\n", "utf-8")
    (tmp_path / "other_files").mkdir()
    (tmp_path / "other_files" / "own.html").write_text(
        standard("独立的一页").replace("/a/1.html", "/a/2.html"), "utf-8"
    )
    report = {Path(line.path).name: line for line in imported(archive, tmp_path / "page_files", tmp_path)}
    assert report["own.html"].outcome == report["page.html"].outcome == "imported"
    assert report["frame.html"].outcome == "skipped"
    assert "is part of the page page.html" in report["frame.html"].error


def test_a_folder_without_bulletins_is_reported(archive: Path, tmp_path: Path, imported: Import) -> None:
    empty = tmp_path / "nothing here"
    empty.mkdir()
    (line,) = imported(archive, empty)
    assert line.outcome == "skipped"
    assert "nothing here" in line.error


def test_a_folder_that_vanishes_or_is_barred_is_reported_and_the_rest_imported(
    archive: Path, tmp_path: Path, page: Path, monkeypatch: pytest.MonkeyPatch, imported: Import
) -> None:
    folder = tmp_path / "saved"
    (folder / "barred").mkdir(parents=True)
    (folder / "page.html").write_text(standard("另一个标题"), "utf-8")
    listing = os.scandir

    def scandir(path: str) -> object:
        if Path(path).name == "barred":
            raise PermissionError(13, "Permission denied", path)
        return listing(path)

    monkeypatch.setattr(os, "scandir", scandir)  # the superuser may read everything
    report = imported(archive, folder, page)
    assert [line.outcome for line in report] == ["imported", "rejected", "revision"]
    assert "barred cannot be read: Permission denied" in report[1].error


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_file_is_reported(archive: Path, page: Path, imported: Import) -> None:
    page.chmod(0)
    (line,) = imported(archive, page)
    assert line.outcome == "rejected"
    assert "page.html cannot be read" in line.error


def test_an_archive_that_is_not_there_is_an_error_and_makes_no_new_one(
    tmp_path: Path, page: Path, imported: Import
) -> None:
    missing = tmp_path / "none.xhdb"
    with pytest.raises(ArchiveError, match=r"none\.xhdb"):
        imported(missing, page)
    assert not missing.exists()
