from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import archive, draft
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.search.alike import alike

REPORT = "一、加强组织领导\n各镇落实责任。\n二、强化督导检查\n每月通报一次。"
TITLES = (
    "云岭镇2021年防汛工作情况报告",
    "云岭镇2022年防汛工作情况报告",
    "云岭镇二〇二三年防汛工作情况报告",
    "云岭镇2022年森林防火工作情况报告",
    "关于举办广场舞比赛的通知",
    "河口镇2022年度决算公开",
    "",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return archive(tmp_path / "a.xhdb", *(draft(title, f"{REPORT}\n第{n}篇。") for n, title in enumerate(TITLES)))


def test_the_reports_of_other_years_come_first_and_the_bulletin_itself_never(path: Path) -> None:
    with reading(path) as db:
        found = [one.title for one in alike(db, 2)]
    assert set(found[:2]) == {TITLES[0], TITLES[2]}
    assert found[2] == TITLES[3]
    assert TITLES[1] not in found


def test_what_shares_neither_name_nor_parts_is_not_alike(tmp_path: Path) -> None:
    drafts = (draft("关于举办广场舞比赛的通知", "请报名。"), draft("河口镇2022年度决算公开", "附表。"))
    with reading(archive(tmp_path / "b.xhdb", *drafts)) as db:
        assert alike(db, 1) == ()


def test_a_bulletin_without_a_title_is_like_those_with_its_headings(path: Path) -> None:
    with reading(path) as db:
        assert all(one.title for one in alike(db, 7))
        assert alike(db, 99) == ()
