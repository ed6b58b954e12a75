"""Find the quantities of a text: numbers with units that are no names, dates or limits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from xinhui_viewer.records import Approximation
from xinhui_viewer.text.numerals import number
from xinhui_viewer.text.quantity_rules import NEAR, Mention, Sort, counts

# More digits than any statistic: a number of some record, or noise.
_LONGEST = 40
_TENTHS = "成"

_WIDE = {0xFF10 + digit: 0x30 + digit for digit in range(10)} | {ord("％"): "%", ord("．"): ".", ord("\u3000"): " "}
_HAN = "零〇一二两三四五六七八九十百千万亿"
_MONEY = "元人民币|块钱|元|美元|欧元|港元|日元|英镑|卢布"
_DURATION = "个半月|个半小时|个工作日|个小时|工作日|个月|小时|分钟|年|天|日|周(?![年岁边期])"
_MEASURE = (
    "平方公里|平方千米|平方米|立方米|公里|千米|毫米|厘米|公顷|海里|米|亩|"
    "千瓦时|瓦时|千瓦|兆瓦|吉瓦|吨标准煤|吨|公斤|千克|毫克|微克|克|斤|毫升|升(?![至到级])|"
    "次浮点运算/秒|毫秒|微秒|摄氏度|℃|EB|PB|TB|GB|MB|kWh|分贝"
)
# Classifiers, each without the words that merely begin with it (项 but not 项目 without a classifier, 部 but not 部门).
_COUNT = (
    "人次|架次|班次|批次|场次|车次|户次|册次|剂次|件次|标箱|课时|学时|"
    "个(?![体别性])|名(?![单列优])|人(?![民大均才口工])|户(?![籍外])|家(?![庭长])|件|项(?!目)|条(?![例件])|起(?![步来点草])|宗|"
    "次(?!产业|会|全会|全体|以上会)|辆|台(?![风湾阶])|套(?!班子)|所(?![有在得属需])|处(?![理罚长级分])|座(?!谈)|栋|幢|间(?!接)|张|份|"
    "篇|部(?![门委分长队])|本(?![级市区地科次])|册|种|场(?![所馆地])|支(?![持部付行出])|组(?![织建])|对(?![于外接])|头|只(?![有要能])|匹|"
    "株|棵|颗|片|块|段(?!时)|例|剂|床|位(?!一体)|列(?![入为])|艘|架(?!构)|枚|盏|根(?![据本])|道(?![路德])|箱|单(?![位元])|笔(?!记)|"
    "首(?![次个批位])|幅(?!度)|口(?![岸径])|轮(?!流)|批(?![准复示])|款(?!项)|门(?![类店诊])"
)
_UNIT = f"(?:{_MONEY}|{_MEASURE}|{_DURATION}|{_COUNT})"
_COMPOUND = (
    rf"(?:%|‰|个百分点|百分点|成(?![果功为立员绩长本效])|倍|{_UNIT}(?:/(?:{_MEASURE}|{_DURATION}|人|户|件|次))?)"
)
_NUMBER = rf"(?:\d++(?:,\d{{3}}(?!\d))*+(?:\.\d+)?|[{_HAN}]++(?:点[{_HAN}]+)?)"
_FOLD = "[十百千]?[万亿]*"
_AMOUNT = rf"(?:{_NUMBER})\s?(?:[多余]?(?:{_FOLD}))"
_BEFORE = (
    "大约|约有|约|接近|近|不足|不到|达不到|不超过|不得超过|不高于|不得高于|超过|超出|超|突破了?|逾|至少|不低于|不得低于|不少于|"
    "不得少于|过(?=半)|上(?=[百千万亿])"
)
_AFTER = "以上|以下|以内|之内|左右|上下|多|余"
QUANTITY = re.compile(
    rf"(?=[\d{_HAN}大约接近不达超突逾至过上半])(?P<before>{_BEFORE})?(?<![第\d.{_HAN}A-Za-z:：/〔\[-])(?:"
    rf"(?P<fraction>(?P<base>百|千|[{_HAN}]+|\d+)分之(?P<part>[{_HAN}]+(?:点[{_HAN}]+)?|\d+(?:\.\d+)?))(?:[—–\-~～至到](?:百分之(?P<part_max>[{_HAN}]+|\d+(?:\.\d+)?)))?(?P<fraction_after>{_AFTER})?|"
    rf"(?P<half>一半|半数|过半)|"
    rf"(?P<first>{_NUMBER})\s?(?P<first_more>[多余来]?)(?P<first_fold>{_FOLD})(?P<first_extra>[多余]?)"
    rf"(?:\s?(?P<first_unit>{_COMPOUND})?(?:以上)?(?:[—–\-~～至到]{{1,2}}|(?<=以上)、?)"
    rf"(?P<second>{_NUMBER})(?P<second_fold>{_FOLD}))?"
    rf"\s?(?P<unit>{_COMPOUND})?(?P<tail>半(?!数|年|个))?(?P<after>{_AFTER}|内)?)"
)
_NUMERAL = re.compile(rf"[\d{_HAN}半]")  # every quantity has one
_LONGEST_BEFORE = 4  # characters before a numeral that belong to its quantity: 不得超过
_WIDE_SIGN = re.compile("[\uff0e\u3000\uff05\uff10-\uff19]")
_QUOTED = re.compile("[“《「]")
_RANK = re.compile(
    r"(?=[全世亚第一二三四五六七八九十])(?P<scope>全[国省市区县州盟球镇]|世界|亚洲|[一二三四五六七八九十]{1,3}[省市区县][一二三四五六七八九十]{1,3}[省市区县])?第(?P<place>\d{1,4}|[一二三四五六七八九十百]{1,5})(?P<unit>[位名])?"
)
_RANKING = re.compile(r"(?:居|列|排名?|位次|名次|跃升至|升至|上升到|由|从)[^，。；,;\d]{0,8}$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit where it stands in a text; ``maximum`` is the second bound of a range."""

    start: int
    end: int
    value: float
    unit: str
    sort: Sort
    approx: Approximation = "exact"
    maximum: float | None = None


