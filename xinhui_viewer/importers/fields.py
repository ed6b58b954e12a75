"""The facts that a page states about its bulletin: one function a fact, its evidence in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

from xinhui_viewer.facts import Facts
from xinhui_viewer.importers.furniture import MetaLine, breadcrumb, is_furniture, meta_line, source_name
from xinhui_viewer.importers.line import Line
from xinhui_viewer.text.dates import dates, first_date
from xinhui_viewer.text.fold import BLANKS

_PLACE_LABEL = re.compile(r"^\s*(?:您|你)?(?:现在|当前|目前)?(?:所在)?(?:的)?位置")
_HOME = re.compile(r"\s*(?:网站)?(?:首页|主页)\s*[>»›＞]+\s*")
_SCRIPT_DATE = re.compile(
    r"""(?i)(?:pub\w*(?:date|data|time)|publish\w*|fbsj|releasedate|docreltime)['"]?\s*[:=]\s*['"]([^'"]{8,30})['"]"""
)
_URL_DATE = re.compile(r"(?:/t|/|_)((?:19|20)\d\d(?:[01]\d[0-3]\d|[-/][01]?\d[-/][0-3]?\d))(?=[_/.]|$)")
_SAVED_FROM = re.compile(
    r"<!--\s*(?:(?i:saved from url=)\(\d+\)(\S+)\s*-->|(?i:Page saved with SingleFile)\s*(?i:url):\s*(\S+))"
)
_FOOT = re.compile(
    r"\s*[（(\[【]?(?:(?:信息|文章|稿件|本文)?来源|稿源|(?:信息)?(?:发布|发稿|公开)(?:日期|时间))\s*[:：]"
)
_FOOT_LINES = 6  # lines in which the labels under a text are searched
# A sentence, or the place of an event: the text has begun, and no label below is of the head.
_NO_HEAD = re.compile(r"[。；！][”’）)\s]*$|^\s*(?:[\u4e00-\u9fff]{2})?地[点址]\s*[:：]")
_DATE_METAS = (
    "pubdate",
    "publishdate",
    "publish_date",
    "article:published_time",
    "og:published_time",
    "og:release_date",
)
_HEAD_LINES = 11  # lines under the title in which source and date are searched
_LONGEST_LABELS, _LONGEST_LABEL = 300, 60  # characters of a line with source and date, of another among them
_LEAST_PLAIN, _LONGEST_BUTTON = 6, 24  # characters beside a link, and with it
_SENTENCE = 30  # characters of a line that may be one
_LONGEST_DATED = 40  # characters of a line that begins with a date and has no label
_SHORTEST_SOURCE, _LONGEST_SOURCE = 2, 20  # that stands alone
_LONGEST_BESIDE_FOOT, _LONGEST_FOOT, _LONGEST_BELOW = 30, 60, 120  # characters under a text: others, labels, below it
_LONGEST_PATH, _LONGEST_UNLABELLED_PATH, _MOST_STEPS = 220, 160, 23  # characters, characters, lines
_ADDRESS_WITHIN = 3000  # characters at the beginning of a page
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


def metas(tree: Any) -> dict[str, str]:
    """Return the meta tags of a page by lower-case name; the first that is not empty wins."""
    found: dict[str, str] = {}
    for tag in tree.css("meta"):
        attributes = tag.attributes
        name = (attributes.get("name") or attributes.get("property") or "").strip().lower()
        content = (attributes.get("content") or "").strip()
        if name and content and content != "公共头":
            found.setdefault(name, content)
    return found


def head_end(lines: Sequence[Line], title: int) -> tuple[int, str, date | None]:
    """Return the line where the text begins, and the source and date that the lines under the title print."""
    source, published, end = _bare_source(lines[title + 1 : title + 3]), None, title + 1
    for line in lines[title + 1 : title + 1 + _HEAD_LINES]:
        meta = _labels(line, said=bool(source or published))
        if meta is not None:
            if published is not None and not meta.source and line.order > end:
                break  # a date alone, further down: it belongs to the text
            source, published, end = source or meta.source, published or meta.published, line.order + 1
        elif is_furniture(line.text) or _is_button(line):
            end += end == line.order
        elif _begins_text(line):
            break
    return end, source, published


def _labels(line: Line, *, said: bool) -> MetaLine | None:
    """Return the source and date in a line under the title; without labels only when nothing was ``said`` before."""
    meta = meta_line(line.text) if len(line.text) < _LONGEST_LABELS else None
    return _unlabelled(line) if meta is None and not said else meta


def _is_button(line: Line) -> bool:
    return line.linked > 0 and line.plain < _LEAST_PLAIN and len(line.text) < _LONGEST_BUTTON


def _begins_text(line: Line) -> bool:
    """Return whether a line under the title is a sentence, or too long for a label."""
    long = len(line.text) > _LONGEST_LABEL or (line.plain > _SENTENCE and line.text[-1] in "。：")
    return long or _NO_HEAD.search(line.text) is not None


def _unlabelled(line: Line) -> MetaLine | None:
    """Return the date of a short line that begins with one, followed by source and counts without a label."""
    text = line.text.strip()
    if line.linked or len(text) > _LONGEST_DATED or text[-1:] in "。；，：":
        return None
    (start, end), found = next(dates(text), ((0, 0), None))
    behind = text[end : end + 1]
    return MetaLine(published=found) if found and start == 0 and behind not in "，,。至到—-~的在召" else None


