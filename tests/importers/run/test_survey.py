from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from tests.importers.web.sites import NOTE, article, listing, sentence
from xinhui_viewer.archive import connect, writing
from xinhui_viewer.archive.read import bulletin, info
from xinhui_viewer.importers import import_sources
from xinhui_viewer.importers.run.pool import Pool
from xinhui_viewer.importers.run.rebuilding import rebuild
from xinhui_viewer.importers.run.survey import enough, fair
from xinhui_viewer.importers.run.tracing import Thinned
from xinhui_viewer.importers.run.worker import Task
from xinhui_viewer.job import Job
from xinhui_viewer.records import Imported

Import = Callable[..., list[Imported]]


@pytest.fixture
def imported(pool: Pool) -> Import:
    return lambda archive, *sources: list(import_sources(archive, sources, Job(), pool))


def _mirror(folder: Path, numbers: Sequence[int]) -> Path:
    """A folder with the pages of a site."""
    folder.mkdir()
    for number in numbers:
        (folder / f"{number}.html").write_text(article(number), "utf-8")
    return folder


def _texts(archive: Path) -> list[tuple[str, str, str]]:
    with connect.reading(archive) as db:
        found = (bulletin(db, number) for number in range(1, info(db).bulletins + 1))
        return sorted((one.facts.title, one.facts.source, one.body) for one in found)


def test_the_pages_of_a_folder_teach_each_other(archive: Path, tmp_path: Path, imported: Import) -> None:
    imported(archive, _mirror(tmp_path / "site", range(8)))
    assert [source for _title, source, _body in _texts(archive)] == 8 * ["云汀新闻网"]
    assert not any(NOTE in body for _title, _source, body in _texts(archive))


def test_the_pages_in_a_zip_file_teach_each_other_as_in_a_folder(
    archive: Path, tmp_path: Path, imported: Import
) -> None:
    folder, packed, other = _mirror(tmp_path / "site", range(8)), tmp_path / "site.zip", tmp_path / "other.xhdb"
    with zipfile.ZipFile(packed, "w") as file:
        for page in folder.iterdir():
            file.write(page, page.name)
    writing.create(other)
    imported(archive, folder)
    imported(other, packed)
    assert _texts(archive) == _texts(other)


def test_a_new_page_learns_from_those_in_the_archive(archive: Path, tmp_path: Path, imported: Import) -> None:
    imported(archive, _mirror(tmp_path / "site", range(8)))
    page = tmp_path / "page.html"
    page.write_text(article(30), "utf-8")
    (line,) = imported(archive, page)
    with connect.reading(archive) as db:
        assert NOTE not in bulletin(db, line.ids[0]).body


def test_a_page_that_came_alone_is_read_again_once_its_site_is_known(
    archive: Path, tmp_path: Path, imported: Import
) -> None:
    alone = tmp_path / "page.html"
    alone.write_text(article(30), "utf-8")
    (line,) = imported(archive, alone)
    with connect.reading(archive) as db:
        before = bulletin(db, line.ids[0])
    assert NOTE in before.body
    imported(archive, _mirror(tmp_path / "site", range(8)))
    with connect.reading(archive) as db:
        after = bulletin(db, line.ids[0])
    assert (after.id, after.facts.title, after.facts.source) == (before.id, before.facts.title, "云汀新闻网")
    assert after.body == "\n".join(before.body.split("\n")[:2])


def test_rebuild_lets_the_pages_of_an_archive_teach_each_other(archive: Path, tmp_path: Path, imported: Import) -> None:
    imported(archive, _mirror(tmp_path / "site", range(8)))
    taught = _texts(archive)
    with Pool() as own:
        assert not any(one.changed for one in rebuild(archive, Job(), own))
    assert _texts(archive) == taught


