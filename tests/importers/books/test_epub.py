"""A book is one bulletin: its chapters are sections, its parts never bulletins of their own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.importers.books.files import METADATA, TITLE, chapter, epub, ncx
from tests.importers.containers.files import PNG
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers import read as read_file
from xinhui_viewer.importers.books.epub import read
from xinhui_viewer.records import Draft

FIRST, SECOND = "第一篇　概况", "第二篇　水利"
POINTS = (FIRST, "a.xhtml"), (SECOND, "b.xhtml")
TEXTS = {
    "a.xhtml": chapter(f"<h2>{FIRST}</h2><p>云汀区在河东，有八个村。</p>"),
    "b.xhtml": chapter(f"<p>{SECOND}</p><p>全年修建水渠三条。</p>"),
}


def draft(content: bytes) -> Draft:
    (found,) = read(content, "年鉴.epub")
    return found


def outline(found: Draft) -> list[tuple[int, str]]:
    return [(section.level, section.heading) for section in found.sections]


def test_a_book_is_one_bulletin_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "年鉴.zip"
    path.write_bytes(epub(TEXTS, ncx(*POINTS)))
    _original, (found,) = read_file(path)
    assert (found.importer, found.facts.title) == ("epub", TITLE)


def test_chapters_are_sections_also_where_only_the_contents_name_them() -> None:
    found = draft(epub(TEXTS, ncx(*POINTS)))
    assert outline(found) == [(1, FIRST), (1, SECOND)]
    assert found.body == f"{FIRST}\n云汀区在河东，有八个村。\n{SECOND}\n全年修建水渠三条。"


def test_contents_of_the_third_version_give_their_levels() -> None:
    nav = chapter(
        f'<nav epub:type="toc"><ol><li><a href="a.xhtml">{FIRST}</a><ol><li><a href="a.xhtml#s">沿革</a></li></ol></li>'
        f'<li><a href="b.xhtml">{SECOND}</a></li></ol></nav>'
    )
    texts = TEXTS | {"a.xhtml": chapter(f'<h2>{FIRST}</h2><p>概说。</p><a id="s"/><p>沿革</p><p>建于明代。</p>')}
    assert outline(draft(epub(texts, nav))) == [(1, FIRST), (2, "沿革"), (1, SECOND)]


def test_a_label_without_a_line_of_its_own_stands_before_its_chapter() -> None:
    texts = TEXTS | {"b.xhtml": chapter("<p>全年修建水渠三条。</p>")}
    assert draft(epub(texts, ncx(*POINTS))).body.endswith(f"{SECOND}\n全年修建水渠三条。")


def test_the_facts_are_those_of_the_package() -> None:
    facts = draft(epub(TEXTS, ncx(*POINTS))).facts
    assert (facts.title, facts.source, facts.authors, facts.published) == (
        TITLE,
        "云汀出版社",
        ("云汀区地方志办公室",),
        date(2020, 5, 6),
    )


@pytest.mark.parametrize("written", ["0101-01-01T00:00:00+00:00", "2019", "昨天", "2020-13-41"])
def test_what_is_no_day_of_publication_is_none(written: str) -> None:
    metadata = METADATA.replace("2020-05-06", written)
    assert draft(epub(TEXTS, ncx(*POINTS), metadata)).facts.published is None


def test_a_printed_table_of_contents_is_no_text() -> None:
    labels = (*POINTS, ("第三篇　教育", "c.xhtml"))
    listed = "".join(f'<p><a href="{address}">{label}</a></p>' for label, address in labels)
    texts = {"toc.xhtml": chapter(f"<p>目录</p>{listed}")} | TEXTS | {"c.xhtml": chapter("<p>学校两所。</p>")}
    assert "目录" not in draft(epub(texts, ncx(*labels))).body


def test_an_element_that_closes_itself_does_not_swallow_the_text() -> None:
    texts = {"a.xhtml": chapter('<p id="x"/><script src="s.js"/><a id="y"/><p>云汀区在河东。</p>')}
    assert draft(epub(texts, ncx())).body == "云汀区在河东。"


def test_pictures_are_kept_with_their_captions() -> None:
    texts = {"a.xhtml": chapter('<p>云汀区在河东。</p><img src="../images/map.png" alt="区划图"/>')}
    found = draft(epub(texts, ncx(), more={"images/map.png": PNG}))
    assert [(one.name, one.content) for one in found.attachments] == [("images/map.png", PNG)]
    assert found.blocks[-1].image == "images/map.png"


def test_a_damaged_chapter_costs_a_warning() -> None:
    content = bytearray(epub(TEXTS, ncx(*POINTS)))
    content[content.index(b"OPS/b.xhtml") + 15] ^= 0xFF
    found = draft(bytes(content))
    assert "云汀区在河东" in found.body
    assert "OPS/b.xhtml" in " ".join(found.warnings)


def test_a_protected_book_says_so() -> None:
    encryption = (
        b'<encryption><EncryptedData><CipherData><CipherReference URI="OPS/a.xhtml"/></CipherData></EncryptedData>'
        b"</encryption>"
    )
    content = epub(TEXTS, ncx(*POINTS), more={"META-INF/encryption.xml": encryption})
    with pytest.raises(UnreadableSource, match=r"年鉴.epub is protected against copying"):
        read(content, "年鉴.epub")
    assert draft(epub(TEXTS, ncx(*POINTS), more={"META-INF/encryption.xml": encryption.replace(b"a.xhtml", b"f.otf")}))


@pytest.mark.parametrize("cut", [0, 30, 200, -40])
def test_a_cut_book_is_refused_by_name(cut: int) -> None:
    with pytest.raises(UnreadableSource, match=r"年鉴\.epub"):
        read(epub(TEXTS, ncx(*POINTS))[:cut], "年鉴.epub")


def test_a_book_without_text_is_refused() -> None:
    with pytest.raises(UnreadableSource, match=r"年鉴\.epub contains no text"):
        read(epub({"a.xhtml": chapter("")}, ncx()), "年鉴.epub")


def test_a_book_that_does_not_list_its_chapters_is_read_by_their_names() -> None:
    found = draft(epub(TEXTS, ncx(*POINTS)).replace(b"META-INF/container.xml", b"META-INF/container.old"))
    assert found.facts.title == TITLE
    assert outline(found) == [(1, FIRST), (1, SECOND)]


def test_a_book_without_contents_is_divided_by_the_titles_of_its_chapters() -> None:
    texts = {"a.xhtml": chapter("<p>云汀区在河东。</p>").replace("<title/>", f"<title>{FIRST}</title>")}
    assert outline(draft(epub(texts, ncx()))) == [(1, FIRST)]


def test_a_label_that_leads_to_a_whole_chapter_is_its_heading_and_that_of_a_leaf_is_none() -> None:
    texts = {
        "c.xhtml": chapter("<p>云汀年鉴</p>").replace("<body>", '<body id="k0">'),
        "a.xhtml": chapter("<p>云汀区在河东，有八个村。</p>").replace("<body>", '<body id="k1">'),
        "b.xhtml": chapter("<p>全年修建水渠三条。</p>"),
    }
    points = ("版权页", "c.xhtml#k0"), (FIRST, "a.xhtml#k1"), (SECOND, "b.xhtml#nowhere")
    assert outline(draft(epub(texts, ncx(*points)))) == [(1, FIRST), (1, SECOND)]


def test_a_books_imprint_bears_out_its_date_and_nobody_is_no_author() -> None:
    said = METADATA.replace("云汀区地方志办公室", "未知")
    imprint = chapter("<p>2019年12月第1版</p><p>2020年5月第2次印刷</p>")
    found = draft(epub(TEXTS | {"c.xhtml": imprint}, ncx(*POINTS), said))
    assert (found.facts.authors, found.facts.published) == ((), date(2020, 5, 6))
    copied = draft(epub(TEXTS | {"c.xhtml": imprint}, ncx(*POINTS), said.replace("2020-05-06", "2015-01-01")))
    assert copied.facts.published is None


def test_bytes_that_are_damaged_do_not_change_the_encoding_of_a_chapter() -> None:
    content = bytearray(TEXTS["a.xhtml"].encode())
    at = content.index("云汀区".encode())
    for place in range(at, len(content) - 30, 5):
        content[place] ^= 0x80
    found = draft(epub(TEXTS | {"a.xhtml": bytes(content)}, ncx(*POINTS)))
    assert "个村" in found.body
    assert "全年修建水渠三条。" in found.body
    (told,) = found.warnings
    assert "\ufffd" in told


def test_a_chapter_that_ends_within_its_text_is_told() -> None:
    cut = TEXTS["a.xhtml"][: TEXTS["a.xhtml"].index("个村")]
    found = draft(epub(TEXTS | {"a.xhtml": cut}, ncx(*POINTS)))
    assert "云汀区在河东，有八" in found.body
    (told,) = found.warnings
    assert "OPS/a.xhtml" in told


def test_a_sound_book_has_no_warning() -> None:
    assert draft(epub(TEXTS, ncx(*POINTS))).warnings == ()
