"""Summaries written for the tests, and the text of their PDF."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from datetime import date

import pikepdf
import pytest

from xinhui_viewer.facts import Facts
from xinhui_viewer.records import Figure, Provenance, Summary, SummaryEntry, SummarySection

SHA = "0123456789abcdef" * 4
URL = "http://www.yunting.example/zwgk/zdly/shzl/gzjb/2019/04/t20190418_0317.html"
MADE = "2026-11-20T08:00:00+00:00"
Texts = Callable[[bytes], str]


def entry(
    title: str = "云汀区防汛工作通报",
    lead: tuple[str, ...] = ("全区防汛工作会议昨日召开。",),
    sections: tuple[SummarySection, ...] = (),
    figures: tuple[Figure, ...] = (),
    url: str = URL,
) -> SummaryEntry:
    kept = Provenance(SHA, "page.html", "text/html", url, MADE, "html", MADE)
    said = Facts(
        title,
        published=date(2023, 6, 1),
        source="云汀日报",
        columns=("首页", "政务公开", "应急管理"),
        document_number="云府办〔2023〕8号",
        url=url,
    )
    return SummaryEntry(7, said, kept, lead, sections, figures)


def summary(*entries: SummaryEntry) -> Summary:
    return Summary("", entries, MADE)


def bookmarks(content: bytes) -> list[tuple[int, str]]:
    """Return the bookmarks of a PDF as (depth, title)."""

    def walk(items: list[pikepdf.OutlineItem], depth: int) -> list[tuple[int, str]]:
        return [pair for item in items for pair in [(depth, str(item.title)), *walk(list(item.children), depth + 1)]]

    with pikepdf.open(io.BytesIO(content)) as pdf, pdf.open_outline() as outline:
        return walk(list(outline.root), 0)


def _run(*command: str, content: bytes) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode()


@pytest.fixture
def text_of() -> Texts:
    """Return the text that pdftotext reads in a PDF, line ends left out."""
    return lambda content: _run("pdftotext", "-", "-", content=content).replace("\n", "")


@pytest.fixture
def fonts_of() -> Callable[[bytes], list[list[str]]]:
    """The table of pdffonts without its head, each line split at blanks."""
    return lambda content: [line.split() for line in _run("pdffonts", "-", content=content).splitlines()[2:]]
