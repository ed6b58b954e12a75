"""Lines become paragraphs also where they hang, stand apart, or end before the edge; and text behind 目录 stays."""

from __future__ import annotations

from tests.importers.printed.papers import paper
from xinhui_viewer.importers.printed import pdf
from xinhui_viewer.records import Draft

PAGE = """
#set page(width: 420pt, height: 560pt, margin: 50pt)
#set text(font: "Xinhui Serif", size: 12pt, lang: "zh", region: "cn", cjk-latin-spacing: none)
#set par(leading: 8pt, spacing: 8pt, justify: true)
#align(center, text(size: 20pt, [云汀镇堤防管护办法]))
"""
PROSE = (
    "各镇要压实责任，对辖区内的堤防、水闸和排涝泵站逐一排查登记，建立台账，逐项销号，"
    "低洼地段群众的转移安置方案须落实到户到人。"
)
SHORT = "各村要把沙袋、编织袋和救生衣清点入库"


def draft(text: str) -> Draft:
    (found,) = pdf.read(paper(PAGE + text), "办法.pdf")
    return found


def body(text: str) -> list[str]:
    return draft(text).body.split("\n")


def test_a_full_line_ends_its_paragraph_where_all_paragraphs_stand_apart() -> None:
    full = "堤防管护的范围包括堤身和护堤地以及穿堤的水闸涵洞和泵站等"[:26]
    texts = [SHORT, PROSE, full, SHORT, PROSE, SHORT, PROSE, SHORT, SHORT]
    lines = "#set par(leading: 8pt, spacing: 12pt)\n" + "\n\n".join(f"{one}" for one in texts)
    assert body(lines) == texts


def test_an_item_hangs_below_its_own_text_although_its_lines_are_ragged() -> None:
    set_ragged = "#set par(justify: false)\n"
    items = [
        f"({n})堤防管护员应当每日巡查责任堤段，发现险情时立即报告镇防汛办公室，并在现场设置明显标志" for n in (1, 2)
    ]
    found = body(set_ragged + "\n\n".join(f"#par(hanging-indent: 14pt)[{one}]" for one in items) + f"\n\n{PROSE}")
    assert found == [*items, PROSE]


def test_lines_beside_a_picture_are_one_paragraph() -> None:
    text = f"#block(width: 200pt)[#set par(first-line-indent: (amount: 2em, all: true))\n{PROSE}\n\n{PROSE}]"
    assert body(f"{PROSE}\n\n{PROSE}\n\n{text}\n\n{PROSE}") == [PROSE] * 5


def test_a_paragraph_set_in_with_all_its_lines_is_one() -> None:
    item = f"（1）{PROSE}"
    text = f"#set par(first-line-indent: (amount: 2em, all: true))\n{PROSE}\n\n{PROSE}\n\n"
    text += f"#pad(left: 2em)[#set par(first-line-indent: 0pt)\n{item}\n\n{item}]\n\n{PROSE}"
    assert body(text) == [PROSE, PROSE, item, item, PROSE]


def test_a_line_of_the_text_that_ends_in_a_number_is_no_entry_of_the_contents_before_it() -> None:
    entries = [
        f"第{n}部分 {name}#box(width: 1fr, repeat[.])\n{at}" for n, name, at in (("一", "须知", 3), ("二", "需求", 9))
    ]
    first = "镇内堤防水闸维修项目的施工单位应在镇公共资源平台获取文件，并于2023年7月15日9点30分前递交。"
    text = (
        "#pagebreak()\n#align(center)[目录]\n"
        + "\n\n".join(entries)
        + f"\n\n#pagebreak()\n#align(center)[*邀请*]\n\n{first}"
    )
    assert body(text + f"\n\n第一部分 须知\n\n{PROSE}\n\n第二部分 需求\n\n{PROSE}")[:2] == ["邀请", first]


def test_a_sentence_with_gaps_between_its_words_goes_on() -> None:
    gaps = PROSE[:24] + "登记的内容有堤段、长度#h(30pt)险情#h(30pt)处置，每日上报一次，直至汛期结束为止。"
    assert body(f"{PROSE}\n\n{PROSE}\n\n{gaps}\n\n{PROSE}")[2] == gaps.replace("#h(30pt)", " ")


def test_the_name_over_a_manual_is_part_of_its_title() -> None:
    over = '#align(center, text(size: 16pt, weight: "bold", font: "Xinhui Sans", [云汀水闸监测终端]))\n'
    title = "#align(center, text(size: 20pt, [用户手册]))\n"
    (found,) = pdf.read(paper(PAGE.rsplit("#align", 1)[0] + over + title + f"{PROSE}\n\n{PROSE}"), "手册.pdf")
    assert (found.facts.title, found.body) == ("云汀水闸监测终端用户手册", f"{PROSE}\n{PROSE}")
