"""The verbs of change before a number: whether something rose or fell by it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xinhui_viewer.text.quantities import Quantity

CHANGE = re.compile(
    r"(?P<verb>(?:同比|环比|年均|平均|比[^，。；、]{1,10}|较[^，。；、]{1,12})?(?:分别|共|各)?(?:实际|名义)?"
    r"(?:(?P<rise>增长|增加|上升|提高|提升|上涨|增速|增幅|涨幅|增长率|扩大|(?<!不)(?<!不得)高于[^，。；]{1,6}|快于[^，。；]{1,6}|[高多]出[^，。；]{0,10}|跃升|升高|高(?!达)|快|上浮|扩增|上调|调高)|"
    r"(?P<fall>下降|减少|降低|压减|压降|精简|节省|节约|缩短|下滑|回落|降幅|(?<!不)(?<!不得)低于[^，。；]{1,6}|下跌|缩减|低|下浮|压缩|下调|调低)))"
    r"(?P<level>到|至|为)?(?:了|均|超过|超|近|约|达到?)*$"
)
# The first characters of the verbs of CHANGE, of _VERB_BEFORE and of _POINTS.
CHANGES = re.compile("[增上提涨扩高快跃升下减降压精节缩回低调]")
_PACES = ("增速", "增幅", "涨幅", "增长率")  # what they come to is a change, not a level
_GOVERNS = re.compile("(?:增加|减少|增长|下降)(?:了|约|近|超过?)?$")
_VERB_BEFORE = re.compile(
    r"(?P<fall>压减|精简|节省|下降|降低|减少|(?:(?<![\u4e00-\u9fff])|平均)减(?!按|半))[^，。；、]{1,8}$"
)
_POINTS = re.compile(r"(?:(?P<rise>提高|提升|上调|调高|增加)|下降|降低|下调|调低|减少|压降)[^，。；、\d]{1,16}$")
_SHARED = re.compile(r"[、和及与]\s*[\u4e00-\u9fff]{0,3}")
_RATES = {"percent", "times", "points"}  # one verb serves 增长3.2倍、12%
_NEAR = 24  # characters before a number in which its verb stands


def signs(sentence: str, found: Sequence[Quantity]) -> list[int]:
    """Return for each quantity 1 when something rose by it, -1 when it fell, else 0; one verb serves 下降8%、3%."""
    given = list[int]()
    previous_end = 0
    for at, quantity in enumerate(found):
        before = sentence[max(0, quantity.start - _NEAR) : quantity.start]
        sign = _change(before) or (quantity.sort == "points" and _of_points(before))
        if not sign and at and (found[at - 1].sort == quantity.sort or {found[at - 1].sort, quantity.sort} <= _RATES):
            gap = sentence[previous_end : min(quantity.start, previous_end + _NEAR)]
            sign = given[-1] if _SHARED.fullmatch(gap) else 0
        given.append(sign)
        previous_end = quantity.end
    return given


def _change(before: str) -> int:
    if CHANGES.search(before) is None:
        return 0
    match = CHANGE.search(before)
    if match:
        return 0 if match["level"] and match["rise"] not in _PACES else 1 if match["rise"] else -1
    return -1 if _VERB_BEFORE.search(before) and not re.search("[占达为至到率]", before[-5:]) else 0


def _of_points(before: str) -> int:
    """Return the sign of percentage points, which only changes have: 降低准备金率0.25个百分点."""
    match = _POINTS.search(before) if CHANGES.search(before) else None
    return 0 if match is None else 1 if match["rise"] else -1


def governed(sentence: str, quantity: Quantity) -> bool:
    """Return whether a verb of change governs a count: 比上年增加1万余台, not 新增就业8612人."""
    before = sentence[max(0, quantity.start - 6) : quantity.start]
    return quantity.sort in ("count", "duration", "measure") and _GOVERNS.search(before) is not None
