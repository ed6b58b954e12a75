"""Find the ranks that a text gives to a subject: 全省第六, 居第17位; never ordinals of choices or of a series."""

from __future__ import annotations

import re

from xinhui_viewer.text.numerals import number

RANK = re.compile(
    r"(?=[全世亚第一二三四五六七八九十])(?P<scope>全[国省市区县州盟球镇]|世界|亚洲|[一二三四五六七八九十]{1,3}[省市区县][一二三四五六七八九十]{1,3}[省市区县])?"
    r"第(?P<place>\d{1,4}|[一二三四五六七八九十百]{1,5})(?P<unit>[位名])?"
)
_RANKING = re.compile(r"(?:居|列|排名?|位次|名次|跃升至|升至|上升到|由|从)[^，。；,;\d]{0,8}$")
_LISTED = re.compile(r"(?:居|列|排名?|位次|名次)[^，。；,;]{0,8}(?:第[一二三四五六七八九十\d]+[位名]?[、和])+$")
_PUT = ("放在", "摆在", "摆到", "放到", "置于")  # 把安全放在第一位
_ENDS = "，。；、,;）)[和及的升跃 \n"
_NEAR = 24  # characters before a rank that show whether it is one


def rank(text: str, match: re.Match[str]) -> float | None:
    """Return the place that a match of RANK gives to a subject; None when it gives none."""
    following = text[match.end() : match.end() + 1]
    if following and following not in _ENDS:
        return None
    before = text[max(0, match.start() - _NEAR) : match.start()]
    if before.endswith(_PUT):
        return None
    asserted = match["scope"] or match["unit"] or _RANKING.search(before[-12:]) or _LISTED.search(before)
    if not asserted or (match["unit"] == "名" and following not in "，。；、,;）) \n"):
        return None
    return number(match["place"])
