"""A page or notice saved in every usual way gives the same title, date, source and body."""

from __future__ import annotations

from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from tests.builders import draft, original
from tests.importers.containers.files import ADDRESS, wacz, warc, zipped
from tests.importers.pages import standard
from tests.importers.word.documents import BODY, META, TITLE, ofd, printed
from tests.importers.word.files import empty, line, saved
from xinhui_viewer.archive import connect, writing
from xinhui_viewer.archive.prepare import prepared
from xinhui_viewer.archive.read import bulletin
from xinhui_viewer.archive.replace import replace_all
from xinhui_viewer.importers import import_sources
from xinhui_viewer.importers.run.pool import Pool
from xinhui_viewer.importers.run.rebuilding import rebuild
from xinhui_viewer.job import Job
from xinhui_viewer.records import Bulletin
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.find import find

PAGE = standard().encode()
_HTML = "text/html; charset=utf-8"


def _mhtml(page: bytes) -> bytes:
    message = EmailMessage(SMTP)
    message["Snapshot-Content-Location"] = ADDRESS
    message.make_related()
    message.add_related(page, "text", "html", headers=[f"Content-Location: {ADDRESS}"])
    return bytes(message)


def _docx() -> bytes:
    document = empty()
    line(document, TITLE, 22, bold=True, centred=True)
    line(document, META, 12, centred=True)
    for one in BODY:
        line(document, one)
    return saved(document)


PAGES: dict[str, Callable[[bytes], bytes]] = {
    "page.html": lambda page: page,
    "page.mhtml": _mhtml,
    "crawl.warc": lambda page: warc((ADDRESS, page, _HTML), packed=False),
    "crawl.warc.gz": lambda page: warc((ADDRESS, page, _HTML)),
    "recorded.wacz": lambda page: wacz(warc((ADDRESS, page, _HTML))),
    "pages.zip": lambda page: zipped({"2023/page.html": page}),
    "folder/2023/page.htm": lambda page: page,
    "gbk.html": lambda page: page.decode().replace('charset="utf-8"', 'charset="gbk"').encode("gbk"),
    "utf16.html": lambda page: page.decode().encode("utf-16"),
}
NOTICES: dict[str, Callable[[], bytes]] = {
    "notice.pdf": printed,
    "notice.ofd": ofd,
    "notice.docx": _docx,
    "notice.txt": lambda: "\n".join((TITLE, META, *BODY)).encode("gb18030"),
    "notices.zip": lambda: zipped({"附件/notice.pdf": printed()}),
    "crawl.warc.gz": lambda: warc(("http://www.yunting.example/a/2.pdf", printed(), "application/pdf")),
}


def imported(tmp_path: Path, name: str, content: bytes, pool: Pool) -> Bulletin:
    archive, path = tmp_path / "a.xhdb", tmp_path / "in" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(content)
    writing.create(archive)
    (line,) = import_sources(archive, [tmp_path / "in"], Job(), pool)
    assert (line.outcome, line.error, line.warnings) == ("imported", "", ())
    with connect.reading(archive) as db:
        read = bulletin(db, line.ids[0])
    (again,) = rebuild(archive, Job(), pool)
    assert (again.ids, again.changed, again.error) == (line.ids, (), "")
    return read


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory, pool: Pool) -> Bulletin:
    return imported(tmp_path_factory.mktemp("plain"), "page.html", PAGE, pool)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_the_same_in_every_container_and_when_read_again(
    tmp_path: Path, name: str, plain: Bulletin, pool: Pool
) -> None:
    read = imported(tmp_path, name, PAGES[name](PAGE), pool)
    said = read.facts
    assert (said.title, said.published, said.source, said.columns) == (
        "云汀区召开防汛工作会议",
        plain.facts.published,
        "云汀区应急管理局",
        ("首页", "政务公开", "应急管理"),
    )
    assert (read.body, said.url) == (plain.body, ADDRESS)


@pytest.mark.parametrize("name", NOTICES)
def test_a_notice_is_the_same_in_every_format_and_when_read_again(tmp_path: Path, name: str, pool: Pool) -> None:
    read = imported(tmp_path, name, NOTICES[name](), pool)
    assert (read.facts.title, str(read.facts.published), read.facts.source) == (TITLE, "2023-07-11", "云汀区应急管理局")
    assert read.body == "\n".join(BODY)


def test_rereading_mends_a_wrong_reading_and_keeps_the_ids(tmp_path: Path, pool: Pool) -> None:
    read = imported(tmp_path, "page.html", PAGE, pool)
    wrong = draft("读错了", "没有读到正文。", url=ADDRESS)
    with writing.writing(tmp_path / "a.xhdb") as db:
        replace_all(db, [(read.id, prepared(original(PAGE), [wrong]).bulletins[0])])
    (again,) = rebuild(tmp_path / "a.xhdb", Job(), pool)
    assert (again.ids, again.changed) == ((read.id,), (read.id,))
    with connect.reading(tmp_path / "a.xhdb") as db:
        assert bulletin(db, read.id) == read
        assert [hit.id for hit in find(asked(db, "标题:防汛 日期:2023-07")).hits] == [read.id]
        assert find(asked(db, "读错了")).count == 0


def test_a_bulletin_whose_original_can_no_longer_be_read_stays_as_it_was(tmp_path: Path, pool: Pool) -> None:
    read = imported(tmp_path, "page.html", PAGE, pool)
    with writing.writing(tmp_path / "a.xhdb") as db:
        db.run("UPDATE originals SET media_type = 'application/pdf'")
    (again,) = rebuild(tmp_path / "a.xhdb", Job(), pool)
    assert "page.html is not a PDF" in again.error
    with connect.reading(tmp_path / "a.xhdb") as db:
        assert bulletin(db, read.id).body == read.body
