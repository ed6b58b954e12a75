from __future__ import annotations

import io
from datetime import date

import pikepdf
import pytest

from tests.builders import saying
from tests.exporters.conftest import MADE, SHA, URL, Texts, entry
from tests.exporters.digests import (
    DIGEST,
    bulletin_pages,
    digest,
    notices,
    page_texts,
    require_bookmarks,
    require_contents,
    require_links,
)
from xinhui_viewer.exporters.pdf import pdf
from xinhui_viewer.facts import Facts
from xinhui_viewer.records import Extract, Layout, SummaryEntry


@pytest.fixture(scope="module")
def whole() -> bytes:
    return pdf(digest(*notices(40)), layout=DIGEST)


def test_the_cover_shows_query_understanding_count_period_and_day(text_of: Texts) -> None:
    text = text_of(pdf(digest(*notices(2)), layout=DIGEST))
    cover = text[: text.index("Contents")]
    assert [said for said in ("防汛", "“防汛”", "2 bulletins", "2023-06-01", MADE[:10]) if said not in cover] == []


def test_the_contents_name_every_bulletin_with_its_page(whole: bytes) -> None:
    require_contents(whole, 40)


def test_the_bookmarks_are_the_bulletins_with_their_sections_then_the_tables(whole: bytes) -> None:
    require_bookmarks(whole, 40)


def test_the_links_of_contents_and_tables_lead_to_the_bulletins(whole: bytes) -> None:
    require_links(whole, 40)


def test_all_figures_stand_in_one_table_with_the_number_and_page_of_their_bulletin(whole: bytes) -> None:
    page = dict(bulletin_pages(whole))["All key figures"]
    table = "".join(page_texts(whole)[page - 1 :])
    bulletins = [page for _title, page in bulletin_pages(whole)[:40]]
    assert f"第8次排查隐患之216处8/{bulletins[7]}" in table


def test_results_are_shown_with_their_words_in_bold_and_their_section(text_of: Texts) -> None:
    found = Extract("各镇街继续做好防汛巡查。", ((7, 9),), "一、总体情况")
    shown = SummaryEntry(7, Facts("通报"), entry().provenance, (), (), (), extracts=(found,))  # nothing else is in it
    content = pdf(digest(shown), layout=DIGEST)
    text = text_of(content)
    assert "一、总体情况" in text
    assert "各镇街继续做好防汛巡查。" in text.replace(" ", "")
    without = Layout(template="digest", without=frozenset({"extracts"}))
    assert "各镇街继续" not in text_of(pdf(digest(shown), layout=without))


def test_every_option_of_the_layout_counts(text_of: Texts) -> None:
    layout = Layout(
        "digest", "16k", "kai", 14, "页眉在此", "页脚在此", "云汀区档案室", frozenset({"facts", "sources"}), True, False
    )
    content = pdf(digest(entry(lead=("会议指出:要落实.",))), layout=layout)
    text = text_of(content)
    assert [said for said in ("页眉在此", "页脚在此", "云汀区档案室", "会议指出：") if said not in text] == []
    assert [said for said in (SHA, URL, "Index of sources") if said in text] == []
    with pikepdf.open(io.BytesIO(content)) as made:
        assert round(float(made.pages[0].MediaBox[2]) / 72 * 25.4) == 184


def test_bulletins_without_a_date_or_source_have_their_places(text_of: Texts) -> None:
    bare = SummaryEntry(7, Facts("通知"), entry().provenance, (), (), ())
    assert "(no source)" in text_of(pdf(digest(bare), layout=DIGEST))


def test_the_days_on_the_cover_are_the_first_and_the_last(text_of: Texts) -> None:
    first = saying(entry(), published=date(2021, 2, 3))
    assert "2021-02-03 – 2023-06-01" in text_of(pdf(digest(first, entry()), layout=DIGEST))
