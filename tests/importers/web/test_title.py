"""Each piece of evidence for the title of a page, with a case of its own."""

from __future__ import annotations

import pytest
from selectolax.lexbor import LexborHTMLParser

from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.taught import Site
from xinhui_viewer.importers.web.evidence import Candidate
from xinhui_viewer.importers.web.html import read
from xinhui_viewer.importers.web.site.marks import place
from xinhui_viewer.importers.web.titles.page_names import PageNames
from xinhui_viewer.importers.web.titles.title_evidence import EVIDENCE
from xinhui_viewer.importers.web.weights import TITLE as WEIGHTS

TITLE = "云汀区防汛工作通知"


def element(markup: str) -> object:
    """Return the innermost block of a fragment."""
    return LexborHTMLParser(f"<body>{markup}").css("div, p")[-1]


LABELS = Line("来源：云汀日报", order=2)
DATE = Line("发布日期：2023-05-06", order=1)
DATE_BELOW = Line("发布日期：2023-05-06", order=2)
OTHER = Line("各镇要逐村排查。", order=1)
PLAIN = Line(TITLE)
STANDING = Line(TITLE, block=element("<div class='head'><p class='t'>"))
TAUGHT = Site(places={"title": frozenset({place(STANDING.block)})})
PROSE = "各镇要逐村排查，登记在册，限期整改，逐项销号，并把进展情况按周报区里备案，确保不留死角。"
CASES = [
    ("the title in the standard's tag", PLAIN, PageNames(wanted=TITLE), 1),
    ("the title in the standard's tag", PLAIN, PageNames(wanted=f"{TITLE}（全文）"), 1),
    ("part of the page's own title", PLAIN, PageNames(page_title=f"通知：{TITLE}"), 1),
    ("length of that part", PLAIN, PageNames(page_title=f"通知：{TITLE}"), len(TITLE) / 40),
    ("exactly the page's own title", PLAIN, PageNames(page_title=f"{TITLE}_云汀网"), 1),
    ("exactly the page's own title", PLAIN, PageNames(page_title=f"通知：{TITLE}"), 0),
    ("holds the page's own title", PLAIN, PageNames(page_title=f"{TITLE[:8]}…"), 1),
    ("a heading", Line(TITLE, level=1), PageNames(), 1),
    ("a heading", Line(TITLE, level=2), PageNames(), 0.4),
    ("a heading", Line(TITLE, level=3), PageNames(), 0.2),
    ("a title by its class", Line(TITLE, block=element('<div class="art_title">')), PageNames(), 1),
    ("a title by its class", Line(TITLE, block=element('<div id="tit"><span></span><p>')), PageNames(), 1),
    ("a title by its class", Line(TITLE, block=element('<div class="entity-list">')), PageNames(), 0),
    ("part of the page's own title", PLAIN, PageNames(page_title=TITLE.replace("防汛", "防旱防汛")), 1),
    ("over source or date", PLAIN, PageNames(lines=(PLAIN, OTHER, LABELS)), 1),
    ("right over the date", PLAIN, PageNames(lines=(PLAIN, DATE)), 1),
    ("right over the date", PLAIN, PageNames(lines=(PLAIN, Line("来源：云汀日报", order=1))), 0.6),
    ("behind prose", Line(TITLE, order=1), PageNames(lines=(Line(PROSE), Line(TITLE, order=1))), 1),
    ("deep in prose", Line(TITLE, order=2), PageNames(lines=(Line(PROSE), Line(PROSE, order=1))), 1),
    ("the site's name", PLAIN, PageNames(lines=(Line(f"版权所有：{TITLE}"),)), 1),
    ("the site's name", PLAIN, PageNames(site=TITLE), 1),
    ("goes on over lines", Line(f"——{TITLE}"), PageNames(), 0),
    ("an entry of a menu", PLAIN, PageNames(lines=(Line(TITLE, linked=9),)), 1),
    ("an entry of a menu", PLAIN, PageNames(lines=(Line(f"首页 > {TITLE} > 正文"),)), 1),
    ("the name of an office", Line("云汀区水务局"), PageNames(), 0),  # the candidate's text is no office
    ("over a menu", PLAIN, PageNames(lines=(PLAIN, *(Line("政务", 2, order=at) for at in range(1, 8)))), 1),
    (
        "over the title",
        Line("公告"),
        PageNames(lines=(Line("公告"), Line("〔2023〕第3号公告", order=1), DATE_BELOW)),
        0,
    ),
    ("over the title", PLAIN, PageNames(lines=(PLAIN, Line(f"{TITLE}会", order=1), DATE_BELOW)), 0),  # it is long
    ("the subject of a letter", PLAIN, PageNames(lines=(Line(f"来信主题：{TITLE}"), Line("回复：", order=1))), 1),
    ("the standard's tag itself", None, PageNames(wanted=TITLE), 1),
    ("the standard's tag itself", None, PageNames(wanted="公告"), 0),
    ("another tag itself", None, PageNames(), 1),
    ("another tag itself", None, PageNames(listed=TITLE), 0),
    ("a list itself", None, PageNames(listed=TITLE), 1),
    ("a list itself", None, PageNames(listed=TITLE, wanted=TITLE), 0),
    ("as a list has it", PLAIN, PageNames(listed=f"{TITLE[:8]}…"), 1),
    ("as a list has it", PLAIN, PageNames(listed="海东县防汛工作通知"), 0),
    ("the site's name", PLAIN, PageNames(lessons=Site(channels=frozenset({TITLE}))), 1),
    (
        "in its siblings' place",
        STANDING,
        PageNames(lessons=TAUGHT),
        1,
    ),
    ("in its siblings' place", STANDING, PageNames(lessons=Site(places={"published": frozenset()})), 0),
]


