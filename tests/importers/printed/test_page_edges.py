"""Running heads and page numbers, lists of contents that were not updated, and titles that are told by their place."""

from __future__ import annotations

from tests.importers.printed.papers import paper
from xinhui_viewer.importers.printed import pdf
from xinhui_viewer.records import Draft

PAGE = """
#set page(width: 420pt, height: 360pt, margin: 50pt)
#set text(font: "Xinhui Serif", size: 12pt, lang: "zh", region: "cn")
#set par(leading: 8pt, spacing: 8pt, justify: true)
"""
PROSE = (
    "各镇要压实责任，对辖区内的堤防、水闸和排涝泵站逐一排查登记，建立台账，逐项销号，低洼地段群众的转移安置方案须落实到户到人，"
    "并通过平台每日上报水位，做到早发现、早报告、早处置，确保安全度汛。"
)
PAGES = ("春汛", "梅汛", "台汛", "秋汛", "冬修", "凌汛", "潮汛")
CHAPTERS = ("总则", "职责", "巡查", "抢险", "保障", "奖惩", "附则")
TITLE = '#align(center, text(size: 20pt, weight: "bold", [{}]))\n'


def draft(text: str, set_up: str = PAGE) -> Draft:
    (found,) = pdf.read(paper(set_up + text), "手册.pdf")
    return found


def text_of(name: str) -> str:
    """Return a text of several lines, each of which names a time of the year."""
    works = ("巡查堤防", "检修水闸", "清点沙袋", "试转水泵", "疏通河道", "加固涵洞")
    return "".join(f"{name}前各镇要{work}，{name}期间每日上报。" for work in works)


def test_running_heads_that_name_each_chapter_are_no_text() -> None:
    names = ", ".join(f'"第{at}章 {name}"' for at, name in enumerate(CHAPTERS, 1))
    heads = f"#let names = ({names})\n"
    heads += "#set page(header: align(center, text(size: 9pt, context names.at(counter(page).get().first() - 1))))\n"
    texts = [*map(text_of, PAGES)]
    found = draft(heads + "\n#pagebreak()\n".join(texts))
    assert found.body.split("\n") == texts


def test_numbers_of_two_pages_on_a_sheet_are_no_text() -> None:
    numbers = "let at = 2 * counter(page).get().first(); [堤防手册 #(at - 1) #h(1fr) 堤防手册 #at]"
    found = draft(
        f"#set page(footer: context {{ {numbers} }})\n"
        + "\n#pagebreak()\n".join(f"{name}期间，{PROSE}" for name in PAGES[:4])
    )
    assert "堤防手册" not in found.body


def test_a_page_number_within_a_part_is_no_text() -> None:
    found = draft("#set page(footer: align(center, [12-3]))\n" + "\n\n".join([PROSE] * 2))
    assert "12-3" not in found.body


def test_a_foot_that_ends_in_the_number_of_its_page_is_no_text() -> None:
    foot = "#set page(footer: text(size: 9pt)[2023年6月 #h(1fr) 云汀镇水利站内部资料 #h(1fr) 第 2 页])\n"
    assert "内部资料" not in draft(foot + PROSE).body


def test_a_list_of_contents_that_was_not_updated_is_left_out() -> None:
    names = (("一", "堤防巡查"), ("二", "险情处置"), ("三", "物资保障"))
    listed = "目录\n\n" + "\n\n".join(f"{at}、{name}#box(width: 1fr, repeat[.])错误!未定义书签。" for at, name in names)
    text = "\n\n".join(f"{at}、{name}\n\n{PROSE}" for at, name in names)
    found = draft(TITLE.format("云汀镇堤防巡查手册") + listed + "#pagebreak()\n" + text)
    assert "未定义" not in found.body
    assert found.body.count("险情处置") == 1


def test_the_head_of_an_annex_on_the_next_page_does_not_go_on_a_full_line() -> None:
    line = "各镇要对辖区内的堤防水闸和排涝站逐一排查登记在册"
    found = draft(f"#set page(width: 388pt)\n{PROSE}\n\n{line}#pagebreak()\n附件2\n\n{PROSE}")
    assert "附件2" in found.body.split("\n")


def test_a_printed_title_that_ends_in_a_colon_is_the_title() -> None:
    named = '#set document(title: "堤防巡查考试复习材料（2019年修订）")\n'
    text = '#text(size: 15pt, weight: "bold", [堤防巡查考试复习材料（2023年修订）：])\n\n'
    assert draft(named + text + PROSE).facts.title == "堤防巡查考试复习材料（2023年修订）"


def test_a_smaller_line_goes_on_in_a_title_whose_first_line_ends_in_a_colon() -> None:
    text = TITLE.format("众志成城保堤防：") + '#align(center, text(size: 16pt, weight: "bold", [云汀镇防汛抢险纪实]))\n'
    assert draft(text + PROSE + "\n\n" + PROSE).facts.title == "众志成城保堤防：云汀镇防汛抢险纪实"


