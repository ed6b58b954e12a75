"""The neighbours of a text: around, above, below and among the paragraphs of a page, in the markup of many sites."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.web.test_html import draft

TITLE = "云汀区开展河道清淤行动"
PARAGRAPHS = (
    "为保障汛期行洪安全，云汀区水务局近日组织三支队伍对六条河道集中清淤，共清出淤泥四千余方。",
    "区水务局负责人介绍，清淤按先急后缓的次序推进，城东、城南两段已在上月底前完工。",
    "下一步，各镇将把清淤与日常保洁结合起来，落实河长责任，防止边清边淤。",
)
LIST = "".join(f"<li><a href='/a/{n}.html'>云汀区发布第{n}批便民措施</a></li>" for n in range(6))


def body(folder: Path, above: str = "", below: str = "", among: str = "", element: str = "div") -> list[str]:
    """Return the lines of the text of a page with neighbours in three places; ``element`` holds the paragraphs."""
    first, *others = (f"<p>{line}</p>" for line in PARAGRAPHS)
    text = f"<{element}>{first}{among}{''.join(others)}</{element.split()[0]}>"
    meta = "<div>来源：云汀日报 2023-07-11 09:30</div>"
    page = f"<title>{TITLE}</title><body><div><h1>{TITLE}</h1>{meta}{above}{text}{below}</div></body>"
    return list(filter(None, draft(folder, page).body.split("\n")))


SHARES = [
    "<div class='bdsharebuttonbox'><a href='#'>微信</a><a href='#'>新浪微博</a></div>",
    "<span>分享至手机</span>",
    "<ul><li>微信好友</li><li>朋友圈</li><li>QQ空间</li></ul>",
    "<div><p>用微信扫描二维码<br>分享至好友和朋友圈</p></div>",
    "<p>（微信扫描分享）</p>",
]
TOOLS = [
    "<div>字号：<a href='#'>大</a> <a href='#'>中</a> <a href='#'>小</a></div>",
    "<span class='font'>调整字体</span>",
    "<p>【字体：缩小字体 放大字体】【打印】【收藏】</p>",
    "<div>查看:1063</div><div>来源:</div>",
]
PLAYERS = [
    "<div id='player'><div><span>Play Video</span></div></div>",
    "<div>语音播报</div>",
    "<p>您的浏览器不支持播放，请升级浏览器</p>",
    "<p>如果您无法在线浏览此 PDF 文件，则可以</p><p><a href='/r'>下载免费的某某 PDF 阅读器</a>或</p>",
    "<div>如无法正常显示附件，请安装阅读软件</div>",
    "<p>&lt;![endif]--&gt;</p>",
]


@pytest.mark.parametrize("above", [*SHARES, *TOOLS, *PLAYERS])
def test_tools_between_title_and_text_are_no_text(tmp_path: Path, above: str) -> None:
    assert body(tmp_path, above=above) == [*PARAGRAPHS]


@pytest.mark.parametrize(
    "above",
    [
        f"<div class='summary'>{PARAGRAPHS[0]}</div>",
        f"<div><p>{PARAGRAPHS[0][:30]}……</p></div>",
        f"<blockquote class='zhaiyao'>摘要：清淤按先急后缓的次序推进。{PARAGRAPHS[2]}</blockquote>",
    ],
)
def test_an_abstract_over_the_text_is_no_text(tmp_path: Path, above: str) -> None:
    assert body(tmp_path, above=above) == [*PARAGRAPHS]


@pytest.mark.parametrize(
    "above",
    [
        "<div>[2023-07-11]</div><p>云汀区开展</p><p>河道清淤行动</p>",
        f"<h3>{TITLE[:4]}</h3><h3>{TITLE[4:]}</h3>",
        f"<div>{TITLE[:3]} {TITLE[3:6]}<br>{TITLE[6:]}</div>",
        f"<h2>{TITLE}</h2>",
        f"<div class='second-title'>{TITLE}</div><div>打印</div>",
        f"<p><b>{TITLE}</b></p>",
    ],
)
def test_the_title_again_over_the_text_is_no_text(tmp_path: Path, above: str) -> None:
    assert body(tmp_path, above=above) == [*PARAGRAPHS]


MOODS = [
    "<ul><li>好文</li><li>钦佩</li><li>泪奔</li><li>思考</li></ul>",
    "<div><span>赞 12</span><span>踩 0</span></div>",
    "<table><tr><td>高兴</td><td>震惊</td><td>愤怒</td></tr></table>",
    "<div><span>顶一下(3) 75.00%</span><span>踩一下(1) 25.00%</span></div>",
    "<p>點閱次數：1,204</p>",
]
VOTES = [
    "<div><p>此内容对您是否有帮助？</p><a>有帮助</a><a>没有帮助</a></div>",
    "<p>这条信息有用吗？</p><label>非常有用</label><label>一般</label><label>没用</label>",
    "<div>您对本页面内容是否满意？</div><ul><li>非常满意</li><li>满意</li><li>不满意</li></ul>",
    "<div>以上回答是否解决了您的问题？<span>没有帮助</span></div>",
]
COMMENTS = [
    "<div><p>还没有评论，快来抢沙发吧！</p><div>登录</div><div>表情</div><div>确定</div></div>",
    "<div class='detail-comment'><ul><li>用户01 1天前<p>向参加清淤的同志致敬，河水越来越清了，孩子们又能玩水了。</p>"
    "<div>回复 ⋅ 8条回复 56</div></li></ul></div>",
    "<h3>网友评论</h3><p>请自觉遵守互联网相关的政策法规，文明发言。</p><div>发表评论</div>",
    "<div>258条评论|20,536人参与</div><div>登录后才可以评论</div>",
]
FEEDBACK = [
    "<div><p>不感兴趣</p><p>广告软文</p><p>重复、旧闻</p><p>确定</p><p>感谢您的反馈，我们会减少此类推荐</p></div>",
    "<div>【纠错】 【责任编辑:某某】</div>",
    "<p>我要纠错</p><p>我要反馈：</p>",
    "<p>如果您发现页面内容有误，请点击<a href='#'>我要纠错</a></p>",
    "<div>网站纠错：选中有误的文字，按Ctrl+Enter提交</div>",
    "<p>若发现本网页有错误，欢迎告诉我们</p>",
    "<div class='unInterested'><p>其他问题，我要吐槽一下这篇文章的排版</p></div>",
]
DISCLAIMERS = [
    "<div class='statement'><p>特别声明：以上内容为用户上传并发布，本平台仅提供信息存储服务。</p></div>",
    "<p>本文仅代表作者个人观点，与本站立场无关。</p>",
    "<p>声明：云汀网力求信息真实、准确，文章内容仅供参考，不构成投资建议。</p>",
    "<p>（本文来自云汀新闻，更多原创资讯请下载“云汀新闻”APP）</p>",
    "<div>部分图片来自网络，如有侵权请联系删除。</div>",
    "<div>原标题：云汀区六条河道清淤，城东、城南两段已经完工，其余各段抓紧推进</div>",
]
RELATED = [
    f"<h3>相关新闻</h3><ul>{LIST}</ul>",
    f"<div class='xgyd'><span>延伸阅读：</span><ul>{LIST}</ul></div>",
    f"<div><b>最新资讯</b></div><ul>{LIST}</ul><div>查看更多</div>",
    f"<ul>{LIST}</ul>",
    "<div><a href='/b'>区里召开防汛工作会议</a><p>会议部署了各项措施，要求加强值守。<a href='/b'>[详细]</a></p></div>",
]
ADDRESSES = [
    "<p>原文地址：https://www.yunting.example/a/1.html</p>",
    "<div>转载请注明出处，本文链接：https://www.yunting.example/a/1.html</div>",
    "<p>原文链接: <a href='/a/1.html'>https://www.yunting.example/a/1.html</a></p>",
]
NEXT = [
    "<div>上一篇：<a href='/1'>云汀区召开防汛会议</a></div><div>下一篇：没有了</div>",
    "<ul><li class='prev'><a href='/1'>&lt; 云汀区召开防汛会议</a></li></ul>",
    "<p>上一条：<a href='/1'>云汀区召开防汛会议</a> 【关闭】</p>",
]
FOOTS = [
    "<footer><ul><li><a href='/'>学校首页</a></li></ul><p>地址：云汀区一路1号 电话：000-0000000</p></footer>",
    "<div class='foot'><p>地址：云汀区一路1号，如有意见或建议，请与我们联系。</p><p>邮编：000000</p></div>",
    "<table><tr><td>Copyright© 云汀区水务局</td></tr><tr><td>地址：一路1号 如有意见,请与我们联系.</td></tr></table>",
    "<p>云汀区水务局版权所有 ICP备00000000号</p><p>YUNTING DISTRICT ALL RIGHTS RESERVED</p>",
]
CODES = [
    "<div><img src='/qr.png'><p>扫一扫在手机打开当前页</p></div>",
    "<div><img src='/qr.png' alt='二维码'><p>欢迎关注云汀发布</p></div>",
    "<p>长按识别二维码，关注我们</p>",
    "<div>阅读原文</div><div>在看 <span>12</span></div><p>精选留言</p>",
    "<p>预览时标签不可点</p><p>微信扫一扫可打开此内容，<br>使用完整服务</p>",
    "<section><p>点击下方蓝字关注我们</p></section>",
]


@pytest.mark.parametrize(
    "below",
    [
        *SHARES,
        *TOOLS,
        *MOODS,
        *VOTES,
        *COMMENTS,
        *FEEDBACK,
        *DISCLAIMERS,
        *RELATED,
        *ADDRESSES,
        *NEXT,
        *FOOTS,
        *CODES,
        f"<h2>{TITLE}</h2>",
    ],
)
@pytest.mark.parametrize("element", ["div", "div class='TRS_Editor'", "table><tr><td"])
def test_neighbours_below_the_text_are_no_text(tmp_path: Path, below: str, element: str) -> None:
    assert body(tmp_path, below=below, element=element) == [*PARAGRAPHS]


@pytest.mark.parametrize(
    "among",
    [
        "<p>点击进入专题：防汛进行时</p>",
        "<p>【<a href='/vote'>点击投票</a>】</p>",
        "<div>广告</div>",
        "<p>更多精彩内容，请关注云汀发布</p>",
    ],
)
def test_calls_among_the_paragraphs_are_no_text(tmp_path: Path, among: str) -> None:
    assert body(tmp_path, among=among) == [*PARAGRAPHS]


@pytest.mark.parametrize(
    "alternative",
    ["说明: C:\\Users\\USER\\Desktop\\mmexport0000.jpg", "QQ截图20230711.jpg", "IMG_0389(20230711)_副本.JPG"],
)
def test_the_name_of_a_file_is_no_caption(tmp_path: Path, alternative: str) -> None:
    assert body(tmp_path, among=f"<p><img src='/a.jpg' alt='{alternative}'></p><p>图1：清淤现场</p>") == [
        PARAGRAPHS[0],
        "图1：清淤现场",
        *PARAGRAPHS[1:],
    ]


@pytest.mark.parametrize(
    "kept",
    [
        ("云汀区水务局", "2023年7月10日"),
        ("注：数据截至6月30日。",),
        ("附件：1.清淤计划表", "2.河道名录"),
        ("（记者 王某 通讯员 李某）",),
        ("联系电话：000-0000000",),
        ("图为清淤现场。云汀日报记者 王某 摄",),
    ],
)
def test_the_end_of_a_text_stays(tmp_path: Path, kept: tuple[str, ...]) -> None:
    end = "".join(f"<p>{line}</p>" for line in kept)
    text = "".join(f"<p>{line}</p>" for line in PARAGRAPHS)
    page = (
        f"<title>{TITLE}</title><h1>{TITLE}</h1><div>来源：云汀日报</div><div>{text}{end}</div><div>【关闭窗口】</div>"
    )
    assert draft(tmp_path, page).body.split("\n") == [*PARAGRAPHS, *kept]


@pytest.mark.parametrize(
    "attachments",
    [
        "<p>附件：</p><p><a href='/1.xls'>1.清淤计划表（截至6月30日）</a></p>",
        "<div class='fj'>附件： <a href='/1'>清淤计划表.xlsx</a></div>",
        "<div><img src='/icon.gif'><a href='/1.doc'>河道清淤计划表</a></div>",
    ],
)
def test_links_to_attachments_below_the_text_stay(tmp_path: Path, attachments: str) -> None:
    lines = body(tmp_path, below=attachments + f"<ul>{LIST}</ul>")
    assert lines[: len(PARAGRAPHS)] == [*PARAGRAPHS]
    assert "计划表" in lines[-1]


@pytest.mark.parametrize(
    "listed",
    [
        f"<dl class='box'><dt>栏目列表</dt><dd><ul>{LIST}</ul></dd></dl>",
        f"<div><h4>水务公开</h4><ul>{LIST}</ul></div><div><b>为民办事</b><ul>{LIST}</ul></div>",
        f"<div class='col'><div><p>本周要情</p></div><div><ul>{LIST}</ul></div></div>",
        f"<section><p>云汀引擎有 8 条更新</p><div>{LIST}</div></section>",
    ],
)
def test_the_head_of_a_list_below_the_text_is_no_text(tmp_path: Path, listed: str) -> None:
    teaser = (
        "<dl><dt>推荐内容</dt><dd><a href='/t'>补贴发放公示</a><p>根据上级文件精神，现将补贴名单予以公示…</p></dd></dl>"
    )
    assert body(tmp_path, below=listed + teaser) == [*PARAGRAPHS]


@pytest.mark.parametrize("fact", ["启动时间：2023年7月20日", "活动日期：2023年7月20日", "报名截止时间：2023年7月20日"])
def test_the_day_of_a_fact_among_the_paragraphs_is_text(tmp_path: Path, fact: str) -> None:
    text = "".join(f"<p>{line}</p>" for line in (fact, *PARAGRAPHS))
    page = f"<title>{TITLE}</title><div><h1>{TITLE}</h1><div class='c'>{text}</div></div>"
    assert draft(tmp_path, page).body.split("\n") == [fact, *PARAGRAPHS]


@pytest.mark.parametrize("counter", ["已下载<span>221</span>次", "（下载次数：8）", " 下载：12次"])
def test_the_count_of_downloads_is_no_part_of_an_attachment(tmp_path: Path, counter: str) -> None:
    attached = f"<ul><li>附件【<a href='/download.jsp?id=1'>清淤计划表.pdf</a>】{counter}</li></ul>"
    assert body(tmp_path, below=attached) == [*PARAGRAPHS, "附件【清淤计划表.pdf】"]


@pytest.mark.parametrize("last", ["云汀区水务局", "2023年7月10日", "特此公告。"])
def test_the_end_of_a_text_stays_where_it_stands_with_a_link(tmp_path: Path, last: str) -> None:
    text = "".join(f"<section><p>{line}</p></section>" for line in PARAGRAPHS)
    end = f"<section><p>{last}</p><p><a href='/a'>云汀区召开防汛会议</a></p></section>"
    page = f"<title>{TITLE}</title><h1>{TITLE}</h1><div>2023-07-11</div><div class='content'>{text}{end}</div>"
    assert draft(tmp_path, page).body.split("\n") == [*PARAGRAPHS, last]


@pytest.mark.parametrize(
    "item",
    [
        "<ul><li>发布日期：2023-07-11</li><li>信息有效性：有效</li></ul>",
        "<ul><li>索引号：YT01-2023-0044</li><li>发布机构：云汀区水务局</li><li>公开方式：主动公开</li></ul>",
        "<dl><dd>发布日期：2023-07-11</dd><dd>主题分类：水利</dd><dd>适用范围：全区</dd></dl>",
    ],
)
def test_the_last_labels_of_a_list_above_the_text_are_no_text(tmp_path: Path, item: str) -> None:
    assert body(tmp_path, above=item) == [*PARAGRAPHS]


@pytest.mark.parametrize("named", ["id='js_content' class='rich_media_content'", "class='article'", "id='zhengwen'"])
def test_a_text_that_is_hidden_until_it_is_loaded_is_read(tmp_path: Path, named: str) -> None:
    text = "".join(f"<section>{line}</section>" for line in PARAGRAPHS)
    hidden = f"<div {named} style='visibility: hidden;'>{text}</div>"
    page = f"<title>{TITLE}</title><h1>{TITLE}</h1><a>云汀发布</a>{hidden}<div>阅读原文</div><p>在看 12</p>"
    assert draft(tmp_path, page).body.split("\n") == [*PARAGRAPHS]


@pytest.mark.parametrize("call", ["【{}】", "[{}]快来选出你心中的河长", "（{}）"])
def test_an_advertisement_above_the_text_is_no_text(tmp_path: Path, call: str) -> None:
    link = call.format("<a href='/vote'>点击投票</a>")
    above = f"<div class='new'><p>“十大河长”评选火热进行中，谁是你心目中的河湖卫士！{link}</p></div>"
    assert body(tmp_path, above=above) == [*PARAGRAPHS]


def test_a_page_whose_only_text_is_an_attachment_or_a_picture_keeps_it(tmp_path: Path) -> None:
    foot = "<div class='footer'><p>版权所有：云汀区水务局</p><p>地址：云汀区一路1号，欢迎来信来访。</p></div>"
    head = f"<title>{TITLE}</title><h1>{TITLE}</h1><div>发布时间：2023-07-11</div>"
    attached = draft(tmp_path, f"{head}<div class='content'><a href='/1.doc'>附件1：清淤计划表.doc</a></div>{foot}")
    assert attached.body == "附件1：清淤计划表.doc"
    pictures = draft(tmp_path, f"{head}<div class='content'><img src='/1.jpg'><img src='/2.jpg'></div>{foot}")
    assert [block.image for block in pictures.blocks] == ["/1.jpg", "/2.jpg"]


def test_the_foot_of_a_site_is_never_the_text_of_a_download(tmp_path: Path) -> None:
    page = (
        f"<title>{TITLE}</title><h2>{TITLE}</h2><div>【时间：2023年07月11日】</div><div class='article-content'>"
        "<p><a href='/f.doc'>文件下载：审批表</a></p></div><div class='footer'><p>电话：000　传真：000　邮编：000</p>"
        "<p>地址：云汀区一路1号　投稿邮箱：a@example.org</p><p>ICP证：云B2-0000　网警备案号：000</p></div>"
    )
    assert "邮箱" not in draft(tmp_path, page).body
    assert "备案" not in draft(tmp_path, page).body


@pytest.mark.parametrize("again", ["<div class='mobile'>{}</div>", "<div class='elder'><h1>{t}</h1>{}</div>", "{}"])
def test_a_page_that_is_printed_twice_is_read_once(tmp_path: Path, again: str) -> None:
    text = "".join(f"<p>{line}</p>" for line in PARAGRAPHS)
    assert body(tmp_path, below=again.format(text, t=TITLE)) == [*PARAGRAPHS]


def test_paragraphs_that_a_text_repeats_stay(tmp_path: Path) -> None:
    again = f"<p>{PARAGRAPHS[0]}</p>" * 3
    assert body(tmp_path, among=again) == [*PARAGRAPHS[:1] * 4, *PARAGRAPHS[1:]]
    text = "".join(f"<p>{line}</p><p>{line}</p>" for line in PARAGRAPHS)
    page = f"<title>{TITLE}</title><h1>{TITLE}</h1><div>{text}</div>"
    assert draft(tmp_path, page).body.count("\n") == 5


@pytest.mark.parametrize("name", ["nav-text", "foot", "comment-list", "sidebar"])
def test_a_misleading_name_loses_no_text(tmp_path: Path, name: str) -> None:
    assert body(tmp_path, element=f"div class='{name}'") == [*PARAGRAPHS]


def test_prose_above_a_line_that_is_taken_for_the_title_is_not_lost(tmp_path: Path) -> None:
    text = "".join(f"<p>{line}</p>" for line in PARAGRAPHS)
    page = f"<title>云汀区水务局</title><div><p>河道清淤</p>{text}<p>云汀区水务局</p><p>2023年7月10日</p></div>"
    found = draft(tmp_path, page).body
    assert all(line in found for line in PARAGRAPHS)


def test_all_paragraphs_are_kept_with_a_warning_where_the_text_cannot_be_told(tmp_path: Path) -> None:
    text = "".join(f"<p>{line}{line}</p>" for line in PARAGRAPHS)
    intro = f"<div class='content'><p>{PARAGRAPHS[0]}{PARAGRAPHS[2]}其余各镇在月底前完成。</p></div>"
    page = f"<title>{TITLE}</title><h1>{TITLE}</h1>{intro}<div class='sidebar'>{text}</div>"
    found = draft(tmp_path, page)
    assert all(line in found.body for line in PARAGRAPHS)
    assert len(found.warnings) == 1