@pytest.mark.parametrize(("name", "line", "names", "held"), CASES)
def test_each_piece_of_evidence_for_a_title_holds_where_it_should(
    name: str, line: Line | None, names: PageNames, held: float
) -> None:
    holds = {row.name: row.holds for row in EVIDENCE}
    assert holds[name](Candidate(TITLE, "printed", line, TITLE), names) == pytest.approx(held)


def test_every_piece_of_evidence_has_a_case_and_a_weight() -> None:
    assert {name for name, *_ in CASES} == {row.name for row in EVIDENCE} == set(WEIGHTS.of)


TEXT = f"<div><p>7月10日，云汀区召开防汛工作会议，部署主汛期各项措施。</p><p>{PROSE}</p></div>"
LONG = "云汀区人民代表大会常务委员会关于批准追加资金及调整二〇〇七年末限额的决议"


def titled(name: str, markup: str, tags: str = "") -> tuple[str, str]:
    """Return the title and the text that are read in a page with a <title> and markup over its text."""
    page = f"<html><head><title>{name}</title>{tags}</head><body>{markup}{TEXT}</body></html>"
    draft = read(page.encode(), "a.html")[0]
    return draft.facts.title, draft.body


@pytest.mark.parametrize(
    ("name", "markup", "title"),
    [
        (LONG, "<p><b>云汀区人民代表大会常务委员会<br>关于批准追加资金及<br>调整二〇〇七年末限额的决议</b></p>", LONG),
        ("云汀区人大网", "<h1>云汀区人民代表大会常务委员会<br>关于批准追加资金及调整二〇〇七年末限额的决议</h1>", LONG),
        (
            "江堤巡查&nbsp; 昼夜不停 云汀区防汛纪实-云汀网",
            "<p>江堤巡查&nbsp; 昼夜不停</p><p>云汀区防汛纪实</p>",
            "江堤巡查 昼夜不停 云汀区防汛纪实",
        ),
        (
            "纪实_云汀网",
            "<h2>汛期里的守夜人</h2><h3>——云汀区江堤巡查纪实</h3><p>2023-05-06</p>",
            "汛期里的守夜人 ——云汀区江堤巡查纪实",
        ),
        (
            "通知公告",
            "<div><b>云汀区水务局</b><br><b>关于开展江堤巡查的通知</b></div><p>2023-05-06</p>",
            "云汀区水务局关于开展江堤巡查的通知",
        ),
    ],
)
def test_a_title_on_several_lines_is_joined(name: str, markup: str, title: str) -> None:
    assert titled(name, markup)[0] == title