def test_the_line_on_top_of_a_page_that_is_a_table_is_its_title() -> None:
    cells = ", ".join(f"[{text}]" for text in ("镇", "沙袋", "水泵", "东汀镇", "120", "8", "西汀镇", "90", "5"))
    found = draft(f"#text(size: 12.5pt, [云汀镇防汛物资清点表])\n#table(columns: 3, {cells})")
    assert found.facts.title == "云汀镇防汛物资清点表"


def test_a_heading_below_a_sentence_and_a_larger_line_is_no_title() -> None:
    text = (
        '#text(size: 24pt, weight: "bold", [2023])\n\n'
        + PROSE
        + '\n\n#text(size: 20pt, weight: "bold", [堤防巡查])\n\n'
    )
    assert draft(text + PROSE).facts.title == ""


def test_the_first_row_of_a_table_that_is_one_cell_is_the_title_of_its_page() -> None:
    cells = ", ".join(f"[{text}]" for text in ("镇", "沙袋", "水泵", "东汀镇", "120", "8", "西汀镇", "90", "5"))
    found = draft(f"#table(columns: 3, table.cell(colspan: 3)[云汀镇防汛物资清点表], {cells})")
    assert found.facts.title == "云汀镇防汛物资清点表"


def test_a_line_where_the_other_pages_have_their_running_head_is_one_whatever_it_says() -> None:
    heads = "#set page(header: align(center, context if counter(page).get().first() == 4 [东汀水闸] else [云汀水利]))\n"
    texts = [*map(text_of, PAGES)]
    assert draft(heads + "\n#pagebreak()\n".join(texts)).body.split("\n") == texts


def test_a_title_begins_with_the_event_over_it_in_smaller_type() -> None:
    event = '#align(center, text(size: 14pt, weight: "bold", font: "Xinhui Sans", [2023年云汀市防汛技能大赛]))\n'
    found = draft(event + TITLE.format("水闸巡查赛道评分细则") + PROSE + "\n\n" + PROSE)
    assert (found.facts.title, found.body) == ("2023年云汀市防汛技能大赛水闸巡查赛道评分细则", f"{PROSE}\n{PROSE}")


def test_an_office_over_a_title_in_smaller_type_is_no_part_of_it() -> None:
    office = '#align(center, text(size: 14pt, weight: "bold", font: "Xinhui Sans", [云汀市防汛指挥部办公室]))\n'
    assert draft(office + TITLE.format("水闸巡查评分细则") + PROSE + "\n\n" + PROSE).facts.title == "水闸巡查评分细则"


def test_a_first_line_in_the_type_of_the_text_is_the_title_where_no_other_is() -> None:
    found = draft(f"防汛值班新要求\n\n#set par(first-line-indent: (amount: 2em, all: true))\n{PROSE}\n\n{PROSE}")
    assert (found.facts.title, found.body) == ("防汛值班新要求", f"{PROSE}\n{PROSE}")


def test_a_first_line_that_is_a_sentence_or_a_section_is_no_title() -> None:
    for line in ("防汛值班有新要求。", "一、值班要求", "值班人员："):
        assert draft(f"{line}\n\n{PROSE}\n\n{PROSE}").facts.title == ""


def test_an_entry_of_the_contents_with_its_page_on_a_line_of_its_own_is_left_out() -> None:
    names = ("云汀镇堤防巡查管理办法", "云汀镇水闸运行管理办法", "云汀镇防汛物资管理办法")
    leader = "#box(width: 1fr, repeat[.])"
    entries = f"{names[0]}{leader}3\n\n{names[1]}（试行）\n\n{leader}5\n\n{names[2]}（试行）\n\n{leader}9\n\n"
    text = "#pagebreak()\n".join(f"{TITLE.format(name)}{text_of(name)}\n" for name in names)
    found = draft(TITLE.format("云汀镇水利手册") + f"#align(center)[目录]\n\n{entries}#pagebreak()\n{text}")
    assert found.body.split("\n")[:2] == [names[0], text_of(names[0])]


def test_a_part_in_larger_type_than_the_rest_has_no_headings_of_its_lines() -> None:
    larger = f"#set text(size: 14pt)\n{PROSE}\n\n2.2 巡查的水闸共有八座\n\n{PROSE}"
    found = draft(TITLE.format("云汀镇水利手册") + "\n\n".join([PROSE] * 12) + f"\n#pagebreak()\n{larger}")
    assert [block.kind for block in found.blocks if block.kind == "heading"] == []


def test_the_month_on_a_cover_is_no_part_of_the_title() -> None:
    cover = TITLE.format("2023年年度报告") + TITLE.format("2024年03月") + "#pagebreak()\n"
    assert draft(f"{cover}{PROSE}\n\n{PROSE}").facts.title == "2023年年度报告"


def test_a_manual_at_the_right_of_its_cover_has_the_name_over_it_in_its_title() -> None:
    lines = "#align(right, text(size: 18pt, [云汀防汛技能大赛]))\n#align(right, text(size: 22pt, [参赛手册]))\n"
    found = draft(f"{lines}#pagebreak()\n{PROSE}\n\n{PROSE}")
    assert found.facts.title == "云汀防汛技能大赛参赛手册"
