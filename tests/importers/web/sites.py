"""Sites of invented pages: what is the site's own stands on each, and every page has a text."""

from __future__ import annotations

from collections.abc import Sequence

from xinhui_viewer.importers.member import Around
from xinhui_viewer.importers.taught import Taught
from xinhui_viewer.importers.web.html import read, traced
from xinhui_viewer.importers.web.site.lessons import learned
from xinhui_viewer.records import Draft

NAMES = "东 南 西 北 上 下 左 右 前 后 山 水 田 林 湖 草 沙 石 桥 路".split()  # noqa: SIM905
NOTE = "本网凡注明来源的稿件均为转载，目的在于传递更多信息，并不代表本网赞同其观点。"
TEASER = "近日，{name}村的老乡们又领到了新的水稻种子，村里还请来农技员到田间讲解，今年的收成一定会更好。"


def article(
    number: int, text: str = "", site: str = "云汀新闻网", info: str = "", beside: str = "", head: str = ""
) -> str:
    """A page of a site: menu, path, title, source and date without a label, text, notes and beginnings of others."""
    name = NAMES[number % len(NAMES)]
    text = text or f"<p>{sentence(number)}</p><p>{sentence(number + 4000)}</p>"
    menu = "".join(f'<li><a href="/{site}/{entry}/">{site}{entry}</a></li>' for entry in NAMES[:12])
    teasers = "".join(f"<div class='tip'><p>{TEASER.format(name=NAMES[(number + n) % 20])}</p></div>" for n in range(3))
    info = info or f"<span>{site}</span> <span>2024-03-{number % 28 + 1:02} 10:20</span>"
    return f"""<html><head><title>{name}村第{number}次会议召开_{site}</title>{head}</head><body>
<ul class="menu">{menu}</ul><div class="path">当前位置：<a href="/">首页</a> &gt; <a href="/n/">{site}要闻</a></div>
<div class="article"><h1>{name}村第{number}次会议召开</h1><div class="info">{info}</div>
<div class="text">{text}</div><p class="note">{NOTE}</p></div>
<div class="others">{beside or teasers}</div>
<div class="foot">{site}值班室电话八八六六 {site}服务热线</div></body></html>"""


def listing(rows: str, site: str = "云汀新闻网") -> str:
    """A list page of a site."""
    whole = article(20, site=site, beside="<p>1 2 3 下一页</p>").replace("上村第20次会议召开", "要闻")
    head, _, text = whole.partition('<div class="article">')
    return head + rows + text[text.index('<div class="others">') :]


def sentence(number: int) -> str:
    """A sentence that no other page has."""
    one, two, three = (NAMES[number // step % 20] for step in (1, 20, 400))
    met = f"{one}村的{two}组和{three}组昨天开了第{number}次会，"
    return f"{met}大家商量了修{two}渠、种{three}麦和看护{one}坡的办法，定下了值班的人。"


def lessons(pages: Sequence[str]) -> Taught:
    """Return the lessons of pages for each other, as an import learns them."""
    traces = (traced(page.encode(), "", Around(place=f"n/{number}.html")) for number, page in enumerate(pages))
    return learned([trace for trace in traces if trace is not None])


def drafted(page: str, taught: Taught | None = None, place: str = "") -> Draft:
    """The bulletin of a page, read with the lessons of others."""
    (draft,) = read(page.encode(), "page.html", Around(place=place, taught=taught) if taught else Around(place=place))
    return draft
