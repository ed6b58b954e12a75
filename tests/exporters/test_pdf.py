from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections.abc import Callable

import pikepdf
import pytest

from tests.exporters.conftest import MADE, SHA, URL, Texts, bookmarks, entry, summary
from xinhui_viewer.errors import Cancelled, ExportError
from xinhui_viewer.exporters.pdf import pdf
from xinhui_viewer.job import Job
from xinhui_viewer.records import Figure, Summary, SummarySection

SECTIONS = (
    SummarySection(1, "一、总体情况", ("全年排查隐患1200处。",)),
    SummarySection(2, "（一）汛前准备", ("3月底前完成检修。", "储备沙袋5.2万个。")),
    SummarySection(3, "1.水库", ()),
    SummarySection(1, "二、下一步工作", ("继续巡查。",)),
)
FIGURES = (
    Figure("1200处", 4, "全年排查隐患", 1200, "处", "count", period="2023年"),
    Figure("5.2万个", 20, "储备沙袋", 52000, "个", "count"),
)


def test_title_source_date_column_number_address_and_checksum_come_back_exactly(text_of: Texts) -> None:
    text = text_of(pdf(summary(entry(sections=SECTIONS, figures=FIGURES))))
    wanted = (
        "云汀区防汛工作通报",
        "云汀日报",
        "2023-06-01",
        "首页 › 政务公开 › 应急管理",
        "云府办〔2023〕8号",
        URL,
        SHA,
    )
    assert [string for string in wanted if string not in text] == []


def test_checksum_and_address_stand_unbroken_on_a_line_each() -> None:
    assert {SHA, URL} <= {word for _right, word in _boxes(pdf(summary(entry())))}


def test_a_figure_with_an_unsure_label_is_not_printed(text_of: Texts) -> None:
    told = (("31次", "巡查堤防次数"), ("47次", "完成"))
    sure, unsure = (Figure(text, 0, label, 1, "次", "count") for text, label in told)
    printed = text_of(pdf(summary(entry(figures=(sure, unsure)))))
    assert "31次" in printed
    assert "47次" not in printed


def test_every_sentence_and_every_figure_comes_back_exactly(text_of: Texts) -> None:
    text = text_of(pdf(summary(entry(sections=SECTIONS, figures=FIGURES))))
    sentences = [sentence for section in SECTIONS for sentence in (section.heading, *section.gist)]
    assert [string for string in sentences if string not in text] == []
    assert [f.label for f in FIGURES if f.label not in text or f.text not in text] == []


def test_the_bookmarks_are_the_title_and_the_outline() -> None:
    made = bookmarks(pdf(summary(entry(sections=SECTIONS))))
    assert made == [
        (0, "云汀区防汛工作通报"),
        (1, "一、总体情况"),
        (2, "（一）汛前准备"),
        (3, "1.水库"),
        (1, "二、下一步工作"),
    ]


def test_an_outline_that_skips_a_level_is_still_an_outline() -> None:
    made = bookmarks(pdf(summary(entry(sections=(SummarySection(3, "三级", ()), SummarySection(6, "六级", ()))))))
    assert made == [(0, "云汀区防汛工作通报"), (1, "三级"), (2, "六级")]


def test_only_our_own_fonts_are_used_and_all_are_embedded(fonts_of: Callable[[bytes], list[list[str]]]) -> None:
    lines = fonts_of(pdf(summary(entry(sections=SECTIONS, figures=FIGURES))))
    assert lines
    for line in lines:
        assert "+Xinhui" in line[0]
        assert line[-5:-2] == ["yes", "yes", "yes"]


def test_the_file_claims_pdf_a_2a_and_pdf_ua_1_in_chinese_and_is_tagged() -> None:
    with pikepdf.open(io.BytesIO(pdf(summary(entry())))) as made:
        metadata = made.open_metadata()
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"], metadata["pdfuaid:part"]) == ("2", "A", "1")
        assert (metadata["dc:title"], metadata["dc:creator"]) == ("云汀区防汛工作通报", ["云汀日报"])
        assert str(made.Root.Lang).lower() in ("zh", "zh-cn")
        assert made.Root.MarkInfo.Marked
        assert made.check_pdf_syntax() == []


def test_the_same_data_give_the_same_bytes() -> None:
    assert pdf(summary(entry(sections=SECTIONS))) == pdf(summary(entry(sections=SECTIONS)))