def _bare_source(below: Sequence[Line]) -> str:
    """Return the source alone under a title, above a line with only the date."""
    date_line = meta_line(below[1].text) if len(below) == 2 else None
    if date_line is None or date_line.published is None or date_line.source:
        return ""
    name = below[0].text.strip()
    beside = meta_line(name) is not None or is_furniture(name) or name[-1:] in "。：:，"
    return name if _SHORTEST_SOURCE <= len(name) <= _LONGEST_SOURCE and not beside else ""


def inner_foot(body: list[Line], source: str, published: date | None) -> tuple[str, date | None, list[Line]]:
    """Return the source and date, as far as the head left them open, that the labels among the last lines of a text
    give, and the text without these labels; a label that names another day than the head is text."""
    labels = set()
    for line in reversed(body[max(len(body) - _FOOT_LINES, 1) :]):
        meta = _foot_labels(line)
        if meta is None:
            if len(line.text) > _LONGEST_BESIDE_FOOT or _NO_HEAD.search(line.text):
                break  # the text; shorter lines may stand between it and its labels
        elif not (published and meta.published) or meta.published == published:
            source, published = source or meta.source, published or meta.published
            labels.add(line.order)
    return source, published, [line for line in body if line.order not in labels]


def _foot_labels(line: Line) -> MetaLine | None:
    """Return the source and date of a line that begins with one of their labels; None when it has neither."""
    text = line.text
    meta = meta_line(text) if len(text) < _LONGEST_FOOT and _FOOT.match(text) and not line.linked else None
    return meta if meta is not None and (meta.source or meta.published) else None


def foot(lines: Sequence[Line], source: str, published: date | None) -> tuple[str, date | None]:
    """Return the source and date, as far as the head left them open, that a page prints under its text."""
    for line in lines[:_FOOT_LINES]:
        meta = meta_line(line.text) if len(line.text) < _LONGEST_BELOW and not line.linked else None
        if published is None and meta is not None and meta.published is not None:
            return source or meta.source, meta.published
        if not source and (labels := _foot_labels(line)) is not None:
            source = labels.source
    return source, published


def date_published(printed: date | None, metas: dict[str, str], scripts: str, url: str) -> date | None:
    """Return the day of publication: as printed, in a meta tag, in its script, in its address; else None."""
    if printed is not None:
        return printed
    for name in _DATE_METAS:
        if name in metas and (found := first_date(metas[name])):
            return found
    match = _SCRIPT_DATE.search(scripts)
    if match and (found := first_date(match[1])):
        return found
    return date_in_address(url)


def date_in_address(url: str) -> date | None:
    """Return the day in an address (t20210302_123.html, /2021-03-02/), or None."""
    match = _URL_DATE.search(url)
    return first_date(match[1].replace("/", "-")) if match else None


def source_of(printed: str, metas: dict[str, str]) -> str:
    """Return the source: as printed under the title, else by the standard's tag."""
    return printed or source_name(metas.get("contentsource", ""))


def column_path(lines: Sequence[Line], title: str, before: int) -> tuple[str, ...]:
    """Return the steps of the breadcrumb above the text; each step may be a line of its own."""
    unlabelled: tuple[str, ...] = ()
    for at, line in enumerate(lines[: max(before, 1)]):
        if line.rows or line.image:
            continue
        if (_PLACE_LABEL.match(line.text) or _HOME.fullmatch(line.text)) and len(line.text) < _LONGEST_PATH:
            path = breadcrumb(_joined_steps(lines, at, before), title)
            if path:
                return path
        elif not unlabelled and len(line.text) < _LONGEST_UNLABELLED_PATH:
            unlabelled = breadcrumb(line.text, title)
    return unlabelled


def _joined_steps(lines: Sequence[Line], at: int, before: int) -> str:
    """Return the breadcrumb, joined from steps on lines of their own behind its label."""
    text = lines[at].text
    complete = len(breadcrumb(text)) >= 2
    for line in lines[at + 1 : min(at + 1 + _MOST_STEPS, before)]:
        if line.image and not line.text:
            continue
        step = line.text.strip()
        separator = step[:1] in ">»›/-＞→" or step[-1:] in ">»›＞→"
        if complete and not separator:
            break
        if not line.linked and not separator and step not in ("正文", "内容"):
            break
        text += (" > " if not separator and text.rstrip()[-1:] not in ">»›＞:：" else " ") + step
    return text


def address(tree: Any, metas: dict[str, str], source: str) -> str:
    """Return the page's own address: saved-from comment, canonical link, og:url, the standard's Url."""
    saved = _SAVED_FROM.search(source[:_ADDRESS_WITHIN])
    link = tree.css_first('link[rel="canonical"]')
    canonical = (link.attributes.get("href") or "") if link is not None else ""
    found = ((saved[1] or saved[2]) if saved else "", canonical, metas.get("og:url", ""), metas.get("url", ""))
    return next((url.strip() for url in found if url.strip().startswith(("http://", "https://"))), "")


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
