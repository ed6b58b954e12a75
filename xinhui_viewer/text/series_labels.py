"""The words that labels are compared by in series: without those that lead to a number; their scope, their event."""

from __future__ import annotations

import re

from xinhui_viewer.text.fold import fold

_SCOPE = "(?:区|市|省|县|镇|乡|国|州|旗|街|院|局)"
_LEADING = re.compile(
    rf"^(?:[全我本](?:{_SCOPE}|年)|(?:今|去|前|当|上|本)年|年(?:末|底|内|初)|"
    r"(?:19|20)\d\d年(?:度)?|截至.{0,8}?(?:[年月][末底]|末|底|日|月|年)|(?:上|下)半年|(?:前|第)?[一二三四]季度|\d{1,2}(?:-|至|~)\d{1,2}月|"
    r"目前|至今|以来|累计|总计|合计|一共|共计|共有|共|已|均|其中|实现(?=.{3})|完成(?=.{3})|全部)+[,、的]?"
)
_TRAILING = re.compile(r"(?:已|均|共|约|超过|突破|达到|达|为|有|是|实现|完成|合计|累计|总数|总量)+$")
_SCOPED = re.compile(f"[全我本]({_SCOPE})")
_HARM = re.compile("死亡|遇难|受伤|伤亡|失踪|被困|受灾|罹难|经济损失|伤势|丧生")
_OF_YEARS = re.compile("同比|比上?去?年|较上?去?年|同期|挽回")  # compared or regained: counted by the year
# Each is an event of its own; fires and accidents are counted by the year, too.
_DISASTER = re.compile(
    "地震|强震|台风|飓风|暴雨|洪[水灾涝]|泥石流|滑坡|海啸|爆炸|空难|坠机|坠毁|沉船|袭击|枪击|冲突|空袭|疫情"
)


def series_label(label: str) -> str:
    """Return a label without words that do not name the thing itself, folded."""
    folded = _folded(label)
    bare = _TRAILING.sub("", _LEADING.sub("", folded))
    return bare if len(bare) >= 2 else folded


def scope(label: str) -> str:
    """Return the scope that a label begins with: 区 of 全区共接处警, empty without one."""
    folded = _folded(label)
    leading = _LEADING.match(folded)
    found = _SCOPED.search(leading[0]) if leading else None
    return found[1] if found else ""


def is_of_law(label: str) -> bool:
    """Return whether a label is what a law sets, which no other law goes on with."""
    return label.endswith(("罚款", "期限", "年限")) or "有期徒刑" in label or "拘役" in label


def is_of_event(label: str, span: str, period: str) -> bool:
    """Return whether a label counts the harm of one event, of which the next is another, and not that of a year.

    ``period`` is that of the figure, else the year of its bulletin.
    """
    if _HARM.search(label) is None or _OF_YEARS.search(label):
        return False
    counted = "年" in span or "季度" in span or "-" in span or (span == "" and "年" in period)
    return not counted or _DISASTER.search(label) is not None


def label_key(source: str, unit: str, label: str) -> tuple[str, str, str]:
    """Return the key of a user's choice about a label of a source and unit."""
    return source, unit, _folded(label)


def _folded(label: str) -> str:
    return re.sub(r"\s+", "", fold(label))