@pytest.mark.parametrize(
    "markup",
    [
        "<p>云汀区人民政府文件</p><h1>关于开展江堤巡查的通知</h1>",
        "<div><b>云汀区人民政府文件</b><br><b>关于开展江堤巡查的通知</b></div><p>发布时间：2023-05-06</p>",
        "<p>云汀区人民政府办公室文件</p><p class='title'>关于开展江堤巡查的通知</p><p>2023-05-06</p>",
    ],
)
def test_a_red_head_is_no_part_of_the_title(markup: str) -> None:
    assert titled("通知公告", markup)[0] == "关于开展江堤巡查的通知"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("云汀区“防汛备汛”工作会议召开_云汀网", "云汀区防汛备汛工作会议召开"),
        ("云汀区召开防旱防汛工作会议-要闻", "云汀区召开防汛工作会议"),
        ("云汀区：今年防汛工作会议召开了", "云汀区今年防汛工作会议召开"),
    ],
)
def test_a_title_may_differ_slightly_from_the_page_s_own(name: str, title: str) -> None:
    assert titled(name, f"<div>{title}</div><div>编号一二三</div>")[0] == title


SCHOOL = "云汀区实验小学"
MENU = "".join(f"<li><a href='/'>{name}</a></li>" for name in ("首页", "要闻", "公开", "服务", "互动", "数据", "专题"))


@pytest.mark.parametrize(
    ("name", "markup", "foot"),
    [
        (
            "往期查看——云汀市价格局网站",
            "<td>第一季度价格调查报告</td><p>作者：管理员 2017-03-14 16:19</p>",
            "<div>云汀市价格局网站</div><div>二○一七年一月</div>",
        ),
        (
            "云汀区水务局",
            "<div class='tit'>江堤巡查有关安排</div><p>来源：办公室</p>",
            "<p>云汀区水务局</p><p>2023年5月6日</p>",
        ),
        (
            SCHOOL,
            f"<p>{SCHOOL}欢迎您！</p><p>我校召开防汛会议</p><p>[发布时间2023年5月6日]</p>",
            f"<p>版权所有：{SCHOOL}</p>",
        ),
        (
            "云汀区人民政府",
            f"<h1>云汀区人民政府</h1>{MENU}<h2>我区召开防汛会议</h2><p>发布时间：2023-05-06</p>",
            "<p>云汀区人民政府</p>",
        ),
        (
            "新闻中心-云汀在线",
            "<h2>新闻中心</h2><p>首页 > 新闻中心</p><h3>我区召开防汛会议</h3><p>2023-05-06</p>",
            "<p>云汀在线</p>",
        ),
    ],
)
def test_a_page_named_after_its_site_or_column_has_the_title_that_it_prints(name: str, markup: str, foot: str) -> None:
    page = f"<html><head><title>{name}</title></head><body>{markup}{TEXT}{foot}</body></html>"
    draft = read(page.encode(), "a.html")[0]
    assert draft.facts.title in ("第一季度价格调查报告", "江堤巡查有关安排", "我校召开防汛会议", "我区召开防汛会议")
    assert "部署主汛期" in draft.body


@pytest.mark.parametrize(
    "markup",
    [
        "<h2>焦点新闻</h2><a href='/'>首页</a> | <a>焦点新闻</a><h2>云汀区召开防汛工作会议<br>2023-05-06</h2>",
        "<h2>通知公告</h2><ul><li><a>通知公告</a></li></ul><div>云汀区召开防汛工作会议</div><p>2023-05-06</p>",
        "<p>当前位置：首页 > 要闻</p><h1>要闻</h1><h3>云汀区召开防汛工作会议</h3><p>发布时间：2023-05-06</p>",
    ],
)
def test_the_heading_of_a_column_is_not_the_title(markup: str) -> None:
    assert titled("云汀区召开防汛工作会议 云汀在线", markup)[0] == "云汀区召开防汛工作会议"


