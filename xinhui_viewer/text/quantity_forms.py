"""The forms in which texts write a quantity, and digits as each of them reads."""

from __future__ import annotations

import re

from xinhui_viewer.text.quantity_units import COMPOUND

_HAN = "零〇一二两三四五六七八九十百千万亿"
_DIGITS = r"\d++(?:,\d{3}(?!\d))*+(?:\.\d+)?"
_PARTED = rf"(?:{_DIGITS}[千万亿]{{1,2}}零?)+(?:{_DIGITS}(?=[百千万亿元])|\d{{3,4}}(?!\d))"  # 12亿3000 of 12亿3000万元
_FORMAL = "[零壹贰叁肆伍陆柒捌玖]++(?:[拾佰仟萬万億亿]+[零壹贰叁肆伍陆柒捌玖]*)+(?=[元圆])"
_NUMBER = rf"(?:{_PARTED}|{_DIGITS}|[{_HAN}]++(?:点[{_HAN}]+)?|{_FORMAL})"
_FOLD = "(?:[十百]|千(?![克米瓦卡赫帕伏]))?[万亿]*"
_BEFORE = (
    "大约|(?<![签条预节合公特制大契履违])约有?|接近|近|不足|不到|达不到|少于|低于|不超过|不得超过|不高于|不得高于|超过|超出|超|突破了?|逾|至少|不低于|不得低于|不少于|"
    "不得少于|过(?=半)|(?<!成百)(?<!成千)上(?=[百千万亿])"
)
_AFTER = "以上|以下|以内|之内|左右|上下|多|余"
_MINUS = "[-−－]"
_RISEN = f"(?<=[增长降升率幅为达是至到速度温约、和：:]){_MINUS}"  # no dash that joins: 甲-5
_FREE = rf"(?<![第\d.{_HAN}A-Za-z/*×〔\[-])(?<![\d{_HAN}][:：])"
_HALF = r"半(?=[，。；、,;）)\s的之左以时]|$)"
_MINUTES = r"(?<=小时)零?\d{1,2}分钟?(?![之\d])"  # 11小时30分
_SMALL = rf"[\d{_HAN}]{{1,2}}"
QUANTITY = re.compile(
    rf"(?=[\d{_HAN}大约接近不少低达超突逾至过上半壹贰叁肆伍陆柒捌玖−－-])(?P<before>{_BEFORE})?(?:(?P<minus>{_RISEN})|{_FREE})(?:"
    rf"(?P<fraction>(?P<base>百|千|[{_HAN}]+|\d+)分之(?P<part>[{_HAN}]+(?:点[{_HAN}]+)?|\d+(?:\.\d+)?))"
    rf"(?:(?:[—–\-~～至到]|以上)(?:百分之(?P<part_max>[{_HAN}]+|\d+(?:\.\d+)?)))?(?P<fraction_after>{_AFTER})?|"
    rf"(?P<half>一半|半数|(?<!假期)(?<!赛程)(?<!时间)(?<!任期)(?<!行程)(?<!日程)过半(?![个年天月百小数]))(?P<half_after>以上)?|"
    rf"(?P<first>{_NUMBER})\s?(?P<first_more>[多余来]?)(?P<first_fold>{_FOLD})(?P<first_extra>[多余]?)"
    rf"(?:\s?(?P<first_unit>{COMPOUND})?(?P<first_after>以上)?(?:[—–\-~～至到]{{1,2}}|(?<=以上)、?(?:不满|不足)?)"
    rf"(?P<second>{_NUMBER})(?P<second_fold>{_FOLD}))?"
    rf"\s?(?P<unit>{COMPOUND}|(?<=[佰仟拾万])圆)?(?:(?<=[元圆])(?P<tenths>{_SMALL}角)?(?P<hundredths>{_SMALL}分(?!之))?[整正]?)"
    rf"?(?P<tail>{_HALF}|{_MINUTES})?(?P<after>{_AFTER}|内)?)"
)
NUMERAL = re.compile(rf"[\d{_HAN}半壹贰叁肆伍陆柒捌玖]")  # every quantity has one
LONGEST_BEFORE = 4  # characters before a numeral that belong to its quantity: 不得超过
_WIDE = {0xFF10 + digit: 0x30 + digit for digit in range(10)} | {ord("％"): "%", ord("．"): ".", ord("\u3000"): " "}
_WIDE_SIGN = re.compile("[\uff0e\u3000\uff05\uff10-\uff19]")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:[，\u00a0\u2009 ]\d{3})+(?!\d)")  # each behind another sign than a comma
_SEPARATOR = re.compile("[，\u00a0\u2009 ]")


def plain(text: str) -> str:
    """Return a text of the same length with narrow digits, and a comma before each three digits of a number."""
    if _WIDE_SIGN.search(text):
        text = text.translate(_WIDE)
    return _THOUSANDS.sub(lambda match: _SEPARATOR.sub(",", match[0]), text)
