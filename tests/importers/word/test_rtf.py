from __future__ import annotations

import pytest

from tests.importers.word.files import DOT, FIRST, SECOND, TITLE, draft
from tests.importers.word.twin import TWINS, twin
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers.word import rtf_file
from xinhui_viewer.records import Draft

NOTICE = (TWINS / "notice.rtf").read_bytes()


def spelled(text: str) -> str:
    """Text as RTF spells it by codes."""
    return "".join(sign if sign.isascii() else f"\\u{ord(sign)}?" for sign in text)


def rtf(
    body: str, head: str = r"\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset134 Song;}}"
) -> bytes:
    """A file with a title and a body of RTF."""
    return (rf"{{\rtf1{head}\pard\qc\b\fs44 {spelled(TITLE)}\par\pard\plain " + body + "}").encode("gb18030")


def found(body: str, **head: str) -> Draft:
    """Return the draft that the importer reads from such a file."""
    return rtf_file.read(rtf(body, **head), "通知.rtf")[0]


def test_an_rtf_document_reads_like_its_docx_twin() -> None:
    (read,) = rtf_file.read(NOTICE, "notice.rtf")
    expected = draft(twin())
    assert (read.importer, read.facts, read.warnings) == ("rtf", expected.facts, ())
    assert read.body.split("\n") == expected.body.split("\n")
    assert (read.blocks, read.sections, read.figures) == (expected.blocks, expected.sections, expected.figures)
    assert [one.content for one in read.attachments] == [one.content for one in expected.attachments]


@pytest.mark.parametrize(
    "text",
    [
        r"{\f1 \'b7\'c0\'d1\'b4}",
        r"{\f0 \'b7\'c0\'d1\'b4}",  # in a font of Western characters
        r"{\loch\af0\hich\af0\dbch\f1 \'b7\'c0\'d1\'b4}",
        "防汛",  # bytes that are not escaped
        r"\u-27086\'3f\u27739?",
        r"\uc2\u-27086\'b7\'c0\u27739\'d1\'b4",
        r"{\uc0\u-27086 \u27739 }",
        r"{\upr{??}{\*\ud{\u-27086?\u27739?}}}",
    ],
)
def test_han_are_read_in_every_spelling(text: str) -> None:
    assert found(f"{text}\\par").body == "防汛"


def test_a_western_letter_in_a_document_in_chinese_stays_one() -> None:
    assert found(r"caf\'e9, {\f1 \'b7\'c0\'d1\'b4}\par").body == "café, 防汛"


def test_western_dashes_and_quotation_marks_in_a_document_in_chinese_stay_signs() -> None:
    assert found(r"{\f1 \'b7\'c0}{\f0 \'97\'97\'93\'94}{\f1 \'d1\'b4}\par").body == "防——“”汛"


def test_a_character_beyond_the_basic_plane_is_one() -> None:
    assert found(r"\u-10174?\u-8265?\par").body == "𠮷"


def test_breaks_signs_and_hidden_groups_are_read_as_a_reader_sees_them() -> None:
    body = (
        r"a\tab b\line c\emdash d\~e\par{\*\unknown x{y}}{\header z}{\v hidden}{\deleted gone}shown\sect "
        r"{\field{\*\fldinst HYPERLINK}{\fldrslt link}}{\xe index}\{\}\\\par{\*\shppict x}{\nonshppict{\pict 00}}"
        "last\\\nline"
    )
    assert found(body).body.split("\n") == ["a\tb", "c—d\xa0e", "shown", "link{}\\", "xlast", "line"]


def test_headings_are_told_by_outline_levels_and_by_the_names_of_styles() -> None:
    head = r"\ansi{\stylesheet{\s0 Normal;}{\s1 heading 1;}{\s2 Other;}{\*\cs3 heading 2;}}"
    body = (
        rf"\s1 {spelled('落实责任')}\par\pard\plain {spelled(FIRST)}\par\pard\plain\s2\outlinelevel1 "
        rf"{spelled('分级负责')}\par\pard\plain {spelled(SECOND)}\par"
    )
    read = found(body, head=head)
    headings = [(read.body[one.start : one.end], one.level) for one in read.blocks if one.kind == "heading"]
    assert headings == [("落实责任", 1), ("分级负责", 2)]


def test_a_table_in_a_table_is_read_in_its_cell() -> None:
    row = r"\trowd\cellx1000\cellx2000"
    inner = r"\pard\intbl\itap2 1\nestcell 2\nestcell{\*\nesttableprops\trowd\cellx300\cellx600\nestrow}"
    body = rf"{row}\pard\intbl A\cell{inner}{inner}\pard\intbl\itap1 B\cell\row\pard after\par"
    read = found(body)
    assert [(one.kind, read.body[one.start : one.end]) for one in read.blocks] == [
        ("paragraph", "A"),
        ("table", "1\t2\n1\t2"),
        ("paragraph", "B"),
        ("paragraph", "after"),
    ]


