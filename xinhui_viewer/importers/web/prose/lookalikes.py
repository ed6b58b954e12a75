"""Tell lines of a text from the labels, buttons and links of a site that they look like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from xinhui_viewer.importers.furniture import meta_line
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.prose.prose import prose

_POINT = re.compile(r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])")
_ANNOUNCES = re.compile(r"[^\s:：|｜]{10,}[:：]\s*")  # longer than any label without its value
_ADDRESS = re.compile(r"\s*(?:[^\s:：，。]{2,8}[:：]\s*)?https?://[^\s\u4e00-\u9fff]+\s*")
_PLEA = re.compile(r"[^\s【\[（(>]{8,}\s*[【\[（(](?:点击|我要|立即|马上)[^】\])）。]{1,8}[】\]）)]\s*")
_CLOSED = ("】", "]", ")", "）")
_RELATED = re.compile(
    r"[【\[\s]*(?:相关|延伸|拓展|背景)(?:链接|阅读|新闻|报道|内容|信息|资料|文章|解读|数据|知识)[】\]:：\s]*"
)
_LONGEST_HEAD = 12  # characters of the head of related text
_TOGETHER = 2  # paragraphs that stand under it


def has_labels(text: str) -> bool:
    """Return whether a line gives source or date, and is no point of a text, nor announces what follows."""
    return meta_line(text) is not None and not (_POINT.match(text) or _ANNOUNCES.fullmatch(text))


def is_address(line: Line) -> bool:
    """Return whether a line is an address in print, with its name or without, as a text gives one."""
    return line.linked > 0 and _ADDRESS.fullmatch(line.text) is not None


def text_after_all(lines: Sequence[Line], among: tuple[int, ...]) -> Iterator[int]:
    """Yield the orders of the lines among paragraphs that look like a button, or like the head of links, and are text.

    ``among`` is the path of the element around the paragraphs.
    """
    for at, line in enumerate(lines):
        if line.path[:-1] != among:
            continue
        if (_RELATED.match(line.text) and _is_amid_text(lines, at)) or (not line.linked and _is_text(lines, at)):
            yield line.order


def _is_text(lines: Sequence[Line], at: int) -> bool:
    """Return whether a line asks for something, or heads paragraphs that go with the text."""
    text = lines[at].text
    if _is_plea(text):
        return True
    return len(text) <= _LONGEST_HEAD and _RELATED.fullmatch(text) is not None and _heads_text(lines, at)


def _is_amid_text(lines: Sequence[Line], head: int) -> bool:
    """Return whether a paragraph without links stands below the links that a line heads, all in the same element."""
    around = lines[head].path[:-1]
    below = takewhile(lambda one: one.path[:-1] == around, lines[head + 1 :])
    following = next((one for one in below if not one.linked), None)
    first = lines[head + 1 : head + 2]
    linked = lines[head].linked > 0 or any(one.linked for one in first)
    return linked and following is not None and following.text[-1:] == "。" and prose(following) > 0


def _is_plea(text: str) -> bool:
    """Return whether a line ends with a plea to click (点击查看)."""
    return text.rstrip().endswith(_CLOSED) and _PLEA.fullmatch(text) is not None


def _heads_text(lines: Sequence[Line], head: int) -> bool:
    """Return whether paragraphs without links stand below a line, in the same element."""
    around = lines[head].path[:-1]
    below = list(takewhile(lambda one: one.path[:-1] == around, lines[head + 1 :]))
    return sum(prose(one) > 0 for one in below) >= _TOGETHER and not any(one.linked for one in below)
