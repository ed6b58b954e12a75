from __future__ import annotations

import io
import re
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from tests.builders import saying
from tests.exporters.conftest import MADE, SHA, URL, Texts, bookmarks, entry
from xinhui_viewer.errors import Cancelled
from xinhui_viewer.exporters.pdf import Scale, pdf
from xinhui_viewer.facts import Facts
from xinhui_viewer.job import Job
from xinhui_viewer.records import Extract, Figure, Layout, Summary, SummaryEntry, SummarySection

IN_PARTS = Scale(here=3, whole=6, part=6)
DIGEST = Layout(template="digest")


def _summary(*entries: SummaryEntry, query: str = "防汛", understood: str = "“防汛”") -> Summary:
    return Summary("", entries, MADE, query, understood)


def _entries(count: int) -> tuple[SummaryEntry, ...]:
    return tuple(
        entry(
            title=f"第{n}号通报：云汀区防汛工作",
            lead=(f"第{n}次会议昨日召开。" + "各镇街继续做好水库巡查。" * (n * 7 % 40),),
            sections=(SummarySection(1, f"一、第{n}次检查", (f"排查隐患{n}处。",)),),
            figures=tuple(
                Figure(f"{n * k}处", 4, f"第{n}次排查隐患之{k}", n * k, "处", "count") for k in range(1, n % 5)
            ),
        )
        for n in range(1, count + 1)
    )


def _pages(content: bytes) -> list[str]:
    """Return the text of each page, without blanks."""
    pdfium = pytest.importorskip("pypdfium2")
    return [re.sub(r"\s", "", page.get_textpage().get_text_range()) for page in pdfium.PdfDocument(content)]


def _tops(content: bytes) -> list[tuple[str, int]]:
    """Return the titles and pages, from 1, of the bookmarks at the top."""
    with pikepdf.open(io.BytesIO(content)) as made, made.open_outline() as outline:
        pages = _numbers(made)
        return [(str(item.title), pages[_place(item.destination)]) for item in outline.root]


def _links(content: bytes) -> list[int]:
    """Return the pages, from 1, that the links inside the document lead to."""
    with pikepdf.open(io.BytesIO(content)) as made:
        pages = _numbers(made)
        links = [link for page in made.pages for link in page.obj.get("/Annots", pikepdf.Array())]
        return [pages[_place(link.Dest)] for link in links if "/Dest" in link]


def _numbers(made: pikepdf.Pdf) -> dict[Any, int]:
    return {page.objgen: n for n, page in enumerate(made.pages, 1)}


def _place(destination: Any) -> Any:
    return destination[0].objgen


@pytest.fixture(scope="module")
def whole() -> bytes:
    return pdf(_summary(*_entries(40)), layout=DIGEST)


@pytest.fixture(scope="module")
def steps() -> list[tuple[int, int]]:
    """The progress reported while ``in_parts`` was made."""
    return []


@pytest.fixture(scope="module")
def in_parts(steps: list[tuple[int, int]]) -> bytes:
    return pdf(_summary(*_entries(12)), Job(lambda *step: steps.append(step)), DIGEST, IN_PARTS)


def test_the_cover_shows_query_understanding_count_period_and_day(text_of: Texts) -> None:
    text = text_of(pdf(_summary(*_entries(2)), layout=DIGEST))
    cover = text[: text.index("Contents")]
    assert [said for said in ("防汛", "“防汛”", "2 bulletins", "2023-06-01", MADE[:10]) if said not in cover] == []


def test_the_contents_name_every_bulletin_with_its_page(whole: bytes) -> None:
    _require_right_contents(whole, 40)


def test_more_bulletins_than_fit_one_document_come_as_one_with_continuous_pages(in_parts: bytes) -> None:
    _require_right_contents(in_parts, 12)
    pages = _pages(in_parts)
    assert [n for n, page in enumerate(pages, 1) if f"Page{n}of{len(pages)}" not in page] == []


def _require_right_contents(content: bytes, count: int) -> None:
    pages = _pages(content)
    contents = "".join(pages[: next(n for n, page in enumerate(pages) if SHA in page)])
    bulletins = dict(_tops(content)[:count])
    for n in range(1, count + 1):
        title = f"第{n}号通报：云汀区防汛工作"
        assert f"{title}" in pages[bulletins[title] - 1]
        assert re.search(rf"{n}{title}[.\s]+{bulletins[title]}(?!\d{{3}})", contents), title


def test_the_bookmarks_are_the_bulletins_with_their_sections_then_the_tables(in_parts: bytes, whole: bytes) -> None:
    for content, count in ((in_parts, 12), (whole, 40)):
        made = bookmarks(content)
        wanted: list[tuple[int, str]] = []
        for n in range(1, count + 1):
            wanted += [(0, f"第{n}号通报：云汀区防汛工作"), (1, f"一、第{n}次检查")]
        assert made == [*wanted, (0, "All key figures"), (0, "Index of sources")]


def test_the_links_of_contents_and_tables_lead_to_the_bulletins(in_parts: bytes, whole: bytes) -> None:
    for content, count in ((in_parts, 12), (whole, 40)):
        pages = [page for _title, page in _tops(content)[:count]]
        with_figures = [page for n, page in enumerate(pages, 1) if n % 5 > 1]
        assert _links(content) == [*pages, *with_figures, *pages]


