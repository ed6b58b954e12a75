"""The articles of a law, 第十二条: a list of their own beside its sections, read off its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from xinhui_viewer.records import Article, Section, Span
from xinhui_viewer.text.markers import ARTICLE
from xinhui_viewer.text.numerals import ordinal

_FEWEST = 3  # lines that begin with 第一条 and the like make a text a law
_LONGEST = 18  # characters of an article's text that name it in a list
_LOOKED = 80  # characters behind the number, blanks included
_INSERTED = r"\s*之\s*[一二三四五六七八九十]{1,3}(?![^\s：:【（(])"  # 第二条之一, put in later
_NUMBERED = re.compile(rf"(?m)^[^\S\n]*({ARTICLE.pattern}(?:{_INSERTED})?)(?!\t)")
_CITED = re.compile("[的第、和或至及]|规定")  # 第三条的规定
_ALONE = re.compile(r"[^\S\n]|[：:【（(\n]|\Z")  # what sets a number off from its text
_DIGITS = re.compile(r"第|条.*|\s")
_BLANKS = re.compile(r"\s+")
_CLAUSE = re.compile(r"[^，。；：:,;\n]*")


def articles(body: str, sections: Sequence[Section] = ()) -> tuple[Article, ...]:
    """Return the articles of a law in order, none of another text; each ends where the next one or a section begins.

    A citation that begins a line (第十二条的规定) is none: the number of an article is set off from its text, or is the
    next one.
    """
    if body.count("条") < _FEWEST:
        return ()
    found = list(_numbered(body))
    if len(found) < _FEWEST:
        return ()
    ends = sorted({*(start for _number, start, _end in found), *(one.start for one in sections), len(body)})
    following = dict(pairwise(ends))
    return tuple(Article(number, start, end, following[start]) for number, start, end in found)


def with_articles(body: str, sections: Sequence[Section]) -> tuple[Section, ...]:
    """Return sections with the articles among them, each one level below the section that it is in."""
    merged, above = list[Section](), list[Section]()
    entries: list[Section | Article] = [*sections, *articles(body, sections)]
    begun = sorted(entries, key=lambda one: one.start)
    for one in begun:
        while above and above[-1].end <= one.start:
            above.pop()
        if isinstance(one, Section):
            above.append(one)
            merged.append(one)
        else:
            merged.append(_as_section(body, one, above[-1].level + 1 if above else 1))
    return tuple(merged)


def is_article(section: Section) -> bool:
    """Return whether an entry among sections is an article."""
    return ARTICLE.match(section.marker) is not None


def cited(sections: Sequence[Section], span: Span) -> str:
    """Return the articles that a span of the text is from: 第十二条, 第三条至第五条, or nothing."""
    found = [one.marker for one in sections if is_article(one) and one.start < span[1] and span[0] < one.end]
    return "至".join(dict.fromkeys((found[0], found[-1]))) if found else ""


def article_at(body: str, sections: Sequence[Section], offset: int) -> str:
    """Return the number of the article that a character of a law is in, 第十二条; empty outside of articles."""
    if body.count("条") < _FEWEST:
        return ""
    number, begun, seen = "", 0, 0
    for found, start, _end in _numbered(body):
        seen += 1
        if start <= offset:
            number, begun = found, start
        elif seen >= _FEWEST:
            break
    left = seen < _FEWEST or any(begun < one.start <= offset for one in sections)
    return "" if left else number


def value(number: str) -> int:
    """Return the number of 第十二条, 12; 0 for another text."""
    return ordinal(_DIGITS.sub("", number)) or 0


def _numbered(body: str) -> Iterator[tuple[str, int, int]]:
    """Yield the number of each article, and where it begins and ends."""
    previous = 0
    for match in _NUMBERED.finditer(body):
        number = _BLANKS.sub("", match[1])
        n = value(number)
        apart, cited = (sign.match(body, match.end()) for sign in (_ALONE, _CITED))
        follows = n == previous + 1 or ("之" in number and n == previous)
        if (follows and not cited) or (apart and (n > previous or n == 1)):
            yield number, match.start(1), match.end()
            previous = n


def _as_section(body: str, one: Article, level: int) -> Section:
    """Return an article as an entry of an outline, named by its number and its first words."""
    text = " ".join(body[one.number_end : min(one.end, one.number_end + _LOOKED)].split())
    clause = _CLAUSE.match(text)
    words = clause[0][:_LONGEST] if clause else ""
    return Section(level, f"{one.number} {words}".strip(), one.start, one.number_end, one.end, one.number, folded=True)
