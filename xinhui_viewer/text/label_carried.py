"""Give a label what its sentence said once, of an earlier figure: 美国 in 美国累计确诊病例8万例，累计死亡病例1万例."""

from __future__ import annotations

import re

from xinhui_viewer.text.label_forms import ATTRIBUTE, MAGNITUDE, VERB
from xinhui_viewer.text.label_mentions import REACH, Mention
from xinhui_viewer.text.label_words import WORD, base

# What a count of cases says behind the place that it is of.
_CASES = re.compile(
    "(?:累计|单日|当日|日均|新增|现有|现存|本土|报告|通报|新冠|确诊|死亡|重症|治愈|住院)[^，。]{0,16}?(?P<what>病例|感染者|患者|人数)$"
)
_OF_PLACE = re.compile(
    "(?!新增|单日|累计|当日|报告|现有)(?P<place>[\u4e00-\u9fff]{2,10}?)"
    "(?=(?:报告|通报)?的?(?:累计|单日|当日|新增|现有|现存|本土|新冠|确诊|死亡))"
)
# 亚洲地区的 in 亚洲地区的出口额增长7%，进口额增长2%.
_OF = re.compile("(?P<whose>[\u4e00-\u9fff]{2,10})的[^的]{2,8}$")
_BARE = re.compile(
    "(?:日均|年均|平均|累计|总|年|月|日)*(?:(?:客流|游客|接待|降雨|降水)量|客流|旅游收入|游客|旅游人数|亩产|单产|水位|气温)"
)
_PLACED = re.compile("(?:^|[，。；])在(?P<place>[^，。；、在的]{2,14}?)[里中内上]?，")
_SHORT = 6  # characters of a measure that lacks whose it is
_LONGEST = 16


def carried(label: str, this: Mention) -> str:
    """Return a label with whose it is, where the sentence said so of the previous figure only."""
    if this.kind in ("duration", "rank"):
        return label
    before = base(this.before.subject)
    carried = (_of_place(label, before) or _of_whom(label, before)) if before and len(this.pieces) == WORD else ""
    return carried or _at_place(label, this) or label


def _of_place(label: str, before: str) -> str:
    """Return a count of cases with the place of those before."""
    case, earlier = _CASES.match(label), _CASES.search(before)
    place = _OF_PLACE.match(before) if case and earlier else None
    return f"{place['place']}{label}" if place else ""


def _at_place(label: str, this: Mention) -> str:
    """Return a bare measure with the place that its sentence began with: 在云岭县，…，客流量达到3万人次."""
    if _BARE.fullmatch(base(label)) is None:
        return ""
    told = _PLACED.findall(this.sentence, max(0, this.quantity.start - REACH), this.quantity.start)
    return f"{told[-1]}{label}" if told else ""


def _of_whom(label: str, before: str) -> str:
    """Return a bare measure with whose the measure before was."""
    name = base(label)
    of = _OF.fullmatch(before)
    measured = WORD <= len(name) <= _SHORT and MAGNITUDE.search(name)
    if of is None or not measured or VERB.match(name) or ATTRIBUTE.fullmatch(name):
        return ""
    return f"{of['whose']}{label}" if len(of["whose"]) + len(label) <= _LONGEST else ""
