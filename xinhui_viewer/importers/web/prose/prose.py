"""Tell the prose of a page from its links, its labels and the lines that are its site's own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import islice

from xinhui_viewer.importers.block import is_block
from xinhui_viewer.importers.furniture import is_furniture, meta_line
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.prose.neighbours import is_disclaimer, is_neighbour

# Each is searched in every line: a pattern that begins with one set of signs, or with letters alone, is fastest.
_SENTENCE = re.compile("[。；！？，](?:(?<!，)|.{4,})")
_SITE = re.compile(
    r"(?<![“『「])版权所有(?![者人权])|ICP备|ICP证|公网安备|主办(?:单位|[:：]|地址|承办)|承办单位|技术支持|建议使用|网站标识码|备案号|邮政编码|违法和不良信息|举报邮箱|"
    r"[Cc]opyright|COPYRIGHT|[Aa]ll[Rr]ights|ALLRIGHTS|[Rr]ightsReserved"
)
_RIGHTS = re.compile(
    "(?<![“『「])版权所有(?![者人权])|ICP备|ICP证|公网安备|[Cc]opyright|COPYRIGHT|[Aa]ll[Rr]ights|ALLRIGHTS|网站标识码"
)
_CONTACT = re.compile("(?:地址|电话|传真|邮编|邮箱|信箱|热线|E-?mail)[:：]", re.IGNORECASE)
ATTACHED = re.compile(r"附件|^\s*附\s*[:：]|\.(?:docx?|xlsx?|pdf|wps|et|ofd|zip|rar|pptx?)\b", re.IGNORECASE)
DOCUMENT = re.compile(  # an address
    r"\.(?:(?:doc|xls|ppt)[mx]?|pdf|ofd|wps|et|dps|rtf|od[tsp]|epub|csv|zip|rar)(?:[?#]|$)", re.IGNORECASE
)
_TEASER = re.compile(r"(?:详细|详情|全文|更多|查看)[^。]{0,4}$")  # the link at the end of a line about another page
_TURNS = re.compile(r"\W*(?:[上下]一[篇条]|(?:相关|推荐|热点|热门|延伸)(?:阅读|新闻|推荐|文章|稿件)\W*$)")
_NODES = 30  # elements of a line that are searched for a link
_SENTENCE_AT_LEAST = 30  # characters: a longer line is prose without a sign of a sentence
_MOST_OF_TABLE = 200  # characters of a table that count as prose
_LONGEST_OF_SITE, _LEAST_BARS, _LONGEST_ENTRY = 300, 4, 12  # characters of a line, bars of a menu, characters between
_LONGEST_LABELS = 100  # characters of a line with source and date
_SENTENCE_AROUND = 12  # characters outside the links of a sentence
_LEAST_ADDRESSES = 2  # in a line that gives nothing else
_SHORTEST = 4  # characters outside links in a line of text


def prose(line: Line) -> int:
    """Return the number of characters of prose in a line: text that is no link and reads like a sentence."""
    text, linked = line.text, line.linked
    plain = len(text) - linked
    if plain <= 0:  # as most lines of most pages
        return 0
    if line.rows or line.image:
        return _in_table(line) if line.rows else _in_caption(text)
    if linked and (_is_mostly_link(line) or _TEASER.search(text)):
        return 0
    if plain < _SENTENCE_AT_LEAST and not _SENTENCE.search(text):
        return 0
    return 0 if _is_none(line) else plain


def _in_table(line: Line) -> int:
    if line.linked and (_is_mostly_link(line) or _TEASER.search(line.text)):
        return 0
    return 0 if is_block(line) else min(line.plain, _MOST_OF_TABLE)


def _in_caption(text: str) -> int:
    return len(text) if len(text) >= _SENTENCE_AT_LEAST and _SENTENCE.search(text) else 0


def _is_none(line: Line) -> bool:
    """Return whether a line that reads like a sentence is none: the site's, an address, buttons, labels."""
    text = line.text
    if is_block(line) or is_sites(text) or is_contact(text) or is_neighbour(text) or is_disclaimer(text):
        return True
    may_be_labels = len(text) < _LONGEST_LABELS and (":" in text or "：" in text or text[0] in "12[【（(")
    return may_be_labels and meta_line(text) is not None


def is_text(line: Line) -> bool:
    """Return whether a line is neither a link nor a label nor the site's furniture."""
    if line.plain < _SHORTEST or line.linked:
        return False
    text = line.text
    return bool(line.rows) or not (
        is_furniture(text) or is_neighbour(text) or meta_line(text) is not None or is_sites(text)
    )


@lru_cache(4096)  # the lines of menus and lists stand on page after page of a site
def names_attachment(text: str) -> bool:
    """Return whether a text speaks of an attachment, or names a document."""
    return ATTACHED.search(text) is not None


def is_linked(line: Line) -> bool:
    """Return whether a line is mostly a link, and does not name an attachment."""
    return _is_mostly_link(line) and not names_attachment(line.text)


def _is_mostly_link(line: Line) -> bool:
    """Return whether a line is mostly links, and no sentence around them, as those that name laws are."""
    length, linked = len(line.text), line.linked
    if linked * 2 <= length:
        return False
    return length - linked < _SENTENCE_AROUND or line.text[-1] not in "。；"


def is_attachment(line: Line) -> bool:
    """Return whether a line names an attachment with a link, or links to a document."""
    if not line.linked:
        return False
    if names_attachment(line.text):
        return True
    nodes = islice(line.block.traverse(), _NODES) if line.block is not None else ()
    return any(node.tag == "a" and _to_document(node.attributes) for node in nodes)


def _to_document(attributes: Mapping[str, str | None]) -> bool:
    """Return whether a link leads to a document, or did before its page was saved."""
    addresses = (attributes.get(name) for name in ("href", "oldsrc"))
    return any(address and DOCUMENT.search(address) for address in addresses)


@lru_cache(4096)
def is_sites(text: str) -> bool:
    """Return whether a line is the site's own: its makers, its number, its rights; their letters are often spread."""
    if len(text) > _LONGEST_OF_SITE:
        return False
    menu = text.count("|") + text.count("丨") >= _LEAST_BARS and max(map(len, re.split("[|丨]", text))) < _LONGEST_ENTRY
    return menu or _SITE.search("".join(text.split())) is not None


def ends_page(text: str) -> bool:
    """Return whether a line states the rights in a site, or its number, as only the foot of a page does."""
    return is_sites(text) and _RIGHTS.search("".join(text.split())) is not None


def ends_prose(lines: Sequence[Line], at: int) -> bool:
    """Return whether a line leads to other pages, below most of the sentences of this one."""
    if _TURNS.match(lines[at].text) is None:
        return False
    above = sum(map(prose, lines[:at]))
    return above > 0 and sum(map(prose, lines[at:])) <= above


def is_contact(text: str) -> bool:
    """Return whether a line gives an address, as a site's foot does and the end of a notice may, and nothing else."""
    if len(text) > _LONGEST_OF_SITE or "。" in text or text.count(":") + text.count("：") < _LEAST_ADDRESSES:
        return False
    return len(_CONTACT.findall(text)) >= _LEAST_ADDRESSES
