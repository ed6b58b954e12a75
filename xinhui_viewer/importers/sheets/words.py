"""The lines that stand around a statistical table: labels with their values, notes, and names that say nothing."""

from __future__ import annotations

import re
from datetime import date

from xinhui_viewer.text.dates import dates

# Forms of a bureau of statistics have 表号, 制定机关, 批准文号 above, and who filled them in below.
_LABEL = (
    "(?:计量|货币|金额)?单位(?:名称)?|(?:编[制报]|填[制报]|制表|报送|发布|公开|主管|统计)(?:单位|机关|部门|人|时间|日期)|"
    "(?:制定|批准|备案)(?:机关|文号|部门)|表\\s*号|文\\s*号|有效期至?|制\\s*表|审\\s*核|填\\s*表|复\\s*核|"
    "(?:单位|部门|分管|主要)?负责人|统计负责人|联系(?:人|电话|方式)|电\\s*话|(?:报出|截至|截止|更新|查询|导出|下载)?(?:日期|时间)|"
    "(?:报告|统计|所属|会计)?(?:期[间别]?|年度|时期)|数据库|指\\s*标|地\\s*区|(?:数据|资料|信息)?来源|附(?:件|表)?\\s*\\d*"
)
LABELLED = re.compile(rf"\s*(?:{_LABEL})\s*[:：]")
_NOTE = re.compile(
    r"\s*[（(【\[]?\s*(?:附?\s*注(?:释|解)?|备注|说明|编者按|填表说明|指标解释|(?:数据|资料|信息)来源|来源|"
    r"[＊*※▲△]|[①-⑳]|\[?\d{1,2}[\].、）)](?!\d)|[（(]\d{1,2}[）)]|[本该]表)\s*"
)
_UNIT_ALONE = re.compile(r"[（(]?\s*(?:计量)?单位\s*[:：].{1,20}")
_SOURCE = re.compile(r"\s*(?:注\s*[:：]\s*)?[（(]?(?:数据|资料|信息)?来源于?\s*[:：]\s*(.{2,60}?)[。）)\s]*$")
_MAKER = re.compile(r"\s*(?:发布|编[制报]|制表|公开|填报|统计)(?:单位|机关|部门)\s*[:：]\s*([^:：]{2,40}?)\s*$")
_PUBLISHED = re.compile(r"\s*(?:发布|公布|公开)(?:日期|时间)\s*[:：]")
_DATABASE = re.compile(r"\s*数据库\s*[:：]\s*(.+)")
_ATTACHED = re.compile(r"\s*附\s*(?:件|表|录)?\s*[\d一二三四五六七八九十]*\s*[:：]?\s*")
_GENERIC = re.compile(
    r"(?:sheet|table|chart|book|工作表|工作簿|表格?|页|新建.*|work\s*sheet|data|数据|export|result)?[\s_-]*\d*\s*(?:[（(]\d+[）)])?",
    re.IGNORECASE,
)
_WORD = re.compile("[\u4e00-\u9fffA-Za-z]{2}")
_CAPTION = re.compile(r"\s*(?:续|附)?表\s*[\d一二三四五六七八九十]")
_LONGEST_TITLE = 80


def is_label(text: str) -> bool:
    """Return whether a text is a label with its value: 单位：万元."""
    return LABELLED.match(text) is not None


def is_note(text: str) -> bool:
    """Return whether a text under a table is a note on it."""
    return _NOTE.match(text) is not None


def is_unit(text: str) -> bool:
    """Return whether a text states the unit of a table and nothing else."""
    return _UNIT_ALONE.fullmatch(text) is not None


def is_caption(text: str) -> bool:
    """Return whether a text is the numbered name of a table: 表2 财政收入."""
    return _CAPTION.match(text) is not None


def title_of(line: str) -> str:
    """Return the title that a line over a table gives, empty for any other line; a database is known by its name."""
    database = _DATABASE.fullmatch(line)
    if database is not None:
        return database[1].strip()
    said = _ATTACHED.sub("", line, count=1) if _ATTACHED.match(line) else line
    if is_label(said) or is_note(said) or len(said) > _LONGEST_TITLE or said.endswith(("。", "；", "：", ":")):
        return ""
    return said if _WORD.search(said) else ""


def is_generic(name: str) -> bool:
    """Return whether the name of a sheet is one that a program gives: Sheet1, 工作表2."""
    return _GENERIC.fullmatch(name.strip()) is not None


def source_of(line: str) -> str:
    """Return the source that a line names, empty when it names none."""
    found = _SOURCE.match(line)
    return found[1].strip() if found else ""


def maker_of(line: str) -> str:
    """Return the office that a line says to have made the table, empty when it names none."""
    found = _MAKER.match(line)
    return found[1].strip() if found else ""


def published_of(line: str) -> date | None:
    """Return the day of publication that a line states, None when it states none."""
    return next((day for _span, day in dates(line)), None) if _PUBLISHED.match(line) else None