def quantities(text: str, legal: bool = False) -> tuple[Quantity, ...]:
    """Return the quantities of a text in order; ``legal`` text states thresholds as its own rules."""
    numeral = _NUMERAL.search(text)
    if numeral is None:
        return ()
    first = max(0, numeral.start() - _LONGEST_BEFORE)
    plain = text.translate(_WIDE) if _WIDE_SIGN.search(text) else text
    found = [each for match in QUANTITY.finditer(plain, first) if (each := _quantity(plain, match, legal)) is not None]
    if "第" in plain:
        found += [each for match in _RANK.finditer(plain) if (each := _rank(plain, match)) is not None]
        found.sort(key=lambda each: each.start)
    return tuple(found)


def _quantity(text: str, match: re.Match[str], legal: bool) -> Quantity | None:
    start, end = match.span()
    if end - start > _LONGEST or _counts_nothing(match) or _is_named(text, match):
        return None
    if match["fraction"]:
        most = number(match["part_max"]) if match["part_max"] else None
        return _share(match, _fraction(match["base"], match["part"]), match["fraction_after"], most)
    if match["half"]:
        over = match["half"] == "过半" or text.startswith("以上", match.end())
        return _share(match, 50.0, "以上" if over else None)
    return _amount(text, match, legal)


def _counts_nothing(match: re.Match[str]) -> bool:
    """Return whether a numeral is bare: no unit, no share, nothing that scales it."""
    if match["unit"] or match["fraction"] or match["half"]:
        return False
    whole = match[0]
    return "万" not in whole and "亿" not in whole and match["before"] != "上"


def _share(match: re.Match[str], value: float | None, after: str | None, most: float | None = None) -> Quantity | None:
    if value is None:
        return None
    return Quantity(match.start(), match.end(), value, "%", "percent", _approximation(match["before"], after), most)


def _fraction(base: str, part: str) -> float | None:
    below, above = number(base), number(part)
    return 100 * above / below if below and above is not None else None


def mention(text: str, match: re.Match[str], legal: bool) -> Mention | None:
    """Return the mention in a match of QUANTITY; None when its number has no value or counts no unit."""
    unit, sort = _unit(text, match)
    first = number(match["first"])
    if sort is None or first is None:
        return None
    approx = _approximation(match["before"], match["after"] or match["first_more"] or match["first_extra"])
    start, end = match.span()
    before, behind = text[max(0, start - NEAR) : start], text[end : end + NEAR]
    return Mention(match, match["first"], first, unit, sort, approx, match["after"] or "", before, behind, legal)


