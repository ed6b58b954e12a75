from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.importers.word.files import FIRST, SECOND, draft, packed
from tests.importers.word.twin import TWINS, twin
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers.word import odt_file
from xinhui_viewer.records import Draft

NOTICE = (TWINS / "notice.odt").read_bytes()
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    f'xmlns:{prefix}="{_OASIS}:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("text", "text"),
        ("table", "table"),
        ("style", "style"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    )
)


def odt(body: str, styles: str = "", files: dict[str, str | bytes] | None = None) -> bytes:
    """A file with a body and automatic styles; ``files`` are further members, or replace the usual ones."""
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    usual: dict[str, str | bytes] = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content}
    return packed(usual | (files or {}))


def found(body: str, styles: str = "") -> Draft:
    """Return the draft that the importer reads from such a file."""
    return odt_file.read(odt(f"<text:p>{FIRST}</text:p>{body}", styles), "通知.odt")[0]


def lines(body: str, styles: str = "") -> list[str]:
    """The lines of a body behind a first one."""
    return found(body, styles).body.split("\n")[1:]


def test_an_opendocument_text_reads_like_its_docx_twin() -> None:
    (read,) = odt_file.read(NOTICE, "notice.odt")
    expected = draft(twin())
    assert (read.importer, read.facts, read.warnings) == ("odt", expected.facts, ())
    assert read.body.split("\n") == expected.body.split("\n")
    assert (read.blocks, read.sections, read.figures) == (expected.blocks, expected.sections, expected.figures)
    assert [one.content for one in read.attachments] == [one.content for one in expected.attachments]


def test_blanks_signs_and_marks_are_read_as_a_reader_sees_them() -> None:
    body = (
        "<text:p>a\n  b<text:s text:c='2'/>c<text:tab/>d<text:line-break/>e<office:annotation><text:p>x</text:p>"
        "</office:annotation><text:ruby><text:ruby-base>f</text:ruby-base><text:ruby-text>x</text:ruby-text></text:ruby>"
        "<text:span>g<text:a>h</text:a></text:span>i</text:p>"
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>x</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:section text:display='none'><text:p>x</text:p></text:section>"
    )
    assert lines(body) == ["a b  c\td", "efghi"]


LISTS = """<text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>
<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2" style:num-suffix="."/>
</text:list-style><text:outline-style>
<text:outline-level-style text:level="1" style:num-format="1" style:num-prefix="第" style:num-suffix="章"/>
</text:outline-style>"""
FIFTH = "text:start-value='5'"


def item(text: str, inside: str = "", more: str = "") -> str:
    """An item of a list, with a list inside it and further attributes."""
    return f"<text:list-item {more}><text:p>{text}</text:p>{inside}</text:list-item>"


def test_lists_and_headings_have_the_numbers_that_their_styles_count() -> None:
    inner = f"<text:list>{item('丙')}{item('丁')}</text:list>"
    body = (
        f'<text:list text:style-name="L" xml:id="one">{item("甲", inner)}{item("乙")}</text:list>'
        f'<text:h text:outline-level="1">职责</text:h><text:h text:outline-level="1">物资</text:h>'
        f'<text:list text:style-name="L">{item("另起")}</text:list>'
        f'<text:list text:style-name="L" text:continue-list="one">{item("续前")}</text:list>'
        f'<text:list text:style-name="L">{item("第五", more=FIFTH)}</text:list>'
    )
    assert lines(body, LISTS) == [
        *("一、甲", "一.1. 丙", "一.2. 丁", "二、乙", "第1章 职责", "第2章 物资", "一、另起", "三、续前", "五、第五")
    ]


