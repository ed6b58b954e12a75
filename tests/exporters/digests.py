"""Digests of invented notices, and their contents, bookmarks and links as a reader of PDF finds them."""

from __future__ import annotations

import io
import re
from typing import Any

import pikepdf
import pytest

from tests.exporters.conftest import MADE, SHA, bookmarks, entry
from xinhui_viewer.records import Figure, Layout, Summary, SummaryEntry, SummarySection

DIGEST = Layout(template="digest")


def digest(*entries: SummaryEntry, query: str = "防汛", understood: str = "“防汛”") -> Summary:
    """A summary of what a query found."""
    return Summary("", entries, MADE, query, understood)


def notices(count: int) -> tuple[SummaryEntry, ...]:
    """Numbered notices of different lengths, each with a section, most with key figures."""
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


def page_texts(content: bytes) -> list[str]:
    """Return the text of each page, without blanks."""
    pdfium = pytest.importorskip("pypdfium2")
    return [re.sub(r"\s", "", page.get_textpage().get_text_range()) for page in pdfium.PdfDocument(content)]


def bulletin_pages(content: bytes) -> list[tuple[str, int]]:
    """Return the titles and pages, from 1, of the bookmarks at the top."""
    with pikepdf.open(io.BytesIO(content)) as made, made.open_outline() as outline:
        pages = _numbers(made)
        return [(str(item.title), pages[_place(item.destination)]) for item in outline.root]


def link_pages(content: bytes) -> list[int]:
    """Return the pages, from 1, that the links inside the document lead to."""
    with pikepdf.open(io.BytesIO(content)) as made:
        pages = _numbers(made)
        links = [link for page in made.pages for link in page.obj.get("/Annots", pikepdf.Array())]
        return [pages[_place(link.Dest)] for link in links if "/Dest" in link]


def _numbers(made: pikepdf.Pdf) -> dict[Any, int]:
    return {page.objgen: n for n, page in enumerate(made.pages, 1)}


def _place(destination: Any) -> Any:
    return destination[0].objgen


def require_contents(content: bytes, count: int) -> None:
    """Require every bulletin in the contents with its page."""
    pages = page_texts(content)
    contents = "".join(pages[: next(n for n, page in enumerate(pages) if SHA in page)])
    bulletins = dict(bulletin_pages(content)[:count])
    for n in range(1, count + 1):
        title = f"第{n}号通报：云汀区防汛工作"
        assert f"{title}" in pages[bulletins[title] - 1]
        assert re.search(rf"{n}{title}[.\s]+{bulletins[title]}(?!\d{{3}})", contents), title


def require_bookmarks(content: bytes, count: int) -> None:
    """Require the bulletins with their sections, then the tables."""
    wanted: list[tuple[int, str]] = []
    for n in range(1, count + 1):
        wanted += [(0, f"第{n}号通报：云汀区防汛工作"), (1, f"一、第{n}次检查")]
    assert bookmarks(content) == [*wanted, (0, "All key figures"), (0, "Index of sources")]


def require_links(content: bytes, count: int) -> None:
    """Require that contents and tables lead to the bulletins."""
    pages = [page for _title, page in bulletin_pages(content)[:count]]
    with_figures = [page for n, page in enumerate(pages, 1) if n % 5 > 1]
    assert link_pages(content) == [*pages, *with_figures, *pages]
