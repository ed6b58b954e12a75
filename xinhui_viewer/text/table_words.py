"""The words of tables: units, codes, totals and changes, as heads and names of rows have them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from math import log10

from xinhui_viewer.text.quantities import quantities
from xinhui_viewer.text.quantity_rules import Sort

YEARS = re.compile(r"年份|年度|年[别別]|时间|月份|季度|时期|日期")
SERIAL = re.compile(
    r"序\s*[号列]|编\s*号|排\s*[序名]|[名位]\s*次|[行栏]\s*[次号]|题目?序?号|序|No\.?|ID", re.IGNORECASE
)
# Numbers that name a thing and count nothing.
CODE = re.compile(
    r"代码|编码|区划码|识别码|标识码|信用码|条码|号码|邮编|邮政|电话|传真|手机|学号|工号|证号|账号|卡号|户号|文号|编号|经度|纬度|坐标|"
    r"[^信符]号$|[Cc]ode$|^ID$"
)
UNIT_FIELD = re.compile(r"(?:计量|数量)?\s*单\s*位")
# Rows of a head that say the same of each field and name none of them: databases export 频度 月, 地区 全国.
ASIDE = re.compile(r"频\s*[度率]|口\s*径|来\s*源|数据来源|更新(?:时间|日期)|指标(?:代码|编码|ID)")
BRACKETED = re.compile(r"[（(\[](?:(?:计量)?[单單]位\s*[：:])?\s*(?:人民币)?([^（）()\[\]]{1,12})[）)\]]")
COUNTED = re.compile(r"((?:[人件户宗个家次起项所台辆例]|人次)(?=数$)|[学课]时$|学分$)")
CHANGE = re.compile(r"增长|上涨|涨[幅跌]|增速|增减|增幅|下降|降幅|同比|环比|比上年|较上年|±")
FALL = re.compile(r"下降|降幅|减少")
COUNTS = re.compile("数量|[件户个]数$")  # the head of a field of counts, whatever its rows name
SHARE = re.compile("比重|占比|百分比|所占比例|构成")
PLAIN = re.compile(
    r"数值|数量|数据|总数|总[量额]|绝对[数值量额]|金额|人数|件数|户数|完成(?:数|情况|量|额)?|实绩|指标值|本期|本[年月]|累计|本[季期]度?|当[季期月]|合计|数额|"
    r"情况|实际(?:完成)?|指标|值|本[年月]止?累计|自?年初累计|小计"
)
TOTAL = re.compile(r"合\s*计|总\s*计|总\s*数|全\s*区|全\s*市|全\s*县|全\s*国|全\s*省")
NOTHING = re.compile(r"[-—–－…./／·*＊#]+|n\.?a\.?|无", re.IGNORECASE)  # in place of a number
INDEX = re.compile(r"以?(?:上年|上月|去年|(?:19|20)\d{2}年?)[^（）()]{0,6}[=＝为]\s*100")
_FOLDS = {
    "十": 1,
    "百": 2,
    "千": 3,
    "万": 4,
    "十万": 5,
    "百万": 6,
    "千万": 7,
    "亿": 8,
    "十亿": 9,
    "百亿": 10,
    "万亿": 12,
}
_SCALED = re.compile("(十亿|百亿|万亿|十万|百万|千万|[十百千万亿])(.+)")
# Units of science with 千 or 百 in them.
_WHOLE = re.compile("[千百](?:瓦|卡|伏|帕|赫|焦|米|克|升|牛|字节|比特|分)")
_ANY_UNIT = re.compile(r"[\u4e00-\u9fffA-Za-z℃°²³‰%％][\u4e00-\u9fffA-Za-z℃°²³‰%％/／·.\d-]{0,11}")
_OFFICE = ".*(?:局|委|办公室|公司|中心|政府|厅|学校|学院|医院|大学|部门)$"  # 填报单位, not a unit
_NO_UNIT = re.compile(rf"[年月日]|无|个|见|含|按|现|当|可比|不|其|约|上|以|占|{_OFFICE}")
_NUMBERED = re.compile(
    r"\s*(?:[（(][\d一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}(?:[、．]|[.](?!\d))|[①-⑳])\s*"
)
_OF_TOTAL = re.compile(r"^\s*(?:在总计中|按[^：:]{1,10}分)\s*[：:]\s*")
_NOTE_MARK = re.compile(r"(?:[\[［〔【]\d{1,2}[\]］〕】]|[①-⑩⑴-⑽]|(?<=[\u4e00-\u9fff）])\d{1,2}[)）]|[*＊])$")
_TRANSLATED = re.compile(
    r"(?<=[\u4e00-\u9fff）)\]])(?:\s+[A-Za-z#][A-Za-z ,.'’&()%/\d-]{3,}|[A-Z][a-z]{3}[A-Za-z ,.'’&()%/\d-]*)$"
)
_RATE = re.compile("([^/／]+)[/／]([^/／]+)")
_SIMPLE = str.maketrans("歲萬億戶噸頃個輛處畝項", "岁万亿户吨顷个辆处亩项")  # units in traditional characters
_SAMPLE = "37"  # a number that is no year, no ordinal and no structure of a text


@dataclass(frozen=True, slots=True)
class Measure:
    """A unit as a table gives it to bare numbers: the power of ten, the unit itself and its sort."""

    power: int
    unit: str
    sort: Sort

    @property
    def is_share(self) -> bool:
        """True for percent and percentage points."""
        return self.sort in ("percent", "points")


PERCENT = Measure(0, "%", "percent")


@lru_cache(4096)
def measure(unit: str, *, stated: bool = False) -> Measure | None:
    """Return the measure that a text names, None when it names no unit.

    A unit that is ``stated`` as one (单位：千公顷, a field of units) may be any; else it is one that texts count in.
    """
    unit = unit.strip(" \u3000）)（(:：").translate(_SIMPLE)
    if INDEX.fullmatch(unit):
        return Measure(0, "", "measure")
    written = _SAMPLE + unit
    found = quantities(written)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(written)):
        return Measure(round(log10(found[0].value / float(_SAMPLE))), found[0].unit, found[0].sort)
    if not stated or not _ANY_UNIT.fullmatch(unit) or _NO_UNIT.fullmatch(unit):
        return None
    scaled = None if _WHOLE.match(unit) else _SCALED.fullmatch(unit)
    return Measure(_FOLDS[scaled[1]], scaled[2], "measure") if scaled else Measure(0, unit, "measure")


def measures_in(text: str) -> tuple[Measure, ...]:
    """Return the measures in brackets: the 亿元 of 总产值（亿元）, the 上年=100 of a price index."""
    found = (measure(match[1], stated=_said(match)) for match in BRACKETED.finditer(text))
    return tuple(one for one in found if one is not None)


def without_units(text: str) -> str:
    """Return a name without units in brackets, what stands before it, a mark of a note and a translation."""
    text = _OF_TOTAL.sub("", text)
    numbered = _NUMBERED.match(text)
    bare = text[numbered.end() :] if numbered else text
    bare = BRACKETED.sub(lambda match: "" if measure(match[1], stated=_said(match)) else match[0], bare)
    return _NOTE_MARK.sub("", _TRANSLATED.sub("", bare.strip()))


def _said(match: re.Match[str]) -> bool:
    """Return whether brackets say that they hold a unit, or scale it as only units are: （千公顷）."""
    if re.search("[单單]位", match[0]) or re.match("[千万亿萬億]|[^/]*[岁歲]$", match[1]) is not None:
        return True
    if len(match[1]) == 1 and f"{match[1]}数" in match.string[: match.start()]:  # 注数（注）
        return True
    rate = _RATE.fullmatch(match[1])
    return rate is not None and (measure(rate[1]) is not None or rate[1].isascii())
