"""The excerpts of a list: under the title of each page it links to stands the beginning of the page's text.

A round-up of news, which is a bulletin, has headlines without links.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.kinds.list_lines import day_beside
from xinhui_viewer.importers.web.prose.headlines import is_headline

_FEWEST = 3  # of a list
_SHORTEST, _LONGEST = 25, 500  # characters of an excerpt
_ABOVE = 3  # lines above an excerpt within which its title stands
_BELOW = 3  # lines below within which its day, or a link to the whole text, stands
_MOST_BESIDE = 24  # characters of a line between a title and its excerpt
_SHARE = 0.6  # of the prose of a page
_WHOLE = r"(?:点击|查看|阅读|浏览)?(?:全文|详情|详细|更多|全部)(?:内容)?|(?i:read more|more)"
_BROKEN = re.compile(rf"(?:[\w，、]|…|\.{{3}}|\W(?:{_WHOLE})\W{{0,6}})$")
_BUTTON = re.compile(rf"\W{{0,6}}(?:{_WHOLE})\W{{0,6}}")


def excerpts(lines: Sequence[Line]) -> int:
    """Return the number of excerpts of equal shape where excerpts are most of a page's prose, each under a link.

    It is 0 where they are not, or fewer than three.
    """
    prose = [line for line in lines if len(line.text) >= _SHORTEST and _is_prose(line)]
    if len(prose) < _FEWEST:
        return 0
    found = [line for line in prose if _is_excerpt(lines, line)]
    most = max(Counter(map(_shape, found)).values(), default=0)
    enough = sum(len(line.text) for line in found) >= _SHARE * sum(len(line.text) for line in prose)
    return most if enough and most >= _FEWEST else 0


def _is_prose(line: Line) -> bool:
    return line.plain >= _SHORTEST and line.linked * 3 < len(line.text) and not line.rows and not line.image


def _shape(line: Line) -> tuple[str, int]:
    return (line.block.tag if line.block is not None else "", len(line.path))


def _is_excerpt(lines: Sequence[Line], line: Line) -> bool:
    """Return whether a text stands under a link, and breaks off or has a day or a link to the whole beside it."""
    above = lines[max(line.order - _ABOVE, 0) : line.order][::-1]
    title = next((one for one in above if is_headline(one) or len(one.text) > _MOST_BESIDE), None)
    if title is None or not is_headline(title) or len(line.text) > _LONGEST:
        return False
    if _BROKEN.search(line.text):
        return True
    beside = (*lines[title.order : line.order], *islice(lines, line.order + 1, line.order + 1 + _BELOW))
    return any(day_beside(one) or _BUTTON.fullmatch(one.text) for one in beside)
