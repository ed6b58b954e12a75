"""Days that a page does not print: in its tags and scripts, in its address, its place and its file's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.records import Where
from xinhui_viewer.text.dates import stamped

Found = tuple[Where, date, float]  # the place, the day, and how surely it is that of publication, 0 to 1

_SIGNS = re.compile(r"[\s:._-]+")
_STRONG = re.compile(
    r"(?:article|og|itemprop|bytedance|weibo:article)?(?:first)?(?:publi(?:sh|shed|cation)|pub|release|issued?)_?(?:date|time|on|at|data)?|"
    r"date(?:published|issued)|(?:article|og)?(?:create)(?:at|d|date|time)?|ogtime|dc(?:terms)?(?:date)?(?:created|issued)|dcdate|"
    r"citation(?:publication)?date|parselypubdate|sailthrudate|fbsj|docreltime|articledate|newsdate"
)
_WEAK = re.compile(
    r"date|time|ogdate|updatetime|lastmodified|(?:article|og)(?:modified|updated)time|revised|datemodified"
)
_IN_WEAK = 0.6
_MOST_TIMES = 2  # <time> elements of an article; a list has more
_NAMES = (  # of variables and keys
    r"(?:(?:news|article|doc|info|first|art)?_?(?:pub\w{0,8}_?(?:date|data|time)|publish\w*)|datePublished|fbsj|release_?date|"
    r"docreltime|ptime)"
)
_VALUE = r"""['"]?\s*[:=]\s*['"]?(\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}|\d{13}|\d{10}|\d{8})(?!\d)"""
_VARIABLE = re.compile(rf"(?i)(?:var\s+|window\.)(?:{_NAMES}|(?:ori_?)?(?:create_?time|ct)){_VALUE}")
_KEY = re.compile(rf"(?i)(?<![a-z]){_NAMES}{_VALUE}")
_ENPPROPERTY, _LONGEST_ENPPROPERTY = re.compile(r"<date>\s*(\d{4}-\d\d-\d\d)"), 2000  # characters
_ANY_VALUE = re.compile(r"""[:=]\s*['"]?\d{4}[-/年.\d]""")  # searched first: few scripts have such a number
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_CHINA = timedelta(hours=8)  # ahead of UTC
_YEAR = r"(?:199\d|20[0-4]\d)"
_MONTH, _DAY = r"(?:0?[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01]|[1-9])"
_TWO, _TWO_DAYS = r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])"
_IN_ADDRESS = re.compile(
    rf"(?:/[a-zA-Z]?|_|/[a-zA-Z]{{1,10}}[-_])({_YEAR})({_TWO})({_TWO_DAYS})(?=[_/.-]|[A-Z]\d|$)"
    rf"|/({_YEAR})[-/_]?({_TWO})[-/_]?({_TWO_DAYS})/"
    rf"|/({_YEAR})[-/]({_MONTH})[-/]({_DAY})(?=[_/.-])"
    rf"|/({_YEAR})_({_TWO})/({_TWO})_({_TWO_DAYS})/"
    rf"|/({_YEAR})[-/]?({_TWO})/({_TWO_DAYS})(?=[_/])"
)
_IN_NAME = re.compile(
    rf"(?<!\d)({_YEAR})([-._年]?)({_TWO}|(?<=[-._年]){_MONTH})(?:\2|月)({_TWO_DAYS}|(?<=[-._月]){_DAY})"
    r"(?!\d|\s\d{1,2}[:：]\d\d)"  # with the hour, it is the moment of saving or pasting
)
_GIVEN_BY_A_SYSTEM = re.compile(
    rf"(?:[a-zA-Z]|[a-zA-Z]{{1,10}}[-_])?{_YEAR}{_TWO}{_TWO_DAYS}[-_]\d{{1,12}}(?:_\d{{1,4}})?\.[a-z]{{3,6}}"
)


def in_tags(page: Page) -> Iterator[Found]:
    """Yield the days in the meta tags whose name says publication, and in <time>; less surely other days.

    Publishing systems of newspapers write an article's day into a comment that begins with enpproperty.
    """
    for name, content in page.metas.items():
        if (strength := _of_publication(name)) and (day := stamped(content)) is not None:
            yield "tag", day, strength
    if (at := page.source.find("<!--enpproperty")) >= 0:
        match = _ENPPROPERTY.search(page.source, at, at + _LONGEST_ENPPROPERTY)
        if match is not None and (day := stamped(match[1])) is not None:
            yield "tag", day, 1
    if "datetime" in page.source:
        times = page.tree.css("time[datetime]")
        if 0 < len(times) <= _MOST_TIMES and (day := stamped(times[0].attributes.get("datetime") or "")) is not None:
            yield "tag", day, 1


@lru_cache(1024)
def _of_publication(name: str) -> float:
    """Return how surely a tag of this name gives the day of publication."""
    key = _SIGNS.sub("", name)
    return 1 if _STRONG.fullmatch(key) else _IN_WEAK if _WEAK.fullmatch(key) else 0


def in_scripts(scripts: str) -> Iterator[Found]:
    """Yield the day that a page's scripts or its JSON-LD name as that of publication, as a date or as seconds.

    A variable is the page's own; keys with several days are those of other pages.
    """
    for form in (_VARIABLE, _KEY) if _ANY_VALUE.search(scripts) else ():
        days = [_epoch(match[1]) or stamped(match[1][:10]) for match in form.finditer(scripts)]
        if days and days[0] is not None and (form is _VARIABLE or len(set(days)) == 1):
            yield "script", days[0], 1
            return


def in_address(address: str) -> Iterator[Found]:
    """Yield the day in an address or a path (t20210302_123.html, /2021-03-02/, /2014/0725/, /2015_05/05_16/)."""
    match = _IN_ADDRESS.search(address)
    parts = [int(part) for part in match.groups() if part] if match else []
    if len(parts) >= 3 and (day := _date(parts[0], parts[-2], parts[-1])) is not None:
        yield "address", day, 1


def in_place(place: str) -> Iterator[Found]:
    """Yield the day in the path of a file below the folder that is imported: a mirror's paths are addresses."""
    if "/" in place:
        yield from in_address("/" + place)


def in_name(place: str) -> Iterator[Found]:
    """Yield the day in the name of a file that a person named (2021-03-02 通知.html), less surely than in an address.

    A name that a publishing system gave (t20190822_21916656.html) is the end of an address.
    """
    name = place.rsplit("/", 1)[-1]
    if _GIVEN_BY_A_SYSTEM.fullmatch(name):
        yield from in_address("/" + name)
        return
    match = _IN_NAME.search(name)
    if match is not None and (day := _date(int(match[1]), int(match[3]), int(match[4]))) is not None:
        yield "name", day, 1


def _epoch(text: str) -> date | None:
    """Return the day in China of a number of seconds or milliseconds since 1970; 2021030208 is none."""
    if not _EPOCH.fullmatch(text) or text.startswith("20"):
        return None
    return (datetime.fromtimestamp(int(text[:10]), UTC) + _CHINA).date()


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
