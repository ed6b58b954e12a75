from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.archive.test_golden import GOLDEN
from tests.builders import archive, draft
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.describe import describe
from xinhui_viewer.search.find import find
from xinhui_viewer.search.parse import parse


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Archive]:
    drafts = (
        draft("防汛", "一", validity="现行有效"),
        draft("植树", "二", validity="已废止"),
        draft("会议", "三"),
        draft("防汛会议", "四", validity="部分失效"),
        draft("防汛值守", "五", validity="失效"),
    )
    with reading(archive(tmp_path / "a.xhdb", *drafts)) as db:
        yield db


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("有效:现行", {1}),
        ("有效:现行有效", {1}),
        ("validity:valid", {1}),
        ('validity:"in force"', {1}),
        ("有效性:廢止", {2}),
        ("有效:失效", {5}),
        ("有效:效", {1, 4, 5}),
        ('有效:"效"', set()),
        ("有效:无此状态", set()),
        ("防汛 有效:现行", {1}),
        ("防汛 -有效:现行", {4, 5}),
        ('有效:""', {3}),
        ('-有效:""', {1, 2, 4, 5}),
    ],
)
def test_bulletins_are_found_by_the_state_that_they_name(db: Archive, text: str, ids: set[int]) -> None:
    assert {hit.id for hit in find(asked(db, text)).hits if not hit.partial} == ids


def test_what_another_text_repeals_is_repealed_whatever_it_says_of_itself(tmp_path: Path) -> None:
    old, none = draft("云汀县老办法", "一", validity="现行有效"), draft("云汀县旧规定", "二")
    new = draft("云汀县新办法", "《云汀县老办法》《云汀县旧规定》同时废止。", validity="现行有效")
    with reading(archive(tmp_path / "a.xhdb", old, none, new, draft("别的", "三", validity="已废止"))) as db:
        found = {text: {hit.id for hit in find(asked(db, text)).hits} for text in ("有效:现行", "有效:废止")}
    assert found == {"有效:现行": {3}, "有效:废止": {1, 2, 4}}


def test_an_archive_made_before_states_were_kept_has_none() -> None:
    with reading(GOLDEN[0], frozen=True) as db:
        assert find(asked(db, "有效:现行")).count == 0
        assert find(asked(db, '有效:""')).count == find(asked(db, "")).count


def test_it_is_described_in_words() -> None:
    told = describe(parse('防汛 有效:现行 -有效:""'))
    assert told == "“防汛” and validity “现行” and not without a stated validity"
