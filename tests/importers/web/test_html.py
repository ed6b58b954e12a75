from __future__ import annotations

from base64 import b64decode
from datetime import date
from pathlib import Path

import pytest

from tests.importers.pages import BODY, LINKS, SECOND, bare, standard
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers import read
from xinhui_viewer.records import Draft

_DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def draft(folder: Path, page: str | bytes, name: str = "page.html") -> Draft:
    path = folder / name
    path.write_bytes(page if isinstance(page, bytes) else page.encode())
    return read(path)[1][0]


def test_a_page_of_the_standard_gives_all_its_fields(tmp_path: Path) -> None:
    found = draft(tmp_path, standard())
    said = found.facts
    assert (said.title, said.source, said.published) == (
        "云汀区召开防汛工作会议",
        "云汀区应急管理局",
        date(2023, 7, 11),
    )
    assert said.columns == ("首页", "政务公开", "应急管理")
    assert said.url == "http://www.yunting.example/a/1.html"


def test_the_body_is_the_text_and_nothing_of_the_site_around_it(tmp_path: Path) -> None:
    found = draft(tmp_path, standard())
    assert found.body.split("\n") == [BODY, SECOND, "云汀区防汛指挥部", "2023年7月10日"]


def test_a_short_text_beside_a_farm_of_links_is_found(tmp_path: Path) -> None:
    page = bare("来源：云汀日报 时间：2023-07-11").replace("</body>", LINKS * 20 + "</body>")
    assert draft(tmp_path, page).body.split("\n") == [BODY, SECOND]


@pytest.mark.parametrize(
    ("meta", "source", "published"),
    [
        ("来源：云汀日报　发布时间：2023-07-11", "云汀日报", date(2023, 7, 11)),
        ("2023-07-11 08:58:52来源：新云网", "新云网", date(2023, 7, 11)),
        ("信息来源：区应急局 发布日期：2023年7月11日 点击量：3", "区应急局", date(2023, 7, 11)),
        ("发稿时间：23-07-11　稿源：云汀电台　编辑：王某", "云汀电台", date(2023, 7, 11)),
        ("发布时间：2023/07/11 作者： 来源：", "", date(2023, 7, 11)),
        ("文章来源：云汀日报", "云汀日报", None),
        ("字体：大 中 小", "", None),
    ],
)
def test_the_line_under_the_title_is_read_in_its_many_forms(
    tmp_path: Path, meta: str, source: str, published: date | None
) -> None:
    found = draft(tmp_path, bare(meta))
    assert (found.facts.title, found.facts.source, found.facts.published) == (
        "关于做好防汛工作的通知",
        source,
        published,
    )


def test_an_archiving_date_is_no_publication_date(tmp_path: Path) -> None:
    assert draft(tmp_path, bare("来源：云汀日报 归档时间：2024-01-05")).facts.published is None


@pytest.mark.parametrize(
    ("path", "columns"),
    [
        ("当前位置：<a href=/>首页</a> &gt;&gt; <a href=/a>要闻</a> &gt;&gt; 正文", ("首页", "要闻")),
        ("您当前所在位置：<a href=/>网站首页</a> » <a href=/a>通知公告</a>", ("网站首页", "通知公告")),
        ("<a href=/>首页</a> > <a href=/a>政务公开</a> > <a href=/b>通知</a>", ("首页", "政务公开", "通知")),
        ("位置：<span>首页</span><span>&gt;要闻</span><span>&gt;关于做好防汛工作的通知</span>", ("首页", "要闻")),
        ("<a href=/>首页</a> <a href=/a>政务公开</a>", ()),
    ],
)
def test_the_breadcrumb_is_read_with_any_separator_and_without_the_page_itself(
    tmp_path: Path, path: str, columns: tuple[str, ...]
) -> None:
    assert draft(tmp_path, bare("来源：云汀日报 时间：2023-07-11", path=path)).facts.columns == columns


def test_a_date_that_only_a_script_has_is_found(tmp_path: Path) -> None:
    head = "<script>var pubdata='2023年07月11日';</script>"
    assert draft(tmp_path, bare("来源：云汀日报", head=head)).facts.published == date(2023, 7, 11)


def test_a_date_printed_under_the_text_is_found(tmp_path: Path) -> None:
    page = bare("来源：云汀日报").replace(f"<p>{SECOND}</p>", f"<p>{SECOND}</p></td></tr><tr><td>发布日期：2023-07-11")
    assert draft(tmp_path, page).facts.published == date(2023, 7, 11)


def test_a_printed_date_counts_more_than_a_tag(tmp_path: Path) -> None:
    head = '<meta name="PubDate" content="2020-01-01">'
    assert draft(tmp_path, bare("时间：2023-07-11 来源：云汀日报", head=head)).facts.published == date(2023, 7, 11)


