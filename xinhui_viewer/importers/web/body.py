"""Find the text of a page: the lines of the element with the prose, between the head and the foot."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress

from xinhui_viewer.importers.furniture import is_end, is_furniture, meta_line
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.head import head_end, inner_foot
from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.importers.web.siblings import Own, own_lines

# Both are searched in every line: a pattern that begins with one set of signs, or with letters alone, is fastest.
_SENTENCE = re.compile("[。；！？，](?:(?<!，)|.{4,})")
_SITE = re.compile(
    r"版权所有|ICP备|公网安备|主办(?:单位|[:：]|地址|承办)|"
    r"承办单位|技术支持|建议使用|copyright|Copyright|网站标识码|邮政编码|All ?Rights|"
    r"违法和不良信息|举报邮箱"
)
_ATTACHED = re.compile(r"附件|\.(?:docx?|xlsx?|pdf|wps|et|ofd|zip|rar|pptx?)\b", re.IGNORECASE)
_SENTENCE_AT_LEAST = 30  # characters: a longer line is prose without a sign of a sentence
_LEAST_BEHIND = 8  # characters of prose behind an element that are text left outside
_MOST_OF_TABLE = 200  # characters of a table that count as prose
_LONGEST_TITLE = 120
_LONGEST_OF_SITE, _LEAST_BARS, _LONGEST_ENTRY = 300, 4, 12  # characters of a line, bars of a menu, characters between
_MOST = 0.75  # the share of a page's prose that an element must hold to be descended into


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a page, and what stands around it: ``head`` are the lines between the title and the text.

    ``foot`` are the lines below the text; labels of source and date among its last lines, no part of it, come first.
    ``first`` is the order of the text's first line; the number of all lines where there is no text.
    """

    lines: Sequence[Line]
    head: Sequence[Line]
    foot: Sequence[Line]
    first: int


def body(page: Page, title_line: Line | None, title: str) -> Text:
    """Return the text below the title, without the site's furniture and without labels at its edges."""
    seen, own, at = page.lines, own_lines(page), title_line.order if title_line else -1
    end, _, published = head_end(seen[at + 1 :])
    found = _body_lines(own, start := at + 1 + end, title)
    passed = list(filter(_is_text, seen[at + 1 : start])) if title_line else []
    if _length(passed) > _length(found):  # the apparent head is text, and the labels stand below it
        end, _, published = head_end(seen[at + 1 : passed[0].order])
        found = _body_lines(own, at + 1 + end, title)
    if not found:
        return Text((), seen[at + 1 : start], (), len(seen))
    labels = inner_foot(found, published)
    head, foot = seen[at + 1 : found[0].order], (*labels, *seen[found[-1].order + 1 :])
    return Text([line for line in found if line not in labels] if labels else found, head, foot, found[0].order)


