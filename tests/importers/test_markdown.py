"""Markdown is read like the page that its marks stand for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers import read as read_file
from xinhui_viewer.importers.markdown import read
from xinhui_viewer.records import Draft

LAW = """# 云汀区沟渠管理办法

2021年3月5日 云汀区第三次常务会议通过

<!-- 正文 -->

## 第一章 总则

第一条 为了管理沟渠，制定本办法。

**第二条** 本办法适用于全区，镇村
沟渠也适用。

## 第二章 巡查

1. 每月巡查一次；
2. 汛期每周巡查一次。
"""
PROSE = "云汀区水务局5月6日组织人员巡查河东沟渠，查出问题三处，已经整改两处，余下一处月底前完成。"


def draft(text: str, name: str = "办法.md") -> Draft:
    (found,) = read(text.encode(), name)
    return found


def test_marks_become_structure_and_are_no_text() -> None:
    found = draft(LAW)
    assert found.facts.title == "云汀区沟渠管理办法"
    assert [section.heading for section in found.sections] == ["第一章 总则", "第二章 巡查"]
    assert "第二条 本办法适用于全区，镇村沟渠也适用。" in found.body
    assert "1. 每月巡查一次；" in found.body
    assert not set("#*<>") & set(found.body)


@pytest.mark.parametrize("name", ["办法.md", "办法.markdown", "办法.txt", "办法"])
def test_it_is_told_by_its_marks_whatever_its_ending(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(LAW, "utf-8")
    _original, (found,) = read_file(path)
    assert (found.importer, found.warnings) == ("markdown", ())


@pytest.mark.parametrize("text", [f"沟渠巡查\n\n{PROSE}\n", f"# 沟渠巡查\n{PROSE}\n", f"沟渠*巡查*\n[1] {PROSE}\n"])
def test_a_text_with_a_stray_sign_stays_plain(tmp_path: Path, text: str) -> None:
    path = tmp_path / "巡查.txt"
    path.write_text(text, "utf-8")
    assert read_file(path)[1][0].importer == "plain_text"


def test_facts_before_the_text_are_taken() -> None:
    found = draft(
        f"---\ntitle: '沟渠巡查'\ndate: 2022-05-07\nsource: 云汀区水务局\nauthors:\n  - 林渠生\n---\n\n{PROSE}\n"
    )
    facts = found.facts
    assert (facts.title, facts.published, facts.source) == ("沟渠巡查", date(2022, 5, 7), "云汀区水务局")
    assert facts.authors == ("林渠生",)
    assert found.body == PROSE


def test_labels_of_a_program_that_saved_a_page_are_facts() -> None:
    menu = "\n".join(f"*   [栏目{n}](http://www.yunting.example/{n}/)" for n in range(12))
    found = draft(
        "Title: 沟渠巡查-云汀区人民政府\n\nURL Source: http://www.yunting.example/a/7.html\n\nMarkdown Content:\n"
        f"[登录](javascript:void(0))\n\n{menu}\n\n# 沟渠巡查\n\n2022-05-07 来源：云汀区水务局\n\n{PROSE}\n\n"
        "![Image 3](http://www.yunting.example/a.png)\n\n版权所有：云汀区人民政府\n"
    )
    facts = found.facts
    assert (facts.title, facts.published, facts.source) == ("沟渠巡查", date(2022, 5, 7), "云汀区水务局")
    assert facts.url == "http://www.yunting.example/a/7.html"
    assert found.body.strip() == PROSE


def test_tables_are_tables() -> None:
    found = draft(f"# 沟渠投入\n\n{PROSE}\n\n| 项目 | 金额（万元） |\n|---|---|\n| 清淤 | 8.5 |\n| 护坡 | 9.5 |\n")
    assert [block.kind for block in found.blocks] == ["paragraph", "table"]
    assert [(one.label, one.value) for one in found.figures][-2:] == [("清淤", 85_000), ("护坡", 95_000)]


@pytest.mark.parametrize(("content", "said"), [(b"", "is empty"), (bytes(range(9)) * 40, "is not a text file")])
def test_what_is_no_text_is_refused_by_name(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableSource, match=rf"办法\.md {said}"):
        read(content, "办法.md")


def test_the_heading_over_all_others_is_the_title() -> None:
    found = draft(
        f"## 沟渠**养护**规范（试行）\n\n### 一、巡查\n\n* \n**次数**：每月一次。\n\n### 二、清淤\n\n{PROSE}\n"
    )
    assert found.facts.title == "沟渠养护规范（试行）"
    assert [section.heading for section in found.sections] == ["一、巡查", "二、清淤"]


def test_a_note_on_the_making_of_a_law_is_text_and_no_publication() -> None:
    found = draft(LAW.replace("云汀区第三次常务会议通过", "云汀区人民代表大会常务委员会第三次会议通过"))
    assert found.facts.published is None
    assert found.body.startswith("2021年3月5日 云汀区人民代表大会常务委员会第三次会议通过\n")


def test_notes_stand_at_the_end_behind_their_marks() -> None:
    found = draft(f"# 沟渠养护规范\n\n{PROSE}[^甲]\n\n[^甲]: 不含暗渠。\n\n养护每月一次，见[^2]。\n")
    assert found.body.split("\n") == [f"{PROSE}[甲]", "养护每月一次，见[^2]。", "[甲] 不含暗渠。"]


def test_a_comment_that_does_not_end_takes_no_text() -> None:
    found = draft(LAW.replace("正文 -->", "正文"))
    assert found.body.endswith("汛期每周巡查一次。")
    assert [section.heading for section in found.sections] == ["第一章 总则", "第二章 巡查"]


def test_unreadable_bytes_are_told() -> None:
    (found,) = read(LAW.encode().replace("沟渠，".encode(), b"\xff\xfe"), "办法.md")
    assert "\ufffd" in found.warnings[0]