def _amount(text: str, match: re.Match[str], legal: bool) -> Quantity | None:
    found = mention(text, match, legal)
    if found is None or not counts(found):
        return None
    value, maximum = _bounds(match, found.value)
    approx = found.approx
    if maximum is not None:
        approx = "about" if match["before"] in ("约", "大约") else "exact"
    unit = "%" if found.unit == _TENTHS else found.unit
    return Quantity(match.start(), _end(match), value, unit, found.sort, approx, maximum)


def _bounds(match: re.Match[str], first: float) -> tuple[float, float | None]:
    """Return the value and, for a range, its other bound: 三成半 is 35, 一个半月 1.5, 3～5万 30,000 and 50,000."""
    value = _folded(first, _fold(match, first))
    maximum = number(match["second"] + match["second_fold"]) if match["second"] else None
    unit = match["unit"] or ""
    if unit.startswith("个半"):
        value += 0.5
    if unit == _TENTHS:
        value = value * 10 + (5 if match["tail"] else 0)
        maximum = maximum and maximum * 10
    return value, maximum


def _fold(match: re.Match[str], first: float) -> str:
    """Return the sign that scales the first number: 3～5万 has one for both."""
    own: str = match["first_fold"]
    if own or match["first_unit"] or not match["second"] or first >= (number(match["second"]) or 0):
        return own
    shared: str = match["second_fold"]
    return shared


def _end(match: re.Match[str]) -> int:
    return match.end() - (1 if match["after"] == "内" and match["unit"] and match["unit"] not in _DURATION else 0)


def _folded(value: float, fold: str) -> float:
    power = sum({"十": 1, "百": 2, "千": 3, "万": 4, "亿": 8}[sign] for sign in fold)
    return float(f"{value!r}e{power}") if "e" not in repr(value) else value * 10.0**power


def _unit(text: str, match: re.Match[str]) -> tuple[str, Sort | None]:
    unit: str = match["unit"] or ""
    if unit == "块" and text[match.end() : match.end() + 1] in "，。,、；":
        return "元", "money"
    if unit:
        return _sort(unit)
    scaled = "万" in match[0] or "亿" in match[0] or match["before"] == "上"
    return "", "count" if scaled and "\u4e00" <= text[match.end() : match.end() + 1] <= "\u9fff" else None


@lru_cache(512)
def _sort(unit: str) -> tuple[str, Sort]:
    if unit in ("%", _TENTHS):
        return unit, "percent"
    if unit in ("百分点", "个百分点"):
        return "百分点", "points"
    if unit == "倍":
        return unit, "times"
    if unit in ("元", "元人民币", "块钱"):
        return "元", "money"
    if re.fullmatch(_MONEY, unit):
        return unit, "money"
    if re.match(_DURATION, unit):
        return unit.replace("个半", "个"), "duration"
    if re.match(_MEASURE, unit):
        return unit, "measure"
    return unit, "count"


def _is_named(text: str, match: re.Match[str]) -> bool:
    """Return whether a number is inside a short quotation (“三人工作小组”), as part of a name."""
    if _QUOTED.search(text, max(0, match.start() - 12), match.start()) is None:
        return False
    opening = max(text.rfind(sign, max(0, match.start() - 12), match.start()) for sign in "“《「")
    if any(text.find(sign, opening, match.start()) >= 0 for sign in "”》」"):
        return False
    return any(text.find(sign, match.start(), opening + 14) >= 0 for sign in "”》」")


def _approximation(before: str | None, after: str | None) -> Approximation:
    if before in ("约", "约有", "大约") or after in ("左右", "上下"):
        return "about"
    if before in ("近", "接近", "不足", "不到", "达不到", "不超过", "不得超过", "不高于", "不得高于"):
        return "under"
    if after in ("以内", "之内", "内", "以下"):
        return "under"
    return "over" if before or after else "exact"


def _rank(text: str, match: re.Match[str]) -> Quantity | None:
    following = text[match.end() : match.end() + 1]
    ends = not following or following in "，。；、,;）)和及的升跃 \n"
    if not ends:
        return None
    before = text[max(0, match.start() - 12) : match.start()]
    listed = re.search(r"第[一二三四五六七八九十\d]+[位名]?[、和]$", before) is not None
    asserted = match["scope"] or match["unit"] or _RANKING.search(before) or listed
    value = number(match["place"])
    if not asserted or value is None or (match["unit"] == "名" and following not in "，。；、,;）) \n"):
        return None
    return Quantity(match.start(), match.end(), value, "名", "rank")
