"""The beginnings and ends of sentences."""

from __future__ import annotations

from xinhui_viewer.text.sentences import sentences


def test_a_sentence_ends_with_its_sign_and_closing_marks_or_with_the_line() -> None:
    text = "  区长说：“我们做到了！”会场响起掌声。\n标题一行\n项目5.2个；完成。"
    assert [text[first:last] for first, last in sentences(text)] == [
        "区长说：“我们做到了！”", "会场响起掌声。", "标题一行", "项目5.2个；", "完成。",
    ]  # fmt: skip


def test_only_the_asked_part_is_read() -> None:
    text = "第一句。第二句。第三句。"
    assert list(sentences(text, 4, 8)) == [(4, 8)]
