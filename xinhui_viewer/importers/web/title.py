"""Which line of a page is its title: what it calls itself by, in the largest heading, right over source and date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from xinhui_viewer.importers.furniture import breadcrumb, is_furniture, meta_line
from xinhui_viewer.importers.web.lines import Line

_SITE_SUFFIX = re.compile(r"\s*(?:[_|｜—–»]|--+|\s-\s|\s·\s)\s*")
_PROSE = 40  # characters of a paragraph: what stands behind one is hardly the title
_BEHIND = 1.5


def title_line(tree: Any, metas: dict[str, str], lines: Sequence[Line]) -> tuple[str, int]:
    """Return the title and the number of the line that prints it (-1 for none): as the standard's tag, a heading, or
    the line that the page's own <title> begins with."""
    tag = tree.css_first("title")
    page_title = _squeezed(tag.text() if tag else "")
    wanted = _squeezed(metas.get("articletitle", ""))
    best, best_score = -1, 0.0
    prose = next((line.order for line in lines if line.plain > _PROSE and "。" in line.text), len(lines))
    for line in lines:
        score = _title_score(line, lines, page_title, wanted) - (_BEHIND if line.order > prose else 0)
        if score > best_score:
            best, best_score = line.order, score
    if best >= 0:
        return " ".join(lines[best].text.split()), best
    if wanted:
        return metas["articletitle"], -1
    first = _SITE_SUFFIX.split(tag.text().strip())[0] if tag else ""
    return first.strip(), -1


def _title_score(line: Line, lines: Sequence[Line], page_title: str, wanted: str) -> float:
    if len(line.text) < 2 or line.linked > line.plain or line.rows or line.image:
        return 0
    text = _squeezed(line.text)
    if not 4 <= len(text) <= 120 and not (2 <= len(text) < 4 and _is_named_so(text, wanted, page_title)):
        return 0
    score = _named_score(text, wanted, page_title)
    score += {1: 2.5, 2: 1.2}.get(line.level, 0.5 if line.level else 0)
    over_date = len(text) >= 8 and text[-1] not in "。；" and _is_dated(lines[line.order + 1 : line.order + 2])
    if score < 1 and not over_date:
        return 0  # nor would a date further down make it a title
    if is_furniture(line.text) or breadcrumb(line.text) or meta_line(line.text):
        return 0
    if any(meta_line(other.text) for other in lines[line.order + 1 : line.order + 5]):
        score += 2
    if over_date:
        score += 1.5  # the line right over source and date is the title, whatever the page calls itself
    return score if score >= 3 or line.level == 1 else 0


def _named_score(text: str, wanted: str, page_title: str) -> float:
    """Return how much speaks for a text in what the page calls itself."""
    score = 0.0
    if wanted and (text == wanted or (len(text) > 8 and text in wanted)):
        score += 6
    if page_title and text in page_title:
        score += 3 + min(len(text), 40) / 20 + 2 * _is_named_so(text, wanted, page_title)
    elif page_title and len(page_title) >= 8 and page_title.rstrip("….") in text:
        score += 3
    return score


def _is_named_so(text: str, wanted: str, page_title: str) -> bool:
    """Tell whether a page calls itself just so (公告), alone or before its site's name."""
    rest = page_title[len(text) :] if page_title.startswith(text) else "…"
    return text == wanted or not rest or rest[0] in "_|｜—–»-(（"


def _is_dated(lines: Sequence[Line]) -> bool:
    meta = meta_line(lines[0].text) if lines else None
    return meta is not None and meta.published is not None


def _squeezed(text: str) -> str:
    return "".join(text.split()).replace("\u200b", "")
