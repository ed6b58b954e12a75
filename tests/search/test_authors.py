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
        draft("防汛", "一", authors=("张一丁", "李四")),
        draft("植树", "二", authors=("張一",)),
        draft("会议", "三"),
        draft("防汛会议", "四", authors=("Li Si",)),
    )
    with reading(archive(tmp_path / "a.xhdb", *drafts)) as db:
        yield db


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("作者:张一", {1, 2}),
        ('作者:"张一"', {2}),
        ("作者:李四", {1}),
        ("author:li", {4}),
        ("防汛 作者:李四", {1}),
        ("防汛 -作者:李四", {4}),
        ("作者:王", set()),
        ('作者:""', {3}),
        ('-作者:""', {1, 2, 4}),
        ("作者:李四 或 植树", {1, 2}),
    ],
)
def test_bulletins_are_found_by_an_author(db: Archive, text: str, ids: set[int]) -> None:
    assert {hit.id for hit in find(asked(db, text)).hits if not hit.partial} == ids


def test_an_archive_made_before_there_were_authors_has_none() -> None:
    with reading(GOLDEN[0], frozen=True) as db:
        assert find(asked(db, "作者:张")).count == 0
        assert find(asked(db, '作者:""')).count == find(asked(db, "")).count


def test_it_is_described_in_words() -> None:
    assert describe(parse('防汛 作者:张一 -作者:""')) == "“防汛” and author “张一” and not without an author"