def test_merged_cells_span_rows_and_fields() -> None:
    body = (
        r"\trowd\clvmgf\cellx100\clmgf\cellx200\clmrg\cellx300 \pard\intbl a\cell b\cell\cell\row"
        r"\trowd\clvmrg\cellx100\cellx200\cellx300 \pard\intbl\cell c\cell d\cell\row\pard "
    )
    rows = found(body.replace("100", "1000").replace("200", "2000").replace("300", "3000")).blocks[0].rows
    assert [[(cell.text, cell.rows, cell.fields) for cell in row] for row in rows] == [
        [("a", 2, 1), ("b", 1, 2)],
        [("c", 1, 1), ("d", 1, 1)],
    ]


@pytest.mark.parametrize("data", [rf"\pngblip {DOT.hex()}", rf"\pngblip\bin{len(DOT)} {{}}"])
def test_pictures_are_kept_in_hexadecimal_and_in_binary_form(data: str) -> None:
    content = rtf(rf"{spelled(FIRST)}{{\pict{data}}}\par")
    read = rtf_file.read(content.replace(b"{}}\\par", DOT + b"}\\par") if "bin" in data else content, "a.rtf")[0]
    assert ([one.content for one in read.attachments], read.body.strip()) == ([DOT], FIRST)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is not an RTF document"),
        (b"text", "is not an RTF document"),
        (rb"{\rtf1}", "contains no text"),
        (rb"{\rtf1 " + b"{" * 100_000, "contains no text"),
        (rb"{\rtf1\ansi{\fonttbl\f0", "contains no text"),
    ],
)
def test_an_unreadable_rtf_file_is_refused_with_its_name(content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableSource) as refused:
        rtf_file.read(content, "通知.rtf")
    assert refused.value.problem.startswith("通知.rtf")
    assert sentence in refused.value.problem
    assert refused.value.remedy


def test_a_file_that_is_cut_is_read_with_a_warning() -> None:
    read = rtf_file.read(rtf(spelled(FIRST))[:-1], "通知.rtf")[0]
    assert (read.body, read.warnings) == (
        FIRST,
        ("The file is damaged or incomplete; what could be read was kept.",),
    )


def test_a_brace_too_many_loses_nothing_and_is_told() -> None:
    read = rtf_file.read(rtf(f"{spelled(FIRST)}\\par}}{spelled(SECOND)}\\par"), "通知.rtf")[0]
    assert read.body.split("\n") == [FIRST, SECOND]
    assert read.warnings == ("The file is damaged or incomplete; what could be read was kept.",)


@pytest.mark.parametrize("end", ["}", "\r\n\0\0", " \x1a", " 签名 "])
def test_what_follows_the_end_of_a_file_is_no_part_of_it(end: str) -> None:
    read = rtf_file.read(rtf(spelled(FIRST)) + end.encode(), "通知.rtf")[0]
    assert (read.body, read.warnings) == (FIRST, ())


def test_text_without_a_size_has_that_of_the_style_its_own_is_based_on() -> None:
    head = (
        r"\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 Song;}}{\stylesheet{\s0\fs22 Normal;}{\s7\sbasedon0 List;}}"
    )
    usual = rf"\pard\plain\s0\fs22 {spelled(SECOND * 2)}\par "
    read = found(usual + rf"\pard\plain\s7 {spelled('1. 备足物资。')}\par " + usual, head=head)
    assert [block.bold for block in read.blocks] == [False, False, False]


@pytest.mark.parametrize("around", [r"\fonttbl", r"\stylesheet", r"\*\cs10", r"\pict", r"\xe", r"\listtext"])
def test_paragraphs_in_a_group_that_hides_them_are_told(around: str) -> None:
    read = found(rf"First\par{{{around} Second\par Third\par}}")
    assert read.body == "First"
    assert read.warnings[0].startswith("The file is damaged or incomplete")


def test_line_ends_in_a_group_that_hides_them_are_told() -> None:
    read = found("First\\par{\\colortbl Second\\\nThird\\\n}")
    assert read.body == "First"
    assert read.warnings[0].startswith("The file is damaged or incomplete")


@pytest.mark.parametrize("around", [r"\header", r"\footerf", r"\*\annotation", r"\*\ftnsep", r"\*\shprslt"])
def test_texts_apart_are_left_out_without_a_word(around: str) -> None:
    read = found(rf"First\par{{{around} Page\par}}Second\par")
    assert (read.body, read.warnings) == ("First\nSecond", ())
