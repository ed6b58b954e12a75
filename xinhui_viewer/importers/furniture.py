"""The furniture around the text of official pages: labels, breadcrumbs and the line of source and date.

The forms were read off some sixty pages of two dozen sites; they hold for a saved page and for its copied text alike.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from xinhui_viewer.text.dates import dates, first_date
from xinhui_viewer.text.fold import BLANKS
from xinhui_viewer.text.names import is_organisation, is_person, is_placeholder

PLACE = re.compile(
    r"^\s*[【\[]?\s*(?:(?:您|你)?的?(?:现在|当前|目前)?(?:所在|所处)?的?位置(?:是)?(?:\s*[】\]]?[:：>»]|(?<=[您你前在的]位置)|(?<=位置是))|"
    r"(?:现在|当前|目前)(?:所在)?的?(?:栏目|页面|频道)\s*[:：]|"
    r"(?:您|你)(?:现在|当前|目前)?正?在(?:这里|(?:浏览|访问)?(?:的?是)?\s*[:：])|"
    r"(?i:(?:your )?(?:current )?(?:location|position)|you are here)\s*[:：])\s*[】\]]?\s*[:：]?\s*[>»]?\s*"
)
_STEP = re.compile(r"\s*(?:-->|\]?>>?|»|›|＞|→|(?<=\s)[-–—/|](?=\s))\s*")
_SITE = re.compile("首页|主页|门户|网$")
_SITE_ANYWHERE = re.compile("首页|主页|门户|网")
LAST_STEP = re.compile(r"(?:内容页?|文章|列表|信息|查看|.{0,4}(?:正文|详情|详细)(?:页面?|信息|内容)?)$")
_TODAY = re.compile(
    r"^(?:(?:今天是|今天：|欢迎您|设为首页|加入收藏|当前时间|现在时间)[^。]*$|"
    r"(?:手机版|无障碍(?:浏览|阅读|说明|模式|版|服务|通道)?|打印(?:本页|此页|本文|页面)?|关闭(?:窗口|本页|此页|页面)?|"
    r"返回(?:上一?[页级]|顶部|列表|目录|活动|网站|.{0,8}[首主]页)?)(?=[^\u4e00-\u9fff，。；]|$)[^，。；]*$)"
)
_SOURCE = (
    r"(?:信息|文章|稿件|新闻|内容|本文|资料|消息)?\s?(?<![片据频材])来\s{0,4}源(?:于)?|稿\s{0,4}源|(?:文章|稿件|信息)?出处|来稿单位|"
    r"(?:供稿|提供|信息提供|發布|发布)(?:单位|單位|机构|部门|科室)"
)
_DATE = (
    r"(?:信息)?(?:发布|发稿|发表|公开|公示|上传|上网|添加|创建|發布|發表|公布|披露|更新|编辑|录入)(?:日期|时间|時間)|"
    r"(?:时间|日期|時間)"
)
_OTHER = (
    r"作\s{0,4}者|(?:值班|网络)?编\s{0,4}辑|责任编辑|责编|审核|[初复终一二三]审|校对|摄影|记者|通讯员|选稿|撰稿|撰文|供稿人?|发布[人者]|录入人?|"
    r"责任部门|监制|[签核]发|浏览(?:次数|量)?|点击(?:量|数|率)?|阅读(?:量|次数|数)?|访问(?:量|次数)|评论数?|热度|(?:所属)?分类|"
    r"字体(?:大小)?|字号|字体大小|【?字体|分享(?:到)?|打印(?:本页)?|关闭(?:窗口|本页)?|保护视力色|视力保护色|扫一扫|纠错|收藏|归档时间|"
    r"关键(?:词|字)|标签|栏目|文号|索引号|信息索引号|点击|人气|次数|大|中|小"
)
_LABEL_BEGINS = (
    "[信文稿新内本资消来出供提發发公上添创更编录时日時作值网责审初复终一二三校摄记通选撰监签浏点阅访"
    "评热所分字【核打关保视扫纠收归标栏索人次大中小]"
)
_LABEL = re.compile(
    rf"(?={_LABEL_BEGINS})(?:(?P<source>{_SOURCE})\s*[:：]|(?P<date>{_DATE})\s*[:：]|(?:{_OTHER})\s*[:：])"
)
_QUOTES = tuple('“"‘「『')
_BARE_LABEL = re.compile("时间|日期|時間")
_EVENT = re.compile(  # the hour, weekday or span of an event, as no site stamps its pages
    r"日?\s*[上下中]午\s*[\d一二三四五六七八九十]{1,3}\s*[时点]|日[上下中]午|日\s*[（(]?(?:星期|周)[一二三四五六日天]|"
    r"[\d日时点]\s*(?:至|到|起)|[:：]\d\d\s*[-–—~～]|月\s*\d\d?\s*日?\s*[-–—~～]\s*\d\d?\s*[日号]"
)
_SIGNS = r"[\s:：|｜丨【】\[\]()（）>·.]"
_AFTER_DATE = re.compile(r"[）)\]】〕］]?(?:[\s\d:：|｜]|【[^】]{0,8}】)*+")
_SENTENCE = re.compile("[，。；]")
_ARCHIVED = re.compile("归档|截止|截至|生效|废止")
_AFTER_SOURCE = re.compile(  # the next label, a button, a date
    r"\s{2,}|[\t|｜\xa0]|\s*(?:【|\[|(?:调整|选择|缩小|放大)?字[体号]|打印|分享|浏览|点击|阅读|责任编辑|编辑[:：]|作者|(?:发布)?(?:时间|日期))|"
    r"\s+(?:选稿|责编|编辑|审核|校对|调整|放大|缩小|举报|收藏|关注|订阅|评论|参与|纠错|关闭|保存|复制|我要|人气|次数|已有)|"
    r"\s*(?:19|20)\d\d[-年/.]\d"
)


def _any(words: str) -> str:
    """Return a pattern for any of some words, the longest first, so that none matches as the beginning of another."""
    return "|".join(map(re.escape, sorted(words.split(), key=len, reverse=True)))


# Alternatives are possessive: a line that is nearly furniture costs no more than one that is.
_BUTTONS = re.compile(
    rf"{_SIGNS}*+(?:(?:"
    + _any(
        "字体 字号 超大 特大 较大 正常 标准 "
        "默认字号 大 中 小 打印 打印本页 打印此页 关闭 关闭窗口 关闭本页 分享 分享到 分享至 收藏 返回顶部 TOP 纠错 "
        "我要纠错 扫一扫 扫一扫在手机打开当前页 扫一扫在手机上查看当前页面 点击右上角 请使用浏览器分享功能进行分享 "
        "保存 下载 复制链接 复制地址 链接已复制 微信 微信好友 微信扫一扫 朋友圈 微博 新浪微博 腾讯微博 人人网 "
        "QQ空间 QQ好友 QQ 更多 下一页 上一页 听新闻 放大 缩小 默认"
    )
    + rf"){_SIGNS}*+)++"
)
_NEIGHBOURS = _any(
    "上一篇 下一篇 上一条 下一条 相关阅读 相关链接 相关新闻 相关文章 相关稿件 相关信息 延伸阅读 推荐阅读 热点新闻 "
    "热点推荐 热门推荐 相关推荐 为您推荐 推荐信息 猜你喜欢 最新文章 热门文章 相关文档 相关专题 相关解读 政策解读链接 "
    "网友评论 网友留言 评论列表 发表评论 我要评论 关于我们 联系我们 免责声明 网站声明 "
    "版权所有 网站标识码 备案号 网站地图 友情链接 阅读剩余全文 我要跟帖 热评论 查看更多评论"
)
_PEOPLE = _any("责任编辑 责编 编辑 审核 核发 终审 校对 网络编辑 值班编辑 浏览次数 点击数 点击量 阅读次数")
_RIGHTS = re.compile(rf"{_SIGNS}*+(?:免责声明|网站声明|版权所有)")
_LOADING = "[^。]{0,12}加载中|若长时间无响应|请稍候"
_RANKING = "(?:热门|点击|阅读|热点|新闻|本周|本月|24小时){1,2}(?:点击|阅读)?排行"
_COMMENTS = r"评论\s*[(（]\d"
_FURNITURE = re.compile(
    rf"{_SIGNS}*+(?:(?:{_NEIGHBOURS})(?![者人权])|(?:{_PEOPLE})\s*[:：]|{_COMMENTS}|.ICP备|{_LOADING})|(?:【\d+】\s*)++$"
)
_FOLLOW = "(?:微信)?扫(?:一扫|描)[^。，]{0,8}关注[^。，]{0,12}$"
_OTHERS = (  # headings of lists beside the text
    "(?:相关|热门|推荐|最新|精彩|更多|延伸|往期|同类|其他|随机|近期|热点|图片|今日|本周|网友|文章|全部|用户|最热|为您?|猜您?|大家都在|你可能)"
    "(?:图集|图片|视频|专题|阅读|新闻|文章|内容|资讯|报道|信息|稿件|链接|推荐|话题|评论|热评|来信|喜欢|看|感兴趣){1,2}"
    rf"(?:更多|{_SIGNS})*+$"
)
_END = re.compile(
    rf"{_SIGNS}*+(?:(?:{_NEIGHBOURS}|扫一扫在手机|分享到)(?![者人权])|{_COMMENTS}|{_RANKING}|{_FOLLOW}|{_OTHERS}|分享[:：]?$)"
)
_PAGER = re.compile(r"(?:(?:\d{1,4}|[上下]一?页|[首尾末]页|[共第]?\s*\d{1,4}\s*页|[.…<>«»|/\s])\s*+)++")
_LONGEST_PATH, _LONGEST_STEP = 220, 30  # characters; the last step may be a title
_SHORTEST_CUT, _LONGEST_CUT = 6, 16  # characters of the beginning of a title: with an ellipsis, and without one
RED_HEAD = re.compile(
    "([\u4e00-\u9fff（）()、]{2,40}(?:政府|委|会|室|局|厅|部|院|处|署|中心|组|团|社|所|站|校|司|党组))(文件|公文)?"
)
_EDGES = " \t\xa0\u3000:：>»[]【】"


@dataclass(frozen=True, slots=True)
class MetaLine:
    """The source and date in the line under a title."""

    source: str = ""
    published: date | None = None


@lru_cache(4096)
def is_place(line: str) -> bool:
    """Return whether a line begins with the label of a column path (您的位置：)."""
    return PLACE.match(line) is not None


@lru_cache(4096)
def is_furniture(line: str) -> bool:
    """Return whether a line belongs to the site, not to the text: font size, print, share, editor, neighbours."""
    return bool(
        _TODAY.match(line)
        or (_FURNITURE.match(line) and not is_sentence(line))
        or _BUTTONS.fullmatch(line)
        or ("页" in line and _PAGER.fullmatch(line))
    )


def is_event(line: str) -> bool:
    """Return whether a line gives the hour, the weekday or the span of an event, as no site stamps its pages."""
    return _EVENT.search(line) is not None


@lru_cache(4096)
def is_end(line: str) -> bool:
    """Return whether nothing behind a line belongs to the text."""
    return _END.match(line) is not None and not is_sentence(line)


def is_sentence(line: str) -> bool:
    """Return whether a line is a sentence of a text, not the site's: a disclaimer is one, too."""
    return line[-1:] == "。" and "，" in line and _RIGHTS.match(line) is None