def test_all_figures_stand_in_one_table_with_the_number_and_page_of_their_bulletin(whole: bytes) -> None:
    page = dict(_tops(whole))["All key figures"]
    table = "".join(_pages(whole)[page - 1 :])
    bulletins = [page for _title, page in _tops(whole)[:40]]
    assert f"第8次排查隐患之216处8/{bulletins[7]}" in table


def test_results_are_shown_with_their_words_in_bold_and_their_section(text_of: Texts) -> None:
    found = Extract("各镇街继续做好防汛巡查。", ((7, 9),), "一、总体情况")
    shown = SummaryEntry(7, Facts("通报"), entry().provenance, (), (), (), extracts=(found,))  # nothing else is in it
    content = pdf(_summary(shown), layout=DIGEST)
    text = text_of(content)
    assert "一、总体情况" in text
    assert "各镇街继续做好防汛巡查。" in text.replace(" ", "")
    without = Layout(template="digest", without=frozenset({"extracts"}))
    assert "各镇街继续" not in text_of(pdf(_summary(shown), layout=without))


def test_hostile_bulletins_are_printed_in_full(text_of: Texts) -> None:
    token = "https://yunting.example/" + "a1b2" * 120
    rows = tuple(Figure(f"{n}处", 0, f"第{n}行", n, "处", "count") for n in range(60))
    content = pdf(
        _summary(
            entry(title='#import "x.typ": * $x^2$ <label>', lead=("#panic() *bold* @ref",)),
            entry(title=token, lead=(token,), url=token),
            entry(title="", lead=(), url=""),
            entry(title="xinhui:0", lead=("<script>alert(1)</script> {0} %s",), url="xinhui:99"),
            entry(title="喜报\U0001f389", lead=("前\x00面\u202e的\ud800话。",), figures=rows),
        ),
        layout=DIGEST,
        scale=Scale(here=1, whole=2, part=3),
    )
    text = text_of(content).replace(" ", "")
    wanted = ('#import"x.typ":*$x^2$<label>', "#panic()*bold*@ref", "(untitled)", "喜报〓", "U+1F389", "前面的话。")
    assert [one for one in wanted if one not in text] == []
    assert text.count(token) >= 3
    assert all(f"第{n}行" in text for n in range(60))


def test_the_same_data_give_the_same_bytes(in_parts: bytes) -> None:
    again = pdf(_summary(*_entries(12)), layout=DIGEST, scale=IN_PARTS)
    assert again == in_parts


def test_a_joined_digest_claims_pdf_a_and_ua_is_tagged_and_sound(in_parts: bytes) -> None:
    with pikepdf.open(io.BytesIO(in_parts)) as made:
        metadata = made.open_metadata()
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"], metadata["pdfuaid:part"]) == ("2", "A", "1")
        assert str(made.docinfo["/Title"]) == "“防汛”"
        assert made.check_pdf_syntax() == []
        tree = made.Root.StructTreeRoot
        numbers = [int(n) for n in list(tree.ParentTree.Nums)[::2]]
        assert numbers == sorted(set(numbers))
        used = [int(page.obj.StructParents) for page in made.pages]
        assert len(set(used)) == len(made.pages)
        assert set(used) <= set(numbers)


def test_one_too_long_to_be_tagged_says_that_it_is_plain(text_of: Texts) -> None:
    content = pdf(_summary(*_entries(7)), layout=DIGEST, scale=Scale(here=3, whole=5, part=7, tagged=5))
    assert "plain PDF, not PDF/A" in text_of(content)
    with pikepdf.open(io.BytesIO(content)) as made:
        assert "pdfaid:part" not in made.open_metadata()
        assert "/StructTreeRoot" not in made.Root


def test_every_option_of_the_layout_counts(text_of: Texts) -> None:
    layout = Layout(
        "digest", "16k", "kai", 14, "页眉在此", "页脚在此", "云汀区档案室", frozenset({"facts", "sources"}), True, False
    )
    content = pdf(_summary(entry(lead=("会议指出:要落实.",))), layout=layout)
    text = text_of(content)
    assert [said for said in ("页眉在此", "页脚在此", "云汀区档案室", "会议指出：") if said not in text] == []
    assert [said for said in (SHA, URL, "Index of sources") if said in text] == []
    with pikepdf.open(io.BytesIO(content)) as made:
        assert round(float(made.pages[0].MediaBox[2]) / 72 * 25.4) == 184


def test_bulletins_without_a_date_or_source_have_their_places(text_of: Texts) -> None:
    bare = SummaryEntry(7, Facts("通知"), entry().provenance, (), (), ())
    assert "(no source)" in text_of(pdf(_summary(bare), layout=DIGEST))


def test_cancelled_work_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    job = Job(lambda done, _total: job.cancel() if done == 2 else None)
    with pytest.raises(Cancelled):
        pdf(_summary(*_entries(12)), job, DIGEST, IN_PARTS)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("in_parts")
def test_progress_goes_up_to_its_end(steps: list[tuple[int, int]]) -> None:
    total = steps[-1][1]
    assert steps == [(n, total) for n in range(1, total + 1)]


def test_the_days_on_the_cover_are_the_first_and_the_last(text_of: Texts) -> None:
    first = saying(entry(), published=date(2021, 2, 3))
    assert "2021-02-03 – 2023-06-01" in text_of(pdf(_summary(first, entry()), layout=DIGEST))
