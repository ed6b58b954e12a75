"""Pages of each kind, at least three a kind that differ in markup; the kind "" is a bulletin."""

from __future__ import annotations

TITLES = [
    f"云汀区{what}{act}"
    for what in ("防汛工作", "春季造林", "义务教育", "医疗保险", "农村公路", "安全生产")
    for act in ("现场会召开", "专项检查方案公布", "情况的通报", "先进集体名单")
]
MENU = "".join(
    f'<a href="/{n}/">{name}</a> ' for n, name in enumerate(("首页", "要闻", "公开", "办事", "互动", "专题"))
)
FOOT = "<div class=foot><p>云汀区人民政府主办</p><p>版权所有 云ICP备12345678号</p><p>地址：云汀区湖滨路1号</p></div>"
PARAGRAPH = "<p>会议指出，入汛以来全区共出动八百余人次巡查堤防，转移低洼地带群众。各镇要逐村排查，备足物资。</p>"
LOGIN = "<form>用户名：<input name=u> 密码：<input type=password name=p> <a href=/r>注册</a></form>"


def page(body: str, title: str = "云汀区人民政府") -> str:
    """A page with a menu and a foot around its body."""
    return f"<html><head><title>{title}</title></head><body><div>{MENU}</div>{body}{FOOT}</body></html>"


def bare(title: str, rest: str) -> str:
    """A page without a menu and a foot."""
    return f"<html><head><title>{title}</title></head>{rest}</html>"


def items(form: str, count: int = 20) -> str:
    """The titles in a form with {n}, {title} and {day}."""
    told = enumerate(TITLES[:count])
    return "".join(form.format(n=n, title=title, day=f"2021-03-{n + 1:02}") for n, title in told)


def article(body: str, meta: str = "来源：云汀日报 日期：2021-03-05", beside: str = "") -> str:
    """A bulletin with a path, a title, and source and day under it."""
    title = "云汀区防汛工作现场会召开"
    path = "<p>您现在的位置：<a href=/>首页</a> &gt; <a href=/y/>要闻</a></p>"
    return page(f"{path}<h1>{title}</h1><p>{meta}</p><div>{body}</div>{beside}", f"{title}_云汀区人民政府")


