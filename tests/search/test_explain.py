from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.builders import archive, draft
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.search.asked import Asked, asked
from xinhui_viewer.search.explain import offers, unstated
from xinhui_viewer.search.find import find
from xinhui_viewer.search.parse import asking
from xinhui_viewer.search.written import written


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    drafts = [
        draft("扫黑简报", "古井镇开会", published=date(2021, 3, 1), source="新会日报"),
        draft("扫黑通知", "三江镇开会", published=date(2020, 3, 1), source="区政府"),
        draft("养老", "补贴", published=date(2020, 5, 1)),
    ]
    with reading(archive(tmp_path_factory.mktemp("explain") / "a.xhdb", *drafts)) as db:
        yield db


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        (
            "扫黑 古井镇 日期:2020",
            [
                ("nearest", "扫黑 古井镇", 1),
                ("nearest", "扫黑 日期:2020", 1),
                ("word", "扫黑", 2),
                ("word", "古井镇", 1),
            ],
        ),
        ("扫黑 来源:光明日报", [("nearest", "扫黑", 2)]),
        ("养老 -补贴", [("nearest", "养老", 1)]),
        ('"开会 扫黑"', [("looser", "开会 扫黑", 2)]),
        ("近:1(扫黑 开会)", [("looser", "扫黑 开会", 2), ("word", "扫黑", 2), ("word", "开会", 2)]),
        ("标题:开会 扫黑", [("looser", "开会 扫黑", 2), ("nearest", "扫黑", 2)]),
        ("(火星 或 土星) 开会", [("nearest", "开会", 2)]),
        ("扫黑镇", [("word", "扫黑", 2)]),
        ("火星 月亮", []),
        ("火星", []),
    ],
)
def test_a_query_that_finds_nothing_offers_queries_that_would(
    db: Archive, text: str, offered: list[tuple[str, str, int]]
) -> None:
    assert find(asked(db, text), "newest").count == 0
    assert [(one.kind, written(one.query), one.count) for one in offers(asked(db, text))] == offered


def test_an_offer_finds_as_many_as_it_says(db: Archive) -> None:
    for text in (
        "扫黑 古井镇 日期:2020",
        '扫黑 "古井 镇" 栏目:无此栏',
        "标题:古井镇 近:1(扫黑 开会)",
        "(火星 或 土星) 开会",
    ):
        for one in offers(asked(db, text)):
            assert find(Asked(db, asking(one.query)), "newest").count == one.count


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("有效:现行", ["No bulletin in this archive states whether it is in force."]),
        ("防汛 作者:陈", ["No bulletin in this archive states its authors."]),
        ("附件:水泵", ["No bulletin in this archive has an attachment with a text."]),
        ("防汛 -有效:废止", []),
        ("防讯", []),
    ],
)
def test_a_fact_that_no_bulletin_states_is_named(tmp_path: Path, query: str, said: list[str]) -> None:
    with reading(archive(tmp_path / "a.xhdb", draft("防汛简报", "各所值守。"))) as db:
        assert list(unstated(asked(db, query))) == said


def test_a_fact_that_some_bulletin_states_is_not_said_to_be_missing(tmp_path: Path) -> None:
    with reading(archive(tmp_path / "a.xhdb", draft("条例", "第一条。", validity="现行有效", authors=("陈一",)))) as db:
        assert unstated(asked(db, "有效:废止 作者:岑")) == ()
