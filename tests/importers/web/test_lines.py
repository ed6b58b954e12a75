"""The lines of a page: its markup as a reader sees it, as plain text."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from xinhui_viewer.importers.web.markup.lines import lines


def texts(body: str) -> list[str]:
    return [line.text for line in lines(LexborHTMLParser(f"<body>{body}</body>").body)]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("<ol><li>申请</li><li>审核</li></ol>", ["1. 申请", "2. 审核"]),
        (
            "<ol start='4'><li><p>归档</p></li><li value='9'>移交</li><li>销毁</li></ol>",
            ["4. 归档", "9. 移交", "10. 销毁"],
        ),
        ("<ol type='a'><li>浸种</li><li>催芽</li></ol>", ["a. 浸种", "b. 催芽"]),
        ("<ol type='I'><li>总述</li><li>分述</li></ol>", ["I. 总述", "II. 分述"]),
        ("<ol reversed><li>第三名单位</li><li>第二名单位</li></ol>", ["2. 第三名单位", "1. 第二名单位"]),
        ("<ol style='list-style-type: cjk-ideographic'><li>防汛</li><li>抗旱</li></ol>", ["一、防汛", "二、抗旱"]),
        ("<ol><li>育苗<ol type='A'><li>浸种</li></ol></li><li>移栽</li></ol>", ["1. 育苗", "A. 浸种", "2. 移栽"]),
        ("<ol><li>申请</li><li style='display:none'>作废</li><li>审核</li></ol>", ["1. 申请", "2. 审核"]),
        ("<ol><li></li><li>审核</li></ol><p>见上。</p>", ["2. 审核", "见上。"]),
        ("<ol><li>防汛<ul><li>沙袋</li></ul></li><li>抗旱</li></ol>", ["1. 防汛", "沙袋", "2. 抗旱"]),
    ],
)
def test_an_ordered_list_keeps_its_numbers(body: str, told: list[str]) -> None:
    assert texts(body) == told


@pytest.mark.parametrize(
    "items",
    [
        ["1. 申请", "2. 审核"],
        ["一、申请", "二、审核"],
        ["（1）申请", "（2）审核"],
        ["①申请", "②审核"],
        ["第一步 申请", "第二步 审核"],
        ["<a href='/'>首页</a>", "<a href='/n'>新闻</a>"],
    ],
)
def test_a_list_that_prints_its_own_numbers_or_consists_of_links_gets_none(items: list[str]) -> None:
    told = texts("<ol>" + "".join(f"<li>{item}</li>" for item in items) + "</ol>")
    assert told == [text for item in items for text in texts(item)]


@pytest.mark.parametrize(
    "attributes",
    ["style='list-style:none'", "style='margin:0; list-style-type: disc'", "class='breadcrumb'", "id='mainnav'"],
)
def test_a_list_whose_numbers_are_not_shown_gets_none(attributes: str) -> None:
    assert texts(f"<ol {attributes}><li>申请</li><li>审核</li></ol>") == ["申请", "审核"]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("每亩10<sup>2</sup>克", "每亩10²克"),
        ("面积3 m<sup>2</sup>，10<sup>-19</sup>", "面积3 m²，10⁻¹⁹"),
        ("CO<sub>2</sub>和H<sub>2</sub>SO<sub>4</sub>", "CO₂和H₂SO₄"),
        ("x<sup>a</sup>与K<sub>max</sub>", "x^a与K_(max)"),
        ("气温37<sup>o</sup>C", "气温37ºC"),
        ("据统计<sup>[1]</sup>，见<sup>①</sup>", "据统计[1]，见①"),
        ("<b>10<sup>3</sup></b>", "10³"),
        ("the 1<sup>st</sup> day", "the 1st day"),
        ("<sup>2023-07-11</sup>", "2023-07-11"),
        ("字体<sup>会议部署防汛工作</sup>", "字体会议部署防汛工作"),
    ],
)
def test_raised_and_lowered_letters_stay_apart(body: str, told: str) -> None:
    assert texts(f"<p>{body}</p>") == [told]


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
def test_deleted_text_is_left_out_beside_other_text(tag: str) -> None:
    assert texts(f"<p>限速<{tag}>30</{tag}><ins>35</ins>公里。</p>") == ["限速35公里。"]
    styled = "<span style='text-decoration: line-through'>30</span>"
    assert texts(f"<p>限速{styled}35公里。</p>") == ["限速35公里。"]


def test_a_page_that_is_struck_out_as_a_whole_keeps_its_text() -> None:
    script = "<script>" + "var a = 1; " * 50 + "</script>"
    assert texts(f"{script}<s><p>各镇要逐村排查。</p></s>") == ["各镇要逐村排查。"]


@pytest.mark.parametrize(
    "ruby",
    [
        "<ruby>磷<rt>lín</rt></ruby>肥",
        "<ruby>磷<rp>(</rp><rt>lín</rt><rp>)</rp></ruby>肥",
        "<ruby><rb>磷</rb><rtc><rt>lín</rt></rtc></ruby>肥",
    ],
)
def test_annotations_of_pronunciation_are_no_text(ruby: str) -> None:
    assert texts(f"<p>施用{ruby}。</p>") == ["施用磷肥。"]


def framed(page: str) -> str:
    return '<iframe srcdoc="' + page.replace("&", "&amp;").replace('"', "&quot;") + '"></iframe>'


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><p>施工期间，车辆绕行。</p></body></html>",
        '<p style="margin:0">施工期间，车辆绕行。</p>',
        framed("<div>施工期间，车辆绕行。</div>"),
    ],
)
def test_a_page_inside_a_frame_is_read(page: str) -> None:
    assert texts(f"<h1>公告</h1><div>{framed(page)}</div><p>尾</p>") == ["公告", "施工期间，车辆绕行。", "尾"]


def test_frames_within_frames_are_read_to_a_bound() -> None:
    page = "<p>内</p>"
    for _ in range(6):
        page = f"<table><tr><td>外{framed(page)}</td></tr></table>"
    assert "内" not in texts(page)
    assert texts('<iframe src="a.html">旧浏览器</iframe>') == []


def test_the_lines_of_a_frame_stand_in_blocks_of_their_own() -> None:
    inner, outer = lines(LexborHTMLParser(f"<body><div>{framed('<p>内</p>')}</div><p>外</p></body>").body)
    assert inner.path[:2] == (1, 2)
    assert (inner.block.tag, outer.block.tag) == ("p", "p")
    assert not set(inner.path[1:]) & set(outer.path[1:])


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("&lt;b&gt;关于防汛的通知&lt;/b&gt;", "关于防汛的通知"),
        ("&lt;p style='a'&gt;&lt;strong&gt;关于防汛的通知", "关于防汛的通知"),
        ("关于防汛的通知&lt;br /&gt;", "关于防汛的通知"),
        ("&amp;nbsp;&amp;nbsp;关于防汛的通知", "关于防汛的通知"),
        ("学习&amp;lsquo;五谷画&amp;rsquo;&amp;hellip;", "学习‘五谷画’…"),
        ("5&lt;x，且x&gt;3", "5<x，且x>3"),
        ("&lt;b&gt;粗&lt;/b&gt;&lt;img src=a.png&gt;是图片的写法", "<b>粗</b><img src=a.png>是图片的写法"),
    ],
)
def test_a_tag_that_was_escaped_by_mistake_is_no_text(body: str, told: str) -> None:
    assert texts(f"<div>{body}</div>") == [told]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "<p>进一步规范市场经营秩\n序，决定<span>自</span>\n<span>2021</span>年</p>",
            ["进一步规范市场经营秩序，决定自 2021年"],
        ),
        ("<p>\n  会议要求，落实\n  责任。\n</p>", ["会议要求，落实责任。"]),
        ("<div>\n来源：云汀日报\n<span>2023-07-11</span>\n</div>", ["来源：云汀日报 2023-07-11"]),
        ("<p><a>首页</a>\n<a>新闻</a></p>", ["首页 新闻"]),
        ("<h1>云汀区召开<br>防汛会议</h1>", ["云汀区召开防汛会议"]),
        ("<pre>姓名\t张三\n\n性别</pre>", ["姓名 张三", "性别"]),
    ],
)
def test_line_ends_of_the_source_are_no_blanks_between_han(body: str, told: list[str]) -> None:
    assert texts(body) == told


WRAPPED = [
    "7月10日，云汀区召开防汛工作会议，研究部署台风防御",
    "工作，要求各镇逐村排查险情，备足抢险物资，落实值班",
    "制度，确保群众安全度汛，确保水库、山塘、堤防和在建",
    "工程安全。",
]


@pytest.mark.parametrize(
    "body",
    [
        "<p>" + "<br>".join(WRAPPED) + "</p>",
        "<div>　　" + "<br/>\n".join(WRAPPED) + "<br><br>　　各镇要落实责任。</div>",
        "<pre>    " + "\n".join(WRAPPED) + "\n    各镇要落实责任。</pre>",
    ],
)
def test_lines_broken_in_the_middle_of_sentences_are_one(body: str) -> None:
    assert texts(body)[0] == "".join(WRAPPED)
    assert texts(body)[1:] in ([], ["各镇要落实责任。"])


@pytest.mark.parametrize(
    "parts",
    [
        ["各镇要落实责任。", "各单位要备足物资。", "特此通知。"],
        ["云汀区人民政府", "2023年7月10日"],
        ["组长：张三（区长）", "副组长：李四（副区长）", "成员：王五（水利局局长）", "赵六（财政局局长）"],
        ["床前明月光", "疑是地上霜", "举头望明月", "低头思故乡"],
    ],
)
def test_a_break_between_paragraphs_divides_them(parts: list[str]) -> None:
    assert texts("<p>" + "<br>".join(parts) + "</p>") == parts


def test_the_cell_of_a_table_is_read_like_any_text() -> None:
    cells = "<td>面积<b>合</b><i>计</i><br>m<sup>2</sup></td><td>防汛\n物资，<span style='display:none'>隐</span></td>"
    (line,) = lines(LexborHTMLParser(f"<table><tr>{cells}</tr><tr><td>1</td><td>2</td></tr></table>").body)
    assert [cell.text for cell in line.rows[0]] == ["面积合计 m²", "防汛物资，"]


def test_hundreds_of_frames_are_read_to_a_bound() -> None:
    assert 0 < len(texts(framed("<p>内</p>") * 300)) < 300


def test_text_behind_a_heading_in_one_element_is_no_heading() -> None:
    body = "<center><h2>通知</h2>2020-10-10　区水务局<p>各镇：</p></center>"
    found = lines(LexborHTMLParser(f"<body>{body}</body>").body)
    assert [(line.level, line.wholly_bold) for line in found] == [(2, True), (0, False), (0, False)]


def test_text_hidden_in_hidden_elements_counts_once() -> None:
    absent = "<div style='display:none'>" * 3 + "更多文章" + "</div>" * 3
    page = f"<body>{absent}<div style='visibility:hidden'>一直等到脚本显示的正文。</div></body>"
    shown = lines(LexborHTMLParser(page).body, scripted=False)
    assert [line.text for line in shown] == ["一直等到脚本显示的正文。"]
