"""The words in the classes and ids of a page's elements that say what they hold: its text, labels, or neighbours.

The words were read off the pages of some hundred sites, whose makers name elements in English, or in Pinyin and its
initials (xglj, 相关链接).
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import Any

from xinhui_viewer.importers.line import Line

_WORD = re.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Of each kind, what may stand anywhere in a name, and words that stand alone.
_FRAME = re.compile("footer|copyright|breadcrumb|friendlink|beian|banquan")
_FRAME_WORDS = _set("foot nav navbar navi subnav topnav menu crumb crumbs login logon search weizhi dqwz")
_BESIDE = re.compile(
    "comment|pinglun|recommend|tuijian|related|xiangguan|otherlink|sidebar|siderbar|aside|share|fenxiang|qrcode|"
    "erweima|feedback|uninterest|toolbar|carousel|swiper|paginat|disclaim|mianze|advert|guanggao|paihang|toupiao|keyword"
)
_BESIDE_WORDS = _set(
    "cmt relate relevant relation recom sider side ad ads adv tool tools rank ranking hot hots recent latest guess "
    "ewm qr follow player playlist vote mood moods face emoji like dislike zan praise ding prev previous next pager "
    "paging banner slide slider statement declare tags tag popup modal dialog correct subscribe "
    "summary abstract digest smalltext zhaiyao daodu jiucuo jubao guanzhu tj fx xglj xgxw xgwz xgyd xgxx xgzx"
)
_LABELS = _set("meta source sources author date time pubtime pubdate byline laiyuan riqi shijian zuozhe")
_TEXT = re.compile("article|artical|artibody|content|zhengwen|neirong|maintext|newstext|ueditor|ewebeditor|detail")
_TEXT_WORDS = _set("trs zoom text txt cont con conts art story post entry nr zw wz news")


class Name(IntEnum):
    """The kind of lines that an element's name promises."""

    FRAME = 0  # of the site, on every page: its foot, its menus, its forms
    BESIDE = 1  # neighbours of the text: shares, comments, other articles
    LABELS = 2  # source, date, author
    NOTHING = 3
    TEXT = 4


_BESIDE_OR_LESS, _NOTHING = Name.BESIDE, Name.NOTHING  # looked up once: an enumeration takes long to find a member

_TAGS = {
    "nav": Name.FRAME,
    "footer": Name.FRAME,
    "aside": Name.BESIDE,
    "article": Name.TEXT,
    "main": Name.TEXT,
}


@lru_cache(4096)
def promised(name: str) -> Name:
    """Return the kind of lines that the classes and the id of an element promise."""
    together = name.lower()
    words = {word.lower() for word in _WORD.findall(name)}
    if _FRAME.search(together) or words & _FRAME_WORDS:
        return Name.FRAME
    if _BESIDE.search(together) or words & _BESIDE_WORDS:
        return Name.BESIDE
    if words & _LABELS:
        return Name.LABELS
    return Name.TEXT if _TEXT.search(together) or words & _TEXT_WORDS else Name.NOTHING


def name_of(node: Any) -> Name:
    """Return the kind of lines that an element's tag, or its classes and its id, promise."""
    if (named := _TAGS.get(node.tag)) is not None and not _is_of_an_article(node):
        return named
    attributes = node.attributes
    if not attributes:
        return _NOTHING
    name = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return promised(name) if len(name) > 1 else _NOTHING


def _is_of_an_article(node: Any) -> bool:
    """Return whether a foot or an aside stands in an article and has no link: the signature, or a note of the text."""
    if node.tag not in ("footer", "aside") or node.css_first("a[href]") is not None:
        return False
    above = node.parent
    while above is not None and above.tag != "article":
        above = above.parent
    return above is not None


class Names:
    """The kinds of lines that the elements of a page promise, each looked up once."""

    def __init__(self) -> None:
        self._of_block: dict[int, Name] = {}  # by the number of a block; 0 is what is around all
        self._of_node: dict[int, Name] = {}

    def around(self, line: Line) -> Name:
        """Return what the elements around a line promise: frame and neighbours hold for all that is within them."""
        path, known = line.path, self._of_block
        number = path[-1] if path else 0
        name = known.get(number)
        if name is None:
            around = path[-2] if len(path) > 1 else 0
            outer = known.get(around)
            if outer is None:
                outer = known[around] = self._around(line.block.parent) if line.block is not None else _NOTHING
            name = known[number] = outer if outer <= _BESIDE_OR_LESS else _within(outer, line.block)
        return name

    def _around(self, node: Any) -> Name:
        """Return what an element and those around it promise."""
        known, unknown = self._of_node, []
        name = _NOTHING
        while node is not None and node.tag != "body":
            if (found := known.get(node.mem_id)) is not None:
                name = found
                break
            unknown.append(node)
            node = node.parent
        for inner in reversed(unknown):
            name = known[inner.mem_id] = _within(name, inner)
        return name


def _within(outer: Name, node: Any) -> Name:
    """Return what an element in others promises, and they with it."""
    if outer <= _BESIDE_OR_LESS or node is None:
        return outer
    own = name_of(node)
    return outer if own is _NOTHING or node.tag == "body" else own
