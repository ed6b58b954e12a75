from __future__ import annotations

from pathlib import Path

import pytest

from tests.builders import archive, draft
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.find import find

TEXTS = {
    "断开": "全区开展扫 黑除恶专项斗争，维护社会秩\n序，稳定人心。投资12 345.6万元。",
    "连写": "扫黑除恶取得成效，社会秩序良好。投资12,345.6万元。",
    "分句": "扫，黑除恶；秩、序。共345项。",
    "标题结尾": "一、工作\n报告期内",
    "繁体": "掃 黑除惡。衆人硏究。",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return archive(tmp_path / "a.xhdb", *(draft(title, text) for title, text in TEXTS.items()))


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("扫黑除恶", "断开 连写 繁体"),
        ('"扫黑除恶"', "断开 连写 繁体"),
        ('"扫 黑除恶"', "断开 连写 分句 繁体"),
        ("原字:掃黑除惡", "繁体"),
        ("原字:扫黑除恶", "断开 连写"),
        ("秩序", "断开 连写"),
        ("近:5(除恶 专项)", "断开"),
        ("12345.6万元", "断开 连写"),
        ("12 345.6万元", "断开 连写"),
        ("345", "分句"),
        ("工作报告", ""),
        ("众人研究", "繁体"),
    ],
)
def test_a_single_blank_or_line_end_between_han_divides_no_word_in_index_and_marks(
    path: Path, text: str, titles: str
) -> None:
    with reading(path) as db:
        hits = [hit for hit in find(asked(db, text)).hits if not hit.missing]
    assert {hit.title for hit in hits} == set(titles.split())
    assert all(hit.spans for hit in hits)