def _length(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _body_lines(own: Own, start: int, title: str) -> list[Line]:
    """Return the lines of the text, from line ``start`` on, without the site's furniture."""
    kept = [line for line in _region(own, start) if not _is_beside(line, title)]
    kept = _without_foot(kept)
    while kept and (kept[0].image or _same(kept[0].text, title)) and len(kept) > 1:
        if kept[0].image and any(line.text for line in kept[1:2]):
            break
        kept.pop(0)
    return kept


def _region(own: Own, start: int) -> list[Line]:
    """Return the lines in the element with the text, from line ``start`` on."""
    region = _until_end([line for line in own.lines if line.order >= start])
    return region if own.located else _contained(region)


def _without_foot(lines: list[Line]) -> list[Line]:
    """Cut the site's own lines and links at the end, and the pictures below them."""
    while lines:
        last = next((at for at in range(len(lines) - 1, -1, -1) if not lines[at].image), -1)
        if last < 0 or not _is_trailing(lines[last]):
            return lines
        lines = lines[:last]
    return lines


def _until_end(lines: list[Line]) -> list[Line]:
    """Cut at the first line that only stands behind a text; not before any prose was seen."""
    seen = False
    for at, line in enumerate(lines):
        if seen and is_end(line.text):
            return lines[:at]
        seen = seen or _prose(line) > 0
    return lines


def _contained(lines: list[Line]) -> list[Line]:
    """Descend into the element that holds most of the prose, as long as no text is left outside it."""
    weights = list(map(_prose, lines))
    depth = 0
    while (best := _heaviest(lines, weights, depth)) is not None:
        inside = [len(line.path) > depth and line.path[depth] == best for line in lines]
        if inside.count(True) == 1 and len(lines[at := inside.index(True)].path) == depth + 1:
            alone = not any(weights[:at]) and not any(weights[at + 1 :])
            return _with_signature(lines, at) if alone else lines
        if not all(inside):
            if _is_left_outside(lines, weights, inside):
                return lines
            lines, weights = list(compress(lines, inside)), list(compress(weights, inside))
        depth += 1
    return lines


def _heaviest(lines: list[Line], weights: list[int], depth: int) -> int | None:
    """Return the element of a depth that holds most of the prose; None when none does."""
    groups: dict[int, int] = defaultdict(int)
    for line, weight in zip(lines, weights, strict=True):
        if weight and len(line.path) > depth:
            groups[line.path[depth]] += weight
    best = max(groups, key=groups.__getitem__, default=None)
    return best if best is not None and groups[best] >= _MOST * sum(weights) else None


def _with_signature(lines: list[Line], at: int) -> list[Line]:
    """Return the only paragraph of a text with its salutation, signature and list of attachments."""
    first, last = at, at + 1
    while last < len(lines) and _goes_with(lines[last]):
        last += 1
    while first and _is_text(lines[first - 1]) and not lines[first - 1].level:
        first -= 1
    return lines[first:last]


def _goes_with(line: Line) -> bool:
    beside = is_furniture(line.text) or is_end(line.text) or _is_sites(line)
    linked = line.linked * 2 > len(line.text) and not _ATTACHED.search(line.text)
    return bool(line.image) or not (beside or linked or (line.level and not _ATTACHED.search(line.text)))


def _is_left_outside(lines: list[Line], weights: list[int], inside: list[bool]) -> bool:
    """Return whether text stands before an element's lines or prose after them, or the element is one of several."""
    first, last = inside.index(True), len(inside) - 1 - inside[::-1].index(True)
    if any(map(_is_text, lines[:first])) or any(weight >= _LEAST_BEHIND for weight in weights[last + 1 :]):
        return True
    return first == last and sum(weights) > weights[first]


def _prose(line: Line) -> int:
    """Return the number of characters of prose in a line: text that is no link and reads like a sentence."""
    if line.image or line.linked * 2 > len(line.text):
        return 0
    plain = line.plain
    if not line.rows and plain < _SENTENCE_AT_LEAST and not _SENTENCE.search(line.text):
        return 0
    if _is_sites(line):
        return 0
    return min(plain, _MOST_OF_TABLE) if line.rows else plain


def _is_text(line: Line) -> bool:
    if line.plain < 4 or line.linked:
        return False
    return not (is_furniture(line.text) or meta_line(line.text) is not None or _is_sites(line))


def _is_beside(line: Line, title: str) -> bool:
    if line.image:
        return is_furniture(line.text)
    return is_furniture(line.text) or (_same(line.text, title) and line.plain < _LONGEST_TITLE and not line.rows)


def _is_trailing(line: Line) -> bool:
    linked = line.linked * 2 > len(line.text) and not _ATTACHED.search(line.text)
    return bool(linked or _is_sites(line) or is_end(line.text) or len(line.text) < 2)


def _is_sites(line: Line) -> bool:
    """Return whether a line is the site's own: its makers, its number, its rights; their letters are often spread."""
    return _says_it_is_the_sites(line.text)


@lru_cache(4096)
def _says_it_is_the_sites(text: str) -> bool:
    if len(text) > _LONGEST_OF_SITE:
        return False
    menu = text.count("|") + text.count("丨") >= _LEAST_BARS and max(map(len, re.split("[|丨]", text))) < _LONGEST_ENTRY
    return menu or _SITE.search("".join(text.split())) is not None


def _same(text: str, title: str) -> bool:
    return bool(title) and "".join(text.split()) == "".join(title.split())