def breadcrumb(line: str, title: str = "") -> tuple[str, ...]:
    """Return the steps of a column path without a last step 正文 or the title; empty for any other line."""
    line = line.strip()
    labelled = PLACE.match(line)
    if len(line) > _LONGEST_PATH or not (labelled or _SITE_ANYWHERE.search(line)):
        return ()
    steps = _labelled_steps(line[labelled.end() :]) if labelled else _unlabelled_steps(line)
    if any(len(step) > _LONGEST_STEP for step in steps[:-1]):
        return ()
    while steps and (LAST_STEP.match(steps[-1]) or same_step(steps[-1], title)):
        steps.pop()
    return tuple(steps)


def _steps(path: str) -> list[str]:
    return [bare for step in _STEP.split(path) if (bare := step.strip(_EDGES))]


def _labelled_steps(path: str) -> list[str]:
    steps = _steps(path)
    return _bare_steps(steps[0]) if len(steps) == 1 else steps


def _unlabelled_steps(path: str) -> list[str]:
    """Return the steps of a path without a label, which begins with the site; empty for any other text."""
    steps = _steps(path)
    return steps if len(steps) >= 2 and _SITE.search(steps[0]) else []


def _bare_steps(path: str) -> list[str]:
    """Return the steps of a labelled path that are divided without blanks (首页/新闻), or by blanks alone."""
    for sign in ("/", "|", "｜", "·", "-", "—", None):
        steps = [step for step in path.split(sign) if step.strip()]
        if len(steps) > 1 and all(1 < len(step.strip()) <= 16 for step in steps):
            return [step.strip() for step in steps]
    return [path]


