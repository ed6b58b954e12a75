from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest

from tests.importers.containers.files import ADDRESS, PNG, wacz, warc
from tests.importers.pages import standard
from tests.importers.word.files import notice
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers import read
from xinhui_viewer.importers.run.reading import Reading, Watch, readings

PAGE = standard().encode()
HTML = "text/html; charset=utf-8"


def read_all(path: Path) -> list[Reading]:
    return list(readings(path, Watch()))


def written(tmp_path: Path, content: bytes, name: str = "crawl.warc.gz") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


def two_pages() -> tuple[tuple[str, bytes, str], ...]:
    return (ADDRESS, PAGE, HTML), ("http://www.yunting.example/a/2.html", standard("另一则通知").encode(), HTML)


@pytest.mark.parametrize("packed", [True, False])
def test_each_page_of_a_web_archive_is_read_with_its_address_and_time(tmp_path: Path, packed: bool) -> None:
    found = read_all(written(tmp_path, warc(*two_pages(), packed=packed), "a.warc.gz" if packed else "a.warc"))
    assert [one.member for one in found] == [ADDRESS, "http://www.yunting.example/a/2.html"]
    original = found[0].original
    assert original is not None
    assert (original.content, original.url, original.retrieved) == (PAGE, ADDRESS, "2024-05-01T08:09:10+00:00")
    assert [one.drafts[0].facts.title for one in found] == ["云汀区召开防汛工作会议", "另一则通知"]


def test_a_web_archive_packed_as_one_piece_is_read_too(tmp_path: Path) -> None:
    found = read_all(written(tmp_path, gzip.compress(warc(*two_pages(), packed=False))))
    assert len([one for one in found if one.original]) == 2


@pytest.mark.parametrize(
    ("coding", "content"), [("gzip", gzip.compress(PAGE)), ("br", brotli.compress(PAGE))], ids=["gzip", "brotli"]
)
def test_a_page_is_unpacked_as_its_server_packed_it(tmp_path: Path, coding: str, content: bytes) -> None:
    packed = warc((ADDRESS, content, HTML), headers=("Content-Encoding", coding))
    original, drafts = read(written(tmp_path, packed))
    assert (original.content, drafts[0].facts.title) == (PAGE, "云汀区召开防汛工作会议")


def test_images_that_were_retrieved_go_with_their_page(tmp_path: Path) -> None:
    page = standard(body='<p><img src="../pic/1.png"></p>').encode()
    path = written(tmp_path, warc((ADDRESS, page, HTML), ("http://www.yunting.example/pic/1.png", PNG, "image/png")))
    (found,) = read_all(path)
    assert [(one.name, one.content) for one in found.drafts[0].attachments] == [("../pic/1.png", PNG)]


def test_the_day_in_an_address_dates_a_page_that_says_none(tmp_path: Path) -> None:
    page = (
        "<html><title>通知</title><body><h1>通知</h1><p>各镇要逐村排查，备足物资，做好值班。</p></body></html>".encode()
    )
    (found,) = read_all(written(tmp_path, warc(("http://www.yunting.example/2021-03-02/t1.html", page, HTML))))
    assert str(found.drafts[0].facts.published) == "2021-03-02"


def test_a_truncated_web_archive_gives_its_whole_records_and_a_warning(tmp_path: Path) -> None:
    found = read_all(written(tmp_path, warc(*two_pages())[:-200]))
    assert [one.member for one in found if one.original] == [ADDRESS]
    assert [one.warning for one in found if one.warning] == [
        "The file is incomplete; the complete parts of it were kept."
    ]


def test_a_damaged_record_costs_no_other(tmp_path: Path) -> None:
    content = bytearray(
        warc(*two_pages(), ("http://www.yunting.example/3.html", standard("第三则通知").encode(), HTML))
    )
    second = [at for at in range(len(content)) if content.startswith(b"\x1f\x8b\x08", at)][2]
    content[second + 100 : second + 110] = b"\xff" * 10
    found = read_all(written(tmp_path, bytes(content)))
    assert [one.drafts[0].facts.title for one in found if one.original] == ["云汀区召开防汛工作会议", "第三则通知"]
    assert [one.warning for one in found if one.warning] == ["A record in the file is damaged and was left out."]


def test_a_page_that_is_not_as_retrieved_is_kept_with_a_warning(tmp_path: Path) -> None:
    content = warc((ADDRESS, PAGE, HTML), packed=False).replace("防汛".encode(), "防讯".encode())
    (found,) = read_all(written(tmp_path, content, "a.warc"))
    assert "checksum" in found.drafts[0].warnings[0]