def test_a_character_that_no_font_has_is_shown_as_a_sign_and_named(text_of: Texts) -> None:
    text = text_of(pdf(summary(entry(title="喜报\U0001f389再传", lead=("人名\U0002b740在此。",)))))
    assert "喜报〓再传" in text
    assert "人名〓在此。" in text
    assert "U+1F389" in text
    assert "U+2B740" in text


@pytest.mark.parametrize(
    "hostile",
    [
        '#import "x.typ": * #panic("no")',
        "$x^2$ *bold* _emphasis_ `raw` @ref <label> = heading",
        "\\u{41} // comment /* block */ [content] ~ --- ...",
        "<script>alert(1)</script> &amp; {{x}} %s {0}",
    ],
)
def test_markup_in_a_text_is_printed_as_it_stands(text_of: Texts, hostile: str) -> None:
    content = pdf(summary(entry(title=hostile, lead=(hostile,))))
    assert text_of(content).replace(" ", "").count(hostile.replace(" ", "")) >= 2
    assert bookmarks(content) == [(0, hostile)]


def test_control_characters_and_direction_overrides_are_left_out(text_of: Texts) -> None:
    text = text_of(pdf(summary(entry(lead=("前\x00\x07面\u202e的\ud800\u200b话。",)))))
    assert "前面的话。" in text


def test_a_token_of_500_characters_stays_on_the_page() -> None:
    content = pdf(
        summary(entry(lead=("https://yunting.example/" + "a1b2" * 120,), url="http://yunting.example/" + "x" * 500))
    )
    with pikepdf.open(io.BytesIO(content)) as made:
        assert len(made.pages) <= 2
    words = _boxes(content)
    assert max(right for right, _text in words) <= 210 / 25.4 * 72 - 50


def test_a_bulletin_with_nothing_in_it_gives_a_page(text_of: Texts) -> None:
    assert "(untitled)" in text_of(pdf(summary(entry(title="", lead=(), url=""))))


def test_a_title_or_heading_that_is_not_seen_is_called_untitled() -> None:
    hidden = SummarySection(1, "\u200b", ("全年排查隐患1200处。",))
    content = pdf(summary(entry(title="\u200b\u3000", sections=(hidden, SummarySection(1, "", ())))))
    assert bookmarks(content) == [(0, "(untitled)"), (1, "(untitled)"), (1, "(untitled)")]


def test_200_sections_are_all_there_and_none_is_left_at_the_foot_of_a_page() -> None:
    sections = tuple(SummarySection(1, f"第{n}部分", (f"本部分完成事项{n}件。",)) for n in range(1, 201))
    content = pdf(summary(entry(sections=sections)))
    assert [title for _depth, title in bookmarks(content)[1:]] == [section.heading for section in sections]


def test_signs_that_look_alike_have_glyphs_of_their_own_which_say_what_they_are() -> None:
    alike = "甲·乙•丙‧丁・戊-己‑庚–辛‒壬～癸〜"
    content = pdf(summary(entry(title=alike, lead=(alike,), sections=(SummarySection(1, alike, (alike,)),))))
    with pikepdf.open(io.BytesIO(content)) as made:
        drawn = b"".join(page.Contents.read_bytes() for page in made.pages)
    assert b"ActualText" not in drawn  # by which Typst names the characters of a ligature


def test_several_bulletins_each_begin_on_a_page_of_their_own() -> None:
    content = pdf(summary(entry(title="甲"), entry(title="乙"), entry(title="丙")))
    with pikepdf.open(io.BytesIO(content)) as made:
        assert len(made.pages) == 3
    assert [title for depth, title in bookmarks(content) if depth == 0] == ["甲", "乙", "丙"]


def test_cancelled_work_makes_no_pages() -> None:
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        pdf(summary(entry()), job)


def _boxes(content: bytes) -> list[tuple[float, str]]:
    """Return the right edge and text of every word, in points."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed")
    html = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=content, capture_output=True, check=True
    ).stdout.decode()
    return [(float(edge), word) for edge, word in re.findall(r'xMax="([\d.]+)"[^>]*>([^<]*)</word>', html)]


def test_without_a_bulletin_there_is_a_sentence_and_no_page() -> None:
    with pytest.raises(ExportError, match="no bulletin"):
        pdf(Summary("", (), MADE))
