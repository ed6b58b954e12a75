"""The 政府信息公开 block of a page or document, and its document number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from xinhui_viewer.facts import Facts
from xinhui_viewer.importers.line import Line
from xinhui_viewer.text.dates import first_date
from xinhui_viewer.text.validity import validity

_NUMBER_WITHIN = 6  # lines of the text
_LONGEST_NAME, _LONGEST_CELL, _LONGEST_CELLS = 19, 59, 400  # characters: of a label, of a line that is one, of several
_LEAST_LABELS = 3  # that make a block
NUMBER = re.compile(
    r"[\u4e00-\u9fff]{1,12}(?:发|字|函|办|令|规|公告|通|复|批|政|综|明电|告)?"
    r"[〔\[【(（](?:19|20)\d\d[〕\]】)）]\s*第?\s*\d{1,5}\s*号"
)
_LOOSE_NUMBER = re.compile(r"[\u4e00-\u9fff]{1,16}(?:(?:19|20)\d\d年)?\s*第\s*\d{1,5}\s*号")  # 公告2021年第3号


def _spaced(labels: str) -> str:
    """Return a pattern for labels whose characters pages like to spread (索   引   号), the longest first."""
    longest_first = sorted(labels.split(), key=len, reverse=True)
    return r"(?:[【\[]\s*)?(?:" + "|".join(r"\s*".join(label) for label in longest_first) + r")\s*[】\]]?\s*[:：]"


def _set_off(labels: str) -> re.Pattern[str]:
    """Return a pattern for labels that a colon, a bracket or a blank parts from the value: 主题分类目录 is none."""
    return re.compile(_spaced(labels).removesuffix(r"\s*[】\]]?\s*[:：]") + r"\s*(?:[】\]]|[:：]|(?<=\s))")


def _label(labels: str) -> re.Pattern[str]:
    """Return a pattern for labels with or without a colon."""
    return re.compile(_spaced(labels) + "?")


_BLOCK_LABELS = {
    "document_number": _label("发文字号 文件编号 文件字号 公文文号 发文文号 文号"),
    "issuer": _label("发文机关 发布机构 发布机关 发文单位 发文部门 制发机关 制发单位 公开责任部门"),
    "written": _label("成文日期 成文时间 生成日期 生成时间 发文日期 发文时间 印发日期 制发日期"),
    "published": _label("发布日期 公开日期 公开时间 发布时间"),
    "document_type": _set_off("公文种类 公文类型 文件种类 文件类型 体裁分类 体裁 文种"),
    "topic": _set_off("主题分类"),
    "index_number": _set_off("信息索引号 信息索引 索引号"),
    "validity": _set_off("有效性 是否有效 有效状态 效力状态 时效性 时效"),
    "effective": _set_off("施行日期 施行时间 实施日期 实施时间 生效日期 生效时间"),
    "repealed": _set_off("废止日期 废止时间 失效日期 失效时间"),
}
OFFICIAL = ("document_type", "topic", "index_number", "validity", "effective", "repealed")  # facts of a block alone
# A project has a 实施日期, too, a contract a 生效日期: such days are facts only beside another label of a document.
_DAYS = {"effective": "施行", "repealed": "废止"}
_BESIDE = {"document_number", "issuer", "written", "topic", "index_number", "validity"}
_READ: dict[str, Callable[[str], Any]] = {  # conversion from text, for facts that are no text
    "document_number": lambda text: (NUMBER.search(text) or _LOOSE_NUMBER.search(text) or [""])[0],
    "written": first_date,
    "published": first_date,
    "index_number": lambda text: text if re.search(r"\d", text) and len(text) <= _LONGEST_CELL else "",
    "validity": validity,
    "effective": first_date,
    "repealed": first_date,
}
_NAMES = (
    "索引号 信息索引号 信息索引 主题分类 主题词 主题 发文机关 发布机构 发布机关 发文单位 发文部门 发布单位 "
    "制发机关 制发单位 公开责任部门 责任部门 成文日期 成文时间 生成日期 生成时间 发文日期 发文时间 印发日期 "
    "制发日期 发文字号 文件编号 文件字号 公文文号 发文文号 文号 发布日期 发布时间 公开日期 公开时间 公开方式 "
    "公开范围 公开时限 公开形式 有效性 是否有效 有效状态 效力状态 时效性 时效 名称 标题 信息名称 文件名称 体裁分类 "
    "体裁 分类 信息分类 组配分类 来源 信息来源 关键词 关键字 废止日期 废止时间 失效日期 失效时间 生效日期 生效时间 "
    "实施日期 实施时间 施行日期 施行时间 公文种类 公文类型 文件种类 文件类型 文种 "
    "内容概述 内容概要 信息格式 语种 著录日期 载体类型 所属机构 有效期"
)
_LABELS = _spaced(_NAMES)
_BEGINS = frozenset(name[0] for name in _NAMES.split()) | frozenset("【[")  # most lines begin otherwise
_ANY_LABEL = re.compile(_LABELS)
_ONE_LABEL = re.compile(_LABELS + "?")
# Labels that no other line of a page has: one of them stands in every block.
_OF_A_BLOCK = re.compile(
    _spaced("索引号 信息索引 主题分类 发文机关 发文字号 成文日期 生成日期 公开方式 公开责任部门 体裁分类") + "?"
)


def information_block(lines: Sequence[Line]) -> Facts:
    """Return the facts in the 政府信息公开 block around a text."""
    return Facts(**{name: _READ.get(name, str)(text) for name, text in labelled(lines).items()})


def is_labelled(text: str) -> bool:
    """Return whether a line begins with a label of a block."""
    return text[:1] in _BEGINS and _ONE_LABEL.match(text) is not None


def with_official(facts: Facts, lines: Sequence[Line]) -> Facts:
    """Return facts with those that only a block has, of the lines that begin with a label of one."""
    said = information_block([line for line in lines if line.rows or is_labelled(line.text)])
    return replace(facts, **{name: getattr(facts, name) or getattr(said, name) for name in OFFICIAL})


def labelled(lines: Sequence[Line]) -> dict[str, str]:
    """Return the texts behind the labels of a 政府信息公开 block, by the name of the fact; the first of each wins."""
    found: dict[str, str] = {}
    for cell in _labels_with_values(lines):
        if cell[:1] not in _BEGINS:
            continue
        for name, pattern in _BLOCK_LABELS.items():
            match = pattern.match(cell)
            value = cell[match.end() :].strip(" \t\xa0\u3000:：") if match else ""
            if match and value and not _ONE_LABEL.fullmatch(value) and _is_one(name, match[0], value, found):
                found.setdefault(name, value)
    if not _READ["document_number"](found.get("document_number", "")):
        found.pop("document_number", None)
    return found


def _is_one(name: str, label: str, value: str, known: Mapping[str, str]) -> bool:
    """Return whether a text behind a label is such a fact; older facts are read wherever their label stands."""
    if name not in OFFICIAL:
        return True
    own = "".join(label.split())
    sole = name in _DAYS and _DAYS[name] not in own and not known.keys() & _BESIDE
    return not sole and bool(_READ.get(name, str)(value))


def block_lines(lines: Sequence[Line]) -> frozenset[int]:
    """Return the orders of the lines that make up a 政府信息公开 block; empty without one."""
    found: set[int] = set()
    run: list[int] = []
    labels: list[str] = []
    before = False
    for line in (*lines, Line()):
        if not (before or run or line.rows) and line.text[:1] not in _BEGINS:  # as most
            continue
        own = _labels(line)
        if own or (before and 0 < len(line.text) <= _LONGEST_CELL):
            run.append(line.order)
            labels.extend(own)
        else:
            found.update(run if _make_a_block(labels) else ())
            run, labels = [], []
        before = _is_label(line)
    return frozenset(found)


def is_block(line: Line) -> bool:
    """Return whether a line, or a table, is a whole 政府信息公开 block."""
    return _make_a_block(_labels(line))


def _make_a_block(labels: Sequence[str]) -> bool:
    return len(labels) >= _LEAST_LABELS and any(map(_OF_A_BLOCK.match, labels))


def _labels(line: Line) -> list[str]:
    """Return the labels in a line that has nothing else before them."""
    if line.rows:
        return [cell.text for row in line.rows for cell in row if _ONE_LABEL.match(cell.text)]
    text = line.text
    if text[:1] not in _BEGINS or len(text) > _LONGEST_CELLS or _ONE_LABEL.match(text) is None:
        return []
    return [text] if _ONE_LABEL.fullmatch(text) else _ANY_LABEL.findall(text) if _ANY_LABEL.match(text) else []


def _is_label(line: Line) -> bool:
    """Return whether a line is a label alone, whose value stands in the next."""
    text = line.text
    return (
        text[:1] in _BEGINS and not line.rows and line.linked <= line.plain and _ONE_LABEL.fullmatch(text) is not None
    )


def document_number(block: Facts, lines: Sequence[Line]) -> str:
    """Return the document number: that of the block, else the one that stands alone near the top."""
    return block.document_number or lone_number(lines)


def lone_number(lines: Sequence[Line]) -> str:
    """Return the document number on a line of its own near the top; empty when there is none."""
    found = filter(None, (NUMBER.fullmatch(line.text.strip()) for line in lines[:_NUMBER_WITHIN]))
    return next((number[0] for number in found), "")


def _labels_with_values(lines: Sequence[Line]) -> Iterator[str]:
    """Yield each label with its value, which may have an element of its own."""
    label = ""
    for line in lines:
        if label:
            yield f"{label.rstrip(':：')}：{line.text}"
        elif line.linked <= line.plain:
            yield from _in_cells(line) if line.rows else _in_text(line.text)
        label = "" if label or not _is_label(line) else line.text


def _in_cells(line: Line) -> Iterator[str]:
    """Yield the labels of a table with their values: beside them, or below where all of the first row are labels."""
    rows = [[cell.text for cell in row] for row in line.rows]
    if len(rows) > 1 and all(map(_ONE_LABEL.fullmatch, rows[0])):
        yield from map(" ".join, zip(rows[0], rows[1], strict=False))
        return
    cells = [cell for row in rows for cell in row]
    yield from (f"{label} {value}" for label, value in pairwise(cells) if len(label) <= _LONGEST_NAME)
    yield from cells


def _in_text(text: str) -> Iterator[str]:
    """Yield the text cut before every label; all of a short one without a colon."""
    if len(text) > _LONGEST_CELLS:
        return
    if not (":" in text or "：" in text):
        yield from [text] if len(text) <= _LONGEST_CELL else []
        return
    starts = [match.start() for match in _ANY_LABEL.finditer(text)]
    yield from (text[start:end] for start, end in pairwise([*starts, None]))
