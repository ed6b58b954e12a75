"""Words and signs that tell a heading from prose, a caption, a date or a signature: questions about one line's text."""

from __future__ import annotations

import re

from xinhui_viewer.text.dates import first_date
from xinhui_viewer.text.markers import ARTICLE

CLAUSE = 45  # characters that a heading without marks has at most where longer lines are paragraphs
FINAL = "。；，;,、"
_TITLE = range(2, 33)  # characters of a line that its place alone makes a heading
_PROSE = 12  # a line with more characters and a final sign is prose
_DATED = 20  # a line with fewer characters and a date is only that date
_SAID = re.compile(r"(?:会议|大会|全会|会上)(?:指出|要求|强调|认为|决定|传达|部署|听取|审议)[：:]?")
# Headings of the parts of a service guide and of a constitution, always on a line of their own.
_NAMED = re.compile(
    r"(?:办理|网上办理|受理|申请|申报|服务|办事|收费|咨询|投诉|监督|法律|政策|设定|所需|申请)"
    r"(?:对象|条件|流程|程序|材料|时限|时限说明|期限|窗口|标准|依据|方式|渠道|地点|时间|范围|部门|机构|结果)|常见问题(?:解答)?|序\s*言|前\s*言|引\s*言|结\s*语|结束语"
)
_QUESTION = re.compile(r"(?:问|记者|记者问|提问)\s*[：:].{2,90}[？?]")
_ASKS = re.compile(r"(?:如何|怎么|怎样|怎么办|哪些|什么|多少|是否).*[？?]$")
_SIGNATURE = re.compile(r"(?:委员会|办公室|办公厅|人民政府|局|厅|部|院|处|科|中心|公司|协会|党委|党组|支队|总队|集团)$")
_BESIDE = re.compile(
    r"附件|附[:：]|附表|目\s*录$|特此|此件|抄送|本报|新华社|资料图|图[为片：:\d一二三四五六七八九]|表[\d一二三四五六七八九]|"
    r"(?:记者|通讯员|撰文|作者|编辑|供稿|来源|审核|责任编辑|联系人|联系电话|电话|传真|地址|邮编|网址|网站|邮箱|电子邮箱|"
    r"申请人|申报人|填表人)[\s：:]|"
    r"(?:执笔|撰稿|策划|统筹|监制|出品|摄影|摄像|制图|校对|责编|文字|图片)\s*[/／|｜：:]|"
    r"(?:发布|更新|发稿|录入|印发)(?:时间|日期)\s*[：:]|\d[\d.,\s]*[百千万亿]*(?:[美欧日]?元|人次?|[%％])$|"
    r"(?:(?:计量|填报|编制|制表)?单位|指标|数据库|统计时间|时间|口径|(?:数据|资料)来源)\s*[：:]|"
    r"\S{0,8}记者[\s\u3000/]|[—－]{2}|[【［\[]\s*(?:关键词|摘\s*要|作者)|各位|同志们|暨|文[：/]|下载|打印|https?:|www\.|[（(\[【].*[）)\]】]$|.*[摄：:]$|.*[（(](?:[^（()）]*(?:[供配组]图|摄影?)|[左右前后中][一二三四五六七八九\d]?)[）)]|.*合影(?:留念)?$|.*〔\d{4}〕.*号$|关于.*的(?:通知|意见|函|办法|决定|通告|公告)$|"
    r"[^\u4e00-\u9fff]*$|第\d+[条款项]"
)
_RELATED = re.compile(
    r"[【\[]?(?:相关|延伸|推荐|更多|往期|热点)(?:链接|阅读|新闻|报道|文章|文件|信息|稿件|内容|推荐|解读|来信|附件|下载)[】\]：:]?"
)
_CONTACT = re.compile(r"(?:(?:单位|联系|办公|通讯|通信)?地\s*址|(?:联系|办公|咨询|服务)?电\s*话)\s*[：:]")
_DAY = re.compile(r"\d{1,2}\s*月\s*\d{1,2}\s*日")
_DATELINE = re.compile(r"\S{2,12}?\d{1,2}月\d{1,2}日(?:电|讯)")
_SPEECH = re.compile("(?:^|[：:，,。])[“‘][^“‘]*[？！?!…][”’]+$")
_STOPS = re.compile("[。，！？…]")  # in a sentence within quotation marks, and not in a name
_LABEL = re.compile(r"([^：:]{2,12})[：:]")
_SPEAKER = re.compile(
    r"\S*(?:书记|主席|主任|委员|部长|省长|市长|县长|区长|镇长|局长|厅长|处长|科长|司长|院长|校长|所长|会长|秘书长|经理|董事长|教授|"
    r"研究员|专家|代表|发言人|负责人|记者)[ \u3000]?[\u4e00-\u9fff·]{2,4}[：:]"
)
_ADDRESSED = re.compile(r"各|全体|尊敬|亲爱|同志|朋友|.*们$")
_SHORT = 12  # characters of a title over another title
_LONG_TITLE = range(_TITLE.stop, CLAUSE + 1)
_TELEPHONE = re.compile(r"(?:(?:\d{3,4}[-—－ ])?\d{7,8}(?:[（(][^（()）]{1,6}[）)])?(?:[\s/／、,，]|$)\s*)+")
_LINK = re.compile(r"[\[(（<]*(?:https?://|www\.)")


