from __future__ import annotations

import tracemalloc

import pytest

from tests.importers.word.files import (
    FIRST,
    PACKAGE,
    TITLE,
    TYPES,
    body,
    draft,
    notice,
    p,
    packed,
    related,
    text,
    word,
)
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers.word import docx


def test_a_document_with_macros_is_read_and_says_that_they_are_not_run() -> None:
    content = word(p(TITLE) + p(FIRST), {"word/vbaProject.bin": b"\xd0\xcf\x11\xe0"})
    kind = "application/vnd.ms-word.document.macroEnabled.main+xml"
    found = draft(content)
    assert found.warnings == ("The document has macros; they are not run.",)
    assert body(word(p(TITLE) + p(FIRST), {"[Content_Types].xml": TYPES.replace(TYPES.split('"')[-2], kind)})) == [
        FIRST
    ]


def test_the_strict_form_of_the_standard_is_read() -> None:
    strict = text(p(TITLE) + p(FIRST)).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert body(word("", {"word/document.xml": strict})) == [FIRST]


ENTITY = '<!DOCTYPE w [<!ENTITY a "x">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("part", ["word/document.xml", "word/_rels/document.xml.rels", "_rels/.rels"])
def test_entities_are_refused_in_every_part_and_encoding(part: str, encoding: str) -> None:
    xml = {"word/document.xml": text(p("&a;")), "_rels/.rels": PACKAGE}.get(part, related())
    content = word("", {part: (ENTITY + xml).encode(encoding)})
    with pytest.raises(UnreadableSource, match=r"bulletin\.docx defines entities"):
        draft(content)


def test_a_text_in_utf_16_is_read() -> None:
    xml = '<?xml version="1.0" encoding="UTF-16"?>' + text(p(TITLE) + p(FIRST))
    assert body(word("", {"word/document.xml": xml.encode("utf-16")})) == [FIRST]


def test_a_document_nested_too_deep_keeps_its_text_or_is_refused_in_a_sentence() -> None:
    def nested(depth: int) -> bytes:
        return word("<w:tbl><w:tr><w:tc>" * depth + p(FIRST) + "</w:tc></w:tr></w:tbl>" * depth)

    assert draft(nested(60)).body == FIRST
    found = draft(nested(500))
    assert (found.body, found.warnings[0][:34]) == (FIRST, "The document is nested too deeply;")
    with pytest.raises(UnreadableSource, match="too deep"):
        draft(nested(20_000))


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b"Rar!\x1a\x07\x01\x00" + bytes(100), "is not a Word document"),
        (b"<html><body>text</body></html>", "is not a Word document"),
        (OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(4000), "is password-protected"),
        (OLE + bytes(5000), "in the old format"),
        (packed({}), "is not a Word document"),
        (packed({"[Content_Types].xml": TYPES, "_rels/.rels": PACKAGE}), "is not a Word document"),
        (word("", {"word/document.xml": "<x/>"}), "is not a Word document"),
        (word("", {"word/document.xml": text("")[:-9]}), "is damaged"),
        (word("", {"word/document.xml": b"\xff\xff" + text("").encode()}), "is damaged"),
        (word(p(" ")), "contains no text"),
        (notice()[:9000], "is damaged or incomplete"),
    ],
    ids=[
        "nothing",
        "rar",
        "html",
        "password",
        "doc",
        "no-parts",
        "no-text-part",
        "other-root",
        "cut-xml",
        "bytes",
        "blank",
        "cut-file",
    ],
)
def test_an_unreadable_word_document_is_refused_with_its_name(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableSource) as refused:
        docx.read(content, "bulletin.docx")
    assert refused.value.problem.startswith("bulletin.docx")
    assert sentence in refused.value.problem
    assert refused.value.remedy


def test_a_part_beside_the_text_that_is_damaged_is_left_out_and_named() -> None:
    files: dict[str, str | bytes] = {
        "word/_rels/document.xml.rels": related(("s", "styles", "styles.xml")),
        "word/styles.xml": "<w:styles",
    }
    found = draft(word(p(TITLE) + p(FIRST), files))
    assert (found.body, found.warnings) == (FIRST, ("word/styles.xml in the file is damaged and was left out.",))


def test_nothing_outside_of_the_file_is_looked_at() -> None:
    outside = related(("i", "image", "file:///etc/hostname"), ("t", "attachedTemplate", "http://127.0.0.1:9/t.dotm"))
    drawn = '<w:p><w:r><w:drawing><a:blip r:embed="i"/></w:drawing></w:r></w:p>'
    files: dict[str, str | bytes] = {
        "word/_rels/document.xml.rels": outside.replace(" Target=", ' TargetMode="External" Target=')
    }
    found = draft(word(p(TITLE) + p(FIRST) + drawn, files))
    assert (found.body, found.attachments) == (FIRST, ())


def test_pictures_that_no_line_shows_are_never_inflated() -> None:
    content = word(p(TITLE) + p(FIRST), {f"word/media/{n}.png": bytes(20_000_000) for n in range(3)})
    tracemalloc.start()
    assert draft(content).body == FIRST
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 20_000_000
