from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import archive, draft
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.find import find

TEXTS = {
    "数字": "2021年3月5日发布，联系电话0750-6123456。",
    "汉字": "二〇二一年三月五日印发，电话（0750）6123456。",
    "圆圈": "二○二一年三月五日印发，电话07506123456。",
    "英文": "COVID-19 co-operation projects",
    "英语": "cooperation on one project",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return archive(tmp_path / "a.xhdb", *(draft(title, text) for title, text in TEXTS.items()))


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("2021年", "数字 汉字 圆圈"),
        ("二〇二一年", "数字 汉字 圆圈"),
        ("2021年3月5日", "数字 汉字 圆圈"),
        ('"2021年"', "数字"),
        ("-2021年 电话", ""),
        ("0750-6123456", "数字 汉字 圆圈"),
        ("07506123456", "数字 汉字 圆圈"),
        ("6123456", "数字 汉字"),
        ('"07506123456"', "圆圈"),
        ("covid19", "英文"),
        ("cooperation", "英文 英语"),
        ("co-operation", "英文 英语"),
        ("project", "英文 英语"),
        ("Projects", "英文 英语"),
        ('"projects"', "英文"),
        ("正文:project", "英文 英语"),
        ("标题:project", ""),
    ],
)
def test_a_word_is_found_and_marked_in_all_its_spellings_unless_it_is_in_quotes(
    path: Path, text: str, titles: str
) -> None:
    with reading(path) as db:
        found = find(asked(db, text))
    hits = [hit for hit in found.hits if not hit.missing]
    assert {hit.title for hit in hits} == set(titles.split())
    assert all(hit.count for hit in hits)


def test_spellings_that_the_archive_has_are_told(path: Path) -> None:
    with reading(path) as db:
        assert find(asked(db, "二〇二一年")).also == (("二〇二一年", ("2021年", "二○二一年")),)
        assert find(asked(db, "2021年 Project")).also == (
            ("2021年", ("二〇二一年", "二○二一年")),
            ("project", ("projects",)),
        )
        assert find(asked(db, '"2021年" city')).also == ()
