from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.books.files import chapter, epub, ncx
from tests.importers.containers.files import zipped
from tests.importers.pages import standard
from tests.importers.printed.test_ofd import CONTENT, DOCUMENT, code, document, page, text_object
from tests.importers.sheets.books import Page, book
from tests.importers.slides.files import pptx, slide, text
from tests.importers.word.documents import ofd, pdf, printed
from xinhui_viewer.importers.run.reading import Given, Watch, readings
from xinhui_viewer.job import Job, Position, Unit

SECOND = CONTENT.replace("Page_0", "Page_1")


class Heard(Watch):
    """Keeps what it is told of the progress of reading."""

    def __init__(self) -> None:
        super().__init__()
        self.all: list[tuple[str, int, int]] = []

    def reached(self, unit: Unit, at: int, total: int) -> None:
        self.all.append((unit, at, total))


def _ofd() -> bytes:
    pages = {place: page(text_object(code(f"第{at}页的文字"), 40)) for at, place in enumerate((CONTENT, SECOND))}
    return ofd(parts={**pages, DOCUMENT: document("Pages/Page_0/Content.xml", "Pages/Page_1/Content.xml")})


def _files() -> dict[str, tuple[bytes, str]]:
    sheets = [Page(f"表{number}", [["地区", "人数"], ["云汀", 3]]) for number in (1, 2)]
    chapters = {f"{number}.xhtml": chapter(f"<p>第{number}章的文字。</p>") for number in (1, 2)}
    return {
        "a.pdf": (pdf("One page. #pagebreak() And another."), "page"),
        "a.ofd": (_ofd(), "page"),
        "a.xlsx": (book(*sheets), "sheet"),
        "a.pptx": (pptx(slide(text("防汛工作")), slide(text("抢险物资"))), "slide"),
        "a.epub": (epub(chapters, ncx(("一", "1.xhtml"))), "chapter"),
    }


@pytest.mark.parametrize("name", list(_files()))
def test_a_reader_tells_each_page_or_sheet_or_slide_or_chapter_before_it_reads_it(tmp_path: Path, name: str) -> None:
    content, unit = _files()[name]
    (tmp_path / name).write_bytes(content)
    heard = Heard()
    (reading,) = readings(tmp_path / name, heard)
    assert reading.error is None
    assert heard.all == [(unit, 1, 2), (unit, 2, 2)]


def test_pages_are_told_of_members_and_of_attachments_too(tmp_path: Path) -> None:
    (tmp_path / "all.zip").write_bytes(zipped({"a.ofd": _ofd(), "b.ofd": _ofd() + b"\0"}))
    heard = Heard()
    assert len(list(readings(tmp_path / "all.zip", heard))) == 2
    assert heard.all == [("page", 1, 2), ("page", 2, 2)] * 2
    (tmp_path / "list.pdf").write_bytes(printed())
    (tmp_path / "page.html").write_text(standard("通知", '<p>附件：<a href="list.pdf">清单.pdf</a></p>'), "utf-8")
    (reading,) = readings(tmp_path / "page.html", heard, given=Given(beside=True))
    heard.all.clear()
    heard.texts.with_texts(reading.drafts, heard)
    assert heard.all == [("page", 1, 1)]


def test_a_job_reports_a_position_once_and_its_end_with_the_next_progress() -> None:
    reports: list[object] = []
    job = Job(lambda done, total: reports.append((done, total)), reached=reports.append)
    at = Position("清单.pdf", "page", 120, 300)
    job.progress(0, 2)
    job.within(at)
    job.within(at)
    job.progress(1, 2)
    assert reports == [(0, 2), at, None, (1, 2)]
