"""The text of a title: without labels and tags, closed up, and joined where it stands on several lines."""

from __future__ import annotations

import re

from xinhui_viewer.importers.furniture import RED_HEAD, is_furniture
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.markup.source_text import without_tags
from xinhui_viewer.importers.web.titles.page_names import squeezed
from xinhui_viewer.text.dates import dates

SHORTEST = 4  # characters of a title
SURE = 8  # characters found in a longer text that are no coincidence
_SUBTITLE = re.compile(r"\s*(?:[—–-]{2,}|─{1,2})")
_CUT = re.compile(  # 成绩公布时间：三月上旬 stays
    r"\s*[\[（(【]?\s*(?:(?:信息|文章)?来源|作者|点击(?:数|量)?|浏览(?:次数|量)?)\s*[:：]|"
    r"\s*[\[（(【]?\s*(?:发布|更新|发表)?(?:时间|日期)\s*[:：](?=\s*(?:$|(?:19|20)?\d\d[-/.年]))"
)
_TIME = re.compile(r"[\s\])）】]*(?:\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?[\s\])）】]*")
_FILE = re.compile(r"(?i)^(?:Microsoft\s+Word\s*-\s*)|\.(?:docx?|wps|pdf|xlsx?|html?|et|ofd)$")


def shown(text: str) -> str:
    """Return a line without escaped tags, and without the date or labels that run on behind a title."""
    text = without_tags(text).strip()
    cut = _CUT.search(text) if ":" in text or "：" in text else None
    if cut is not None and cut.start() >= SHORTEST:
        return text[: cut.start()].rstrip()
    for (start, end), _ in dates(text):
        if start >= SURE and _TIME.fullmatch(text[end:]) and text[start - 1] not in "于至到（(":
            return text[:start].rstrip(" \xa0\u3000[【(（")
    return text


def closed(text: str) -> str:
    """Return a text with single blanks, and closed up when blanks stand between all of its characters."""
    pieces = text.split()
    spread = len(pieces) > 1 and all(len(piece) == 1 for piece in pieces)
    return ("" if spread else " ").join(pieces)


def is_subtitle(line: Line) -> bool:
    """Return whether a line is a subtitle behind a dash (——来自石桥村的报道)."""
    return _SUBTITLE.match(line.text) is not None


def goes_on(above: Line, under: Line) -> bool:
    """Return whether a line goes on with the title above it: as a subtitle, or in its markup."""
    if _SUBTITLE.match(under.text):
        return True
    if RED_HEAD.fullmatch(squeezed(above.text)) and squeezed(above.text).endswith(("文件", "公文")):
        return False
    broken = under.block is not None and above.block is not None and under.block.mem_id == above.block.mem_id
    return (
        broken
        and above.wholly_bold
        and under.wholly_bold
        and under.text[-1] not in "。；：:"
        and not is_furniture(under.text)
    )


def between(above: Line, under: Line) -> str:
    """Return the blank between two lines of a title, unless a line break in an element divides one sentence."""
    broken = under.block is not None and above.block is not None and under.block.mem_id == above.block.mem_id
    return "" if broken and not _SUBTITLE.match(under.text) else " "


def without_file(text: str) -> str:
    """Return the title of a page that a program named after its file (Microsoft Word - 通知.doc)."""
    return _FILE.sub("", text.strip())
