from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers import read

COPIED = """今天是
您现在的位置:首页\xa0>\xa0政务公开\xa0>\xa0专题专栏\xa0>\xa0防汛专栏
云汀区召开防汛工作会议
来源:云汀日报 发布日期:2023-07-11

    7月10日,云汀区召开防汛工作会议。

会议要求

    一是落实责任。各镇要逐村排查。
    二是备足物资。沙袋不少于5万个。
"""


def written(folder: Path, content: str | bytes, name: str = "page.txt") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_copied_page_gives_title_source_date_columns_and_body(tmp_path: Path) -> None:
    original, (draft,) = read(written(tmp_path, COPIED))
    assert (draft.facts.title, draft.facts.source, draft.facts.published) == (
        "云汀区召开防汛工作会议",
        "云汀日报",
        date(2023, 7, 11),
    )
    assert draft.facts.columns == ("首页", "政务公开", "专题专栏", "防汛专栏")
    assert draft.body.split("\n") == [
        "7月10日,云汀区召开防汛工作会议。",
        "会议要求",
        "一是落实责任。各镇要逐村排查。",
        "二是备足物资。沙袋不少于5万个。",
    ]
    assert original.content == COPIED.encode()


def test_every_block_is_where_it_says_in_the_body(tmp_path: Path) -> None:
    draft = read(written(tmp_path, COPIED))[1][0]
    assert [draft.body[block.start : block.end] for block in draft.blocks] == draft.body.split("\n")


def test_the_seed_is_read_as_its_page_shows_it(seed: Path) -> None:
    draft = read(seed)[1][0]
    said = draft.facts
    assert (said.title, said.source, said.published) == (
        "平安新会、法治新会!重点来了……",
        "南方日报",
        date(2021, 3, 2),
    )
    assert (said.columns[0], said.columns[-1], len(said.columns)) == ("首页", "宣传工作", 5)
    tops = [section.heading for section in draft.sections if section.level == 1]
    assert tops == ["新会区委政法工作会议召开", "会议指出", "会议要求", "2020年政法工作成绩"]
    points = [section for section in draft.sections if section.level == 2]
    assert [point.marker for point in points] == ["一是", "二是", "三是", "四是", "五是", "六是"]
    assert all(point.start > draft.sections[3].start for point in points)


def test_a_text_without_a_head_keeps_all_its_lines_and_invents_nothing(tmp_path: Path) -> None:
    text = "第一行就是一个完整的句子，说明了事情的经过和结果。\n第二行也是。\n"
    draft = read(written(tmp_path, text))[1][0]
    assert (draft.facts.title, draft.facts.source, draft.facts.published, draft.facts.columns) == ("", "", None, ())
    assert draft.body == text.strip()
    assert draft.facts.title == ""


def test_a_date_in_the_text_is_not_taken_for_its_publication(tmp_path: Path) -> None:
    draft = read(written(tmp_path, "关于防汛工作的通知\n\n2023年7月10日，会议召开。\n"))[1][0]
    assert (draft.facts.title, draft.facts.published) == ("关于防汛工作的通知", None)


def test_stray_control_characters_are_dropped_and_the_text_behind_them_stays(tmp_path: Path) -> None:
    draft = read(written(tmp_path, "关于防汛工作的通知\n\n各镇\x00要\x1b[31m逐村\x07排查，备足物资。\n"))[1][0]
    assert draft.body == "各镇要[31m逐村排查，备足物资。"


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "page.txt is empty."),
        (b" \r\n\t\n", "page.txt is empty."),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "page.txt is not a text file."),
        (b"PK\x03\x04" + bytes(500), "page.txt is not a text file."),
    ],
    ids=["nothing", "blanks", "a picture", "an archive"],
)
def test_a_file_that_is_no_text_is_refused_with_its_name(tmp_path: Path, content: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableSource) as refused:
        read(written(tmp_path, content))
    assert refused.value.problem == sentence
    assert refused.value.remedy


