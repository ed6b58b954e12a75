"""The rows of a table that are parts of a row above them: 其中：住宅, and what adds up with it to the whole.

Whether 乡村 below 其中：城镇 is a part, too, is told by the sum: the two of them make the row above. Printed tables
indent such rows, but no file keeps that for sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

OF_WHICH = re.compile(r"[\s\u3000]*(?:其\s*中\s*[：:、，,]?|[#＃]\s*(?:其中[：:]?)?)[\s\u3000]*")
# A name that says what it measures needs no whole beside it.
_WHOLE_NAME = re.compile(
    r".{2,}(?:额|量|值|收入|支出|人口|面积|数|[比率]|投资|贷款|存款|费|税|价格|指数|里程|利润|资产|寿命)$"
)
_FARTHEST = 40  # rows between a part and its whole


@dataclass(frozen=True, slots=True)
class Told:
    """A row as its parts are told from it: its name, its unit, and its first number that is no change, as printed."""

    label: str
    unit: str = ""
    number: float | None = None
    decimals: int = 0


def wholes(rows: Sequence[Told]) -> list[int]:
    """Return, for each row, the row that it is a part of; -1 for a row of its own."""
    found = [-1] * len(rows)
    for at, row in enumerate(rows):
        if OF_WHICH.match(row.label) is None:
            continue
        whole = _whole(rows, found, at)
        if whole < 0:
            continue
        for part in _parts(rows, whole, at):
            if found[part] < 0:
                found[part] = whole
    return found


def is_whole_name(label: str) -> bool:
    """Return whether the name of a part says by itself what it measures: 税收收入, but not 城镇."""
    return _WHOLE_NAME.fullmatch(label) is not None


def _whole(rows: Sequence[Told], found: Sequence[int], at: int) -> int:
    """Return the nearest row above that is no part and large enough to have this one; -1 without one."""
    row = rows[at]
    for above in range(at - 1, max(-1, at - _FARTHEST), -1):
        other = rows[above]
        is_own = found[above] < 0 and OF_WHICH.match(other.label) is None and other.label
        if is_own and _has_room(other, row):
            return above
    return -1


def _has_room(whole: Told, part: Told) -> bool:
    if whole.unit and part.unit and whole.unit != part.unit:
        return False
    return whole.number is None or part.number is None or abs(whole.number) >= abs(part.number)


def _parts(rows: Sequence[Told], whole: int, first: int) -> Iterator[int]:
    """Yield a row of 其中 and those below it that add up with it to the whole."""
    yield first
    total, sum_ = rows[whole].number, rows[first].number
    if total is None or sum_ is None:
        return
    for last in range(first + 1, min(len(rows), first + _FARTHEST)):
        row = rows[last]
        if row.number is None or OF_WHICH.match(row.label) or row.unit != rows[first].unit:
            return
        sum_ += row.number
        slack = 0.6 * (last - first + 2) * 10.0 ** -rows[whole].decimals / 2
        if abs(sum_ - total) <= slack:
            yield from range(first + 1, last + 1)
            return
        if sum_ > total + slack:
            return
