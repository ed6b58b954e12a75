"""The 政府信息公开 block of a page or document, its document number, and the day under its signature."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from xinhui_viewer.facts import Facts
from xinhui_viewer.importers.line import Line
from xinhui_viewer.text.dates import dates, first_date
from xinhui_viewer.text.fold import BLANKS

_LONGEST_DAY = 19  # characters of a line under a signature
_NUMBER_WITHIN = 6  # lines of the text
_LONGEST_NAME, _LONGEST_CELL, _LONGEST_CELLS = 19, 59, 400  # characters: of a label, of a line that is one, of several
NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,12}(?:发|字|函|办|令|规|公告|通|复|批|政|综|明电|告)?"
    r"[〔\[【(（](?:19|20)\d\d[〕\]】)）]\s*第?\s*\d{1,5}\s*号"
)


def _spaced(labels: str) -> str:
    """Return a pattern for labels whose characters pages like to spread: 索   引   号."""
    return "(?:" + "|".join(r"\s*".join(label) for label in labels.split()) + r")\s*[:：]"


_BLOCK_LABELS = {
    "document_number": re.compile(_spaced("发文字号 文件编号 文号") + "?"),
    "issuer": re.compile(_spaced("发文机关 发布机构 发文单位 制发机关 公开责任部门") + "?"),
    "written": re.compile(_spaced("成文日期 生成日期 发文日期 印发日期") + "?"),
    "published": re.compile(_spaced("发布日期 公开日期 发布时间") + "?"),
}
_READ: dict[str, Callable[[str], Any]] = {  # conversion from text, for facts that are no text
    "document_number": lambda text: NUMBER.search(text)[0],  # type: ignore[index]
    "written": first_date,
    "published": first_date,
}
_ANY_LABEL = re.compile(
    _spaced(
        "索引号 主题分类 主题词 发文机关 发布机构 成文日期 发文字号 文号 发布日期 有效性 名称 标题 体裁分类 分类 "
        "公开方式 公开日期 来源 关键词 废止日期 生效日期 公文种类"
    )
)


def information_block(lines: Sequence[Line]) -> Facts:
    """Return the facts in the 政府信息公开 block above the text."""
    return Facts(**{name: _READ.get(name, str)(text) for name, text in labelled(lines).items()})


def labelled(lines: Sequence[Line]) -> dict[str, str]:
    """Return the texts behind the labels of a 政府信息公开 block, by the name of the fact; the first of each wins."""
    found: dict[str, str] = {}
    for line in lines:
        for cell in _pairs(line):
            for name, pattern in _BLOCK_LABELS.items():
                match = pattern.match(cell)
                value = cell[match.end() :].strip(" \t\xa0\u3000:：") if match else ""
                if value and name not in found:
                    found[name] = value
    if not NUMBER.search(found.get("document_number", "")):
        found.pop("document_number", None)
    return found


def signed_day(body: Sequence[str]) -> date | None:
    """Return the day under the signature: a line near the end with nothing else."""
    for line in reversed(body[-4:]):
        text = line.strip(f"{BLANKS}（）()")
        (start, end), found = next(dates(text), ((0, 0), None)) if len(text) <= _LONGEST_DAY else ((0, 0), None)
        if found and (start, end) == (0, len(text)):
            return found
    return None


def document_number(block: Facts, lines: Sequence[Line]) -> str:
    """Return the document number: that of the block, else the one that stands alone near the top."""
    return block.document_number or lone_number(lines)


def lone_number(lines: Sequence[Line]) -> str:
    """Return the document number on a line of its own near the top; empty when there is none."""
    found = filter(None, (NUMBER.fullmatch(line.text.strip()) for line in lines[:_NUMBER_WITHIN]))
    return next((number[0] for number in found), "")


def _pairs(line: Line) -> list[str]:
    """Return a line's labels with their values: cells two by two, or the text cut before every label."""
    if line.rows:
        cells = [cell.text for row in line.rows for cell in row]
        return [f"{label} {value}" for label, value in pairwise(cells) if len(label) <= _LONGEST_NAME] + cells
    if len(line.text) > _LONGEST_CELLS:
        return []
    if not (":" in line.text or "：" in line.text):
        return [line.text] if len(line.text) <= _LONGEST_CELL else []  # a label and its value in two elements
    starts = [match.start() for match in _ANY_LABEL.finditer(line.text)]
    return [line.text[start:end] for start, end in pairwise([*starts, None])]
