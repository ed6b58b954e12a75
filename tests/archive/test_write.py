from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.builders import RETRIEVED, added, archive, draft, original, saying
from xinhui_viewer.archive import files, read
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.prepare import prepared
from xinhui_viewer.archive.write import Added, add, add_all
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.errors import ArchiveError
from xinhui_viewer.facts import Facts
from xinhui_viewer.records import Attachment, Block, Cell, Dates, Figure, Ground, Query, Word
from xinhui_viewer.search.asked import Asked, asked
from xinhui_viewer.search.facets import facets
from xinhui_viewer.search.find import find

PAGE = "https://www.example.cn/a.html"


def test_all_that_was_read_from_a_file_comes_back(tmp_path: Path) -> None:
    body = "区里开了会。\n一是抓落实。\n甲\t乙\n图片"
    table = (Cell("甲", head=True), Cell("乙", rows=2, fields=3))
    full = replace(
        draft(
            "会议 <b>纪要",
            body,
            headings=[body],
            published=date(2021, 3, 2),
            written=date(2021, 3, 1),
            source="新会日报",
            issuer="区政府",
            authors=("张一丁", "Li Er"),
            columns=("首页", "政务公开", "工作动态"),
            document_number="新府〔2021〕8号",
            edition="A3",
            url=PAGE,
        ),
        body=body,
        blocks=(
            Block("paragraph", 0, 6, bold=True),
            Block("heading", 7, 13, level=3),
            Block("table", 14, 17, rows=(table, ())),
            Block("image", 18, 20, image="a.png"),
            Block("paragraph", 0, 0),
        ),
        figures=(
            Figure("3件", 2, "案件", 3.0, "件", "count", "over", period="2020年", sentence=(0, 6)),
            Figure("3至5件", 2, "案件", 3.0, "件", "count", value_max=5.0),
        ),
        attachments=(
            Attachment("a.png", "image/png", "ab", b"\x89PNG"),
            Attachment("b.txt", "text/plain", "cd", b"x" * 99),
        ),
        grounds=(Ground("title", "printed", sure=True), Ground("published", "address", sure=False)),
    )
    path = archive(tmp_path / "a.xhdb")
    page = original("页面" * 100, "页 面.html", url="https://example.cn/b")
    with writing(path) as db:
        assert add(db, page, [full]) == Added("imported", (1,))
    with reading(path) as db:
        found = read.bulletin(db, 1)
        for field in ("facts", "body", "blocks", "sections", "figures"):
            assert getattr(found, field) == getattr(full, field)
        assert found.revises is None
        provenance = found.provenance
        assert (provenance.sha256, provenance.name, provenance.media_type) == (page.sha256, page.name, page.media_type)
        assert (provenance.url, provenance.retrieved, provenance.importer) == (PAGE, RETRIEVED, "test")
        assert files.original(db, 1) == page
        assert files.attachments(db, 1) == ("a.png", "b.txt")
        for attachment in full.attachments:
            assert files.attachment(db, 1, attachment.name) == attachment
        assert files.attachment(db, 1, "c") is None


def test_a_bulletin_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with reading(archive(tmp_path / "a.xhdb")) as db:
        for question in (read.bulletin, files.original):
            with pytest.raises(ArchiveError, match=r"no bulletin 7 in a\.xhdb"):
                question(db, 7)