def test_what_the_path_or_a_list_gave_stays_when_a_page_is_read_again(
    archive: Path, tmp_path: Path, imported: Import
) -> None:
    folder = _mirror(tmp_path / "site", range(6))
    (folder / "2021" / "0305").mkdir(parents=True)
    (folder / "2021" / "0305" / "30.html").write_text(article(30, info="<b>云汀</b>"), "utf-8")
    (folder / "31.html").write_text(article(31, info="<b>云汀</b>"), "utf-8")
    rows = "".join(f'<li><a href="{n}.html">{sentence(n)[:16]}</a> 2024-04-{n - 24:02}</li>' for n in range(25, 35))
    (folder / "index.html").write_text(listing(f"<ul>{rows}</ul>"), "utf-8")
    imported(archive, folder)

    def days() -> set[date | None]:
        with connect.reading(archive) as db:
            return {bulletin(db, number).facts.published for number in range(1, info(db).bulletins + 1)}

    before = days()
    assert {date(2021, 3, 5), date(2024, 4, 7)} <= before
    with Pool() as own:
        list(rebuild(archive, Job(), own))
    assert days() == before


def test_a_page_that_cannot_be_read_costs_the_others_no_lesson(archive: Path, tmp_path: Path, imported: Import) -> None:
    folder = _mirror(tmp_path / "site", range(8))
    (folder / "0.htm").write_bytes(b"")
    (folder / "bad.htm").write_bytes(bytes(range(256)) * 40)
    (folder / "bad.zip").write_bytes(b"PK\x03\x04" + bytes(40))
    imported(archive, folder)
    assert [source for _title, source, _body in _texts(archive)] == 8 * ["云汀新闻网"]


def test_few_are_kept_of_a_row_of_unknown_length_evenly() -> None:
    thinned: Thinned[int] = Thinned(4)
    added = 0
    for number in filter(thinned.wants, range(100)):
        thinned.add(number, number)
        added += 1
    assert thinned.kept == [0, 32, 64, 96]
    assert added < 24
    short: Thinned[str] = Thinned(4)
    for number, thing in enumerate("甲乙丙"):
        short.add(number, thing)
    assert short.kept == ["甲", "乙", "丙"]


def test_each_folder_of_a_mirror_gives_as_many_pages_as_the_others() -> None:
    large = [f"mirror/large/2024/{month}/{page}.html" for month in range(12) for page in range(50)]
    small = [f"mirror/small/{page}.html" for page in range(6)]
    tiny = [f"mirror/tiny/news/{page}.html" for page in range(3)]
    files = [Task(place, place=place) for place in (*large, *small, *tiny)]
    places = [task.place for task in fair(files, 60)]
    assert [place for place in places if "large" not in place] == [*small, *tiny]
    months = [place.split("/")[3] for place in places if "large" in place]
    assert len(months) == 51
    assert {months.count(str(month)) for month in range(12)} == {4, 5}
    assert fair(files, 10_000) == files


def test_lists_are_asked_before_other_pages() -> None:
    places = [*(f"{number}.html" for number in range(50)), "index.html", "list_2.html"]
    chosen = [task.place for task in fair([Task(place, place=place) for place in places], 6)]
    assert {"index.html", "list_2.html"} <= set(chosen)
    assert len(chosen) == 6


def test_folders_too_deep_to_tell_apart_are_no_trouble() -> None:
    deep = "/".join("d" * 900)
    files = [Task(f"{deep}/{page}.html", place=f"{deep}/{page}.html") for page in range(30)]
    assert len(fair(files, 7)) == 7


@pytest.mark.parametrize(
    ("files", "folders", "asked"), [(50, 1, 200), (2_000, 1, 200), (2_000, 7, 200), (2_000, 30, 300), (9_000, 1, 500)]
)
def test_more_pages_are_asked_the_more_there_are_and_the_more_folders_hold_them(
    files: int, folders: int, asked: int
) -> None:
    places = [f"site{number % folders}/{number}.html" for number in range(files)]
    assert enough([Task(place, place=place) for place in places]) == asked
