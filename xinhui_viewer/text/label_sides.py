"""Name a quantity as a side of a thing: its extent, how far it is, how long it went on."""

from __future__ import annotations

import re

from xinhui_viewer.text.label_mentions import Mention, Naming
from xinhui_viewer.text.label_nouns import BY_EXTENT
from xinhui_viewer.text.label_own import SCOPE, clause, own_words
from xinhui_viewer.text.label_words import WORD, base

_EXTENT = re.compile(
    "(?:有效期|任期|海拔|(?:设计|最高)?时速|全长|总长|长|宽|高|深|为期|总投资|占地|面积|建筑面积|年产|价值|历时|(?<!比)重)$"
)
_SIDE = re.compile("(?:东西|南北|平均|最大|最)?[长宽高深厚]度?|全长|总长|主跨|跨[度径]")
_SIDE_LAST = re.compile(f"(?:{_SIDE.pattern})$")
_PLACED = re.compile("位于|地处|坐落|横跨|横贯|是|连接|起[于自]|途?经(?![济营])|顺利|正式|全线|全面")
_DISTANT = re.compile("(?:相?距离?|离)[^，。]{2,12}$")
_PEAK = re.compile("(?:最[长高多短低少]|上限|下限)$")
_TOLD = 14  # characters of what went on, in a label


def is_extent(this: Mention) -> bool:
    """Return whether a quantity is an extent of the thing behind it: 全长9公里的公路."""
    attributive = this.behind.startswith("的") or BY_EXTENT.fullmatch(this.behind) is not None
    return attributive and this.kind != "percent" and len(this.noun) >= WORD and _EXTENT.search(this.own) is not None


def extent(this: Mention) -> Naming:
    """Return the thing behind a quantity and which extent of it that is: 公路全长."""
    match = _EXTENT.search(this.own)
    label = this.noun + (match[0] if match else "")
    return Naming(label, this.noun)


def is_peak(this: Mention) -> bool:
    """Return whether a clause bounds what the one before names: 确定护理期限，但最长不超过二十年."""
    return len(this.pieces) > 1 and len(this.own) <= WORD + 1 and _PEAK.search(this.own) is not None


def peak(this: Mention) -> Naming:
    """Return what the clause before names, and the bound: 护理期限最长."""
    match = _PEAK.search(this.own)
    label = clause(this).rpartition("的")[2] + (match[0] if match else "")
    return Naming(label, label)


def is_side(this: Mention) -> bool:
    """Return whether a clause names only a side of what the sentence tells of: 东西长270公里，南北宽240公里."""
    return _SIDE.fullmatch(this.own) is not None and len(_sided(this)) >= WORD


def side(this: Mention) -> Naming:
    """Return the thing, which stays the subject, and the side of it."""
    of = _sided(this)
    return Naming(f"{of}{this.own}", of)


def _sided(this: Mention) -> str:
    return _PLACED.split(_SIDE_LAST.sub("", this.before.subject or clause(this)), maxsplit=1)[0]


def is_lasting(this: Mention) -> bool:
    """Return whether a quantity tells how long something went on: 产量连续八年增长."""
    return this.kind == "duration" and this.pieces[-1].rstrip().endswith("连续")


def lasting(this: Mention) -> Naming:
    """Return the subject, which the sentence goes on with, and what it did all that time: 产量连续增长."""
    own = re.split("[、并]", own_words(this))[-1]
    told = re.split("[，。；、]", this.behind, maxsplit=1)[0] if this.leads_on else this.phrase  # 增产 of 增产超百亿方
    told = re.sub("(?:稳?定?保持|[在于为是达至到过超破])+$", "", told)
    named = len(own) >= WORD and not SCOPE.fullmatch(own)
    subject = own if named else base(this.before.subject)
    if len(told) > (_TOLD if named else _TOLD // 2):  # it tells enough by itself: 连续八年被评为先进单位
        return Naming(own if named else told, subject)
    return Naming(f"{subject}连续{told}" if told else subject, subject)


def is_distance(this: Mention) -> bool:
    """Return whether a quantity says how far something is: 距决口处7公里的村庄."""
    named = this.behind.startswith("的") and this.noun not in ("", "地方", "地点", "位置")
    return this.kind == "quantity" and named and _DISTANT.search(this.own) is not None


def distance(this: Mention) -> Naming:
    """Return the thing and what it is away from: 村庄距决口处."""
    match = _DISTANT.search(this.own)
    return Naming(f"{this.noun}{match[0] if match else ''}", this.noun)
