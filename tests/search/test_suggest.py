from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.builders import added, archive, draft
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.records import Figure
from xinhui_viewer.search.asked import Asked
from xinhui_viewer.search.find import find
from xinhui_viewer.search.parse import asking
from xinhui_viewer.search.suggest import near_titles, suggest

TITLES = ("新会区人民政府关于养老服务的通知", "新会区防汛简报", "兴海路改造完成", "江门市重点项目名单", "A站检修公告")


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    drafts = [
        draft(title, "正文", source="新会日报" if n % 2 else "", columns=("首页", "兴会专栏"))
        for n, title in enumerate(TITLES)
    ]
    with reading(archive(tmp_path_factory.mktemp("suggest") / "a.xhdb", *drafts)) as db:
        yield db


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("新会", {TITLES[0], TITLES[1]}),
        ("新會", {TITLES[0], TITLES[1]}),
        ("xh", {TITLES[0], TITLES[1], TITLES[2]}),
        ("xinh", {TITLES[0], TITLES[1]}),
        ("xinhui", {TITLES[0], TITLES[1]}),
        ("xhqfx", {TITLES[1]}),
        ("yanglao", {TITLES[0]}),
        ("yl", {TITLES[0]}),
        ("防汛", {TITLES[1]}),
        ("jiangmenshizhong", {TITLES[3]}),
        ("zzz", set()),
        ("", set()),
        ('"', set()),
    ],
)
def test_titles_are_suggested_by_han_pinyin_and_initials(db: Archive, typed: str, titles: set[str]) -> None:
    assert {one.text for one in suggest(db, typed) if one.kind == "title"} == titles


def test_places_and_what_was_asked_before_are_suggested_first(db: Archive) -> None:
    found = suggest(db, "xinghui", ["兴会 防汛", "养老"])
    assert [(one.kind, one.text) for one in found] == [("history", "兴会 防汛"), ("column", "首页 > 兴会专栏")]
    assert [one.kind for one in suggest(db, "xinhui")] == ["source", "title", "title"]


def test_a_suggestion_finds_what_it_names(db: Archive) -> None:
    for typed in ("新会", "xh", "xing", "a"):
        for one in suggest(db, typed):
            assert one.query is not None
            assert find(Asked(db, asking(one.query)), "newest").count > 0


def test_the_text_in_the_field_is_not_suggested(db: Archive) -> None:
    assert suggest(db, "养老", ["养老"]) == suggest(db, "养老")


def test_a_title_that_sounds_like_a_misspelt_one_is_offered(db: Archive) -> None:
    assert [one.text for one in near_titles(db, "新汇区防讯")] == [TITLES[1]]
    assert near_titles(db, "新会区防汛") == ()
    assert near_titles(db, "x") == ()


def test_revisions_are_suggested_and_the_former_are_not(tmp_path: Path) -> None:
    url = "https://example.cn/a"
    path = archive(tmp_path / "a.xhdb", draft("旧标题", "甲", url=url))
    with writing(path) as db:
        added(db, draft("新标题", "乙", url=url))
        assert [one.text for one in suggest(db, "jiubiaoti")] == []
        assert [one.text for one in suggest(db, "xinbiaoti")] == ["新标题"]


@pytest.fixture
def named(tmp_path: Path) -> Iterator[Archive]:
    said = [
        draft(
            f"关于{thing}的通知",
            f"石桥县水务局召开会议，供水户数达{9000 + n}户，比上年增加。",
            issuer="石桥县水务局" if n < 3 else "",
            document_number=f"石水〔202{n}〕{n + 1}号",
            published=date(2020 + n, 5, 1),
        )
        for n, thing in enumerate(("供水", "排水", "节水", "防汛"))
    ]
    figure = Figure("9000户", 13, "供水户数", 9000.0, "户", "count")
    with reading(archive(tmp_path / "a.xhdb", *(replace(one, figures=(figure,)) for one in said))) as db:
        yield db


@pytest.mark.parametrize(
    ("typed", "kind", "texts"),
    [
        ("石桥", "issuer", ["石桥县水务局"]),
        ("shiqiao", "issuer", ["石桥县水务局"]),
        ("石水", "number", ["石水〔2023〕4号", "石水〔2022〕3号", "石水〔2021〕2号"]),
        ("2022 3号", "number", ["石水〔2022〕3号"]),
        ("石水〔2021〕2", "number", ["石水〔2021〕2号"]),
        ("2022 2号", "number", []),
        ("户数", "figure", ["供水户数"]),
        ("户", "figure", []),
    ],
)
def test_issuers_numbers_and_labels_are_suggested_and_find_what_they_name(
    named: Archive, typed: str, kind: str, texts: list[str]
) -> None:
    found = [one for one in suggest(named, typed) if one.kind == kind]
    assert [one.text for one in found] == texts
    for one in found:
        assert one.query is not None
        assert find(Asked(named, asking(one.query)), "newest").count > 0