def test_the_information_block_gives_number_issuer_and_the_day_it_was_written(tmp_path: Path) -> None:
    block = """<table><tr><td>索 引 号</td><td>000-1</td><td>发文机关</td><td>云汀区人民政府办公室</td></tr>
    <tr><td>成文日期</td><td>2023-07-08</td><td>发 文 字 号</td><td>云府办〔2023〕8号</td></tr></table>"""
    found = draft(tmp_path, bare("发布日期：2023-07-11", path=block))
    assert (found.facts.document_number, found.facts.issuer) == ("云府办〔2023〕8号", "云汀区人民政府办公室")
    assert (found.facts.written, found.facts.published) == (date(2023, 7, 8), date(2023, 7, 11))


def test_headings_and_bold_lines_are_kept_as_marks_for_the_outline(tmp_path: Path) -> None:
    body = f"<h2>总体要求</h2><p>{BODY}</p><p><strong>工作安排</strong></p><p>{SECOND}{SECOND}</p>"
    found = draft(tmp_path, standard(body=body))
    marks = [(block.kind, block.level, block.bold, found.body[block.start : block.end]) for block in found.blocks]
    assert ("heading", 2, True, "总体要求") in marks
    assert ("paragraph", 0, True, "工作安排") in marks
    assert {"总体要求", "工作安排"} <= {section.heading for section in found.sections}


def test_a_table_keeps_its_rows_spans_and_heads(tmp_path: Path) -> None:
    table = """<table><tr><th>指标</th><th>2022年</th><th>2023年</th></tr><tr><td rowspan="2">转移群众</td>
    <td>900人</td><td>1200人</td></tr><tr><td colspan="2">全部安置</td></tr></table>"""
    found = draft(tmp_path, standard(body=table))
    block = next(block for block in found.blocks if block.kind == "table")
    assert [[cell.text for cell in row] for row in block.rows] == [
        ["指标", "2022年", "2023年"],
        ["转移群众", "900人", "1200人"],
        ["全部安置"],
    ]
    assert (block.rows[1][0].rows, block.rows[2][0].fields, block.rows[0][0].head) == (2, 2, True)
    assert found.body[block.start : block.end] == "指标\t2022年\t2023年\n转移群众\t900人\t1200人\n全部安置"


def test_an_image_is_a_block_with_its_caption_and_address(tmp_path: Path) -> None:
    found = draft(tmp_path, standard(body='<p><img src="files/a.jpg" alt="防汛演练现场"></p>'))
    block = next(block for block in found.blocks if block.kind == "image")
    assert (block.image, found.body[block.start : block.end]) == ("files/a.jpg", "防汛演练现场")


def test_an_image_inside_the_page_becomes_an_attachment(tmp_path: Path) -> None:
    picture = b64decode(_DOT)
    body = (
        f'<p><img alt="防汛演练现场" src="data:image/png;base64,{_DOT}"></p><p><img src="data:image/png;base64,!"></p>'
    )
    found = draft(tmp_path, standard(body=body))
    (attachment,) = found.attachments
    assert (attachment.content, attachment.media_type) == (picture, "image/png")
    assert [block.image for block in found.blocks if block.kind == "image"] == [attachment.name]


def test_images_in_the_folder_of_a_complete_page_become_attachments_and_no_other_file_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "saved"
    (folder / "页面_files").mkdir(parents=True)
    (folder / "d.png").write_bytes(b64decode(_DOT))
    (folder / "页面_files" / "a b.png").write_bytes(b64decode(_DOT))
    (tmp_path / "secret.png").write_bytes(b64decode(_DOT))
    names = ("./页面_files/a%20b.png", "../secret.png", str(tmp_path / "secret.png"), "http://x.example/c.png", "d.png")
    found = draft(folder, standard(body="".join(f'<p><img src="{name}"></p>' for name in names)), "页面.html")
    assert [attachment.name for attachment in found.attachments] == ["./页面_files/a%20b.png"]
    assert found.attachments[0].content == b64decode(_DOT)


def test_hidden_parts_and_scripts_are_no_text(tmp_path: Path) -> None:
    page = standard(body='<p style="display:none">看不见的话。看不见的话。</p><noscript>请开启脚本。</noscript>')
    assert "看不见" not in draft(tmp_path, page).body
    assert "脚本" not in draft(tmp_path, page).body


@pytest.mark.parametrize("encoding", ["gbk", "big5", "utf-16"])
def test_a_page_is_read_in_the_encoding_of_its_bytes(tmp_path: Path, encoding: str) -> None:
    page = "<title>云汀新聞</title><h1>云汀新聞</h1><p>今日天晴，全市開放公園十二個，遊人眾多，秩序良好。</p>"
    assert "公園十二個" in draft(tmp_path, page.encode(encoding, "ignore")).body