def is_prose(text: str) -> bool:
    """Return whether a text is running text."""
    if not _PROSE < len(text) <= CLAUSE:
        return len(text) > CLAUSE
    return text[-1] in "。！？；" or (text[-1] == "”" and _STOPS.search(text) is not None)


def is_clause(text: str) -> bool:
    """Return whether a text is a short line that neither ends a sentence nor leads to a list."""
    return len(text) <= CLAUSE and text[-1] not in FINAL + "：:" and not _ends_in_quotes(text)


def is_title(text: str) -> bool:
    """Return whether a line may be a heading without any number or mark."""
    return (
        len(text) in _TITLE
        and text[-1] not in FINAL + "：:…！!"
        and "。" not in text
        and not _ends_in_quotes(text)
        and not is_beside(text)
        and ARTICLE.match(text) is None
    )


def is_long_title(text: str) -> bool:
    """Return whether a line may be a headline that is longer than other headings: without commas or a full stop."""
    if len(text) not in _LONG_TITLE or not is_clause(text) or is_beside(text):
        return False
    return not re.search("[，。；？！_=]", text)


def is_short_title(text: str) -> bool:
    """Return whether a line may be a heading of a few characters, over others."""
    return len(text) <= _SHORT and is_title(text)


def is_label(text: str) -> bool:
    """Return whether a line is a label with a colon and nothing else, and does not say who is spoken to: 报名方式："""
    label = _LABEL.fullmatch(text)
    if label is None or _ADDRESSED.match(label[1]):
        return False
    return not (is_authority(label[1]) or is_beside(f"{label[1]} "))


def is_speaker(text: str) -> bool:
    """Return whether a line is a post and a name with a colon: who says what stands below."""
    return len(text) <= CLAUSE and _SPEAKER.fullmatch(text) is not None


def reports(text: str) -> bool:
    """Return whether a line is 会议强调 or the like, alone over what was said."""
    return _SAID.fullmatch(text) is not None


def is_named(text: str) -> bool:
    """Return whether a line is a customary heading of service guides and constitutions: 办理流程, 序言."""
    return _NAMED.fullmatch(text) is not None


def is_interview(text: str) -> bool:
    """Return whether a line is a question of an interview, 问：…？"""
    return _QUESTION.fullmatch(text) is not None


def asks(text: str) -> bool:
    """Return whether a line is a question that the text below answers: 如何办理？"""
    return _ASKS.search(text) is not None


def is_related(text: str) -> bool:
    """Return whether a line stands over links to other pages: 相关链接, 延伸阅读."""
    return _RELATED.fullmatch(text) is not None


def is_subtitle(text: str) -> bool:
    """Return whether a line is the second line of a title: ——…"""
    return text[:2] in ("——", "－－", "--")


def is_contact(text: str) -> bool:
    """Return whether a line is an address or a telephone number behind its label."""
    return _CONTACT.match(text) is not None


def is_telephone(text: str) -> bool:
    """Return whether a line is one or more telephone numbers without a label."""
    return _TELEPHONE.fullmatch(text) is not None


def is_link(text: str) -> bool:
    """Return whether a line begins with an address on the web."""
    return _LINK.match(text) is not None


def is_beside(text: str) -> bool:
    """Return whether a line is a date, signature, caption, salutation or note, which heads nothing."""
    return _BESIDE.match(text) is not None or _DATELINE.match(text) is not None or is_dated(text)


def is_dated(text: str) -> bool:
    """Return whether a line is a date, also one without its year."""
    return len(text) < _DATED and (first_date(text) is not None or _DAY.fullmatch(text) is not None)


def is_day(text: str) -> bool:
    """Return whether a line is a date without a time of the day, as a chronicle has it."""
    return is_dated(text) and ":" not in text and "：" not in text


def is_authority(text: str) -> bool:
    """Return whether a line ends with an authority's name."""
    return _SIGNATURE.search(text) is not None


def _ends_in_quotes(text: str) -> bool:
    """Return whether a sentence ends within quotation marks, or a line is what somebody says."""
    return text[-1] in "”’" and (text.rstrip("”’")[-1:] in ("。", "；") or _SPEECH.search(text) is not None)