def test_covered_and_repeated_cells_keep_their_places() -> None:
    def cell(text: str, more: str = "") -> str:
        return f"<table:table-cell {more}><text:p>{text}</text:p></table:table-cell>"

    covered = "<table:covered-table-cell/>"
    rows = (
        cell("a", 'table:number-rows-spanned="2"') + cell("b", 'table:number-columns-spanned="2"') + covered,
        covered + cell("c", 'table:number-columns-repeated="2"'),
    )
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    body = f"<table:table>{body}<table:table-row table:number-rows-repeated='1000000'>{cell('') * 3}</table:table-row>"
    block = found(body + "</table:table>").blocks[1]
    assert [[(one.text, one.rows, one.fields) for one in row] for row in block.rows] == [
        [("a", 2, 1), ("b", 1, 2)],
        [("c", 1, 1), ("c", 1, 1)],
    ]


def test_a_table_of_more_cells_than_a_document_has_is_refused() -> None:
    many = "table:number-columns-repeated='1000'"
    inner = f"<table:table><table:table-row><table:table-cell {many}/></table:table-row></table:table>"
    for _ in range(3):
        row = f"<table:table-row table:number-rows-repeated='1000'><table:table-cell {many}>{inner}</table:table-cell>"
        inner = f"<table:table>{row}</table:table-row></table:table>"
    assert lines(inner) == []
    wide = f"<table:table-row table:number-rows-repeated='1000'><table:table-cell {many}/></table:table-row>"
    with pytest.raises(UnreadableSource, match=r"通知\.odt is too large"):
        lines(f"<table:table>{wide}</table:table>")


def test_han_and_letters_look_as_the_style_says_of_each() -> None:
    style = (
        '<style:style style:name="P" style:family="paragraph"><style:text-properties fo:font-weight="bold"'
        ' style:font-weight-asian="{}"/></style:style>'
    )
    bold = [
        block.bold
        for weight in ("bold", "normal")
        for block in found(f'<text:p text:style-name="P">{SECOND}</text:p>', style.format(weight)).blocks[1:]
    ]
    assert bold == [True, False]


PROTECTED = odt("", files={"META-INF/manifest.xml": "<m:manifest><m:encryption-data/></m:manifest>"})


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is damaged or incomplete"),
        (NOTICE[:9000], "is damaged or incomplete"),
        (packed({}), "is not an OpenDocument text"),
        (odt("", files={"content.xml": f"<office:document-content {SPACES}/>"}), "is not an OpenDocument text"),
        (odt("", files={"content.xml": "<x"}), "is damaged and cannot be read"),
        (odt("", files={"content.xml": '<!DOCTYPE x [<!ENTITY a "x">]><x/>'}), "declares a document type"),
        (odt("<text:section>" * 300 + "</text:section>" * 300), "is damaged and cannot be read"),
        (odt("<text:p/>" * 2_000_001), "is too large"),
        (odt("<text:p/>"), "contains no text"),
        (PROTECTED, "is password-protected"),
    ],
    ids=["nothing", "cut", "no-parts", "no-text", "cut-xml", "entity", "deep", "many", "blank", "password"],
)
def test_an_unreadable_text_is_refused_with_its_name(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableSource) as refused:
        odt_file.read(content, "通知.odt")
    assert refused.value.problem.startswith("通知.odt")
    assert sentence in refused.value.problem
    assert refused.value.remedy


def test_a_damaged_part_beside_the_text_is_left_out_and_named() -> None:
    read = odt_file.read(odt(f"<text:p>{FIRST}</text:p>", files={"styles.xml": "<x"}), "通知.odt")[0]
    assert (read.body, read.warnings) == (FIRST, ("styles.xml in the file is damaged and was left out.",))


def test_nothing_outside_of_the_file_is_looked_at() -> None:
    images = "".join(
        f'<draw:frame><draw:image xmlns:x="http://www.w3.org/1999/xlink" x:href="{place}"/></draw:frame>'
        for place in ("http://127.0.0.1:9/a.png", "file:///etc/hostname", "../../etc/hostname")
    )
    read = found(f"<text:p>{images}{SECOND}</text:p>")
    assert (read.body.split("\n")[1:], read.attachments) == ([SECOND], ())
    with ZipFile(BytesIO(NOTICE)) as archive:
        assert any(name.startswith("Pictures/") for name in archive.namelist())
