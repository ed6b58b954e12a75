"""Units that the words before a number give: 产值达3亿 is money, 出游人次49.98亿 are visits, 指数132.6 has none."""

from __future__ import annotations

import re

from xinhui_viewer.text.quantity_rules import Sort
from xinhui_viewer.text.quantity_units import sort_of

_REACH = 16  # characters before a number in which its noun stands
_LEADS = (
    r"(?:已经?|目前|现|累计|合计|共|约|达到?|为|有|是|至|超过?|突破|近|逾|实现|完成|[增升降减]至|（[^（）]{1,8}）)*$"
)
_MONEY = re.compile(
    "(?:投资|产值|资金|金额|总额|余额|收入|支出|贷款|存款|税收?|利润|营收|销售额|成交额|交易额|零售额|产业规模|生产总值|增加值|货值|价值|"
    rf"外资|补助|补贴|融资|债券|费用?|罚款|造价|成本|捐款|预算)额?{_LEADS}"
)
_MONEY_BEHIND = re.compile(
    "[\u4e00-\u9fff]{0,8}?(?:投资(?![者商人公机顾促])|资金|补贴|补助(?!对)|贷款|债券|经费|奖金|罚款)"
)
_COUNTED = re.compile(rf"(?:(?P<whole>[人车架班场]次)数?|(?P<unit>[人户家件宗辆台])数)量?{_LEADS}")
_INDEX = re.compile(rf"(?:指数|系数){_LEADS}")
_SPEED = re.compile(rf"时速{_LEADS}")
_ENDS = re.compile(r"[，。；、,;）)\s]|$")


def noun_unit(text: str, start: int, end: int, scaled: bool) -> tuple[str, Sort | None]:
    """Return the unit of a number that has none behind it, and its sort; None when it counts nothing."""
    if scaled and _MONEY_BEHIND.match(text, end):  # 6200万中央预算内投资
        return "元", "money"
    if not _ENDS.match(text, end):
        return "", "count" if scaled and "\u4e00" <= text[end : end + 1] <= "\u9fff" else None
    before = text[max(0, start - _REACH) : start]
    if not scaled:
        return "", "measure" if _INDEX.search(before) else None
    if _MONEY.search(before):
        return "元", "money"
    counted = _COUNTED.search(before)
    return sort_of(counted["whole"] or counted["unit"]) if counted else ("", None)


def is_speed(text: str, start: int) -> bool:
    """Return whether a number tells how far something goes in an hour: 时速350公里."""
    return _SPEED.search(text, max(0, start - _REACH), start) is not None
