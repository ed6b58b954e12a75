"""Pages that are no bulletins are passed over where many are imported, and imported from there when the user asks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.importers.containers.files import ADDRESS, warc, zipped
from tests.importers.pages import standard
from tests.importers.web.kind_pages import PAGES
from xinhui_viewer.archive import connect
from xinhui_viewer.archive.read import info
from xinhui_viewer.importers import import_passed_over, import_sources
from xinhui_viewer.importers.run.pool import Pool
from xinhui_viewer.job import Job
from xinhui_viewer.records import Imported

LIST, FORM, EMPTY = PAGES["list"]["days behind links"], PAGES["form"]["login"], "<html><body></body></html>"
MEMBERS = {
    "site/a.html": standard().encode(),
    "site/list.html": LIST.encode(),
    "site/more/login.html": FORM.encode(),
    "site/empty.html": EMPTY.encode(),
}
KINDS = {"a.html": "", "list.html": "list", "login.html": "form", "empty.html": "frame"}
Import = Callable[..., list[Imported]]


@pytest.fixture
def imported(pool: Pool, archive: Path) -> Import:
    return lambda *sources, **how: list(import_sources(archive, sources, Job(), pool, **how))


def folder(place: Path) -> Path:
    for name, content in MEMBERS.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)
    return place / "site"


def zip_file(place: Path) -> Path:
    (path := place / "site.zip").write_bytes(zipped(MEMBERS))
    return path


def zip_in_zip(place: Path) -> Path:
    (path := place / "all.zip").write_bytes(zipped({"inner.zip": zipped(MEMBERS)}))
    return path


def web_archive(place: Path) -> Path:
    pages = [(f"{ADDRESS}/{name}", content, "text/html") for name, content in MEMBERS.items()]
    (path := place / "crawl.warc.gz").write_bytes(warc(*pages))
    return path


def kinds(report: list[Imported]) -> dict[str, str]:
    return {(line.member or line.path).rpartition("/")[2]: line.passed_over for line in report}


def bulletins(archive: Path) -> int:
    with connect.reading(archive) as db:
        return info(db).bulletins


@pytest.mark.parametrize("made", [folder, zip_file, zip_in_zip, web_archive])
def test_pages_that_are_no_bulletins_are_passed_over_and_imported_from_the_report(
    tmp_path: Path, archive: Path, pool: Pool, imported: Import, made: Callable[[Path], Path]
) -> None:
    report = imported(made(tmp_path))
    assert kinds(report) == KINDS
    assert {line.outcome for line in report if line.passed_over} == {"skipped"}
    assert bulletins(archive) == 1
    wanted = [line for line in report if line.passed_over == "list"]
    (line,) = import_passed_over(archive, wanted, Job(), pool)
    assert (line.outcome, line.member, line.path) == ("imported-with-warning", wanted[0].member, wanted[0].path)
    assert line.warnings[0] == "This page is a list of links, not a bulletin."
    assert bulletins(archive) == 2


def test_a_second_import_looks_at_passed_over_pages_again(tmp_path: Path, imported: Import) -> None:
    place = folder(tmp_path)
    imported(place)
    (place / "list.html").write_text(standard("云汀区召开造林会议"), "utf-8")
    assert {line.path.rpartition("/")[2]: line.outcome for line in imported(place)} == {
        "a.html": "duplicate",
        "list.html": "revision",
        "login.html": "skipped",
        "empty.html": "skipped",
    }


def test_a_page_that_is_named_is_imported_with_a_warning(tmp_path: Path, imported: Import) -> None:
    (line,) = imported(folder(tmp_path) / "list.html")
    assert (line.outcome, line.passed_over) == ("imported-with-warning", "")
    assert line.warnings == ("This page is a list of links, not a bulletin.",)


def test_named_pages_are_passed_over_where_the_program_found_them(tmp_path: Path, imported: Import) -> None:
    (line,) = imported(folder(tmp_path) / "list.html", judged="all")
    assert (line.outcome, line.passed_over) == ("skipped", "list")
    assert line.notes == ("“通知公告”: This page is a list of links, not a bulletin.",)


def at(url: str, extra: str = "") -> bytes:
    """The same page at an address."""
    return standard().replace("http://www.yunting.example/a/1.html", url).replace("李某", extra or "李某").encode()


def test_the_same_article_at_two_addresses_is_one_bulletin(
    tmp_path: Path, archive: Path, pool: Pool, imported: Import
) -> None:
    first, second = "http://www.yunting.example/a", "http://m.yunting.example/a"
    (folder := tmp_path / "doubles").mkdir()
    for name, url in (("a.html", first), ("b.html", second)):
        (folder / name).write_bytes(at(url))
    report = imported(folder)
    assert [(line.outcome, line.ids, line.passed_over) for line in report] == [
        ("imported", (1,), ""),
        ("skipped", (1,), "double"),
    ]
    (listed := tmp_path / "list.txt").write_text(f"{first}\n{second}\n")
    assert [line.ids for line in imported(listed)] == [(1,), (1,)]
    (line,) = import_passed_over(archive, report, Job(), pool)
    assert (line.outcome, line.ids) == ("imported", (2,))
    assert [line.ids for line in imported(listed)] == [(1,), (2,)]


def test_everything_is_imported_when_that_is_asked_for(tmp_path: Path, archive: Path, imported: Import) -> None:
    report = imported(folder(tmp_path), judged="none")
    assert [line.outcome for line in report if line.path.endswith("empty.html")] == ["rejected"]
    assert bulletins(archive) == 3
    assert not any(line.passed_over for line in report)


@pytest.mark.parametrize(
    ("called", "named"),
    [
        ("《防汛简报》第3期目录", "〈防汛简报〉第3期目录"),
        ("云汀区" * 14, "云汀区" * 13 + "…"),
        ("通知\n公告", "通知 公告"),
    ],
)
def test_a_page_that_is_passed_over_is_named_by_the_beginning_of_its_title_tag(
    tmp_path: Path, imported: Import, called: str, named: str
) -> None:
    (page := tmp_path / "list.html").write_text(LIST.replace("<title>通知公告", f"<title>{called}"))
    (line,) = imported(page, judged="all")
    assert line.notes == (f"“{named}”: This page is a list of links, not a bulletin.",)


def test_a_page_that_is_passed_over_is_not_named_by_what_stands_first_on_it(tmp_path: Path, imported: Import) -> None:
    (page := tmp_path / "list.html").write_text(LIST.replace("<title>通知公告</title>", ""))
    (line,) = imported(page, judged="all")
    assert line.notes == ("This page is a list of links, not a bulletin.",)
