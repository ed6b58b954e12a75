"""The letterhead of a document: the office that issues it, before 文件, or alone over the number or the title.

It is that of GB/T 9704-2012, 7.2.4, in every format: Word, printed pages and plain text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from xinhui_viewer.importers.block import NUMBER
from xinhui_viewer.importers.signature import offices

_ENDING = re.compile("(?:文件|公文)$")
_LONGEST = 80  # characters of a line; blanks between spread letters are among them
_WITHIN = 2  # lines below in which the number or the title stands
_TITLE = re.compile(
    r"^关于|(?:决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要|"
    r"办法|规定|条例|细则|规则|规程|章程|方案|计划|规划|预案|要点|简报)(?:[（(][^）)]{1,12}[）)])?$"
)
_PARTY = re.compile("(?:中共|中国共产党)[\u4e00-\u9fff（）()]{2,30}?(?:党组|党委|工委|纪委|省委|市委|区委|县委|委)")


def issuer(line: str, below: Sequence[str] = ()) -> str:
    """Return the office that a line names as the letterhead over the lines below; empty for any other line."""
    if len(line) > _LONGEST:
        return ""
    name = office(_ENDING.sub("", line.strip()))
    if not name:
        return ""
    if _ENDING.search(squeezed(line)):
        return name
    below = [text for text in below if text.strip()][:_WITHIN]
    return name if (below and is_document(below[0])) or any(map(number, below[:1])) else ""


def office(line: str) -> str:
    """Return the offices that a line names and nothing else, joined by 、; empty for any other line."""
    solid = squeezed(line)
    return offices(line) or (solid if _PARTY.fullmatch(solid) else "")


def is_document(line: str) -> bool:
    """Return whether a line is the title of an official document by its words: 关于…, …的通知, …办法（试行）."""
    return _TITLE.search(line.strip()) is not None


def number(line: str) -> str:
    """Return the document number that a line consists of; empty in any other line."""
    bare = squeezed(line).strip("（）()")
    return bare if NUMBER.fullmatch(bare) else ""


def squeezed(text: str) -> str:
    """Return a text without blanks."""
    return "".join(text.split())
