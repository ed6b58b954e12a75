from __future__ import annotations

from base64 import b64decode
from email import message_from_bytes
from email.mime.application import MIMEApplication
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from tests.importers.pages import standard
from tests.importers.word.files import p, word
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers import read
from xinhui_viewer.records import Draft

DOT = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==")
ADDRESS = "http://www.yunting.example/a/9.html"
IMAGE = "http://www.yunting.example/i/drill.png"


def saved(page: str, encoding: str = "utf-8") -> bytes:
    """A page with one image, as a browser saves it in one file."""
    message = MIMEMultipart("related", type="text/html")
    message["Snapshot-Content-Location"] = ADDRESS
    html = MIMEText(page, "html", encoding)
    html["Content-Location"] = ADDRESS
    image = MIMEImage(DOT, "png")
    image["Content-Location"] = IMAGE
    message.attach(html)
    message.attach(image)
    return message.as_bytes()


def draft(folder: Path, content: bytes) -> Draft:
    path = folder / "page.mhtml"
    path.write_bytes(content)
    return read(path)[1][0]


def test_a_page_saved_in_one_file_says_what_the_page_itself_says(tmp_path: Path) -> None:
    plain = tmp_path / "page.html"
    plain.write_text(standard(), "utf-8")
    one, other = read(plain)[1][0], draft(tmp_path, saved(standard()))
    said = other.facts
    assert (said.title, said.published, said.source, said.columns) == (
        one.facts.title,
        one.facts.published,
        one.facts.source,
        one.facts.columns,
    )
    assert (other.body, other.sections, other.figures) == (one.body, one.sections, one.figures)


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_it_is_read_in_any_encoding(tmp_path: Path, encoding: str) -> None:
    page = "<title>防汛通知</title><h1>防汛通知</h1><p>今日天晴，全市公安局加大巡查力度，秩序良好。</p>"
    assert "全市公安局加大巡查力度" in draft(tmp_path, saved(page, encoding)).body


def test_the_address_it_was_saved_from_is_kept_when_the_page_names_none(tmp_path: Path) -> None:
    page = "<title>防汛通知</title><h1>防汛通知</h1><p>各镇要逐村排查，备足物资，做好值守。</p>"
    assert draft(tmp_path, saved(page)).facts.url == ADDRESS


def test_an_image_that_the_text_shows_becomes_an_attachment(tmp_path: Path) -> None:
    found = draft(tmp_path, saved(standard(body=f'<p><img src="{IMAGE}" alt="防汛演练现场"></p>')))
    assert [(one.name, one.content, one.media_type) for one in found.attachments] == [(IMAGE, DOT, "image/png")]


def test_a_truncated_file_gives_its_readable_part_and_a_warning(tmp_path: Path) -> None:
    content = saved(standard())
    found = draft(tmp_path, content[: content.index(b"image/png")])
    assert found.facts.title == "云汀区召开防汛工作会议"
    assert any("incomplete" in warning for warning in found.warnings)


@pytest.mark.parametrize("content", [b"", b"From: nobody\n\nno page at all\n", b"\x00" * 400])
def test_a_file_without_a_page_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UnreadableSource, match=r"page\.mhtml"):
        draft(tmp_path, content)


def test_a_document_in_the_file_that_its_page_links_to_is_attached(tmp_path: Path) -> None:
    message = message_from_bytes(saved(standard(body='<p>附件：<a href="P1.docx">设备清单</a></p>')))
    document = MIMEApplication(word(p("水泵3台，由区水利局统一分配。")), "octet-stream")
    document["Content-Location"] = "http://www.yunting.example/a/P1.docx"
    message.attach(document)
    (found,) = draft(tmp_path, message.as_bytes()).attachments
    assert (found.name, found.label) == ("http://www.yunting.example/a/P1.docx", "设备清单")
    assert found.text is not None
