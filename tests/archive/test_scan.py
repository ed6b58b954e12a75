"""An archive whose index is another version's answers what it would answer with an index of its own terms."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.archive.golden.questions import SEARCHES, TODAY
from tests.archive.test_golden import copied
from tests.builders import archive, document, draft
from xinhui_viewer.archive import scan
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.search.alike import alike
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.explain import offers
from xinhui_viewer.search.facets import facets
from xinhui_viewer.search.find import count, find, whole
from xinhui_viewer.search.suggest import suggest

GOLDEN = Path(__file__).with_name("golden")
MORE = (
    "永 久",
    "59*",
    "近:20(人口 2023年)",
    "(水库 耕地) 或 附件:石溪",
    "-老旧",
    "标题:公 报 -2023",
    "%",
    "农",
    "镇 日期:2021..2023",
)


def answered(db: Archive, text: str) -> object:
    """The rows, counts, marks and excerpts of a query's full matches."""
    query = asked(db, text, TODAY)
    found = find(query, "newest")
    shown = [(hit.id, hit.title_spans, hit.spans, hit.excerpt, hit.count, hit.attachment) for hit in found.hits]
    return shown, found.count, count(query), list(whole(query, "newest").ids), facets(query)


@pytest.mark.parametrize("name", ["02-schema-4", "03-schema-5"])
def test_an_older_archive_that_nobody_may_write_answers_as_when_it_was_indexed_again(name: str, tmp_path: Path) -> None:
    golden = GOLDEN / f"{name}.xhdb"
    with writing(grown := copied(golden, tmp_path)):
        pass
    with reading(golden, frozen=True) as old, reading(grown) as new:
        assert asked(old, "").plans.scans
        assert not asked(new, "").plans.scans
        for text in (*SEARCHES, *MORE):
            assert answered(old, text) == answered(new, text), text
            found = find(asked(old, text, TODAY))
            assert (found.scanned, found.partial) == (True, 0)
            assert {hit.id for hit in found.hits} == {hit.id for hit in find(asked(new, text, TODAY), "newest").hits}


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """An archive that says that its index is a later version's, without any index at all."""
    made = [draft(f"第{n}期简报", f"巡查堤防{n}处，會議照开。", published=date(2020, 1, 1 + n)) for n in range(9)]
    attached = document("a.pdf", "水泵清单。")
    path = archive(tmp_path / "a.xhdb", *made, draft("另有附件", "巡查。", attachments=(attached,)))
    with closing(sqlite3.connect(path)) as db:
        for table in ("terms", "titles", "characters", "attached_terms", "attached_characters"):
            db.execute(f"DROP TABLE {table}")
        db.execute("UPDATE meta SET value = 99 WHERE name = 'terms'")
        db.commit()
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path


def test_an_archive_without_an_index_is_searched_suggested_from_and_counted(other: Path) -> None:
    with reading(other, frozen=True) as db:
        assert [hit.title for hit in find(asked(db, "巡查 堤防")).hits][:2] == ["第8期简报", "第7期简报"]
        assert [hit.attachment is not None for hit in find(asked(db, "水泵")).hits] == [True]
        assert facets(asked(db, "")).total == 10
        assert [one.text for one in suggest(db, "另有附")] == ["另有附件"]
        assert find(asked(db, "巡察堤房")).hits == ()
        assert offers(asked(db, "巡察堤房")) == ()
        assert alike(db, 1) == ()


def test_a_scan_stops_at_its_bound_says_so_and_goes_on_there(other: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "MOST", 60)
    with reading(other, frozen=True) as db:
        counts = [(found.count, found.capped) for found in (find(asked(db, "堤防"), "newest") for _ in range(4))]
    assert [capped for _, capped in counts][::3] == [True, False]
    assert [number for number, _ in counts] == sorted(number for number, _ in counts)
    assert counts[-1][0] == 9
