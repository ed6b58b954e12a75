"""Pages of mail boxes: the title is the subject of the letter, which a label names."""

from __future__ import annotations

from datetime import date

import pytest

from xinhui_viewer.importers.web.html import read

SUBJECT = "咨询公交三路延伸事宜"
ASKED = "石桥村村民多次反映，本村公交三路末班车太早，下班后只能步行回家，请问能否延长运营时间？"
ANSWERED = "您好，来信收悉。经与公交公司研究，公交三路延伸方案已纳入年度线网优化计划，预计明年上半年实施。"
BOX = "<title>县长信箱</title><body><ul><li><a href=/>首页</a></li><li><a href=/x>政务公开</a></li></ul>"


@pytest.mark.parametrize(
    "letter",
    [
        f"<h2>县长信箱</h2><table><tr><td>信件标题</td><td>{SUBJECT}</td></tr><tr><td>来信人</td><td>王**</td></tr>"
        f"<tr><td>来信内容</td><td>{ASKED}</td></tr><tr><td>回复时间</td><td>2021-03-05</td></tr>"
        f"<tr><td>回复内容</td><td>{ANSWERED}</td></tr></table>",
        f"<h1>县长信箱</h1><p>来信主题：{SUBJECT}</p><p>来信日期：2021-03-02</p><p>{ASKED}</p>"
        f"<p>回复单位：县交通局　回复日期：2021-03-05</p><p>{ANSWERED}</p>",
        f"<h3>网上信访</h3><dl><dt>标　题：</dt><dd>{SUBJECT}</dd><dt>留言人：</dt><dd>刘先生</dd><dt>留言内容：</dt>"
        f"<dd>{ASKED}</dd><dt>答复内容：</dt><dd>{ANSWERED}</dd><dt>答复时间：</dt><dd>2021-03-05</dd></dl>",
        f"<h1>县长信箱</h1><p>编号：2021030　主题：{SUBJECT}　写信人：王**</p><p>写信时间：2021-03-02</p><p>{ASKED}</p>"
        f"<p>办理结果</p><p>{ANSWERED}</p><p>回复日期：2021-03-05</p>",
    ],
    ids=["table", "lines", "definitions", "one line"],
)
def test_the_title_is_the_subject_of_the_letter_and_the_whole_letter_is_kept(letter: str) -> None:
    (found,) = read(f"{BOX}{letter}<p>版权所有：县政府</p>".encode(), "a.html")
    assert (found.facts.title, found.facts.published, found.passed_over) == (SUBJECT, date(2021, 3, 5), "")
    assert ASKED in found.body
    assert ANSWERED in found.body


@pytest.mark.parametrize("label", ["主题", "标题", "标签"])
def test_a_label_on_a_page_without_a_letter_names_no_subject(label: str) -> None:
    markup = f"<title>全县交通会议召开</title><body><h1>全县交通会议召开</h1><p>{label}：公交延伸</p><p>{ANSWERED}</p>"
    assert read(markup.encode(), "a.html")[0].facts.title == "全县交通会议召开"
