from __future__ import annotations

import tracemalloc
from pathlib import Path

from tests.builders import archive
from tests.importers.web.sites import NAMES, NOTE, article, drafted, lessons
from xinhui_viewer.archive import connect
from xinhui_viewer.archive.read import bulletin, info
from xinhui_viewer.importers import import_sources
from xinhui_viewer.importers.run.pool import Pool
from xinhui_viewer.importers.run.survey import asked
from xinhui_viewer.importers.run.worker import Task
from xinhui_viewer.importers.web.site.lessons import learned
from xinhui_viewer.importers.web.site.trace import Trace
from xinhui_viewer.job import Job


def test_a_bounded_number_of_pages_is_asked_however_many_there_are() -> None:
    site = [Task(place, place=place) for place in (f"2024/{n // 100}/{n}.html" for n in range(20_000))]
    sites = [Task(place, place=place) for place in (f"www.{n}.example/index.html" for n in range(5_000))]
    packed = [Task(f"{n}.zip", place=f"{n}.zip") for n in range(3_000)]
    for files in (site, sites, packed, [*site, *sites, *packed]):
        assert 0 < sum(task.traces for task in asked(files)) <= 500


def test_five_hundred_sites_of_one_page_each_teach_nothing_and_need_little_memory() -> None:
    pages = [tuple(range(100 * n + 100, 100 * n + 200)) + tuple(range(10)) for n in range(500)]
    traces = [Trace(marks, (0,) * 110, ((1,),) * 110, prose_places=(0,) * 110) for marks in pages]
    tracemalloc.start()
    taught = learned(traces)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert taught.sites == ()
    assert peak < 64 * 2**20


def test_a_hundred_sites_are_told_apart_and_pages_that_are_one_teach_nothing() -> None:
    pages = [article(number, site=f"{NAMES[number // 100]}{NAMES[number // 5 % 20]}站") for number in range(500)]
    assert len(lessons(pages).sites) == 100
    one = article(3)
    assert drafted(one, lessons([one] * 500)).body == drafted(one).body


def test_a_mirror_of_eight_hundred_pages_is_read_as_a_small_one(tmp_path: Path, pool: Pool) -> None:
    folder = tmp_path / "site"
    for number in range(800):
        page = folder / f"2024{number // 100:02}" / f"{number}.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(article(number), "utf-8")
    path = archive(tmp_path / "archive.xhdb")
    lines = list(import_sources(path, [folder], Job(), pool))
    assert {line.outcome for line in lines} <= {"imported", "imported-with-warning"}
    with connect.reading(path) as db:
        found = [bulletin(db, number) for number in range(1, info(db).bulletins + 1)]
    assert len(found) == 800
    assert {one.facts.source for one in found} == {"云汀新闻网"}
    assert not any(NOTE in one.body for one in found)
