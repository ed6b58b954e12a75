from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.pages import standard
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers.run.kinds import kind

ROOT = Path(__file__).parents[3]
PAGE = standard().encode()
ZIP = b"PK\x03\x04"
OPEN_DOCUMENT = ZIP + bytes(26) + b"mimetypeapplication/vnd.oasis.opendocument.text"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAIL = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
PNG = b"\x89PNG\r\n\x1a\n"
BMP = b"BM" + bytes(24)
TEXT = "关于防汛工作的通知\n".encode()


@pytest.mark.parametrize(
    ("name", "head", "importer"),
    [
        ("page", PAGE, "html"),
        ("page.html", b"\xff\xfe" + PAGE.decode().encode("utf-16-le"), "html"),
        ("page.html", TEXT, "html"),  # the name decides where the bytes do not
        ("page.txt", PAGE, "html"),  # without a warning: pages are often saved under this name
        ("page", MAIL, "mhtml"),
        ("crawl", b"WARC/1.1\r\n", "warc"),
        ("crawl.warc.gz", b"\x1f\x8b", "warc"),
        ("saved.wacz", ZIP, "wacz"),
        ("paper", b"%PDF-1.7\n", "pdf"),
        ("paper.html", b"%PDF-1.7 <html><p>", "html"),  # a page that mentions one
        ("notice.docx", ZIP, "docx"),
        ("notice.docx", OLE, "docx"),  # it has a password
        ("notice", OLE, "doc"),
        ("notice.doc", OLE, "doc"),
        ("notice.wps", OLE, "wps"),
        ("notice", b"{\\rtf1", "rtf"),
        ("notice.odt", OPEN_DOCUMENT, "odt"),
        ("paper.ofd", ZIP, "ofd"),
        ("pages", ZIP, "zip"),
        ("table.xlsx", ZIP, "sheets"),
        ("scan", PNG, "image"),
        ("scan", BMP, "image"),
        ("scan.jpg", PNG, "image"),
        ("page.html", PNG, "html"),  # a site's substitute for the page is no bulletin
        ("page.txt", PNG, "plain_text"),
        ("page.htm", ZIP, "html"),
        ("notice", TEXT, "plain_text"),
        ("notice.txt", TEXT, "plain_text"),
        ("notice.txt", b"BMW 530, 2023\n", "plain_text"),
    ],
)
def test_a_file_is_recognised_by_its_bytes_and_else_by_its_name(name: str, head: bytes, importer: str) -> None:
    found = kind(name, head)
    assert (found.importer.name, found.warning) == (importer, "")


@pytest.mark.parametrize(
    ("name", "head", "importer"),
    [
        ("page.doc", PAGE, "html"),
        ("page.pdf", PAGE, "html"),
        ("page.html", MAIL, "mhtml"),
        ("page.doc", MAIL, "mhtml"),
        ("saved.txt", b"WARC/1.1\r\n", "warc"),
        ("paper.docx", b"%PDF-1.7\n", "pdf"),
        ("notice.doc", ZIP, "docx"),
        ("notice.txt", OLE, "doc"),
        ("notice.html", b"{\\rtf1", "rtf"),
        ("pages.pdf", ZIP, "zip"),
    ],
)
def test_a_name_of_another_format_gives_a_warning(name: str, head: bytes, importer: str) -> None:
    found = kind(name, head)
    assert found.importer.name == importer
    assert found.warning == (
        f"The extension of {name} does not match its contents; it was read by its contents ({importer.upper()})."
    )


@pytest.mark.parametrize("name", ["notes.xyz", "noise"])
def test_an_unrecognised_file_is_refused_with_the_endings_that_can_be_imported(name: str) -> None:
    with pytest.raises(UnreadableSource, match=rf"{name} is not a kind of file .*\.html .*\.txt"):
        kind(name, bytes(range(256)) * 4 + bytes(1000))


@pytest.mark.parametrize("name", ["notices.rar", "notices.zip", "notices.doc", "notices"])
def test_a_file_that_is_packed_otherwise_is_told_by_its_packer(name: str) -> None:
    with pytest.raises(UnreadableSource, match=rf"{name} holds other files, packed as RAR") as refused:
        kind(name, b"Rar!\x1a\x07\x01\x00" + bytes(100))
    assert refused.value.remedy == "Unpack it and import the folder."