def test_a_time_that_belongs_to_the_title_stays_in_it() -> None:
    name = "云汀区自学考试成绩公布时间：三月上旬"
    assert titled(name, f"<h1>{name}</h1><p>2023-05-06</p>")[0] == name


@pytest.mark.parametrize(
    ("name", "markup"),
    [
        ("&lt;b&gt;云汀区召开防汛工作会议&lt;/b&gt;", "<h1>&lt;b&gt;云汀区召开防汛工作会议&lt;/b&gt;</h1>"),
        ("云汀网", "<h1>&lt;font color=red&gt;云汀区召开&lt;/font&gt;防汛工作会议</h1>"),
        ("云汀区召开防汛工作会议", "<div>&lt;font color=red&gt;云汀区召开防汛工作会议</div><p>2023-05-06</p>"),
        ("云汀区召开防汛工作会议_要闻", "<h1>云汀区召开防汛工作会议 2023-05-06 10:20</h1>"),
        (
            "云汀区召开防汛工作会议_要闻",
            "<h1>云汀区召开防汛工作会议<small>来源：云汀日报 时间：2023-05-06</small></h1>",
        ),
    ],
)
def test_a_title_has_no_escaped_tags_and_no_labels_behind_it(name: str, markup: str) -> None:
    assert titled(name, markup)[0] == "云汀区召开防汛工作会议"


@pytest.mark.parametrize(
    ("name", "markup"),
    [
        ("云汀", "<ul><li><a>首页</a></li></ul><div>我区召开防汛工作专题会议</div>"),
        ("云汀网-新闻", "<p><strong>我区召开防汛工作专题会议</strong></p>"),
        ("云汀区人民政府", "<h1>云汀区人民政府</h1><p>我区召开防汛工作专题会议</p><p>2023-05-06</p>"),
    ],
)
def test_a_title_in_no_markup_of_a_page_named_after_its_site_stands_over_date_or_text(name: str, markup: str) -> None:
    assert titled(name, markup)[0] == "我区召开防汛工作专题会议"


@pytest.mark.parametrize(
    "title", ["欢迎订阅二〇二一年《云汀江堤》杂志", "我区人民欢迎防汛专家", "关于版权所有者登记的通知"]
)
def test_a_title_that_welcomes_or_names_rights_is_none_of_the_site(title: str) -> None:
    assert titled("云汀区水务局-通知", f"<h1>{title}</h1><p>2023-05-06</p>")[0] == title


@pytest.mark.parametrize("name", ["Microsoft Word - 关于防汛的通知.doc", "关于防汛的通知.docx", "关于防汛的通知.PDF"])
def test_a_title_is_no_name_of_a_file(name: str) -> None:
    assert titled(name, "<p>正文如下。</p>")[0] == "关于防汛的通知"


@pytest.mark.parametrize("spread", ["通　　知", "通 知", "通&nbsp;知"])
def test_a_letter_spaced_title_is_closed_up(spread: str) -> None:
    assert titled(spread, f"<h1>{spread}</h1><p>2023-05-06</p>")[0] == "通知"


def test_the_standards_tag_is_the_title_of_a_page_that_prints_none() -> None:
    tag = '<meta name="ArticleTitle" content="关于做好防汛工作的通知">'
    assert titled("云汀区水务局", "<p>欢迎访问云汀区水务局网站</p>", tag)[0] == "关于做好防汛工作的通知"


@pytest.mark.parametrize(
    "head",
    [
        "<h2>防汛动态</h2><p>云汀区防汛工作会议召开</p><p>2023-05-06</p>",
        "<h2>防汛动态</h2><h2>NEWS</h2><div class='t'>云汀区防汛工作会议召开</div><div>发布时间：2023-05-06</div>",
        "<b class='title'>防汛动态</b><div>云汀区防汛工作会议召开</div><p>□ 本报记者 何立民</p><p>2023-05-06</p>",
    ],
)
def test_the_name_of_a_column_above_the_title_is_not_the_title(head: str) -> None:
    markup = f"<title>防汛动态-云汀区人民政府</title><body>{head}<div><p>{PROSE}</p><p>{PROSE}</p></div>"
    assert read(markup.encode(), "a.html")[0].facts.title == "云汀区防汛工作会议召开"


