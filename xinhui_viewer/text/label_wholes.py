"""Give the parts of a whole the measure that only the whole names: 其中外籍人员30万人次 are 外籍人员出入境."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xinhui_viewer.records import FigureKind
from xinhui_viewer.text.label_words import WORD, base, object_of
from xinhui_viewer.text.quantities import Quantity

_AMONG = re.compile("其中|包括")
_MEASURE = re.compile(
    "(?P<deed>出入境|入境|出境|出游|就业|参保|持证)(?=(?:人员|人次|旅客|游客|居民)?$)|"
    "(?P<name>进出口|出口|进口|产量|销量|产值|增加值|零售额|销售额|交易额|成交额|发电量|用电量|吞吐量|运量|客流量|"
    "播种面积|[\u4e00-\u9fff]{2}率)$"
)
_WHO = re.compile("(?:居民|人员|旅客|游客|职工|群众|企业|地区|产区|[省市县区镇乡村州]|产业|城镇|农村|内资|外资)$")
_WHOSE = re.compile("^[^，。、]{0,6}?[省市县区镇乡村州国](?:共|累计)?")
_SIDES = ("出口", "进口")
_HARM = re.compile("(?:死亡|受伤|遇难|失踪|伤亡|获救)$")
_PEOPLE = re.compile("(?:儿童|妇女|女性|男性|平民|学生|老人|人员|警察|士兵|军人|记者|乘客|公民|[男女]子)$")
_ORIGIN = re.compile("(?:境外输入|本土|境内|境外|国内|国外|城镇|农村|男性|女性|党员|新增|存量|线上|线下)$")
_BARE = 4  # characters of a part that does not say what it is a part of
_NONE = ("", "")
_MOST = 10  # characters of a part that has only its name


def with_measures(
    sentence: str, found: Sequence[Quantity], kinds: Sequence[FigureKind], labels: Sequence[str], whole: tuple[str, str]
) -> list[str]:
    """Return the labels of a sentence, those of parts with the measure of what they are parts of.

    ``whole`` is the label and the unit of the total that the sentence before gave, for one that begins with 其中.
    """
    told = _AMONG.search(sentence)
    among = told.start() if told else len(sentence)
    begins = [match.start() for match in _AMONG.finditer(sentence)]
    first = whole if among == 0 and whole[0] else total(found, kinds, labels)
    share, named = _NONE, list[str]()
    for quantity, kind, label in zip(found, kinds, labels, strict=True):
        of = share if kind == "percent" else first if among < quantity.start else _NONE
        if of is first and _ORIGIN.fullmatch(
            base(label)
        ):  # of the cases told last: 确诊病例3例，无症状感染者20例，其中本土5例
            of = _last(found, labels, quantity, begins) or first
        named.append(_of_whole(label, of, quantity, kind))
        if kind == "percent":
            share = (label, quantity.unit)
    return named


def _last(
    found: Sequence[Quantity], labels: Sequence[str], part: Quantity, begins: Sequence[int]
) -> tuple[str, str] | None:
    """Return the label and the unit of the last quantity before the 其中 of a part, counted in the unit of that."""
    among = max(begin for begin in begins if begin < part.start)
    alike = [at for at, each in enumerate(found) if each.start < among and _alike(each.unit) == _alike(part.unit)]
    return (labels[alike[-1]], part.unit) if alike else None


def _of_whole(label: str, whole: tuple[str, str], quantity: Quantity, kind: FigureKind) -> str:
    """Return the label of a part with what the whole, a label and its unit, says of both."""
    if not whole[1] or (kind != "change" and _alike(quantity.unit) != _alike(whole[1])):
        return label
    if measure := _measure(whole[0]):
        return _measured(label, measure)
    return _part(label, whole[0]) if kind != "percent" else label


def _alike(unit: str) -> str:
    return "人" if unit in ("名", "位") else unit


def total(found: Sequence[Quantity], kinds: Sequence[FigureKind], labels: Sequence[str]) -> tuple[str, str]:
    """Return the label and the unit of the first amount of a sentence, which the next may tell the parts of."""
    firsts = (at for at, kind in enumerate(kinds) if kind not in ("change", "rank", "duration"))
    at = next(firsts, None)
    return ("", "") if at is None else (labels[at], found[at].unit)


def _measure(label: str) -> str:
    """Return what a total measures, without whose it is: 粮食产量 of 全市粮食产量; empty when it names a thing."""
    found = _MEASURE.search(base(label))
    if found is None:
        return ""
    if found["deed"] or found["name"].endswith("率"):
        return found["deed"] or found["name"]
    of = object_of(_WHOSE.sub("", base(label)))
    return of if len(of) <= _MOST and "的" not in of else found["name"]


def _part(label: str, whole: str) -> str:
    """Return the name of a part with what the whole is that it is too short to say: 出口, 儿童, 境外输入."""
    name = base(label)
    if name in _SIDES and "进出口" in whole:
        return f"{whole.partition('进出口')[0]}{label}"
    if not WORD <= len(name) <= _BARE or name in whole:
        return label
    if harm := _HARM.search(whole):
        return f"{harm[0]}{label}" if _PEOPLE.search(name) else label
    of = object_of(base(whole))
    return f"{of}{label}" if _ORIGIN.search(name) and len(of) <= _MOST else label


def _measured(label: str, measure: str) -> str:
    """Return the name of a part with a measure, before how it changed."""
    name = base(label)
    if not WORD <= len(name) <= _MOST or measure in name or not _WHO.search(name):
        return label
    return f"{name}{measure}{label[len(name) :]}"
