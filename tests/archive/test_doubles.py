"""The same article under two addresses is one bulletin with two addresses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.builders import archive, draft, original, saying
from xinhui_viewer.archive import addresses, read
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.prepare import Doubles, prepared
from xinhui_viewer.archive.write import Added, add_all
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.records import Draft

TEXT = "会议指出，入汛以来全区共出动八百余人次巡查堤防，转移群众。各镇要逐村排查，备足物资。会议要求做好值班值守。"
FIRST, SECOND, THIRD = "https://yt.example/a", "https://m.yt.example/a", "https://yt.example/print/a"
ARTICLE = draft("云汀区防汛会召开", TEXT, url=FIRST, published=date(2023, 7, 11))
DOUBLE = saying(ARTICLE, url=SECOND)
NOTE = "The archive already has the same text: number 1, “云汀区防汛会召开”."


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Archive]:
    with writing(archive(tmp_path / "a.xhdb", ARTICLE)) as opened:
        yield opened


def added(db: Archive, one: Draft, doubles: Doubles, content: str) -> Added:
    return add_all(db, [prepared(original(content), [one], doubles)])[0]


@pytest.mark.parametrize("doubles", ["skipped", "duplicate"])
def test_a_double_is_known_by_its_address_and_nothing_more(db: Archive, doubles: Doubles) -> None:
    assert added(db, DOUBLE, doubles, "2") == Added(doubles, (1,), (NOTE,))
    assert added(db, DOUBLE, doubles, "2") == Added("duplicate", (1,))
    assert read.info(db).bulletins == read.info(db).originals == 1
    assert read.bulletin(db, 1).addresses == (SECOND,)


def test_title_and_text_are_compared_without_blanks_and_forms_of_signs(db: Archive) -> None:
    assert added(db, saying(DOUBLE, title="雲汀區 防汛会召开"), "skipped", "2").outcome == "skipped"


@pytest.mark.parametrize(
    "other",
    [
        saying(DOUBLE, title="云汀区召开会议"),
        saying(DOUBLE, published=date(2023, 7, 12)),
        replace(DOUBLE, body=TEXT[:-1]),
    ],
)
def test_another_title_day_or_text_is_another_bulletin(db: Archive, other: Draft) -> None:
    assert added(db, other, "skipped", "2").outcome == "imported"
    assert read.bulletin(db, 1).addresses == ()


def test_a_short_text_under_one_title_is_not_yet_the_same(db: Archive) -> None:
    for n, url in enumerate((SECOND, THIRD)):
        assert added(db, draft("名单公示", "见附件。", url=url), "skipped", f"short {n}").outcome == "imported"


def test_a_bulletin_without_a_title_is_pointed_out_as_such(db: Archive) -> None:
    untitled = draft("", "会议要求做好值班值守，逐村排查隐患，备足防汛物资，及时转移群众，确保人员安全。", url="")
    added(db, untitled, "duplicate", "2")
    told = "The archive already has the same text: number 2, “(untitled)”."
    assert added(db, untitled, "duplicate", "3") == Added("imported", (3,), (told,))


def test_a_named_page_without_an_address_is_kept_and_pointed_out(db: Archive) -> None:
    assert added(db, saying(DOUBLE, url=""), "duplicate", "2") == Added("imported", (2,), (NOTE,))


def test_a_double_that_is_wanted_gets_its_address_back(db: Archive) -> None:
    added(db, DOUBLE, "skipped", "2")
    assert added(db, DOUBLE, "imported", "2") == Added("imported", (2,), (NOTE,))
    assert read.bulletin(db, 1).addresses == ()


def test_a_revision_keeps_the_further_addresses(db: Archive) -> None:
    added(db, DOUBLE, "skipped", "2")
    assert added(db, replace(ARTICLE, body=f"{TEXT}补充。"), "skipped", "3") == Added("revision", (2,))
    assert read.bulletin(db, 2).addresses == (SECOND,)
    assert addresses.further_at(db, SECOND) == 2
    assert added(db, DOUBLE, "skipped", "4") == Added("duplicate", (2,))


def test_another_text_at_a_further_address_is_a_bulletin_of_its_own(db: Archive) -> None:
    added(db, DOUBLE, "skipped", "2")
    assert added(db, replace(DOUBLE, body=f"{TEXT}另有安排。"), "skipped", "3") == Added("imported", (2,))
    assert read.bulletin(db, 1).addresses == ()


def test_a_bulletin_with_a_damaged_date_keeps_no_other_out(db: Archive) -> None:
    with db.transaction():
        db.run("UPDATE bulletins SET published = '2023-99-99' WHERE id = 1")
    assert added(db, DOUBLE, "skipped", "2") == Added("skipped", (1,), (NOTE,))
