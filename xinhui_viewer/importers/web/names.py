"""The words in the classes and ids of a page's elements that say what they hold: its text, labels, or neighbours.

The words were read off the pages of some hundred sites, whose makers name elements in English, or in Pinyin and its
initials (xglj, 相关链接).
"""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from typing import Any

_WORD = re.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_FRAME_TAGS, _TEXT_TAGS = frozenset(("nav", "footer")), frozenset(("article", "main"))
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
    tag = node.tag
    if tag in _FRAME_TAGS:
        return Name.FRAME
    if tag in _TEXT_TAGS:
        return Name.TEXT
    if tag == "aside":
        return Name.BESIDE
    attributes = node.attributes
    if "class" not in attributes and "id" not in attributes:
        return Name.NOTHING
    return promised(f"{attributes.get('class') or ''} {attributes.get('id') or ''}")


class Names:
    """The kinds of lines that the elements of a page promise, each looked up once."""

    def __init__(self) -> None:
        self._known: dict[int, Name] = {}

    def around(self, node: Any) -> Name:
        """Return what the elements around a line promise: frame and neighbours hold for all that is within them."""
        known, unknown = self._known, []
        name = Name.NOTHING
        while node is not None and node.tag != "body":
            if (found := known.get(node.mem_id)) is not None:
                name = found
                break
            unknown.append(node)
            node = node.parent
        for inner in reversed(unknown):
            if name > Name.BESIDE and (own := name_of(inner)) is not Name.NOTHING:
                name = own
            known[inner.mem_id] = name
        return name