@lru_cache(4096)
def meta_line(line: str) -> MetaLine | None:
    """Return the source and date in a line of labels such as 来源 and 发布日期; None in any other line."""
    found = _labels(line)
    if not any(match["source"] or match["date"] for match in found):
        return _bare_date(line, labelled=bool(found))
    source, published = "", None
    unlabelled = line[: found[0].start()]
    for match, following in zip(found, [*found[1:], None], strict=True):
        value = line[match.end() : following.start() if following else len(line)]
        if match["source"] and not source:
            source = source_name(value)
            unlabelled += " " + value
        elif match["date"] and published is None:
            published = first_date(value)
    return MetaLine(source, published or first_date(unlabelled))


def _labels(line: str) -> list[re.Match[str]]:
    """Return the labels in a line that are about its page, not those in quotation marks, as in a disclaimer."""
    if ":" not in line and "：" not in line:
        return []
    found = (label for label in _LABEL.finditer(line) if line[label.start() - 1 : label.start()] not in _QUOTES)
    return [label for label in found if not _dates_an_event(label)]


def _dates_an_event(label: re.Match[str]) -> bool:
    """Return whether a bare label 时间 has the time of an event, not of the page."""
    value = label.string[label.end() : label.end() + 40]
    return _BARE_LABEL.match(label[0]) is not None and _EVENT.search(value) is not None


