"""Remarks on a file as a whole stand with its bulletins, and a file's rejections come to an end."""

from __future__ import annotations

from pathlib import Path

from tests.importers.containers.files import ADDRESS, PNG, warc, zipped
from tests.importers.pages import standard
from xinhui_viewer.importers import import_sources
from xinhui_viewer.importers.run.pool import Pool
from xinhui_viewer.job import Job
from xinhui_viewer.records import Imported

PAGE = standard().encode()
HTML = "text/html"
OTHER = "http://www.yunting.example/a/2.html"


def imported(archive: Path, pool: Pool, path: Path, content: bytes | None = None) -> list[Imported]:
    if content is not None:
        path.write_bytes(content)
    return list(import_sources(archive, [path], Job(), pool))


def test_a_remark_on_a_file_is_told_with_one_of_its_bulletins(archive: Path, tmp_path: Path, pool: Pool) -> None:
    content = warc((ADDRESS, PAGE, HTML), (OTHER, standard("另一则通知").encode(), HTML))[:-200]
    (line,) = imported(archive, pool, tmp_path / "a.warc.gz", content)
    assert (line.outcome, line.member, len(line.ids)) == ("imported-with-warning", ADDRESS, 1)
    assert "The file is incomplete" in line.warnings[0]


def test_a_file_with_a_remark_and_no_bulletin_is_rejected_with_both_reasons(
    archive: Path, tmp_path: Path, pool: Pool
) -> None:
    (line,) = imported(archive, pool, tmp_path / "a.warc.gz", warc((ADDRESS, PAGE, HTML))[:-200])
    assert line.outcome == "rejected"
    assert "incomplete" in line.error
    assert "no page" in line.error


def test_a_thousand_members_that_cannot_be_read_are_two_hundred_lines_and_a_count(
    archive: Path, tmp_path: Path, pool: Pool
) -> None:
    bad = {f"{n:04}.pdf": b"no pdf" for n in range(1000)}
    lines = imported(archive, pool, tmp_path / "a.zip", zipped({"0.html": PAGE} | bad))
    rejected = [line for line in lines if line.outcome == "rejected"]
    assert len(rejected) == 200
    assert rejected[-1].error == "801 more files in it could not be read."
    assert sum(line.outcome == "imported" for line in lines) == 1


def test_what_a_zip_hides_and_pictures_beside_its_pages_are_told(archive: Path, tmp_path: Path, pool: Pool) -> None:
    files = {"a/1.html": PAGE, "a/1.png": PNG, ".old/2.html": PAGE, ".git/3.html": PAGE, "__MACOSX/4.html": PAGE}
    content = zipped(files)
    told = [line.error for line in imported(archive, pool, tmp_path / "a.zip", content) if line.outcome == "skipped"]
    assert told == [
        "1 hidden file or folder was left out (.old): if it holds bulletins, import it itself.",
        "1 picture beside pages was taken for a part of them: if it is a bulletin, import it itself.",
    ]


def test_the_same_is_told_of_a_folder(archive: Path, tmp_path: Path, pool: Pool) -> None:
    folder = tmp_path / "saved"
    for name in ("a/1.html", ".old/2.html", ".git/3.html"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_bytes(PAGE)
    (folder / "a" / "1.png").write_bytes(PNG)
    lines = imported(archive, pool, folder)
    assert [line.error.partition(" (")[0] for line in lines if line.outcome == "skipped"] == [
        "1 hidden file or folder was left out",
        "1 picture beside pages was taken for a part of them: if it is a bulletin, import it itself.",
    ]


def test_pictures_in_a_folder_without_pages_are_told_but_not_those_that_a_browser_saved(
    archive: Path, tmp_path: Path, pool: Pool
) -> None:
    content = zipped({"a.html": PAGE, "scans/1.png": PNG, "scans/2.png": PNG, "a_files/logo.png": PNG})
    told = [line.error for line in imported(archive, pool, tmp_path / "a.zip", content) if line.outcome == "skipped"]
    assert told == ["2 pictures beside pages were taken for parts of them: if they are bulletins, import them."]


def test_pictures_without_a_page_are_bulletins(archive: Path, tmp_path: Path, pool: Pool) -> None:
    folder = tmp_path / "scans"
    folder.mkdir()
    (folder / "1.png").write_bytes(PNG)
    assert [line.outcome.partition("-")[0] for line in imported(archive, pool, folder)] == ["imported"]
    content = zipped({"scans/2.png": PNG + b"\0"})
    lines = imported(archive, pool, tmp_path / "a.zip", content)
    assert [line.outcome.partition("-")[0] for line in lines] == ["imported"]
