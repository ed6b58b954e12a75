"""The column path (breadcrumb) that a printed page has above its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xinhui_viewer.importers.furniture import PLACE, breadcrumb
from xinhui_viewer.importers.line import Line

_HOME = re.compile(r"\s*(?:网站)?(?:首页|主页)\s*[>»›＞]+\s*")
_LONGEST_PATH, _LONGEST_UNLABELLED_PATH, _MOST_STEPS = 220, 160, 23  # characters, characters, lines


def column_path(lines: Sequence[Line], title: str, before: int) -> tuple[str, ...]:
    """Return the steps of the breadcrumb above the text; each step may be a line of its own."""
    unlabelled: tuple[str, ...] = ()
    for at, line in enumerate(lines[: max(before, 1)]):
        if line.rows or line.image:
            continue
        if (PLACE.match(line.text) or _HOME.fullmatch(line.text)) and len(line.text) < _LONGEST_PATH:
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
