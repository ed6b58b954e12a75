from __future__ import annotations

from tests.importers.word.files import (
    FIRST,
    SECOND,
    SPACES,
    TITLE,
    body,
    draft,
    p,
    related,
    word,
)

NUMBERING = """<w:numbering {W}><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="tab"/><w:lvlText w:val="%1、"/>
</w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="7"/>
<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num></w:numbering>"""


def numbered(*paragraphs: tuple[str, int, int]) -> bytes:
    """Paragraphs in lists: text, list and depth of each."""
    said = "".join(
        p(one, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')
        for one, number, depth in paragraphs
    )
    files: dict[str, str | bytes] = {
        "word/_rels/document.xml.rels": related(("n", "numbering", "numbering.xml")),
        "word/numbering.xml": NUMBERING.replace("{W}", SPACES),
    }
    return word(p(TITLE) + p(FIRST) + said, files)


def test_the_numbers_that_word_counts_are_part_of_the_text() -> None:
    lines = (("责任", 1, 0), ("镇", 1, 1), ("人员", 1, 2), ("车辆", 1, 2), ("村", 1, 1), ("物资", 1, 0), ("镇", 1, 1))
    assert body(numbered(*lines))[1:] == [
        "一、责任",
        "（一）镇",
        "1. 人员",
        "2. 车辆",
        "（二）村",
        "二、物资",
        "（一）镇",
    ]


def test_a_list_that_begins_again_is_counted_from_its_start_and_list_nought_is_none() -> None:
    lines = (("责任", 1, 0), ("物资", 1, 0), ("备勤", 2, 0), ("值守", 2, 0), ("附则", 0, 0))
    assert body(numbered(*lines))[1:] == ["一、责任", "二、物资", "一、备勤", "二、值守", "附则"]


def test_numbers_make_sections() -> None:
    found = draft(numbered(("落实责任", 1, 0), (SECOND, 9, 0), ("备足物资", 1, 0), (FIRST, 9, 0)))
    assert [(one.marker, one.heading) for one in found.sections] == [
        ("一、", "一、落实责任"),
        ("二、", "二、备足物资"),
    ]


def test_numbering_and_hiding_of_a_style_hold_for_its_paragraphs_and_for_styles_based_on_it() -> None:
    space = SPACES
    files: dict[str, str | bytes] = {
        "word/_rels/document.xml.rels": related(("n", "numbering", "numbering.xml"), ("s", "styles", "styles.xml")),
        "word/numbering.xml": NUMBERING.replace("{W}", space),
        "word/styles.xml": f"""<w:styles {space}>
<w:style w:type="paragraph" w:styleId="a"><w:name w:val="条目"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>
</w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="子条目"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="c"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>""",
    }
    styled = "".join(p(f"第{name}项", f'<w:pStyle w:val="{name}"/>') for name in "abc")
    assert body(word(p(TITLE) + p(FIRST) + styled, files)) == [FIRST, "一、第a项", "二、第b项"]
