"""Names that look like a number with its unit: those of places, 五台山, and of trains, X8086次."""

from __future__ import annotations

import re

_LINE = re.compile("(?:（[^（）]{1,6}）)?(?:中欧|国际|货运)*(?:班列|列车|航班|高铁|动车)")  # 75052次列车
_LETTERED = re.compile(r"[A-Za-zＡ-Ｚ](?:\s|（[^（）]{1,3}）)?$")  # X（行）8086次
_UNITS = frozenset("台门头口")  # that count no mountain, town or road
_PLACE = re.compile(
    "山(?![羊地猪])|[县区](?![级属域直管])|市(?![级属域直管场])|镇(?!级)|乡|村(?![级办])|路|桥(?!式)|峡"
)


def begins_place(unit: str, behind: str) -> bool:
    """Return whether a numeral and its unit begin the name of a place, by the words behind them: 三门峡市."""
    return unit in _UNITS and _PLACE.match(behind) is not None


def is_train(before: str, behind: str) -> bool:
    """Return whether the words around a number of times show that it names a train or a flight."""
    return _LINE.match(behind) is not None or _LETTERED.search(before) is not None
