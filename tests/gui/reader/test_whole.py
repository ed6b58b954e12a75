from __future__ import annotations

from dataclasses import replace

from tests.builders import draft
from tests.gui.readings import bulletin
from xinhui_viewer.gui.reader.whole import first_match, offers, to_open, whole
from xinhui_viewer.records import Attached, AttachedText, Bulletin, Figure, Word
from xinhui_viewer.text.matches import matches


def attached(number: int, *paragraphs: str, name: str = "P1.docx", label: str = "") -> Attached:
    read = draft("", *paragraphs, headings=[line for line in paragraphs if line.startswith("一、")])
    figure = Figure("3台", read.body.find("3台"), "水泵", 3.0, "台", "count", sentence=(0, 2))
    text = AttachedText(read.body, read.blocks, read.sections, (figure,), "docx")
    return Attached(number, name, label, "application/pdf", "ab", text)


def notice(*all_: Attached) -> Bulletin:
    page = bulletin(["请查收附件。", "一、要求", "按时领取。"], [(1, "一、", "一、要求")])
    return replace(page, attached=all_)


LIST = attached(1, "一、清单", "水泵3台。", label="附件1：设备清单")


def test_the_text_of_an_attachment_stands_under_its_title_with_its_own_sections_and_figures() -> None:
    made = whole(notice(LIST), frozenset({1}))
    body, sections = made.bulletin.body, made.bulletin.sections
    assert body.split("\n") == [
        "请查收附件。",
        "一、要求",
        "按时领取。",
        "Attachment 1 设备清单.docx",
        "一、清单",
        "水泵3台。",
    ]
    assert [(one.level, one.heading) for one in sections] == [
        (1, "一、要求"),
        (1, "Attachment 1 设备清单.docx"),
        (2, "一、清单"),
    ]
    assert [body[one.start : one.heading_end] for one in sections] == [one.heading for one in sections]
    assert (sections[0].end, sections[1].end) == (made.page, len(body))
    (figure,) = made.bulletin.figures
    assert body[figure.start :].startswith("3台")
    assert all(body[block.start : block.end] for block in made.bulletin.blocks)


def test_an_attachment_that_is_not_opened_has_its_title_alone() -> None:
    made = whole(notice(LIST, replace(LIST, number=2, text=None)))
    assert made.bulletin.body.split("\n")[3:] == ["Attachment 1 设备清单.docx", "Attachment 2 设备清单.docx"]
    assert [[verb for verb, _words in offers(part)] for part in made.parts] == [
        ["open", "save", "show"],
        ["open", "save", ""],
    ]


def test_a_bulletin_without_attachments_is_shown_as_it_is() -> None:
    page = notice()
    assert whole(page).bulletin == page


def test_short_attachments_are_opened_and_long_ones_that_have_the_words() -> None:
    long, very_long = attached(2, "沙袋" * 40_000), attached(3, "铁锹" * 400_000)
    page = notice(LIST, long, very_long)
    assert to_open(page, ()) == {1}
    assert to_open(page, (Word("沙袋"),)) == {1, 2}
    assert to_open(page, (Word("铁锹"),)) == {1, 3}
    assert to_open(page, (Word("铁锹"), Word("领取"))) == {1}


def test_reading_begins_at_a_word_that_the_page_lacks() -> None:
    made = whole(notice(LIST), frozenset({1}))

    def first(*words: str) -> str:
        asked = tuple(map(Word, words))
        spans = matches(made.bulletin.body, asked)
        start, end = spans[first_match(made, spans, asked)]
        return made.bulletin.body[start:end]

    assert first("附件", "水泵") == "水泵"
    assert first("附件") == "附件"
    assert first_match(made, (), (Word("水库"),)) == 0