def test_a_picture_under_the_name_of_a_page_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match=r"page\.html is not a web page"):
        draft(tmp_path, b"\xff\xd8\xff\xe0" + bytes(range(256)) * 40)


@pytest.mark.parametrize("page", ["<html><head><title></title></head><body></body></html>", "<script>1</script>"])
def test_a_page_without_text_is_refused(tmp_path: Path, page: str) -> None:
    with pytest.raises(UnreadableSource, match=r"page\.html contains no text"):
        draft(tmp_path, page)


def test_a_page_that_would_hang_the_parser_still_gives_its_text(tmp_path: Path) -> None:
    page = "<div>" * 100_000 + "各镇要逐村\n排查，备足\n<b>物资</b>。"
    head = "<title>关于防汛工作的通知</title><p>来源：云汀日报 时间：2023-07-11</p><script>不是正文</script>"
    found = draft(tmp_path, head + page)
    assert (found.facts.title, found.facts.source, found.body) == (
        "关于防汛工作的通知",
        "云汀日报",
        "各镇要逐村排查，备足物资。",
    )
    assert "nested too deeply" in found.warnings[0]


@pytest.mark.parametrize("title", ["公告", "启事"])
def test_a_title_of_two_characters_is_one_where_the_page_has_that_name(tmp_path: Path, title: str) -> None:
    assert draft(tmp_path, standard(title)).facts.title == title


def test_a_text_that_only_a_page_without_script_shows_is_read(tmp_path: Path) -> None:
    page = f"<title>防汛通知</title><body><h1>防汛通知</h1><noscript><p>{BODY}</p><p>{SECOND}</p></noscript></body>"
    assert draft(tmp_path, page).body == f"{BODY}\n{SECOND}"


def test_a_tag_of_thousands_of_attributes_costs_no_text(tmp_path: Path) -> None:
    many = " ".join(f"a{n}=1" for n in range(5_000))
    read_ = draft(tmp_path, standard(body=f"<p {many}>各镇街要备足物资。</p>"))
    assert "各镇街要备足物资。" in read_.body.split("\n")
    assert read_.warnings == ()


def test_options_by_the_thousand_cost_neither_text_nor_time(tmp_path: Path) -> None:
    page = f"<title>通知</title><select>{'<option>云汀' * 100_000}</select><p>7月10日，云汀区召开防汛工作会议。</p>"
    assert draft(tmp_path, page).body == "7月10日，云汀区召开防汛工作会议。"


def test_documents_that_a_page_names_and_that_lie_beside_it_are_attached_when_asked_for(tmp_path: Path) -> None:
    (tmp_path / "P020.docx").write_bytes(b"a document")
    links = (
        '<p>附件：<a href="./P020.docx">表</a> <a href="http://a.example/x.pdf">表</a> <a href="gone.xls">表</a></p>'
    )
    assert draft(tmp_path, standard(body=links)).attachments == ()
    (attached,) = read(tmp_path / "page.html", beside=True)[1][0].attachments
    assert (attached.name, attached.content, attached.label) == ("./P020.docx", b"a document", "表")


def test_a_text_of_one_paragraph_keeps_its_signature_and_what_is_attached(tmp_path: Path) -> None:
    links = "".join(f"<li><a href='{n}.html'>关于第{n}批名单的公告</a></li>" for n in range(20))
    page = f"""<title>关于防汛值班的公告</title><h1>关于防汛值班的公告</h1><div>来源：云汀日报 时间：2023-07-11</div>
    <div><p>{BODY}</p><p>附件：<a href="1.xls">值班表.xls</a></p><p>云汀区水利局</p><p>2023年7月11日</p></div>
    <div><h4>相关文档</h4><ul>{links}</ul></div>"""
    found = draft(tmp_path, page)
    assert found.body.split("\n") == [BODY, "附件：值班表.xls", "云汀区水利局", "2023年7月11日"]


def test_a_title_is_not_taken_from_the_signature_that_repeats_its_beginning(tmp_path: Path) -> None:
    title = "云汀区人民政府关于印发防汛预案的通知"
    page = f"""<title>{title}_政府信息公开</title><div><p><b>{title}</b></p><p>各镇人民政府：</p><p>{BODY}</p>
    <p>{SECOND}</p><p>云汀区人民政府</p><p>2023年7月10日</p></div>"""
    assert draft(tmp_path, page).facts.title == title


