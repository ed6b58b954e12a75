from __future__ import annotations

import io
import re
from datetime import date

import pikepdf
import pytest

from tests.importers.printed.papers import NOTICE, PRINT, paper
from tests.importers.word.documents import pdf as typeset
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers.printed import pdf
from xinhui_viewer.records import Draft

LONG = (
    "各镇人民政府（街道办事处）、区直有关单位要压实责任，2021年6月底前完成山塘、水库、堤围隐患排查，建立“一库一策”台账，"
    "对查出的63处隐患逐项销号；低洼地段群众1200人的转移安置方案须落实到户到人，备足沙袋5.2万个、救生衣860件，"
    "并通过GIS平台每日10时前上报水位，做到早发现、早报告、早处置。"
)
BODY = [
    "各镇人民政府，各街道办事处，区直有关单位：",
    "为做好2021年防汛工作，经区人民政府同意，现将有关事项通知如下。",
    "一、总体要求",
    LONG,
    "（一）强化组织领导",
    LONG + LONG,
    "（二）严明值班纪律",
    LONG,
    "二、重点任务",
    LONG + "对排查不力的，依照《云汀区防汛工作规定》追责。",
    LONG,
    "三、保障措施",
    LONG + LONG + LONG,
    "特此通知。",
]
SIGNED = ["云汀区人民政府", "2021年3月2日"]
TITLE = ["云汀区人民政府关于做好二〇二一年", "防汛工作的通知"]
META = "来源：云汀区应急管理局　　发布时间：2023-07-11 09:30　　字体：大 中 小"
PAGE = {
    "title": ["云汀区召开防汛工作会议"],
    "path": "您现在的位置：首页 > 政务公开 > 应急管理 > 正文",
    "meta": META,
    "printed": "2024/5/15 08:58",
    "url": "http://www.yunting.example/a/1.html",
    "body": [LONG, "■会议要求", LONG, "■下一步安排", LONG + LONG, "会议由区防汛指挥部召集。"],
}


def notice(**changes: object) -> bytes:
    data = {"head": "云汀区人民政府文件", "number": "云府〔2021〕8号", "title": TITLE, "body": BODY, "signed": SIGNED}
    return paper(NOTICE, **{**data, **changes})


def only(content: bytes) -> Draft:
    (draft,) = pdf.read(content, "通知.pdf")
    return draft


def pages_of(content: bytes) -> int:
    with pikepdf.open(io.BytesIO(content)) as opened:
        return len(opened.pages)


def scanned(content: bytes) -> bytes:
    """The same pages with a rectangle instead of their text."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as opened:
        for page in opened.pages:
            page.Contents = opened.make_stream(b"0 0 1 rg 50 50 400 600 re f")
        opened.save(out)
    return out.getvalue()


def meaningless(content: bytes) -> bytes:
    """The same pages, whose fonts say of every sign that it is a private one."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as opened:
        for one in opened.objects:
            if isinstance(one, pikepdf.Stream) and b"begincmap" in one.read_bytes():
                lines = one.read_bytes().split(b"\n")
                one.write(b"\n".join(re.sub(rb"^(<\w+>) <\w+>$", rb"\1 <E000>", line) for line in lines))
        opened.save(out)
    return out.getvalue()