def _bare_date(line: str, *, labelled: bool) -> MetaLine | None:
    """Return the date of a line that is little more than one."""
    if len(line) > 60 or _ARCHIVED.search(line):
        return None
    for (start, end), found in dates(line):
        alone = _AFTER_DATE.fullmatch(line[end:]) is not None and not _SENTENCE.search(line[:start])
        if (start <= 12 and labelled) or (alone and (start <= 12 or labelled)):
            return MetaLine(published=found)
        return None
    return None


def source_name(value: str) -> str:
    """Return the name of a source without the text that runs on behind it; empty where it names nobody (未知, 本站)."""
    value = value.strip(f"{BLANKS}|｜[]【】")
    cut = _AFTER_SOURCE.search(value)
    name = (value[: cut.start()] if cut else value).strip(f"{BLANKS}|｜[]【】，,。;；")[:60]
    if name.count("）") + name.count(")") > name.count("（") + name.count("("):
        name = name.rstrip("）)")
    first, _, last = name.rpartition(" ")
    if is_organisation(first) and is_person(last):  # 新华网 张三
        name = first
    return "" if is_placeholder(name) else name


def same_step(step: str, title: str) -> bool:
    """Return whether a step is the title of the page, or its beginning, cut or long."""
    title = title.strip(_EDGES)
    short = step.rstrip("….")
    cut = len(short) >= (_LONGEST_CUT if short == step else _SHORTEST_CUT)
    return bool(title) and (step == title or (cut and title.startswith(short)))
