"""The forms in which a sentence names a period: 2020年, 前三季度, 今年1月至12月中旬, 截至目前, 近五年来, 节日期间."""

from __future__ import annotations

import re
from collections.abc import Iterator

_SMALL = "[一二三四五六七八九十两]"
_YEAR = r"(?:(?:19|20)\d\d年度?|二[〇○零一二三四五六七八九]{3}年|[今去上当本前明]年度?)"
_TO = "[—–~～至到-]{1,2}"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_HOUR = r"(?:\s?\d{1,2}(?:[—–-]\d{1,2})?[时点](?:\d{1,2}分)?许?|[上下中]午|凌晨|晚间?)?"
_DAY = rf"\d{{1,2}}[日号](?:（[^）\n]{{1,8}}）)?{_HOUR}"
_PART = "(?:份|[上中下]旬|[底末初])?"
_LIST = rf"{_MONTH}月(?:[、和]{_MONTH}月)+"
_MONTHS = rf"(?:{_LIST}|{_MONTH}月?{_TO}{_MONTH}月{_PART}|{_MONTH}月(?:{_DAY}|{_PART})|{_SMALL}{{1,2}}月份)"
_QUARTER = "第?[一二三四](?:、第?[一二三四])*季度末?"
_QUARTERS = rf"(?:前(?:[\d一二三四五六七八九十两]{{1,2}}个?月|[一二三两123]个?季度)|{_QUARTER}|[上下]半年)"
_FEAST = "(?:除夕|元旦|春节|清明|端午|中秋|国庆)"
_SEASON = f"(?:暑[期假]|寒假|春运|汛期|{_FEAST}(?:当[天日])?)"
_DATE = rf"(?:{_YEAR}(?:全年|{_QUARTERS}|{_MONTHS}|[底末初]|{_SEASON})?|{_QUARTERS}|{_MONTHS})"
_NEARBY = rf"(?:[今昨前]天|[今昨]日|昨[晚夜])(?:（[^）\n]{{1,8}}）)?{_HOUR}"
_FROM_NEARBY = rf"从{_NEARBY}{_TO}(?:{_NEARBY}|{_DATE}|{_DAY}|现在|目前)"  # 从昨晚到今天凌晨
_DAYS = rf"{_DAY}(?={_TO}\d{{1,2}}[日号])"
_RANGE = rf"(?:{_DATE}|{_NEARBY}|{_DAYS})(?:{_TO}(?:{_DATE}|{_DAY}|[今昨]天|现在|目前))?"
_SPAN = rf"(?:(?:19|20)\d\d年?{_TO}(?:19|20)\d\d年{_PART}|{_RANGE})"
_COUNT = r"(?:[十几\d一二三四五六七八九两]{1,3}|数)"
_LATELY = rf"(?:近|最近|过去|今后|未来){_COUNT}(?:年|个月|周|个?星期)间?"
_HOURS = rf"(?:最近|过去){_COUNT}个?(?:小时|天)[里内]?"
_YEARS = rf"(?:(?:近|最近|过去)?{_COUNT}(?:多|余)?个?[年月](?:多|余)?来|近年来|{_COUNT}年间|{_LATELY})"
_SPAN_AT = rf"(?:[^，。；、,;\n\d]{{0,6}}?{_SPAN}|目前|现在|当前|今|[^，。；、,;\n\d]{{1,8}}?[底末日时](?=[，,]))"
_UNTIL = rf"截[至止]到?{_SPAN_AT}"
_CLAUSE = r"[^，。；、,;：:！？（）()\n]"
_AT_CLAUSE = r"(?:(?<=[，。；,;：:！？\n])|(?<![\s\S]))"
# Whatever a clause begins with and calls a time: 专项斗争开展以来, 国庆假期, 生态环境保护督察期间.
_CALLED = (
    rf"{_AT_CLAUSE}(?!由于|因为|鉴于)(?:在|预计|计划|向|对)*(?P<called>{_CLAUSE}{{2,16}}?(?:以来|期间|假期)(?:前\d{{1,2}}天|首日|第[一二三四五六七八九\d]天)?(?![的里]|{_CLAUSE}{{1,8}}以来)|"
    rf"{_CLAUSE}{{2,10}}?(?:开始|启动|开幕|开展)[至到]{_SPAN}(?=[，,]))"
)
_PLAN = r"“?十[一二三四五六]五”?(?:时期|期间|以来|末)"
_EVERY = r"每(?:[年月周]|季度|[天日](?![上下]))"
_BEGINS = r"(?=[除元春清端中国\d十几数一二三四五六七八九两截前今去上下当本明全目现每从自到近过最未昨年第“])"
_FORM = re.compile(
    rf"{_CALLED}|{_BEGINS}(?:{_UNTIL}|{_PLAN}|{_FROM_NEARBY}|(?:自从?|从){_SPAN}(?:以来|开始|起)|"
    rf"(?:(?<![升降增加少高大达上下回长短涨跌扩复])到)?{_SPAN}(?:以来|起|同期)?|"
    rf"{_YEARS}|{_HOURS}|{_EVERY}|全年|{_FEAST}当[天日]|当天|目前|现在|当前|(?<![\d\u4e00-\u9fff])年[末底])"
)
# Words before what a clause calls a time: 全国铁路自国庆假期启动以来, 女方在怀孕期间, 这是今年以来.
_SUBJECT = re.compile(
    rf"第[\d一二三四五六七八九十百]{{1,6}}条\s*(?:{_CLAUSE}{{1,6}}在)?|这是|{_CLAUSE}{{2,10}}?(?=(?:今年|去年|近年)(?:以来|期间))|{_CLAUSE}{{1,10}}?(?=自(?![然治由主身]))|{_CLAUSE}{{1,6}}在(?={_CLAUSE}{{2,8}}期间)"
)
_HAS = re.compile("[年月日期目全现季昨今]")
_DAY_NAMED = re.compile(r"[日号天](?:（|$|[上下中]午|凌晨|晚|\d|\s)")


class Named:
    """A period that a sentence names, at an offset."""

    __slots__ = ("end", "name", "start")

    def __init__(self, match: re.Match[str]) -> None:
        self.start, self.end = match.span("called" if match["called"] else 0)
        self.name = match[0] if not match["called"] else match["called"]
        if match["called"] and (subject := _SUBJECT.match(self.name)):
            self.start += subject.end()
            self.name = self.name[subject.end() :]

    @property
    def recurs(self) -> bool:
        """Return whether it comes again, so that it says little of what follows: 每年, 去年同期."""
        return self.name[0] == "每" or self.name.endswith("同期")

    @property
    def is_day(self) -> bool:
        """Return whether it is a single day, which may be that of an announcement."""
        return _DAY_NAMED.search(self.name) is not None and self.name[0] not in "截自从"


def named(sentence: str) -> Iterator[Named]:
    """Yield the periods that a sentence names, in order, without judging what they govern."""
    return map(Named, _FORM.finditer(sentence))


def without_periods(text: str) -> str:
    """Return words without the periods that they name, except in comparisons: 比2020年下降."""
    if _HAS.search(text) is None:
        return text
    return _FORM.sub(
        lambda match: match[0] if text.endswith(("比", "较", "每"), 0, match.start()) or match[0][0] == "每" else "",
        text,
    )
