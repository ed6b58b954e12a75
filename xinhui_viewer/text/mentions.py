"""Bulletins that a text names, by their document numbers and 《titles》, and the keys under which both are compared."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from xinhui_viewer.records import Span
from xinhui_viewer.text.fold import fold

_SHORTEST, _LONGEST = 4, 120  # characters of a title
_LONGEST_AGENCY = 16  # characters
_MOST = 2000  # mentions of a text
_NUMBER = re.compile(r"[〔\[【(（［]\s*(?P<year>(?:19|20)\d\d)\s*[〕\]】)）］]\s*第?\s*0*(?P<number>\d{1,5})\s*[号號]")
_ORDER = re.compile(r"(?P<order>令|公告)\s*(?:(?P<year>(?:19|20)\d\d)\s*年)?\s*第\s*0*(?P<number>\d{1,5})\s*[号號]")
_HAN = re.compile("[\u4e00-\u9fff]")
_MARKS = re.compile("[《》]")
# Words before the short name of an agency that no sign parts from it: 根据国办发〔2020〕1号.
_BEFORE = re.compile(
    "(?:根据|依据|按照|依照|参照|遵照|贯彻|落实|执行|印发|转发|发布|公布|下发|制定|废止|文件|通知|以及|及|和|与|或|原|的|对|将|由|见|即|为|是|在|到|了)$"
)
_BESIDE = re.compile(r"\s*[（(〔\[][^（）()《》。；\n]{0,30}")  # between a title and its number


@dataclass(frozen=True, slots=True)
class Mention:
    """A bulletin named in a text at a span: the key of its title, that of its number; one of them may be missing.

    ``number`` begins with that of the bulletin: before its short name other words may stand.
    """

    start: int
    end: int
    title: int = 0
    number: str = ""


def title_key(title: str) -> int:
    """Return the key of a title: its letters and digits alone, folded, as a number of 63 bits; 0 for a short one."""
    bare = "".join(filter(str.isalnum, fold(title)))
    if len(bare) < _SHORTEST:
        return 0
    return int.from_bytes(hashlib.blake2b(bare.encode(), digest_size=8).digest(), "big") >> 1


def number_key(number: str) -> str:
    """Return the key of a document number: year, number, and the short name of the agency backwards; empty for none."""
    found = _numbers(number)
    return next((mention.number for mention in found), "")


def is_number(mentioned: str, own: str) -> bool:
    """Return whether a mentioned number is that of a bulletin, whose key is ``own``."""
    rest = mentioned.removeprefix(own)
    return bool(own) and (not rest or (rest != mentioned and _BEFORE.search(rest[::-1]) is not None))


def beginnings(number: str) -> list[str]:
    """Return the keys of all numbers that a mentioned one may be."""
    at = number.rfind(":") + 1
    return [number[:end] for end in range(at + 1, len(number) + 1)]


def mentions(body: str) -> tuple[Mention, ...]:
    """Return the bulletins that a text names in order: a title with its number behind it is one mention."""
    titles = [Mention(*span, title_key(body[span[0] + 1 : span[1] - 1])) for span in title_spans(body)]
    titles = [title for title in titles if title.title]
    numbers = [*_numbers(body)]
    found: list[Mention] = []
    at = 0
    for n, title in enumerate(titles):
        until = titles[n + 1].start if n + 1 < len(titles) else len(body)
        while at < len(numbers) and numbers[at].end <= title.end:
            found += [numbers[at]] if numbers[at].end <= title.start else []
            at += 1
        beside = at < len(numbers) and numbers[at].end <= until and _is_beside(body, title.end, numbers[at].start)
        found.append(replace(title, number=numbers[at].number) if beside else title)
        at += beside
    found += numbers[at:]
    return tuple(sorted(found, key=lambda one: one.start)[:_MOST])


def title_spans(body: str) -> Iterator[Span]:
    """Yield the spans of the outermost 《titles》 of a text, signs included."""
    depth = start = 0
    for sign in _MARKS.finditer(body):
        if sign[0] == "《":
            if not depth or sign.start() - start > _LONGEST or "\n" in body[start : sign.start()]:
                depth, start = 0, sign.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth and sign.end() - start <= _LONGEST and "\n" not in body[start : sign.end()]:
                yield start, sign.end()


def _is_beside(body: str, end: int, start: int) -> bool:
    return start - end <= 2 * _LONGEST_AGENCY and _BESIDE.fullmatch(body[end:start]) is not None


def _numbers(text: str) -> Iterator[Mention]:
    found = [*_NUMBER.finditer(text), *_ORDER.finditer(text)]
    last = 0
    for match in sorted(found, key=re.Match.start):
        named = match.start() + (
            0 if match.re is _NUMBER else len("令") if text[match.start()] == "令" else len("公告")
        )
        before = text[max(last, named - _LONGEST_AGENCY) : named]
        agency = "".join(takewhile(_HAN.match, reversed(before)))
        if agency:
            yield Mention(
                named - len(agency), match.end(), 0, f"{match['year'] or ''}:{match['number']}:{fold(agency)}"
            )
        last = match.end()