def test_the_same_file_again_adds_nothing(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb")
    page = original("两篇")
    with writing(path) as db:
        assert add(db, page, [draft("甲", "乙"), draft("丙", "丁")]) == Added("imported", (1, 2))
        before = db.changes
        assert add(db, page, [draft("甲", "乙"), draft("丙", "丁")]) == Added("duplicate", (1, 2))
        assert db.changes == before


def test_another_text_at_the_same_address_is_a_revision_that_takes_the_formers_place(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb")
    with writing(path) as db:
        first = draft("通知", "上午开会", url=PAGE, published=date(2021, 1, 1), columns=("甲",), source="某报")
        assert added(db, first, "1") == Added("imported", (1,))
        assert added(db, first, "2") == Added("duplicate", (1,))
        assert added(db, replace(first, body="下午开会"), "3") == Added("revision", (2,))
        assert added(db, saying(replace(first, body="晚上开会"), title="通知二"), "4") == Added("revision", (3,))
        assert read.bulletin(db, 2).revises == 1
        assert read.bulletin(db, 1).body == "上午开会"
        assert read.ids(db) == (3,)
        assert read.info(db).bulletins == read.info(db).originals == 3
        assert read.revisions(db, 2) == (1, 2, 3)
        for question, count in (("开会", 1), ("上午", 0), ("晚", 1), ("上", 1), ("下", 0), ("-好", 1), ("栏目:甲", 1)):
            assert find(asked(db, question)).count == count, question


def test_a_draft_has_its_originals_address_only_when_it_is_alone(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb")
    with writing(path) as db:
        add(db, original("1", url=PAGE), [draft("甲", "乙")])
        add(db, original("2", url="https://example.cn/warc"), [draft("丙", "丁"), draft("戊", "己")])
        assert [read.bulletin(db, n).facts.url for n in (1, 2, 3)] == [PAGE, "", ""]
        assert read.bulletin(db, 2).provenance.url == "https://example.cn/warc"


def test_an_original_with_one_new_bulletin_among_known_ones_adds_that_one(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb")
    with writing(path) as db:
        added(db, draft("甲", "乙", url=PAGE))
        assert add(db, original("z"), [draft("甲", "乙", url=PAGE), draft("丙", "丁")]) == Added("imported", (1, 2))
        assert add(db, original("y"), [draft("甲", "乙", url=PAGE)]) == Added("duplicate", (1,))
        assert read.info(db).originals == 2


def test_an_original_without_bulletins_is_not_kept(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb")
    with writing(path) as db:
        assert add(db, original("x"), []) == Added("skipped")
        assert read.info(db).originals == 0


def test_a_failure_in_the_middle_of_an_original_leaves_nothing_of_it(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb", draft("前", "文"))
    broken = draft("丙", "丁", figures=(Figure("1", 0, "a", None, "", "count"),))  # type: ignore[arg-type]
    with writing(path) as db:
        with pytest.raises(Exception, match="NOT NULL"):
            add(db, original("x"), [draft("甲", "乙", columns=("新",)), broken])
        assert read.ids(db) == (1,)
        assert read.info(db).originals == 1
        assert find(asked(db, "甲")).count == 0
        assert add(db, original("x"), [draft("甲", "乙")]) == Added("imported", (2,))


def test_many_originals_can_be_kept_in_one_transaction(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb")
    with writing(path) as db:
        outcomes = add_all(db, (prepared(original(str(n % 8)), [draft(f"第{n}篇", "文")]) for n in range(10)))
        assert [one.outcome for one in outcomes] == ["imported"] * 8 + ["duplicate"] * 2


def test_adding_takes_no_more_steps_in_a_larger_archive(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb")
    counted: list[None] = []
    steps = []
    with writing(path) as db:
        for size in (20, 400):
            texts = [f"{size} {n} 开会" for n in range(size)]
            add_all(db, [prepared(original(text), [draft(text, text, url=f"{PAGE}{text}")]) for text in texts])
            counted.clear()
            db.connection.set_progress_handler(lambda: counted.append(None), 10)
            add(db, original(f"新{size}"), [draft("新", f"新{size}", url=f"{PAGE}?{size}")])
            db.connection.set_progress_handler(None, 0)
            steps.append(len(counted))
    assert steps[1] < steps[0] * 1.5


def test_bulletins_are_listed_by_date_the_newest_first_and_undated_ones_last(tmp_path: Path) -> None:
    days = (None, date(2020, 5, 1), date(2024, 1, 1), date(2020, 5, 1), None, date(9, 9, 9), date(1949, 10, 1))
    path = archive(tmp_path / "a.xhdb", *(draft("题", f"第{n}篇", published=day) for n, day in enumerate(days)))
    with reading(path) as db:
        assert read.ids(db) == (3, 4, 2, 7, 6, 5, 1)
        assert read.bulletin(db, 6).facts.published == date(9, 9, 9)
        assert (read.info(db).first, read.info(db).last) == (date(1949, 10, 1), date(2024, 1, 1))
        assert find(Asked(db, Query("", Dates(date(2020, 5, 1), date(2020, 5, 1))))).count == 2
        assert find(Asked(db, Query("", Dates(None, None)))).count == 4


def test_names_of_files_that_are_no_text_are_kept_as_far_as_they_are(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb")
    with writing(path) as db:
        add(db, original("x", "a\udcffb\0.html"), [draft("甲", "乙")])
        assert files.original(db, 1).name == "ab.html"


def test_an_index_of_another_version_is_rebuilt_by_the_next_writer(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb", draft("甲方", "会议要求", url=PAGE), draft("乙方", "会议指出"))
    with writing(path) as db:
        added(db, draft("甲方", "会议结束", url=PAGE))
    with closing(sqlite3.connect(path)) as other, other:
        other.execute("INSERT INTO terms(terms) VALUES ('delete-all')")
        other.execute("UPDATE meta SET value = 0 WHERE name = 'terms'")
    with reading(path) as db:
        assert find(asked(db, "会议")).scanned
    with writing(path) as db:
        found = find(asked(db, "会议"), "newest")
        assert ([hit.id for hit in found.hits], found.scanned) == ([3, 2], False)
        assert find(Asked(db, Query("", Word("要求")))).count == 0


def test_an_archive_whose_days_have_more_room_finds_by_date_as_well(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb")
    with writing(path) as db:
        db.run("DELETE FROM meta WHERE name = 'row_bits'")  # as archives were made before
        for day in (date(2020, 3, 1), date(2021, 3, 1), None):
            added(db, draft("会议", f"开会 {day}", published=day))
    with reading(path) as db:
        assert [hit.published for hit in find(asked(db, "开会 日期:2020")).hits] == [date(2020, 3, 1)]
        assert [year.path for year in facets(asked(db, "开会")).years] == [("2021",), ("2020",), ("",)]


def test_a_fact_that_an_older_archive_has_no_column_for_is_not_known(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb", draft("通知", "开会", issuer="区政府", source="某报"))
    with closing(sqlite3.connect(path)) as older, older:
        older.execute("ALTER TABLE bulletins DROP COLUMN issuer")
    with reading(path) as db:
        assert read.bulletin(db, 1).facts == Facts("通知", source="某报")
