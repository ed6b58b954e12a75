"""The facts in a block of labels: whether a bulletin is in force, its topic, its kind and its index number."""

from __future__ import annotations

from datetime import date

import pytest

from tests.importers.printed.test_heads import centred, made
from tests.importers.word.files import FIRST, draft, empty, line, saved
from xinhui_viewer.facts import Facts
from xinhui_viewer.importers import plain_text
from xinhui_viewer.importers.web import html

TITLE = "云汀镇关于印发防汛预案的通知"
TEXT = "为进一步做好防汛工作，镇政府于近日召开专题会议，部署各村值班制度。"
PAIRS = (
    ("索 引 号", "K1/2021-00012"),
    ("主题分类", "水利、水务\\防汛"),
    ("发文机关", "云汀镇人民政府"),
    ("公文种类", "通知"),
    ("有 效 性", "已废止"),
    ("施行日期", "2021年5月1日"),
    ("废止日期", "2023-06-30"),
)
LINES = tuple(f"{name}：{value}" for name, value in PAIRS)
TABLE = "".join(f"<tr><td>{name}</td><td>{value}</td></tr>" for name, value in PAIRS)


def page(*labels: str) -> Facts:
    block = "".join(f"<li>{label}</li>" for label in labels)
    return html.read(page_of(f"<ul>{block}</ul>"), "a.html")[0].facts


def page_of(block: str) -> bytes:
    text = f"{block}<h1>{TITLE}</h1><div><p>各村委会：</p><p>{TEXT}</p><p>特此通知。</p></div>"
    return f"<html><head><title>{TITLE}</title></head><body>{text}</body></html>".encode()


def copied(*lines: str) -> Facts:
    return plain_text.read("\n".join((*lines, TITLE, "各村委会：", TEXT)).encode(), "a")[0].facts


def word(*lines: str) -> Facts:
    document = empty()
    for one in lines:
        line(document, one, 10)
    line(document, TITLE, 22, bold=True, centred=True)
    line(document, FIRST)
    return draft(saved(document)).facts


def printed(*lines: str) -> Facts:
    title = centred(f'#text(font: "Xinhui Sans", size: 22pt)[{TITLE}]')
    shown = (f"#par(first-line-indent: 0pt)[{one.replace(chr(92), chr(92) * 2)}]" for one in lines)
    return made(*shown, title, TEXT, TEXT).facts


def is_whole(said: Facts) -> bool:
    return (
        (said.title, said.index_number, said.topic) == (TITLE, "K1/2021-00012", "水利、水务\\防汛")
        and (said.document_type, said.validity) == ("通知", "已废止")
        and (said.effective, said.repealed) == (date(2021, 5, 1), date(2023, 6, 30))
    )


@pytest.mark.parametrize("read", [page, copied, word, printed])
def test_a_block_says_from_when_to_when_a_bulletin_is_in_force_and_what_it_is(read: object) -> None:
    assert callable(read)
    assert is_whole(read(*LINES))


def test_a_table_says_the_same_and_where_it_stands() -> None:
    (found,) = html.read(page_of(f"<table>{TABLE}</table>"), "a.html")
    assert is_whole(found.facts)
    grounds = {ground.fact: (ground.where, ground.sure) for ground in found.grounds}
    named = ("document_type", "topic", "index_number", "validity", "effective", "repealed")
    assert {grounds[name] for name in named} == {("printed", True)}


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("有效性：有效", "现行有效"),
        ("是否有效：是", "现行有效"),
        ("是否有效：否", "失效"),
        ("时 效 性：现行有效", "现行有效"),
        ("效力状态：已被修改", "已修改"),
        ("时效：部分失效", "部分失效"),
        ("有效性：废止", "已废止"),
        ("有效性：已失效", "失效"),
        ("时效性：尚未生效", "尚未施行"),
        ("有效期：五年", ""),
        ("时效：长期公开", ""),
        ("有效性：", ""),
    ],
)
def test_a_state_has_one_name_and_what_is_none_is_left_out(said: str, state: str) -> None:
    assert page(*LINES[:3], said, "公开方式：主动公开").validity == state


def test_the_day_of_a_project_is_not_the_day_from_which_a_bulletin_is_in_force() -> None:
    assert word("项目名称：河堤加固", "实施日期：2021年5月1日").effective is None
    assert word(*LINES[:3], "实施日期：2021年5月1日").effective == date(2021, 5, 1)


def test_the_title_of_a_directory_is_no_topic() -> None:
    assert copied("主题分类目录").topic == ""


def test_the_title_in_the_block_of_a_copied_page_is_its_title_where_no_other_follows() -> None:
    text = "\n".join((*LINES[:3], f"标　　题：{TITLE}", "各村委会：", TEXT))
    (found,) = plain_text.read(text.encode(), "a")
    assert found.facts.title == TITLE
    assert found.body == f"各村委会：\n{TEXT}"


def test_labels_in_cells_of_a_copied_table_are_read_and_the_tables_of_the_text_stay() -> None:
    rows = [f"{PAIRS[at][0]}：\t{PAIRS[at][1]}\t{PAIRS[at + 1][0]}：\t{PAIRS[at + 1][1]}" for at in (0, 2, 4)]
    (found,) = plain_text.read("\n".join((*rows, TITLE, "各村委会：", TEXT, "村\t沙袋")).encode(), "a")
    assert (found.facts.index_number, found.facts.validity, found.facts.title) == ("K1/2021-00012", "已废止", TITLE)
    assert found.body == f"各村委会：\n{TEXT}\n村\t沙袋"