LINKS = items("<li><a href=/a/{n}>{title}</a></li>", 24)
LINKED_DAYS = items("<li><a href='/a/{n}.html'>{title}</a><span>{day}</span></li>")
EXCERPTS = items("<div><h4><a href='/a/{n}'>{title}</a></h4><p>各镇要逐村排查，备足物资。</p><em>{day}</em></div>")
TEXT = "近日，云汀区召开防汛工作会议，要求各镇逐村排查隐患，备足抢险物资，转移低洼地带群众"
FEW = items("<li><a href='/a/{n}'>{title}</a></li>", 3)
BROKEN = items("<li><h3><a href='/a/{n}'>{title}</a></h3><p>" + TEXT + "</p><div>来源：云汀日报{day}</div></li>", 6)
DETAILED = items(
    "<dl><dt><a href='/a/{n}'>{title}</a></dt><dd>" + TEXT + "... <a href='/a/{n}'>[详情]</a></dd></dl>", 4
)
WHOLE = items("<div><b><a href=/a/{n}>{title}</a></b><p>" + TEXT + "。</p><p><a href=/a/{n}>阅读全文</a></p></div>", 5)
ROUND_UP = items("<h3>{title}</h3><p>" + TEXT + "。</p>", 6)
RELATED = items("<li><a href=/a/{n}>{title}</a><p>" + TEXT + "…</p></li>", 3)
COURSES = "".join(
    f"<tr><td>{n:03}</td><td>0{n}706</td><td>基础理论课程</td><td>4</td><td>笔试</td></tr>" for n in range(40)
)
BLURB = f"<h5>证书查询</h5><div>{TEXT}。</div>"
ISSUES = "".join(
    f"<tr><td>{name}</td><td></td></tr><tr><td></td><td>暂无信息！</td></tr>" for name in ("卷首语", "焦点", "时政") * 6
)
GROUPS = "".join(f"<h3>{name}</h3><ul>{LINKS}</ul>" for name in ("要闻", "公告", "专题"))
COUNTED = "<p>共120条 1/6 首页 上一页 下一页 尾页</p>"
POSTER = "网友<br>等级：<br>发帖：5<br>注册日期：2012-10-19"
POSTED = "发表于：2021-03-05 10:54 只看该作者 倒序看帖"
POSTS = (
    f"<tr><td>{POSTER}</td><td>楼主 {POSTED}<br>{PARAGRAPH * 5}</td></tr><tr><td>{POSTER}</td><td>沙发 支持。</td></tr>"
)
ANSWERS = "<div>2楼</div><p>谢谢。</p><a href=/r>回帖</a>"
OFFER = "<div><a href=/p/{n}>{title}</a> ￥30.00 供应商：云汀阀门厂</div>"
VALVE = "<h2>低温阀门</h2><p>产品型号：DN50</p><p>参考价格：￥300</p><a href=/b>立即购买</a>"
PRICES = "<table><tr><td>产品名称</td><td>加气机</td></tr><tr><td>市场价格：￥20</td></tr></table>"
BEGINNING = f"<div><a href=/1>{TITLES[0]}</a></div><p>{PARAGRAPH[3:-4] * 4}</p><p>发布时间：2014-04-04 13:58:05</p>"
ONE_ENTRY = "<p>规章制度</p><a href=/1>云汀区机关管理办法（试行）</a><span>2021/03/07</span><p>共1条 1/1</p>"
PASSWORD = "<h2>用户登录</h2>" + LOGIN + "<p>验证码：</p>"
REGISTER = f"<table><tr><td>{LOGIN}</td></tr></table><input><input><input><p>必填项目不得为空。</p>"
LETTER = "<h3>写信</h3><form>" + "姓名：<input><br>" * 5 + "内容：<textarea></textarea></form>"
FORBIDDEN = "<div><b>系统提示</b><br>您没有权限访问该栏目，无法打开。<a href=/>返回首页</a></div>"
ATTACHED = "<p>见附件。</p><a href=/list.doc>附件：先进集体名单.doc</a>"

