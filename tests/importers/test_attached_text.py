from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import draft
from xinhui_viewer.importers import attached_text as module
from xinhui_viewer.importers.attached_text import attached_text
from xinhui_viewer.records import Block, Figure


def test_the_title_and_what_was_printed_beside_it_stand_over_the_text() -> None:
    one = draft(
        "设备清单", "一、水泵", "3台。", headings=("一、水泵",), issuer="区水利局", document_number="云水〔2023〕2号"
    )
    text, cut = attached_text([one], "docx")
    assert text is not None
    assert text.body.split("\n") == ["设备清单", "区水利局　云水〔2023〕2号", "一、水泵", "3台。"]
    assert [text.body[block.start : block.end] for block in text.blocks] == text.body.split("\n")
    assert [(one.heading, text.body[one.start : one.heading_end]) for one in text.sections] == [
        ("一、水泵", "一、水泵")
    ]
    assert (text.importer, cut) == ("docx", False)


def test_each_part_of_a_file_of_several_is_a_section() -> None:
    figure = Figure("3台", 0, "水泵", 3.0, "台", "count", sentence=(0, 3))
    sheets = [draft("甲表", "甲"), draft("", "3台。", place="Sheet2", figures=(figure,))]
    text, _ = attached_text(sheets, "xlsx")
    assert text is not None
    assert [(one.level, one.heading, text.body[one.start : one.end]) for one in text.sections] == [
        (1, "甲表", "甲表\n甲"),
        (1, "Sheet2", "Sheet2\n3台。"),
    ]
    (found,) = text.figures
    assert text.body[found.start :].startswith("3台。")
    assert text.body[found.sentence[0] : found.sentence[1]] == "3台。"


def test_pictures_of_a_document_are_left_out_but_not_their_captions() -> None:
    shown = Block("image", 0, 2, image="a.png"), Block("image", 2, 2, image="b.png")
    text, _ = attached_text([replace(draft("清单", "图一"), blocks=shown)], "docx")
    assert text is not None
    assert [(block.kind, block.image) for block in text.blocks] == [("paragraph", ""), ("paragraph", "")]


def test_a_very_long_text_is_cut_between_paragraphs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST", 12)
    text, cut = attached_text([draft("", "一、甲", "甲乙丙。", "丁戊己庚。", headings=("一、甲",))], "docx")
    assert text is not None
    assert (text.body, cut) == ("一、甲\n甲乙丙。", True)
    assert text.sections[0].end == len(text.body)


def test_a_document_without_a_text_has_none() -> None:
    assert attached_text([draft("")], "pdf") == (None, False)