@pytest.mark.parametrize(
    "head",
    [
        "<h2>通　　知</h2>2023-05-06　区水务局",
        "<center><h1>公 告</h1><p>2023-05-06　区水务局</p></center>",
        "<p class='title'><b>启　事</b></p><p>来源：区水务局　日期：2023-05-06</p>",
    ],
)
def test_a_document_may_have_its_kind_for_a_title(head: str) -> None:
    markup = f"<title>通知公告</title><body><a href='/'>通知公告</a>{head}<p>{PROSE}</p><p>{PROSE}</p>"
    found = read(markup.encode(), "a.html")[0]
    assert found.facts.title in ("通知", "公告", "启事")
    assert (str(found.facts.published), found.facts.source, found.passed_over) == ("2023-05-06", "区水务局", "")


@pytest.mark.parametrize(
    "head",
    [
        "<h3>居民医疗保险参保登记表（样表）</h3><a href='a.doc'>点击下载</a>",
        "<h1>居民医疗保险参保登记表（样表）</h1><table><tr><td>下载次数：33</td></tr></table><a href='a.doc'>下载</a>",
        "<h4>热点</h4><h2>居民医疗保险参保登记表（样表）</h2><a href='a.doc'>登记表.doc</a>",
    ],
)
def test_the_only_heading_is_the_title_of_a_page_named_after_its_column(head: str) -> None:
    markup = f"<title>表格下载</title><body>{head}<div>版权所有：云汀区医疗保障局</div>"
    assert read(markup.encode(), "a.html")[0].facts.title == "居民医疗保险参保登记表（样表）"


@pytest.mark.parametrize(
    "again",
    [
        "<p>云汀区防汛</p><p>工作通知</p>",
        "<p><b>云汀区<br>防汛工作通知</b></p>",
        "<center>云 汀 区</center><center>防 汛 工 作</center><center>通 知</center>",
    ],
)
def test_a_title_repeated_over_lines_is_no_text(again: str) -> None:
    markup = (
        f"<title>{TITLE}</title><body><h1>{TITLE}</h1><p>[2023-05-06]</p><div>{again}<p>各镇：</p><p>{PROSE}</p></div>"
    )
    assert read(markup.encode(), "a.html")[0].body == f"各镇：\n{PROSE}"


@pytest.mark.parametrize(
    "frame",
    [
        f'<iframe srcdoc="<html><head><title>{TITLE}</title></head><body><p>{PROSE}</p></body></html>"></iframe>',
        f"<div><iframe srcdoc='<title>\n{TITLE}\n</title><p>各镇：</p><p>{PROSE}</p>'></iframe></div><p>云汀区</p>",
        f'<iframe srcdoc="&lt;TITLE&gt;{TITLE}&lt;/TITLE&gt;&lt;p&gt;{PROSE}&lt;/p&gt;"></iframe>',
    ],
)
def test_the_title_of_a_page_in_a_frame_is_that_of_the_text(frame: str) -> None:
    markup = f"<title>云汀区水务局</title><body>{frame}"
    assert read(markup.encode(), "a.html")[0].facts.title == TITLE


@pytest.mark.parametrize(
    "under",
    [
        "<h2>——来自石桥村的报道</h2>",
        "<div>── 来自石桥村的报道</div>",
        "<div class='subtitle'>来自石桥村的报道</div>",
        "<h3>区长出席会议并要求抓实抓细各项工作</h3>",
        "<p>全区上半年巡查江堤一万二千公里</p>",
    ],
)
def test_a_subtitle_that_the_title_does_not_hold_begins_the_text(under: str) -> None:
    markup = (
        f"<title>{TITLE}</title><body><h1>{TITLE}</h1>{under}<p>2023-05-06</p><div><p>{PROSE}</p><p>{PROSE}</p></div>"
    )
    found = read(markup.encode(), "a.html")[0]
    assert found.facts.title == TITLE
    assert found.body.startswith(under[under.index(">") + 1 : under.rindex("<")])
