"""The site's own lines on a web page that was printed: the menu over its title, and what stands under its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xinhui_viewer.importers.furniture import PLACE, is_end, is_furniture, meta_line
from xinhui_viewer.importers.printed.lines import Line
from xinhui_viewer.importers.web.prose.prose import is_sites

_HEAD, _MOST_ABOVE = 30, 12  # lines of a page in which its path and source stand; lines over a title
_LONGEST_LABELS = 200  # characters
_PROSE = 30  # characters of a sentence
_LEAST_CELLS, _LONGEST_CELL = 4, 12  # of a row that is a menu
_BUTTON = re.compile(
    r"分享(?:让|到|至|给|本)[^，。]{0,12}|[大中小]字号|(?:手机)?客户端(?:下载)?|(?:下载)?(?:APP|app|App)(?:下载)?|评论|关注|点赞|登录|注册"
    r"|(?:违法和不良信息)?举报(?:电话|邮箱)\s*[:：].{0,60}"
)


def without_foot(lines: Sequence[Line], url: str) -> list[Line]:
    """Return the lines of a document; those of a printed web page without what its site prints under the text."""
    texts = ["" if line.rows else line.text for line in lines]
    head = next((at for at, text in enumerate(texts[:_HEAD]) if _tells_page(text)), 0 if url else -1)
    return list(lines[: _foot(texts, head)]) if head >= 0 else list(lines)


def of_site(texts: Sequence[str], title: int) -> frozenset[int]:
    """Return the indexes of the lines of a printed web page that are its site's; ``title`` is its title's index."""
    above = range(title) if title <= _MOST_ABOVE and not _prose(texts[:title]) else range(0)
    among = (at for at in range(title, len(texts)) if is_furniture(texts[at]) or _is_button(texts[at]))
    return frozenset({*above, *among})


def _tells_page(text: str) -> bool:
    """Return whether a line is the path of a page, or names its source behind a label."""
    if len(text) > _LONGEST_LABELS:
        return False
    meta = meta_line(text) if ":" in text or "：" in text else None
    return PLACE.match(text) is not None or (meta is not None and bool(meta.source))


def _foot(texts: Sequence[str], title: int) -> int:
    """Return the index of the first line under the text, below which there is less prose than above."""
    whole = _prose(texts[title:])
    above = 0
    for at in range(title + 1, len(texts)):
        above += _prose(texts[at - 1 : at])
        if _is_sites(texts[at]) and 2 * above >= whole:
            return _with_those_above(texts, at, title)
    return len(texts)


def _with_those_above(texts: Sequence[str], at: int, title: int) -> int:
    while at > title + 1 and (is_furniture(texts[at - 1]) or _is_button(texts[at - 1]) or _is_sites(texts[at - 1])):
        at -= 1
    return at


def _is_sites(text: str) -> bool:
    return is_end(text) or is_sites(text) or _is_menu(text)


def _is_menu(text: str) -> bool:
    cells = [cell for cell in text.split("\t") if cell.strip()]
    han = not any(sign.isdigit() for sign in text)
    return han and len(cells) >= _LEAST_CELLS and max(map(len, cells)) <= _LONGEST_CELL


def _is_button(text: str) -> bool:
    return _BUTTON.fullmatch(text.strip()) is not None


def _prose(texts: Sequence[str]) -> int:
    return sum(len(text) for text in texts if len(text) >= _PROSE and any(sign in text for sign in "，。；"))