def test_a_title_broken_over_lines_is_one(tmp_path: Path) -> None:
    page = f"<title>云汀区召开防汛工作会议_要闻</title><h1>云汀区召开<br>防汛工作会议</h1><p>{BODY}</p><p>{SECOND}</p>"
    assert draft(tmp_path, page).facts.title == "云汀区召开防汛工作会议"


@pytest.mark.parametrize("path", ["首页/新闻中心/区内要闻", "首页 新闻中心 区内要闻", "首页-新闻中心-区内要闻"])
def test_a_labelled_path_may_have_bare_signs(tmp_path: Path, path: str) -> None:
    page = f"<title>防汛会议召开</title><div>您的位置：{path}</div><h1>防汛会议召开</h1><p>{BODY}</p><p>{SECOND}</p>"
    assert draft(tmp_path, page).facts.columns == ("首页", "新闻中心", "区内要闻")


def test_a_source_that_is_called_fabu_keeps_its_name_and_a_date_needs_no_label(tmp_path: Path) -> None:
    page = (
        f"<title>防汛会议</title><h1>防汛会议</h1><div>2023年07月11日 来源：云汀发布</div><p>{BODY}</p><p>{SECOND}</p>"
    )
    found = draft(tmp_path, page)
    assert (found.facts.source, str(found.facts.published)) == ("云汀发布", "2023-07-11")
    bare = f"<title>防汛会议</title><h1>防汛会议</h1><div>2023-07-11区府办 阅读 120</div><p>{BODY}</p><p>{SECOND}</p>"
    assert str(draft(tmp_path, bare).facts.published) == "2023-07-11"
    assert draft(tmp_path, bare).body == f"{BODY}\n{SECOND}"


def test_a_text_that_only_a_script_makes_visible_is_read(tmp_path: Path) -> None:
    text = f'<div style="visibility: hidden"><p>{BODY}</p><p>{SECOND}</p></div>'
    assert draft(tmp_path, f"<title>防汛会议</title><h1>防汛会议</h1>{text}").body == f"{BODY}\n{SECOND}"


def test_labels_without_a_colon_fill_the_fields_and_a_signature_dates_the_writing(tmp_path: Path) -> None:
    rows = (("发布机构", "云汀区应急管理局"), ("文　　号", "云应急〔2023〕5号"), ("公开日期", "2023-07-12"))
    block = "".join(f"<li><label>{label}</label><span>{value}</span></li>" for label, value in rows)
    page = f"""<title>关于印发预案的通知</title><ul>{block}</ul><h1>关于印发预案的通知</h1>
    <div><p>{BODY}</p><p>{SECOND}</p><p>云汀区应急管理局</p><p>二〇二三年七月十日</p></div>"""
    found = draft(tmp_path, page)
    assert (found.facts.issuer, found.facts.document_number) == ("云汀区应急管理局", "云应急〔2023〕5号")
    assert (str(found.facts.published), str(found.facts.written)) == ("2023-07-12", "2023-07-10")


def test_blanks_of_any_width_around_a_line_are_left_off(tmp_path: Path) -> None:
    page = f"<title>防汛会议</title><h1>防汛会议</h1><div>&emsp;&ensp;{BODY}<br>&emsp;&emsp;{SECOND}&thinsp;</div>"
    assert draft(tmp_path, page).body == f"{BODY}\n{SECOND}"


@pytest.mark.parametrize(
    "behind",
    ["<h3>网友评论</h3><p>网友甲：做得很好，希望继续努力。</p>", "<div>1 2 3 下一页 共3页</div>", "<h4>热点推荐</h4>"],
)
def test_lines_of_the_site_behind_a_text_are_no_part_of_it(tmp_path: Path, behind: str) -> None:
    page = f"<title>防汛会议</title><h1>防汛会议</h1><div><p>{BODY}</p><p>{SECOND}</p></div><div>{behind}</div>"
    assert draft(tmp_path, page).body == f"{BODY}\n{SECOND}"


def test_labels_under_the_last_paragraph_are_fields_and_no_text(tmp_path: Path) -> None:
    foot = "<p>信息来源：区府办</p><p>发布时间：2023-07-10</p>"
    found = draft(tmp_path, f"<title>防汛会议</title><h1>防汛会议</h1><p>{BODY}</p><p>{SECOND}</p>{foot}")
    assert (found.facts.source, str(found.facts.published), found.body) == ("区府办", "2023-07-10", f"{BODY}\n{SECOND}")


def test_the_frame_of_a_workbook_says_where_its_sheets_are(tmp_path: Path) -> None:
    frame = b'<html><head><meta name="Excel Workbook Frameset"><script>f();</script></head><frameset></frameset></html>'
    path = tmp_path / "a.xls"
    path.write_bytes(frame)
    with pytest.raises(UnreadableSource, match="only the frame of a workbook"):
        read(path)
