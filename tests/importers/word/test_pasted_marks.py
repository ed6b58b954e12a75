"""Markdown that was pasted into a Word file is read as its marks mean."""

from __future__ import annotations

from datetime import date

from tests.importers.word.files import FIRST, SECOND, TITLE, draft, empty, line, saved
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.importers.word.pasted_marks import without_marks

PASTED = (
    f"# {TITLE}",
    "**发布日期**: 2023-07-11",
    "**发布机构**: 云汀区水务局",
    "---",
    "## 会议部署",
    FIRST,
    "**沙袋**和[山塘](https://yunting.example/shantang)都已备足。",
    "**巡查安排**",
    SECOND,
)


def test_marks_of_markdown_become_title_facts_and_headings() -> None:
    document = empty()
    line(document, f"001_{TITLE}", 16, bold=True, centred=True)
    for text in PASTED:
        line(document, text, 12)
    found = draft(saved(document))
    assert (found.facts.title, found.facts.source) == (TITLE, "云汀区水务局")
    assert found.facts.published == date(2023, 7, 11)
    assert [section.heading for section in found.sections] == ["会议部署", "巡查安排"]
    assert found.body.split("\n") == ["会议部署", FIRST, "沙袋和山塘都已备足。", "巡查安排", SECOND]


def test_a_few_asterisks_are_no_marks() -> None:
    lines = [Paragraph("**注意**：水深"), Paragraph(FIRST), Paragraph("---")]
    assert without_marks(lines) == lines


def test_comments_of_commands_are_no_marks() -> None:
    lines = [Paragraph(text) for text in ("# 查看水位", "level --all", "# 记录水位", "level --log", "# 结束", "exit")]
    assert without_marks(lines) == lines


def test_of_several_headings_of_the_first_level_none_is_the_title() -> None:
    lines = [Paragraph(text) for text in ("# 总则", FIRST, "# 附则", SECOND, "**完**", "**毕**", "**终**")]
    assert [(one.text, one.level, one.title) for one in without_marks(lines)] == [
        ("总则", 1, False),
        (FIRST, 0, False),
        ("附则", 1, False),
        (SECOND, 0, False),
        ("完", 0, False),
        ("毕", 0, False),
        ("终", 0, False),
    ]
