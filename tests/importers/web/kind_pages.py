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

PAGES = {
    "list": {
        "days behind links": page(f"<h2>通知公告</h2><ul>{LINKED_DAYS}</ul>{COUNTED}", "通知公告"),
        "a table": page(
            f"<table>{items('<tr><td><a href=/a/{n}>{title}</a></td><td>{day}</td></tr>')}</table>", "公示"
        ),
        "excerpts": page(f"<h2>工作动态</h2>{EXCERPTS}<div>第1页 下一页</div>", "工作动态"),
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
    },
    "form": {
        "login": page(PASSWORD, "登录"),
        "register": page(REGISTER, "注册"),
        "letter": page(LETTER, "区长信箱"),
    },
    "error": {
        "not found": page("<h1>404</h1><p>您访问的页面不存在</p>", "404 Not Found"),
        "forwarding": bare("信息提示", "<body>3秒后将转到首页</body>"),
        "forbidden": page(FORBIDDEN),
    },
    "product": {
        "offers": page("<p>产品分类</p>" + items(OFFER, 6)),
        "one": page(f"{VALVE}<p>库存：5</p>", "低温阀门"),
        "table": page(f"{PRICES}<a>加入购物车</a>", "加气机"),
    },
    "forum": {
        "rows": page(f"<table>{POSTS}</table>"),
        "blocks": page(f"<div>楼主</div><div>积分：3</div><a href=/o>只看楼主</a>{PARAGRAPH * 9}{ANSWERS}"),
        "dated": article(f"{PARAGRAPH * 9}<p>楼主 发表于 2021-03-05</p><p>3楼</p><p>回复 引用</p><p>只看该作者</p>"),
    },
    "frame": {
        "frameset": bare("公开专栏", "<frameset cols=20%,*><frame src=a><frame src=b></frameset>"),
        "nothing": bare("便民服务-云汀区", f"<body><img src=top.jpg>{FOOT}</body>"),
        "script": bare("办事大厅", "<body><div id=app></div><script>start()</script></body>"),
    },
    "": {
        "an article": article(PARAGRAPH * 6),
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
