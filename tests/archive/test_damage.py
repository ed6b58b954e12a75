from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.builders import added, archive, draft, original, published
from xinhui_viewer.archive import figures, read
from xinhui_viewer.archive.check import problems
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.derived import derive
from xinhui_viewer.archive.match import Plans
from xinhui_viewer.archive.prepare import prepared
from xinhui_viewer.archive.replace import replace_all
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.errors import DamagedBulletin
from xinhui_viewer.job import Job
from xinhui_viewer.records import Draft, FigureFilter
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.facets import facets
from xinhui_viewer.search.find import find, ids
from xinhui_viewer.search.suggest import suggest
from xinhui_viewer.text.understanding import key_figures

BROKEN = "CAST(x'e4bc9aff80e8aeae' AS TEXT)"  # 会, two bytes that begin nothing, 议
_BODY = "一、会议指出\n全区办结率98.5%，新建公园12个。"
TEXTS = [
    *(f"UPDATE bulletins SET {name} = {BROKEN} WHERE id = 2" for name in ("title", "body", "sections", "blocks")),
    *(f"UPDATE bulletins SET {name} = {BROKEN} WHERE id = 2" for name in ("issuer", "published", "document_number")),
    "UPDATE bulletins SET sections = '[[1' WHERE id = 2",
    "UPDATE bulletins SET sections = '[[1]]' WHERE id = 2",
    "UPDATE bulletins SET blocks = '[[\"?\"]]' WHERE id = 2",
    "UPDATE bulletins SET published = '2023-13-05' WHERE id = 2",
    f"UPDATE figures SET label = {BROKEN} WHERE bulletin_id = 2",
]
NAMES = [
    f"UPDATE sources SET name = {BROKEN}",
    f"UPDATE columns SET name = {BROKEN} WHERE id = 2",
    f"UPDATE originals SET name = {BROKEN}",
    "UPDATE columns SET parent_id = 2 WHERE id = 2",
    f"UPDATE meta SET value = {BROKEN} WHERE name IN ('terms', 'derived', 'row_bits')",
    "DELETE FROM meta WHERE name IN ('terms', 'derived', 'row_bits')",
]


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three bulletins alike but for their number and day; each has two key figures."""
    return archive(tmp_path_factory.mktemp("whole") / "a.xhdb", *map(_draft, (1, 2, 3)))


def _draft(n: int) -> Draft:
    return draft(
        f"第{n}次会议",
        *_BODY.split("\n"),
        headings=["一、会议指出"],
        source="河口日报",
        published=published(f"2023-04-0{n}"),
        columns=("首页", "工作动态"),
        url=f"http://a/{n}",
        figures=key_figures(_BODY, ()),
    )


def _changed(whole: Path, folder: Path, *changes: str) -> Path:
    path = Path(shutil.copy(whole, folder))
    with closing(sqlite3.connect(path)) as db, db:
        for change in changes:
            assert db.execute(change).rowcount > 0
    return path


@pytest.mark.parametrize("change", [*TEXTS, *NAMES])
def test_a_damaged_text_leaves_lists_searches_counts_and_the_other_bulletins(
    whole: Path, tmp_path: Path, change: str
) -> None:
    with reading(_changed(whole, tmp_path, change)) as db:
        for query in ("", "会议", "办结率", "来源:河口日报", "标题:会议"):
            found = find(asked(db, query))
            assert {1, 3} <= {hit.id for hit in found.hits} or "来源" in query
        assert [hit.id for hit in find(asked(db, "日期:2023")).hits] == [3, 2, 1]
        assert [year.path for year in facets(asked(db, "会议")).years] == [("2023",)]
        assert read.ids(db) == ids(asked(db, "")) == (3, 2, 1)
        assert len(figures.listed(Plans(db), FigureFilter())) == 6
        suggest(db, "会")
        assert [read.bulletin(db, number).id for number in (1, 3)] == [1, 3]


@pytest.mark.parametrize("change", TEXTS)
def test_the_damaged_bulletin_is_named_when_it_is_opened_and_left_out_of_many(
    whole: Path, tmp_path: Path, change: str
) -> None:
    left_out: list[DamagedBulletin] = []
    with reading(_changed(whole, tmp_path, change)) as db:
        with pytest.raises(DamagedBulletin, match=r"Bulletin 2 “.*” of a\.xhdb is damaged"):
            read.bulletin(db, 2)
        assert [one.id for one in read.bulletins(db, (1, 2, 3), Job(), left_out.append)] == [1, 3]
        assert ["Bulletin 2" in error.problem for error in left_out] == [True]
        with pytest.raises(DamagedBulletin):
            list(read.bulletins(db, (1, 2, 3), Job()))
        with pytest.raises(DamagedBulletin):
            list(read.bulletins(db, (2,), Job(), left_out.append))


@pytest.mark.parametrize("field", ["title", "body", "sections", "published"])
def test_the_list_marks_a_damaged_bulletin(whole: Path, tmp_path: Path, field: str) -> None:
    with reading(_changed(whole, tmp_path, f"UPDATE bulletins SET {field} = {BROKEN} WHERE id = 2")) as db:
        assert {hit.id: hit.damaged for hit in find(asked(db, "会议")).hits} == {1: False, 2: True, 3: False}


@pytest.mark.parametrize("change", NAMES[:3])
def test_a_damaged_name_that_many_share_closes_none_of_them(whole: Path, tmp_path: Path, change: str) -> None:
    with reading(_changed(whole, tmp_path, change)) as db:
        one = read.bulletin(db, 2)
        assert "会\ufffd\ufffd议" in (one.facts.source, *one.facts.columns, one.provenance.name)


@pytest.mark.parametrize("change", TEXTS)
def test_a_damaged_bulletin_is_revised_and_the_index_is_in_step_with_the_texts(
    whole: Path, tmp_path: Path, change: str
) -> None:
    path = _changed(whole, tmp_path, change)
    with writing(path) as db:
        added(db, draft("第4次会议", "新的文字", url="http://a/2"))
        derive(db, Job())
    with reading(path) as db:
        assert {hit.id for hit in find(asked(db, "会议")).hits} == {1, 3, 4}
        assert [hit.id for hit in find(asked(db, "新的文字")).hits] == [4]
        assert not [problem for problem in problems(db) if "index" in problem]


def test_learning_to_derive_passes_over_a_damaged_bulletin(whole: Path, tmp_path: Path) -> None:
    lost = "UPDATE meta SET value = 0 WHERE name = 'derived'"
    path = _changed(whole, tmp_path, lost, f"UPDATE bulletins SET body = {BROKEN} WHERE id = 2", "DELETE FROM figures")
    with writing(path) as db:
        assert derive(db, Job()) == 2
        assert {key.bulletin_id for key in figures.listed(Plans(db), FigureFilter())} == {1, 3}


@pytest.mark.parametrize("change", [*TEXTS, "UPDATE bulletins SET body = '别的文字' WHERE id = 2"])
def test_reading_the_original_again_mends_a_damaged_bulletin(whole: Path, tmp_path: Path, change: str) -> None:
    path = _changed(whole, tmp_path, change)
    with writing(path) as db:
        again = prepared(original("x"), [_draft(2)]).bulletins[0]
        assert replace_all(db, [(2, again)]) == (True,)
    with reading(path) as db:
        assert read.bulletin(db, 2).body == _BODY
        assert {hit.id for hit in find(asked(db, "办结率")).hits} == {1, 2, 3}
        assert problems(db) == ()