@pytest.mark.parametrize("status", ["404 Not Found", "302 Found"])
def test_a_web_archive_without_a_page_is_refused_with_its_name(tmp_path: Path, status: str) -> None:
    with pytest.raises(UnreadableSource, match=r"crawl\.warc\.gz has 2 records and no page"):
        read(written(tmp_path, warc((ADDRESS, PAGE, HTML), status=status)))


def test_scripts_and_styles_are_no_bulletins(tmp_path: Path) -> None:
    others = (
        ("http://a.example/robots.txt", b"User-agent: *", "text/plain"),
        ("http://a.example/x.js", b"1", "text/js"),
    )
    found = read_all(written(tmp_path, warc(*others, (ADDRESS, PAGE, HTML))))
    assert [one.member for one in found] == [ADDRESS]


def test_a_recording_of_pages_is_read_through_its_web_archive(tmp_path: Path) -> None:
    original, (draft,) = read(written(tmp_path, wacz(warc((ADDRESS, PAGE, HTML))), "rec.wacz"))
    assert (original.content, draft.facts.title) == (PAGE, "云汀区召开防汛工作会议")


def test_a_recording_that_lacks_what_it_lists_says_so(tmp_path: Path) -> None:
    content = wacz(warc((ADDRESS, PAGE, HTML)), ("archive/data.warc.gz", "archive/more.warc.gz"))
    found = read_all(written(tmp_path, content, "rec.wacz"))
    assert [one.warning for one in found if one.warning] == ["Some parts listed in the file are missing."]


def test_a_web_archive_under_another_name_is_known_by_what_it_holds(tmp_path: Path) -> None:
    found = read_all(written(tmp_path, warc((ADDRESS, PAGE, HTML), packed=False), "saved.txt"))
    assert [one.member for one in found if one.original] == [ADDRESS]
    assert "it was read by its contents (WARC)" in found[0].warning


@pytest.mark.parametrize(
    ("address", "media_type"),
    [
        ("http://www.yunting.example/down.jsp?id=1", "application/octet-stream"),
        ("http://www.yunting.example/a.doc", "application/x-download"),
        ("http://www.yunting.example/a.docx", ""),
        ("http://www.yunting.example/a", "application/zip"),
    ],
)
def test_a_document_is_told_by_its_bytes_whatever_type_its_server_said(
    tmp_path: Path, address: str, media_type: str
) -> None:
    found = read_all(written(tmp_path, warc((address, notice(), media_type))))
    assert [(one.member, one.drafts[0].importer) for one in found] == [(address, "docx")]


@pytest.mark.parametrize("media_type", ["", "text/plain", "application/octet-stream"])
def test_a_page_of_no_type_is_told_by_its_bytes(tmp_path: Path, media_type: str) -> None:
    assert [one.member for one in read_all(written(tmp_path, warc((ADDRESS, PAGE, media_type))))] == [ADDRESS]


def test_data_and_pictures_are_no_bulletins(tmp_path: Path) -> None:
    others = (
        ("http://a.example/data", b'{"html": "<p>x</p>"}', "application/json"),
        ("http://a.example/1.png", PNG, "image/png"),
        ("http://a.example/v", b"<html><body><p>1</p></body></html>", "text/javascript"),
    )
    assert [one.member for one in read_all(written(tmp_path, warc(*others, (ADDRESS, PAGE, HTML))))] == [ADDRESS]


@pytest.mark.parametrize("address", ["urn:X-wpull:log", "metadata://gnu.org/warc/wget.log", "dns:a.example"])
def test_what_a_crawler_notes_is_no_bulletin(tmp_path: Path, address: str) -> None:
    found = read_all(written(tmp_path, warc((address, b"--2024-- GET / 200", "text/plain"), (ADDRESS, PAGE, HTML))))
    assert [one.member for one in found] == [ADDRESS]


def test_pages_come_before_the_documents_that_may_be_attached_to_them(tmp_path: Path) -> None:
    word = "http://www.yunting.example/a.docx"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    for packed in (True, False):
        content = warc((word, notice(), kind), (ADDRESS, PAGE, HTML), packed=packed)
        found = read_all(written(tmp_path, content, "a.warc.gz" if packed else "a.warc"))
        assert [one.member for one in found] == [ADDRESS, word]
