"""Phrases that tell the kind of a page: links to more, fields to be filled in, buttons of shops, labels of letters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile

from xinhui_viewer.importers.line import Line

_MORE = re.compile(r"(?:更\s?多|(?<![a-z])more)\s?[>»›+＋.…·）)\]】]{0,6}(?=\s|$)", re.IGNORECASE)
_ASKED = re.compile(
    r"\s*\*?\s*(?:(?:用户|登[录陆]|会员|真实)?(?:名|名称|账号|帐号)|(?:登[录陆]|确认|重复|新|旧|原)?密\s*码|(?:图形|图片|短信|手机)?验证码|"
    r"(?:您的)?姓\s*名|(?:联系|手机)?(?:电\s*话|号码|手机号?码?)|(?:电子)?邮\s*箱|(?:电子邮件|e-?mail)|(?:身份证|证件)(?:号码?|名称|类型)|"
    r"(?:联系|通讯)?地\s*址|(?:信件|留言|来信|问题|咨询|投诉)?(?:标\s*题|主\s*题|内\s*容|类型)|(?:工作)?单位(?:名称)?|邮政编码)\s*\*?\s*[:：]?\s*\*?\s*",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"(?=[¥￥加购立最起包运发供询])(?:[¥￥](?=\s?\d)|加入购物车|购物车|立即(?:购买|订购|下单|抢购|询价|咨询)|(?:最小)?起[订批]量|包邮|运费|"
    r"发货(?:地|期限|时间)|供货(?:总量|能力)|询(?:底)?价)"
)
_FORM = re.compile(
    r"(?:登[录陆入]|注册|密码|写信|信箱|留言|投诉|举报|咨询|申请|申报|报名|调查|问卷|订阅|反馈)(?:页面?|表单?|系统)?$"
)
_ERROR = re.compile(
    r"(?<!\d)[45]0\d(?!\d)|(?:出错|错误)(?:了|啦|页面?|信息|提示)?[!！]?$|^(?:系统|信息|操作|温馨|友情)?提示(?:信息|页面?)?$|"
    r"(?:页面?|网页|网址|文件|文章|内容|信息|栏目)(?:已经?)?(?:不存在|[没未]有?找到|找不到|无法|被?删除|失效|过期)|"
    r"(?i:not found|forbidden|access denied|server error|bad gateway|bad request)"
)
_SHELF = re.compile(r"(?:产品|商品|货品)(?:中心|展示|列表|分类|系列|大全|库|信息|目录)?|商城|供应(?:信息|商机)|购物")
_QUESTION = re.compile(
    r"(?:^|\t)\s*【?(?:来信|信件|咨询|留言|问题|诉求|投诉|建议|提问|网友)(?:内容|正文|描述|详情|问题|留言)?】?\s*[:：\t]",
    re.MULTILINE,
)
_ANSWER = re.compile(
    r"(?:^|\t)\s*(?:【(?:.{0,4}[回答]复|办理结果)】|.{0,4}(?:[回答]复|办理|处理|反馈)(?:内容|单位|部门|结果|意见|情况)?\s*[:：\t])",
    re.MULTILINE,
)
_EDITION = re.compile(r"第\s?[A-Z]?\d{1,3}\s?版|(?<![A-Za-z\d])[A-Z]?\d{1,3}\s?版\s?[:：]|版次\s?[:：]")
_EDITIONS = re.compile(r"[上下前后]一版|版面(?:导航|目录|概览)|本版(?:标题|新闻|导读)|往期回顾|数字报|电子报")
_SENTENCE = re.compile("[。！？]")
_LONGEST_NAME = 20  # characters of the name of a form or an error
_LONGEST_BUTTON = 24  # characters of a line that is a button or a price
_LABEL = 40  # first characters of a line that are searched for a label


def links_to_more(lines: Iterable[Line]) -> int:
    """Return the number of lines with a link to more of what is listed below or above it: 更多>>, MORE+."""
    return sum(line.linked > 0 and _has_more(line.text) for line in lines)


@lru_cache(4096)  # the lines of menus and lists stand on page after page of a site
def _has_more(text: str) -> bool:
    return _MORE.search(text) is not None


def asked(lines: Iterable[Line]) -> int:
    """Return the number of different labels of fields before the first sentence: lines, and cells beside empty ones."""
    before = takewhile(lambda line: not _SENTENCE.search(line.text), lines)
    return len({text for line in before for text in _labels(line) if _ASKED.fullmatch(text)})


def _labels(line: Line) -> list[str]:
    """Return the texts of a line that may be labels of fields."""
    rows = ([cell.text for cell in row] for row in line.rows)
    return [text for row in rows if not all(row) for text in row] if line.rows else [line.text, *line.text.split()]


def offers(lines: Iterable[Line]) -> int:
    """Return the number of different buttons and terms of shops, in lines that are hardly more than one."""
    buttons = (line.text for line in lines if len(line.text) <= _LONGEST_BUTTON and not _SENTENCE.search(line.text))
    return len(set(_OFFER.findall("\n".join(buttons))))


def is_letter(lines: Iterable[Line]) -> bool:
    """Return whether lines have the labels of a letter to an office and of its answer."""
    text = "\n".join(line.text if line.rows else line.text[:_LABEL] for line in lines)
    return _ANSWER.search(text) is not None and _QUESTION.search(text) is not None


def is_edition(text: str) -> bool:
    """Return whether a text has the number of an edition of a newspaper and the buttons to turn to others."""
    return _EDITIONS.search(text) is not None and _EDITION.search(text) is not None


def names_form(title: str) -> bool:
    """Return whether a title is that of a form."""
    return len(title) <= _LONGEST_NAME and _FORM.search(title) is not None


def names_error(title: str) -> bool:
    """Return whether a title is that of an error message."""
    return len(title) <= _LONGEST_NAME and _ERROR.search(title) is not None


def is_shelf(columns: Iterable[str]) -> bool:
    """Return whether a page is filed under products."""
    return any(_SHELF.fullmatch(step) for step in columns)