def without_page(content: bytes, number: int) -> bytes:
    """The same file, one of whose pages is gone although the file still counts it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as opened:
        opened.Root.Pages.Kids[number - 1] = pikepdf.Dictionary(Type=pikepdf.Name.Nothing)
        opened.save(out)
    return out.getvalue()


def locked(content: bytes) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as opened:
        opened.save(out, encryption=pikepdf.Encryption(owner="o", user="geheim"))
    return out.getvalue()


def test_a_notice_of_several_pages_comes_back_exactly() -> None:
    content = notice()
    draft = only(content)
    assert pages_of(content) == 3
    said = draft.facts
    assert said.title == "".join(TITLE)
    assert draft.body.split("\n") == BODY + SIGNED
    assert (said.issuer, said.document_number, said.written) == (
        "云汀区人民政府",
        "云府〔2021〕8号",
        date(2021, 3, 2),
    )
    assert (said.published, said.source, draft.warnings, draft.importer) == (None, "", (), "pdf")


def test_its_sections_are_those_that_it_sets_off() -> None:
    draft = only(notice())
    assert [(section.level, section.heading) for section in draft.sections] == [
        (1, "一、总体要求"),
        (2, "（一）强化组织领导"),
        (2, "（二）严明值班纪律"),
        (1, "二、重点任务"),
        (1, "三、保障措施"),
    ]
    assert not any(section.inferred for section in draft.sections)


def test_a_page_printed_by_a_browser_says_what_the_page_says() -> None:
    content = paper(PRINT, **PAGE)
    draft = only(content)
    assert pages_of(content) > 1
    said = draft.facts
    assert (said.title, said.source, said.published) == (PAGE["title"][0], "云汀区应急管理局", date(2023, 7, 11))
    assert said.columns == ("首页", "政务公开", "应急管理")
    assert said.url == PAGE["url"]
    assert draft.body.split("\n") == [LONG, "会议要求", LONG, "下一步安排", LONG + LONG, "会议由区防汛指挥部召集。"]
    assert [section.heading for section in draft.sections] == ["会议要求", "下一步安排"]


def test_a_title_in_the_size_of_the_text_is_not_invented() -> None:
    plain = (
        '#let data = json(bytes(sys.inputs.data))\n#set text(font: "Xinhui Serif")\n#for one in data.body { par(one) }'
    )
    draft = only(paper(plain, body=[LONG, LONG]))
    said = draft.facts
    assert (said.title, said.issuer, said.document_number, said.written) == ("", "", "", None)
    assert draft.body.split("\n") == [LONG, LONG]


@pytest.mark.parametrize(
    ("named", "title"),
    [
        ("关于做好山塘水库隐患排查工作的通知", "关于做好山塘水库隐患排查工作的通知"),
        ("云汀杯龙舟竞赛章程", ""),  # stale: the text never speaks of it
        ("Microsoft Word - 关于做好山塘水库隐患排查工作的通知.doc", ""),
        ("x", ""),
    ],
)
def test_the_title_of_the_file_stands_in_only_where_it_is_one(named: str, title: str) -> None:
    plain = (
        '#let data = json(bytes(sys.inputs.data))\n#set document(title: data.named)\n#set text(font: "Xinhui Serif")\n'
        "#for one in data.body { par(one) }"
    )
    assert only(paper(plain, named=named, body=[LONG, LONG])).facts.title == title


def test_a_table_loses_no_cell_and_keeps_their_order() -> None:
    table = (
        '#set text(font: "Xinhui Serif", size: 12pt)\n#set page(margin: 40pt)\n'
        "全区防汛物资由各镇储备，数量如下表所示，缺额须于汛前补足，补足前不得擅自调出本镇使用或者转借其他单位。\n"
        "#table(columns: (1fr, 1fr, 2fr), [镇], [沙袋], [说明], [东汀镇], [12000个], "
        "[存放于镇政府仓库，由镇应急办公室专人保管，每月清点一次并登记造册备查], "
        "[西汀镇], [9000个], [存放于堤围管理所])"
    )
    draft = only(paper(table))
    cells = (
        "镇 沙袋 说明 东汀镇 12000个 存放于镇政府仓库，由镇应急办公室专人保管，每月清点一次并登记造册备查 西汀镇 9000个"
    )
    at = draft.body.index("\n")
    for cell in cells.split():
        at = draft.body.index(cell, at) + len(cell)
    assert draft.body.endswith("存放于堤围管理所")


def test_bookmarks_mark_headings() -> None:
    marked = (
        '#set text(font: "Xinhui Serif", size: 12pt)\n'
        '#show heading: it => block(text(size: 12pt, weight: "regular", it.body))\n'
        f"{LONG}\n\n= 值守安排\n{LONG}\n\n== 联络方式\n{LONG}"
    )
    draft = only(paper(marked))
    assert [(block.kind, block.level) for block in draft.blocks if block.level] == [("heading", 1), ("heading", 2)]


def test_radicals_become_the_characters_that_they_stand_for() -> None:
    from xinhui_viewer.importers.printed.pdf_runs import whole

    assert whole("⼯作⼈员到⻓安⻔，⻅⻋⻢") == "工作人员到长安门，见车马"
    assert whole("全角，：（１）℃") == "全角，：（１）℃"


def test_a_scan_is_kept_and_says_that_it_cannot_be_searched() -> None:
    draft = only(scanned(notice()))
    assert (draft.facts.title, draft.body, len(draft.warnings)) == ("", "", 1)


def test_meaningless_characters_give_a_warning() -> None:
    draft = only(meaningless(notice()))
    assert len(draft.warnings) == 1
    assert draft.body


def test_pages_that_cannot_be_read_are_named() -> None:
    draft = only(without_page(notice(), 2))
    assert draft.facts.title == "".join(TITLE)
    assert draft.body.split("\n")[-2:] == SIGNED
    assert [warning for warning in draft.warnings if "2" in warning] == list(draft.warnings) != []


def test_lines_that_all_pages_repeat_at_their_edge_are_no_text() -> None:
    report = (
        "#set page(width: 400pt, height: 300pt, header: [云汀区防汛工作报告], "
        "footer: [共3章 #h(1fr) #context counter(page).display()])\n"
        '#set text(font: "Xinhui Serif", size: 12pt)\n'
        "#set par(first-line-indent: (amount: 2em, all: true), justify: true)\n"
        f"{LONG}\n\n{LONG}{LONG}\n\n{LONG}"
    )
    content = paper(report)
    assert pages_of(content) > 1
    assert only(content).body.split("\n") == [LONG, LONG + LONG, LONG]


def test_words_of_letters_keep_their_blanks_over_the_end_of_a_line() -> None:
    words = (
        "The flood control headquarters of Yunting district met on Monday and inspected sixty-three reservoirs. " * 3
    )
    narrow = f'#set page(width: 250pt, height: 400pt)\n#set text(font: "Xinhui Serif", size: 12pt)\n{words}'
    assert only(paper(narrow)).body == words.strip()


def test_columns_are_read_one_after_the_other() -> None:
    gazette = (
        "#set page(columns: 2, width: 600pt, height: 400pt)\n"
        '#set text(font: "Xinhui Serif", size: 10pt)\n'
        "#set par(first-line-indent: (amount: 2em, all: true), justify: true)\n"
        f"{LONG}\n\n{LONG}{LONG}\n\n{LONG}\n\n{LONG}{LONG}"
    )
    assert only(paper(gazette)).body.split("\n") == [LONG, LONG + LONG, LONG, LONG + LONG]


def test_the_information_block_over_the_title_fills_its_fields() -> None:
    block = (
        '#set page(margin: 80pt)\n#set text(font: "Xinhui Serif", size: 12pt)\n'
        "#table(columns: 4, [索引号：], [123-2021-0001], [分类：], [防汛], [发布机构：], [云汀区人民政府], "
        "[成文日期：], [2021年3月2日], [文号：], [云府〔2021〕8号], [发布日期：], [2021年3月9日])\n"
        f"#align(center, text(size: 18pt)[关于做好防汛工作的通知])\n\n{LONG}"
    )
    draft = only(paper(block))
    assert (draft.facts.title, draft.body) == ("关于做好防汛工作的通知", LONG)
    assert (draft.facts.issuer, draft.facts.document_number) == ("云汀区人民政府", "云府〔2021〕8号")
    assert (draft.facts.written, draft.facts.published) == (date(2021, 3, 2), date(2021, 3, 9))


def test_a_password_is_named_as_the_reason() -> None:
    with pytest.raises(UnreadableSource, match="password-protected"):
        pdf.read(locked(notice()), "通知.pdf")


def test_a_file_without_its_end_is_repaired_or_refused_in_a_sentence() -> None:
    whole = notice()
    draft = only(whole[: whole.rfind(b"xref\n0")])
    assert (draft.facts.title, draft.body.split("\n")) == ("".join(TITLE), BODY + SIGNED)
    assert len(draft.warnings) == 1
    with pytest.raises(UnreadableSource, match=r"通知\.pdf is damaged"):
        pdf.read(whole[:300], "通知.pdf")


def test_a_file_that_is_no_pdf_is_refused() -> None:
    for content in (b"", b"<html>%PDF</html>", b"PK\x03\x04" + bytes(2000) + b"%PDF-1.7"):
        with pytest.raises(UnreadableSource, match="is not a PDF"):
            pdf.read(content, "通知.pdf")


def test_a_page_that_inflates_only_in_part_is_told() -> None:
    content = bytearray(notice())
    with pikepdf.open(io.BytesIO(content)) as opened:
        drawn = opened.pages[0].Contents.read_raw_bytes()
    at = content.index(drawn) + len(drawn) // 2
    content[at : at + 4] = bytes(byte ^ 0x55 for byte in content[at : at + 4])
    assert "The file is damaged or incomplete; what could be read was kept." in only(bytes(content)).warnings


def test_a_table_of_objects_that_is_wrong_is_told() -> None:
    content = notice().replace(b"startxref\n", b"startxref\n9")
    assert only(content).warnings == ("The file is damaged or incomplete; what could be read was kept.",)


def test_a_scan_with_nothing_but_page_numbers_says_so() -> None:
    pages = "#set page(footer: context align(center)[— #counter(page).display() —])\n" + "#pagebreak()\n" * 3
    found = only(typeset(f"{pages}#rect()"))
    assert found.body == ""
    assert "Only page numbers and running heads have text" in found.warnings[0]
