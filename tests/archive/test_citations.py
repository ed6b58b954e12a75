"""Bulletins that texts name and repeal, as far as their numbers and titles say which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.archive.test_golden import GOLDEN, copied
from tests.builders import added, archive, draft, original, published
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.check import problems
from xinhui_viewer.archive.citations import references, repealed
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.derived import derive
from xinhui_viewer.archive.prepare import prepared
from xinhui_viewer.archive.read import bulletin
from xinhui_viewer.archive.replace import replace_all
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.facts import day
from xinhui_viewer.job import Job

SAID = "本办法自2021年5月1日起施行，《云汀县烟花管理规定》（云府〔2015〕3号）同时废止"
OLD = draft(
    "云汀县烟花管理规定", "燃放烟花要注意安全。", document_number="云府〔2015〕3号", published=published("2015-03-01")
)
NEW = draft(
    "关于印发《云汀县烟花燃放办法》的通知",
    f"现将办法印发给你们。{SAID}。",
    issuer="云汀县人民政府",
    document_number="云府〔2021〕8号",
    published=published("2021-03-05"),
)
NEWS = draft(
    "全县部署烟花管理", "会议要求落实《云汀县烟花燃放办法》和云府〔2015〕3号文件。", published=published("2021-04-01")
)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Archive]:
    with reading(archive(tmp_path / "a.xhdb", OLD, NEW, NEWS)) as db:
        yield db


def linked(db: Archive, number: int) -> list[tuple[str, int]]:
    one = bulletin(db, number)
    return [(one.body[to.start : to.end], to.id) for to in references(db, number, one.body, day(one.facts))]


def cited(db: Archive, number: int) -> list[tuple[int, str]]:
    return [(one.id, one.sentence) for one in bulletin(db, number).cited_by]


def test_numbers_and_titles_lead_to_the_bulletins_that_they_name(db: Archive) -> None:
    assert linked(db, 2) == [("《云汀县烟花管理规定》", 1)]
    assert linked(db, 3) == [("《云汀县烟花燃放办法》", 2), ("云府〔2015〕3号", 1)]
    assert linked(db, 1) == []


def test_a_bulletin_knows_who_names_it_and_who_repeals_it_with_the_sentence(db: Archive) -> None:
    assert cited(db, 1) == [(3, ""), (2, SAID)]
    assert cited(db, 2) == [(3, "")]
    assert cited(db, 3) == []
    assert repealed(db) == {1}


@pytest.mark.parametrize(
    "other",
    [
        replace(OLD, body="另一份文件。", facts=replace(OLD.facts, document_number="")),
        replace(NEW, facts=replace(NEW.facts, document_number="")),
    ],
    ids=["another of that name", "another that issues it"],
)
def test_a_title_that_two_bulletins_have_leads_to_none(tmp_path: Path, other: object) -> None:
    news = draft("新闻", "落实《云汀县烟花管理规定》和《云汀县烟花燃放办法》。")
    with reading(archive(tmp_path / "a.xhdb", OLD, NEW, news, other)) as db:  # type: ignore[arg-type]
        assert len(linked(db, 3)) == 1


@pytest.mark.parametrize(
    ("title", "body", "says"),
    [
        ("关于新规定的通知", "《云汀县烟花管理规定》同时废止。", True),
        ("云汀县烟花管理规定", "《云汀县烟花管理规定》同时废止。", True),
        ("云汀县烟花管理规定", "各单位执行《云汀县烟花管理规定》。", False),
        ("烟花办法（征求意见稿）", "《云汀县烟花管理规定》同时废止。", False),
        ("关于新规定的通知", "《云汀县烟花管理规定》（云府〔2016〕9号）同时废止。", False),
        ("关于新规定的通知", "建议废止《云汀县烟花管理规定》。", False),
    ],
)
def test_only_a_text_that_says_so_repeals_another_bulletin(tmp_path: Path, title: str, body: str, says: bool) -> None:
    with reading(archive(tmp_path / "a.xhdb", OLD, draft(title, body, published=published("2020-01-01")))) as db:
        assert (repealed(db) == {1}) is says
        assert any(sentence for _id, sentence in cited(db, 1)) is says


def test_what_is_older_repeals_nothing_that_it_names_by_its_title(tmp_path: Path) -> None:
    older = draft("老办法", "《云汀县烟花管理规定》同时废止。", published=published("2010-01-01"))
    with reading(archive(tmp_path / "a.xhdb", OLD, older)) as db:
        assert repealed(db) == frozenset()


def test_a_revision_takes_the_names_of_the_former_one(tmp_path: Path) -> None:
    first, second = (
        replace(OLD, body=text, facts=replace(OLD.facts, url="https://a.example")) for text in ("一", "二")
    )
    path = archive(tmp_path / "a.xhdb", first, NEWS)
    with writing(path) as db:
        added(db, second)
        assert linked(db, 2) == [("云府〔2015〕3号", 3)]
        assert (cited(db, 1), cited(db, 3)) == ([], [(2, "")])


def test_another_reading_names_others(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb", OLD, NEW, NEWS)
    with writing(path) as db:
        other = replace(NEW, body="现将办法印发给你们。", facts=replace(NEW.facts, title="关于烟花的通知"))
        assert replace_all(db, [(2, prepared(original("x"), [other]).bulletins[0])]) == (True,)
        assert (linked(db, 2), repealed(db)) == ([], frozenset())
        assert linked(db, 3) == [("云府〔2015〕3号", 1)]
        assert problems(db) == ()


@pytest.mark.parametrize("golden", GOLDEN, ids=lambda path: path.stem)
def test_an_older_archive_knows_no_one_until_it_is_brought_up_to_date(golden: Path, tmp_path: Path) -> None:
    with reading(golden, frozen=True) as db:
        assert (cited(db, 1), linked(db, 1), repealed(db)) == ([], [], frozenset())
    with writing(copied(golden, tmp_path)) as db:
        added(db, draft("新通知", f"落实《{bulletin(db, 1).facts.title}》。"))
        derive(db, Job())
        assert [one.title for one in bulletin(db, 1).cited_by] == ["新通知"]
        assert problems(db) == ()
