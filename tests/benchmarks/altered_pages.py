"""Pages whose evidence on a fact is taken away or altered, one kind of damage at a time, while the truth stays known.

A value is altered only where another place on the page still gives the right one: else nothing could tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from xinhui_viewer.text.dates import dates

_PIECE = re.compile(r"(?is)(<!--.*?-->|<(script|style|title)\b.*?</\2\s*>|<[^>]*>)")
_META = re.compile(r"(?is)<meta\b[^>]*>")
_TITLE = re.compile(r"(?is)<title\b.*?</title\s*>")
_DATED_SCRIPT = re.compile(r"(?is)<script\b.*?</script\s*>")
_LABEL = re.compile(
    r"(?:您?(?:现|所)在的?位置|当前位置|(?:信息|文章|稿件)?来\s*源|发布(?:时间|日期|人|单位|机构)?|(?:更新|发表)?时间|日\s*期)\s*[:：]\s*"
)
_HEADING = re.compile(r"(?i)<(/?)h[1-6]\b")
_NAMED = re.compile(r"""(?i)\s(?:class|id)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)""")
_DAY = re.compile(r"\d{4}(\D+)\d+(\D+)\d+")
_LONGEST_LABEL, _LEAST_TITLE = 120, 8  # characters
_APART = timedelta(days=37)
_OTHER_SOURCE = "云汀县融媒体中心"
_OTHER_TITLE = "云汀县石桥镇开展春季防火宣传"


@dataclass(frozen=True, slots=True)
class Truth:
    """The right title, day and source of a page, as gold writes them; empty for none."""

    title: str
    day: date | None
    source: str


UNDAMAGED, NO_DAY = "none", "no day at all"

Damage = Callable[[str, Truth], str]


def altered(page: str, truth: Truth) -> Iterator[tuple[str, str]]:
    """Yield the names of the kinds of damage that a page can have, each with the damaged page."""
    for name, damage in DAMAGES.items():
        found = damage(page, truth)
        if found and found != page:
            yield name, found


def _texts(page: str, change: Callable[[str], str], most: int = 1_000_000) -> str:
    """Return a page with its printed texts changed: at most a number of them."""
    pieces, at, count = [], 0, 0
    for match in (*_PIECE.finditer(page), None):
        end = match.start() if match else len(page)
        text = page[at:end]
        new = change(text) if count < most and text.strip() else text
        count += new != text
        pieces += [new, match[0] if match else ""]
        at = match.end() if match else end
    return "".join(pieces)


def _solid(text: str) -> str:
    return "".join(text.split())


def _is_title(text: str, truth: Truth) -> bool:
    return len(_solid(truth.title)) >= _LEAST_TITLE and _solid(text) == _solid(truth.title)


def _tag_has_title(page: str, truth: Truth) -> bool:
    match = _TITLE.search(page)
    return match is not None and _solid(truth.title) in _solid(match[0])


def _tags_have(page: str, value: str) -> bool:
    return bool(value) and any(value in tag for tag in _META.findall(page))


def _prints_title(page: str, truth: Truth) -> bool:
    return _texts(page, lambda text: "" if _is_title(text, truth) else text) != page


def _with_day(text: str, day: date, other: date) -> str:
    """Return a text with one day in place of another, in the same form."""
    for (start, end), found in reversed([*dates(text)]):
        if found == day:
            form = text[start:end]
            if (parts := _DAY.search(form)) is not None:
                new = f"{other.year}{parts[1]}{other.month:02}{parts[2]}{other.day:02}"
                text = text[:start] + _DAY.sub(new, form) + text[end:]
    return text


def _without_tags(page: str, _truth: Truth) -> str:
    return _TITLE.sub("", _META.sub("", page))


def _without_title_tag(page: str, _truth: Truth) -> str:
    return _TITLE.sub("", page)


def _without_headings(page: str, _truth: Truth) -> str:
    return _NAMED.sub("", _HEADING.sub(r"<\1div", page))


def _without_labels(page: str, _truth: Truth) -> str:
    return _texts(page, lambda text: _LABEL.sub("", text) if len(text.strip()) <= _LONGEST_LABEL else text)


def _other_title_tag(page: str, truth: Truth) -> str:
    return _TITLE.sub(f"<title>{_OTHER_TITLE}</title>", page) if _prints_title(page, truth) else page


def _cut_title_tag(page: str, truth: Truth) -> str:
    half = truth.title[: len(truth.title) // 2]
    return _TITLE.sub(f"<title>{half}</title>", page) if _prints_title(page, truth) else page


def _cut_title(page: str, truth: Truth) -> str:
    if not _tag_has_title(page, truth):
        return page
    return _texts(page, lambda text: text.strip()[: len(text.strip()) // 2] if _is_title(text, truth) else text)


def _without_title(page: str, truth: Truth) -> str:
    return _texts(page, lambda text: "" if _is_title(text, truth) else text) if _tag_has_title(page, truth) else page


def _other_title(page: str, truth: Truth) -> str:
    if not _tag_has_title(page, truth):
        return page
    return _texts(page, lambda text: _OTHER_TITLE if _is_title(text, truth) else text)


def _other_day(page: str, truth: Truth) -> str:
    """Alter the day that is printed where the tags have it, too."""
    day = truth.day
    if day is None or not _tags_have(page, day.isoformat()):
        return page
    return _texts(page, lambda text: _with_day(text, day, day - _APART), 1)


def _other_day_in_tags(page: str, truth: Truth) -> str:
    """Alter the day of all tags where it is printed, too."""
    day = truth.day
    if day is None or _texts(page, lambda text: _with_day(text, day, day - _APART), 1) == page:
        return page
    return _META.sub(lambda tag: tag[0].replace(day.isoformat(), (day - _APART).isoformat()), page)


def _without_day(page: str, truth: Truth) -> str:
    """Take away the printed day where the tags have it."""
    day = truth.day
    if day is None or not _tags_have(page, day.isoformat()):
        return page
    return _texts(page, lambda text: _without(text, day), 1)


def _without_any_day(page: str, truth: Truth) -> str:
    """Take away the day wherever it is printed, and all tags and scripts: no day is right then."""
    day = truth.day
    if day is None:
        return page
    bare = _DATED_SCRIPT.sub("", _META.sub("", page))
    found = _texts(bare, lambda text: _without(text, day))
    return found if found != bare else page


def _without(text: str, day: date) -> str:
    for (start, end), found in reversed([*dates(text)]):
        if found == day:
            text = text[:start] + text[end:]
    return text


def _second_day(page: str, truth: Truth) -> str:
    """Print another day right under the line with the right one, with no label or with one of a change."""
    day = truth.day
    if day is None:
        return page
    other = (day + timedelta(days=5)).isoformat()

    def doubled(text: str) -> str:
        return f"{text}<br>{other}<br>" if any(found == day for _span, found in dates(text)) else text

    return _texts(page, doubled, 1)


def _day_above(page: str, truth: Truth) -> str:
    """Print another day right over the title."""
    day = truth.day
    if day is None:
        return page
    other = (day + timedelta(days=400)).isoformat()
    return _texts(page, lambda text: f"<p>{other}</p>{text}" if _is_title(text, truth) else text, 1)


def _other_source(page: str, truth: Truth) -> str:
    """Alter the printed source where the tags have it, too."""
    if not _tags_have(page, truth.source):
        return page
    return _texts(page, lambda text: _with_source(text, truth), 1)


def _other_source_in_tags(page: str, truth: Truth) -> str:
    if not truth.source or _texts(page, lambda text: _with_source(text, truth), 1) == page:
        return page
    return _META.sub(lambda tag: tag[0].replace(truth.source, _OTHER_SOURCE), page)


def _with_source(text: str, truth: Truth) -> str:
    short = len(text.strip()) <= _LONGEST_LABEL and "。" not in text
    return text.replace(truth.source, _OTHER_SOURCE) if short else text


def _second_source(page: str, truth: Truth) -> str:
    """Name another source under the right one, behind the same label."""
    if not truth.source:
        return page

    def doubled(text: str) -> str:
        is_source = truth.source in text and len(text.strip()) <= _LONGEST_LABEL and "。" not in text
        return f"{text}<br>来源：{_OTHER_SOURCE}<br>" if is_source else text

    return _texts(page, doubled, 1)


def _cut_behind(page: str, _truth: Truth) -> str:
    return page[: len(page) * 6 // 10]


def _cut_before(page: str, truth: Truth) -> str:
    """Take away all that stands before the printed title."""
    marked = _texts(page, lambda text: "\0" + text if _is_title(text, truth) else text, 1)
    at = marked.find("\0")
    return f"<div>{page[at:]}" if at >= 0 else page


def _under_text(page: str, truth: Truth) -> str:
    """Move the line with the day behind the last paragraph."""
    moved: list[str] = []

    def taken(text: str) -> str:
        moved.append(text)
        return ""

    def lifted(text: str) -> str:
        return taken(text) if any(found == truth.day for _span, found in dates(text)) and "。" not in text else text

    bare = _texts(page, lifted, 1)
    at = bare.rfind("</p>")
    return bare[: at + 4] + f"<p>{moved[0]}</p>" + bare[at + 4 :] if moved and at > 0 else page


DAMAGES: Mapping[str, Damage] = {
    UNDAMAGED: lambda page, _truth: f"{page} ",
    "no tags": _without_tags,
    "no title tag": _without_title_tag,
    "no headings and names of elements": _without_headings,
    "no labels": _without_labels,
    "title tag of another page": _other_title_tag,
    "title tag cut": _cut_title_tag,
    "title cut": _cut_title,
    "title not printed": _without_title,
    "another title printed": _other_title,
    "another day printed": _other_day,
    "another day in tags": _other_day_in_tags,
    "day not printed": _without_day,
    NO_DAY: _without_any_day,
    "a second day": _second_day,
    "a day over the title": _day_above,
    "another source printed": _other_source,
    "another source in tags": _other_source_in_tags,
    "a second source": _second_source,
    "cut behind": _cut_behind,
    "cut before the title": _cut_before,
    "date under the text": _under_text,
}
