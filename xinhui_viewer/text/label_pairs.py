"""Subjects that 分别 pairs with values: in 甲、乙分别下降1%、2% the second is 乙下降."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xinhui_viewer.text.label_forms import ATTRIBUTE
from xinhui_viewer.text.label_words import trimmed

_BETWEEN = re.compile("[、和及与]")
_ORDINAL = re.compile("第?[一二三四五六]")
_TOWARDS = re.compile("[^对向]{0,6}[对向](?=[^对向]{2,6}$)")  # 我国对 of 我国对甲国、乙国分别出口
_SHARE = re.compile("(?<=..)占.{2,12}$")
_OF_ALL = re.compile("(?:增加值|产量|销量|产值|单产|总产|收入|支出|投资|面积|人数|总额|金额|规模|数量)$")
# Two things in a word: 产销 are 产量 and 销量.
_SIDES = {"产销": ("产量", "销量"), "进出口": ("进口", "出口"), "收支": ("收入", "支出"), "存贷款": ("存款", "贷款")}
_BOTH = re.compile(f"({'|'.join(_SIDES)})量?$")
_SHORT = 4  # characters of a name that lacks what it shares with the last: 一产、二产、三产增加值


@dataclass(frozen=True, slots=True)
class Pairing:
    """Subjects in order, the words between them and the values, and how many values they have met."""

    names: tuple[str, ...] = ()
    verb: str = ""
    met: int = 0

    def label(self, at: int) -> str:
        """Return the label of a value; all have the whole subject when there are more values than names."""
        name = self.names[at] if at < len(self.names) else "、".join(self.names)
        return name + self.verb


def paired_names(clause: str, values: int = 0) -> tuple[str, ...]:
    """Return the subjects that a clause lists, each whole: 一、二、三产业增加值 are 第一产业增加值 and so on.

    Of ``values``, when they are fewer than the names, each belongs to one of those that 、 parts.
    """
    names = _parts(trimmed(clause), values)
    if len(names) == 1 and (both := _BOTH.search(names[0])):
        return tuple(names[0][: both.start()] + one for one in _SIDES[both[1]])
    if len(names) < 2:
        return tuple(names)
    if "等" in names[-1][1:-1]:  # 光伏电池、水轮机等产品产量
        last, _, tail = names[-1].partition("等")
        return tuple(f"{name}{tail}" for name in (*names[:-1], last))
    if share := _share_of_all(names):
        return (*(f"{name}{share}" for name in names[:-1]), names[-1])
    return _completed(names)


def _parts(clause: str, values: int) -> list[str]:
    names = [part for part in _BETWEEN.split(clause) if part]
    listed = clause.split("、")
    return listed if 1 < values < len(names) and len(listed) == values else names  # 电器及电子产品零售、家具零售


def _completed(names: list[str]) -> tuple[str, ...]:
    """Return names with what the first and the last say of all."""
    before, behind = _shared_head(names), _shared_tail(names)
    whole = [f"{name}{behind}" if len(name) <= _SHORT else name for name in names[:-1]]
    if all(_ORDINAL.fullmatch(name) for name in names[:-1]):
        whole = [f"第{name.removeprefix('第')}" for name in whole]
        names[-1] = f"第{names[-1].removeprefix('第')}"
    return (whole[0], *(_led(before, name) for name in (*whole[1:], names[-1])))


def _share_of_all(names: list[str]) -> str:
    """Return what the last name is said to be a share of, if no other is: 占全县比重 of 甲、乙占全县比重."""
    share = _SHARE.search(names[-1])
    return share[0] if share and not any(map(_SHARE.search, names[:-1])) else ""


def _led(before: str, name: str) -> str:
    """Return a name behind what is said of all, once where both have it: 免税购物 and 购物件数."""
    for at in range(len(before)):
        if name.startswith(before[at:]):
            return before[:at] + name
    return before + name


def _shared_head(names: list[str]) -> str:
    """Return what the first name says of all: 生产安全事故 of 生产安全事故起数、死亡人数."""
    if (to := _TOWARDS.match(names[0])) and not any(map(_TOWARDS.match, names[1:])):
        return to[0]
    attribute = re.search("(?:金额|总额|起数|件数|人数|户数|数量|产值|产量|收入|支出|面积)$", names[0])
    if attribute is None or not all(ATTRIBUTE.search(name) for name in names[1:]):
        return ""
    head = names[0][: attribute.start()]
    return head if len(names[1]) <= _SHORT else ""


def _shared_tail(names: list[str]) -> str:
    """Return what the last name says of all: 增加值 of 一产、二产、三产增加值."""
    lengths = {len(name) for name in names[:-1]}
    short, last = min(lengths), names[-1]
    if len(lengths) > 1 or short > _SHORT or len(last) <= short + 1 or ATTRIBUTE.fullmatch(names[0]):
        return ""
    said = _OF_ALL.search(last)
    return said[0] if said and short > len("一产") else last[short:]
