"""Lines above a title in other type that it begins with: the event or the project, over the paper that is about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xinhui_viewer.importers.heads.generic import is_generic, is_kind, is_never_title
from xinhui_viewer.importers.heads.letterhead import office
from xinhui_viewer.importers.printed.paragraphs import Paragraph

# What an event or a project is called by: 第三届云汀市技能大赛, 云汀镇水闸维修项目.
_NAMED = re.compile(
    "(?:大赛|竞赛|比赛|锦标赛|邀请赛|挑战赛|项目|工程|专项|计划|行动|活动|会议|大会|论坛|年会|课程|考试|测试|标段|采购包|系统|平台|专业|学院)"
    r"(?:[（(][^（）()]{1,12}[）)])?$"
)
# A kind of document that says nothing without the name of what it is about.
_MANUAL = re.compile(
    "(?:用户|使用|操作|产品|安装|维护|学生|员工|工作|管理)?(?:手册|说明书|使用说明|操作指南|用户指南|使用指南)|"
    "(?:软件|系统|用户)?(?:需求|设计|概要设计|详细设计|测试|需求规格|技术规格)(?:说明书|报告|文档|规格书|书)"
)
_SHORTEST, _LONGEST = 4, 50  # characters
_LEAST = 8  # characters of an event
_MOST = 2  # lines
_NEXT = 3  # heights of a character: the distance of two lines of one title
_LARGER = 1.08  # times the text's size


def lines_above(first: Sequence[Paragraph], top: int, start: int, size: float) -> int:
    """Return how many lines below ``top`` right above the title at ``start`` belong to it, in a text of a size."""
    count = 0
    while count < _MOST and start - count > top and _belongs(first[start - count - 1], first[start - count], size):
        count += 1
    if _MANUAL.fullmatch(_squeezed(first[start].text)):
        return count
    names = [at for at in range(start - count, start) if _names_an_event(_squeezed(first[at].text))]
    return start - names[0] if names and names[-1] == start - 1 else 0


def _names_an_event(text: str) -> bool:
    return len(text) >= _LEAST and _NAMED.search(text) is not None


def _belongs(one: Paragraph, other: Paragraph, size: float) -> bool:
    """Return whether a line may be one of a title that goes on below it in other type."""
    stands_out = one.bold or one.size >= _LARGER * size
    alike = (one.middle and other.middle) or (one.end and other.end)
    if not (alike and stands_out and 0 < other.gap <= _NEXT) or one.rows or one.red:
        return False
    return not other.text.startswith("关于") and _may_open(_squeezed(one.text))


def _may_open(text: str) -> bool:
    """Return whether a line is neither a kind of document nor an office nor a label."""
    other = is_generic(text) or is_kind(text) or is_never_title(text) or bool(office(text))
    return _SHORTEST <= len(text) <= _LONGEST and not other


def _squeezed(text: str) -> str:
    return "".join(text.split())