MORE = "<a href=/m>更多&gt;&gt;</a>"
BOXES = "".join(f"<h3>{name}{MORE}</h3><ul>{LINKED_DAYS}</ul>" for name in ("要闻", "公告"))
CARDS = items("<div><b>12</b><i>2021-03</i></div><a href=/{n}>{title}</a><p>各镇要逐村排查，备足物资……</p>", 3)
CARD_BOXES = "".join(f"<h2><a href=/c>{name}</a><a href=/m>MORE+</a></h2>{CARDS}" for name in ("新闻", "学术"))
LABELS = (
    "<div>姓名：<input></div><div>联系电话：<input></div><div>标题：<input></div><div>内容：<textarea></textarea></div>"
)
TOOLS = (
    "字体：<a href=#>大</a> <a href=#>中</a> <a href=#>小</a> <a href='javascript:print()'>打印</a> <a href=#>关闭</a>"
)
MEETING = "<p>会议时间：3月5日上午9时</p><p>会议地点：二楼会议室</p><p>参会人员：各镇分管负责人</p>"
OUTAGE = "<p>因线路检修，湖滨路一带停电，请做好准备。</p><p>云汀供电所</p>"
QUESTION = "<p>来信内容：请问三路公交何时延伸？</p><p>回复单位：区交通局</p><p>回复内容：已列入明年计划。</p>"
LETTER_ROWS = (
    "<tr><td>信件编号</td><td>21</td></tr><tr><td>来信内容</td><td>路灯坏了。</td></tr>"
    "<tr><td>答复内容</td><td>已修。</td></tr>"
)
SHORT_NEWS = f"<h2>{TITLES[0]}</h2><p>本报讯 镇卫生院组织医护人员到各村为老人免费体检。</p><p>（张文）</p>"
EDITION = "<p>2012年3月29日 星期四</p><p>第03版：县区新闻</p><a href=/4>下一版</a> <a href=/0>版面导航</a>"
HEADLINES = items("<li><a href=/{n}>{title}</a></li>", 3)
MACHINE = "<h1>LT-300数控车床</h1><p>产品型号：LT-300</p><p>整体铸造床身，刚性好，精度高，适合批量加工。</p>"
TEA = "<h1>云雾山绿茶礼盒</h1><p>￥198.00</p><a href=/c>加入购物车</a> <p>选用明前嫩芽，手工炒制，滋味鲜爽。</p>"
VALVES = "<p>价格：￥30.00/个</p><p>起订量：10个</p><p>供货总量：1000个</p><p>专业生产阀门，品质可靠，欢迎洽谈。</p>"
BASKET = "<h1>网络购物提示</h1><p>把商品加入购物车后请查看运费和是否包邮，谨防低价陷阱。</p>"
PAGES = {
    "list": {
        "days behind links": page(f"<h2>通知公告</h2><ul>{LINKED_DAYS}</ul>{COUNTED}", "通知公告"),
        "a table": page(
            f"<table>{items('<tr><td><a href=/a/{n}>{title}</a></td><td>{day}</td></tr>')}</table>", "公示"
        ),
        "excerpts": page(f"<h2>工作动态</h2>{EXCERPTS}<div>第1页 下一页</div>", "工作动态"),
        "excerpts that break off": page(f"{BROKEN}<div>1 2 3 下一页</div>", "新闻动态"),
        "excerpts with a link to the whole": page(f"{DETAILED}<div>页次1/3 下一页</div>", "新闻动态"),
        "whole sentences with a link to the whole": page(WHOLE, "新闻动态"),
        "courses": page(f"<p>0101</p><table>{COURSES}</table>{BLURB}", "云汀自考网"),
        "courses under a blurb": page(
            f"{BLURB}<p><a href=/x>报名入口及流程说明</a></p><table>{COURSES}</table>", "云汀自考网"
        ),
        "a map of the site": page(
            "<a href=/>返回首页</a>" + f"<ul>{'<li><a href=/c>政策法规</a></li>' * 90}</ul>", "云汀信息网"
        ),
        "an address of the site": page(
            f"<ul>{FEW}</ul><p>页次：2/4</p><h1>网址：http://a.example/</h1><p>2021-03-05</p>"
        ),
        "a telephone of the site": page(
            f"<div>{FEW}</div><p>页次：2/4</p><h2>电话：0978-8221935</h2><p>2021-03-05</p>"
        ),
        "a postcode of the site": page(f"<ol>{FEW}</ol><p>1/4</p><h2>邮编：810000</h2><p>发布日期：2021-03-05</p>"),
        "no days": page("<dl>" + items("<dd><a href='/a/{n}.html'>{title}</a></dd>", 12) + "</dl>", "规章制度"),
        "a beginning": page(f"<h3>首页>>城市案例>></h3>{BEGINNING}<p>共 1页3条记录</p>", "城市案例_云汀信息网"),
        "one entry": page(ONE_ENTRY, "规章制度"),
        "one entry with a label": page(
            "<h2>规章制度</h2><p>[2018-03-30 16:49]<a href=/1>联系我们</a></p><p>1</p>", "规章制度"
        ),
    },
    "portal": {
        "groups": page(GROUPS),
        "tables": page("<table><tr><td>" + GROUPS.replace("h3", "b") + "</td></tr></table>"),
        "pictures": page(items("<a href=/a/{n}><img src={n}.jpg>{title}</a>", 24) * 3),
        "boxes with days": page(BOXES),
        "cards": page(CARD_BOXES, "云汀学院"),
        "boxes that turn": page("<a href=#>上一页</a><a href=#>下一页</a>" + BOXES.replace("更多&gt;&gt;", "more...")),
    },
    "form": {
        "login": page(PASSWORD, "登录"),
        "register": page(REGISTER, "注册"),
        "letter": page(LETTER, "区长信箱"),
        "login under a heading": page(f"{PASSWORD}<p>温馨提示：首次登录请先注册账号。</p>", "用户登录"),
        "a forgotten password": page(
            "<h1>找回密码</h1><div>用户名<input></div><div>邮箱<input></div><div>验证码<input></div><p>请查收邮件。</p>",
            "找回密码",
        ),
        "a letter with a hint": page(f"<h2>我要写信</h2>{LABELS}<p>来信将在十五个工作日内答复。</p>", "我要写信"),
        "cells": page(
            "<h2>网上登记</h2><table><tr><td>姓名 *</td><td><input></td></tr><tr><td>联系电话</td><td><input></td></tr>"
            "<tr><td>内容</td><td><textarea></textarea></td></tr></table><p>请如实填写各项内容。</p>",
            "网上登记",
        ),
    },
    "error": {
        "not found": page("<h1>404</h1><p>您访问的页面不存在</p>", "404 Not Found"),
        "forwarding": bare("信息提示", "<body>3秒后将转到首页</body>"),
        "forbidden": page(FORBIDDEN),
        "a search beside": page(
            "<h1>404</h1><p>没有找到网页，可以搜索：</p><form><input name=q><input><input><input></form>",
            "404 Not Found",
        ),
        "a form to report it": page(f"<h2>抱歉，页面出错了</h2><p>请告诉我们：</p>{LABELS}", "出错了"),
        "the server's": page(
            "<h1>500 - 服务器内部错误</h1><p>您查找的资源存在问题，因而无法显示。</p>", "500 - 服务器错误"
        ),
    },
    "product": {
        "offers": page("<p>产品分类</p>" + items(OFFER, 6)),
        "one": page(f"{VALVE}<p>库存：5</p>", "低温阀门"),
        "a machine": page(
            f"<p><a href=/>首页</a> &gt; <a href=/p>产品中心</a> &gt; 车床</p>{MACHINE}", "LT-300数控车床"
        ),
        "a shop": page(TEA, "云雾山绿茶礼盒"),
        "a day": page(f"<h1>不锈钢球阀</h1><p>发布时间：2020-03-05</p>{VALVES}", "不锈钢球阀"),
        "table": page(f"{PRICES}<a>加入购物车</a>", "加气机"),
    },
    "forum": {
        "rows": page(f"<table>{POSTS}</table>"),
        "blocks": page(f"<div>楼主</div><div>积分：3</div><a href=/o>只看楼主</a>{PARAGRAPH * 9}{ANSWERS}"),
        "dated": article(f"{PARAGRAPH * 9}<p>楼主 发表于 2021-03-05</p><p>3楼</p><p>回复 引用</p><p>只看该作者</p>"),
    },
    "frame": {
        "an empty issue": page(f"<table>{ISSUES}</table>", "云汀价格"),
        "frameset": bare("公开专栏", "<frameset cols=20%,*><frame src=a><frame src=b></frameset>"),
        "nothing": bare("便民服务-云汀区", f"<body><img src=top.jpg>{FOOT}</body>"),
        "script": bare("办事大厅", "<body><div id=app></div><script>start()</script></body>"),
    },
    "": {
        "an article": article(PARAGRAPH * 6),
        "a round-up of news": article(ROUND_UP),
        "a text above excerpts": article(PARAGRAPH * 9, beside=f"<ul>{RELATED}</ul>"),
        "courses with a day": article(f"<table>{COURSES}</table>"),
        "courses under a title": page(
            f"<h1>云汀学院课程设置一览表</h1><table>{COURSES}</table>{BLURB}", "云汀学院课程设置一览表"
        ),
        "a meeting": page(f"<h2>关于召开防汛会议的通知</h2>{MEETING}", "关于召开防汛会议的通知"),
        "a meeting beside boxes": page(f"<h2>关于召开防汛会议的通知</h2>{MEETING}{BOXES}", "关于召开防汛会议的通知"),
        "a power cut under links": page(f"<ul>{LINKED_DAYS}</ul><h1>停电公告</h1>{OUTAGE}", "停电公告"),
        "a picture without a day": page(
            f"<h1>云汀区防汛形势图</h1><p><img src=a.jpg></p><ul>{LINKED_DAYS}</ul>", "云汀区防汛形势图"
        ),
        "an attachment without a day": page(
            f"<h1>关于公布先进集体名单的通知</h1>{ATTACHED}", "关于公布先进集体名单的通知"
        ),
        "a picture under tools": article("<img src=a.jpg>", f"发布日期：2021-07-19 {TOOLS}", f"<ul>{LINKED_DAYS}</ul>"),
        "tools without a label": article("<img src=a.jpg>", f"2021-07-19 08:30【{TOOLS}】", f"<ul>{LINKED_DAYS}</ul>"),
        "a linked source": article(
            "<img src=a.jpg>", "2021-07-19 来源：<a href=/>云汀发布</a> <a href=#>分享</a>", f"<ul>{LINKED_DAYS}</ul>"
        ),
        "a spaced title": page(
            f"<h2>公　　告</h2><h2>2020-10-10　镇社保所</h2>{PARAGRAPH * 3}<ul>{HEADLINES}</ul>", "公告"
        ),
        "an edition": f"<html><body>{EDITION}<ul>{HEADLINES}</ul>{SHORT_NEWS}</body></html>",
        "a numbered edition": f"<html><body><p>数字报</p><p>A07版：要闻</p>{HEADLINES}{SHORT_NEWS}</body></html>",
        "an edition under the text": f"<html><body>{SHORT_NEWS}{HEADLINES}<p>第5版 上一版 下一版</p></body></html>",
        "a letter": page(f"<div>来信标题：公交</div>{QUESTION}<ul>{HEADLINES}</ul>", "区长信箱"),
        "a letter in cells": page(f"<table>{LETTER_ROWS}</table><ul>{HEADLINES}</ul>", "区长信箱"),
        "a letter over a form": page(f"<h2>公交何时延伸到东湖小区</h2>{QUESTION}{LABELS}", "公交何时延伸到东湖小区"),
        "a login under the text": page(f"<h2>停电公告</h2>{OUTAGE}{LOGIN}", "停电公告"),
        "a basket": page(BASKET, "网络购物提示"),
        "errors corrected": page(f"<h2>关于纠正错误信息的公告</h2>{OUTAGE}", "关于纠正错误信息的公告"),
        "nothing but a short notice": bare(
            "停水通知", "<h1>停水通知</h1><p>因抢修管道，今日停水，请储水备用。</p><p>供水所</p>"
        ),
        "an answer without a title": f"<html><body>{PARAGRAPH * 2}</body></html>",
        "an answer with a link": bare(
            "答复", f"<h1>答复</h1><p>来源 <a href=/>云汀区人民政府网</a></p>{PARAGRAPH * 3}"
        ),
        "a short notice": article("<p>今日停水，请储水备用。</p>"),
        "a picture": article("<img src=photo.jpg alt=现场会>"),
        "a picture beside many links": article("<p><img src=photo.jpg></p>", beside=f"<ul>{LINKED_DAYS}</ul>{GROUPS}"),
        "only an attachment": article(ATTACHED, beside=f"<ul>{LINKED_DAYS}</ul>"),
        "neighbours with days": article(PARAGRAPH * 2, beside=f"<h3>相关新闻</h3><ul>{LINKED_DAYS}</ul>"),
        "a day under the text": article(f"{PARAGRAPH}<p>2021-03-05 14:01 未知</p>", meta=""),
        "a login above": page(LOGIN).replace("</body>", article(PARAGRAPH * 3)),
        "no day, but a long text": article(PARAGRAPH * 9, meta=""),
        "pages to turn": article(f"{PARAGRAPH * 6}<p>上一页 1 2 3 下一页 尾页 共3页</p>"),
        "a lost page in the news": article(f"{PARAGRAPH * 2}<p>网民反映您访问的页面不存在等问题。</p>"),
    },
}