def test_a_notice_that_was_copied_gives_its_issuer_number_and_the_day_it_was_signed(tmp_path: Path) -> None:
    head = "云汀区人民政府文件\n云府〔2023〕8号\n\n关于印发防汛预案的通知"
    text = f"{head}\n\n各镇：\n现印发给你们。\n云汀区人民政府\n2023年7月10日\n"
    _original, (found,) = read(written(tmp_path, text))
    assert (found.facts.issuer, found.facts.document_number) == ("云汀区人民政府", "云府〔2023〕8号")
    assert (found.facts.title, str(found.facts.written)) == ("关于印发防汛预案的通知", "2023-07-10")
    assert found.body.split("\n")[0] == "各镇："


def test_labels_that_people_note_over_a_text_are_fields(tmp_path: Path) -> None:
    head = "标题：关于防汛的通知\n日期：2023-07-11\n来源：区府办\n栏目：首页 > 通知\n网址：http://a.example/1.html"
    text = f"{head}\n\n正文在此。\n"
    _original, (found,) = read(written(tmp_path, text))
    assert (found.facts.title, str(found.facts.published), found.facts.source) == (
        "关于防汛的通知",
        "2023-07-11",
        "区府办",
    )
    assert (found.facts.columns, found.facts.url, found.body) == (
        ("首页", "通知"),
        "http://a.example/1.html",
        "正文在此。",
    )


WRAPPED = """云汀区召开防汛工作会议
来源:云汀日报 发布日期:2023-07-11

　　7月10日，云汀区召开防汛工作会议，研究部署今年第3
号台风防御工作，要求各镇逐村排查险情，备足抢险物资，落
实24小时值班制度，确保群众安全度汛。
　　会议指出，今年以来全区降雨量比常年偏多两成，部分山
塘水位偏高，防汛形势不容乐观，各单位要克服麻痹思想。
"""


def test_paragraphs_that_were_wrapped_by_hand_are_whole(tmp_path: Path) -> None:
    draft = read(written(tmp_path, WRAPPED))[1][0]
    first, second = draft.body.split("\n")
    assert first.startswith("7月10日，云汀区召开防汛工作会议，研究部署今年第3号台风防御工作，要求")
    assert first.endswith("备足抢险物资，落实24小时值班制度，确保群众安全度汛。")
    assert second.endswith("部分山塘水位偏高，防汛形势不容乐观，各单位要克服麻痹思想。")


def test_the_first_line_of_a_wrapped_text_without_a_head_is_no_title(tmp_path: Path) -> None:
    draft = read(written(tmp_path, WRAPPED.partition("\n\n")[2]))[1][0]
    assert draft.facts.title == ""
    assert draft.body.startswith("7月10日，云汀区召开")


def test_mail_without_indents_is_divided_by_its_empty_lines(tmp_path: Path) -> None:
    plain = WRAPPED.replace("\n　　", "\n\n")
    draft = read(written(tmp_path, plain))[1][0]
    assert len(draft.body.split("\n")) == 2


@pytest.mark.parametrize(
    ("foot", "source", "day"),
    [
        ("来源：云汀日报\n发布时间：2023-07-11", "云汀日报", date(2023, 7, 11)),
        ("（来源：云汀日报）", "云汀日报", None),
        ("发布日期：2023年7月11日 来源：云汀区水利局", "云汀区水利局", date(2023, 7, 11)),
    ],
)
def test_labels_under_a_text_are_fields(tmp_path: Path, foot: str, source: str, day: date | None) -> None:
    text = f"云汀区召开防汛工作会议\n\n7月10日，会议召开，部署防汛工作。\n各镇要逐村排查。\n\n{foot}\n"
    draft = read(written(tmp_path, text))[1][0]
    assert (draft.facts.source, draft.facts.published) == (source, day)
    assert draft.body.split("\n") == ["7月10日，会议召开，部署防汛工作。", "各镇要逐村排查。"]


def test_a_text_that_begins_with_a_numbered_heading_has_no_title(tmp_path: Path) -> None:
    draft = read(written(tmp_path, "一、生产情况\n十种有色金属产量18.94万吨。\n"))[1][0]
    assert (draft.facts.title, draft.body.split("\n")[0]) == ("", "一、生产情况")
