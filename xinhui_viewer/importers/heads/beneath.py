"""The lines under a title: the office that publishes, the day, labels such as 来源 and 发布日期, the number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from xinhui_viewer.facts import Facts
from xinhui_viewer.importers.furniture import is_furniture, meta_line
from xinhui_viewer.importers.heads.generic import is_remark
from xinhui_viewer.importers.heads.letterhead import number, office
from xinhui_viewer.text.dates import dates
from xinhui_viewer.text.fold import BLANKS

_WITHIN = 5  # lines under a title
_LONGEST_LABELS = 300  # characters
_LONGEST_OFFICE = 60
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,8}\s*[:：]\s*\S{1,30}|\d{4,8}")
_DAY = re.compile(r"(?:信息)?(?:发布|披露|公开|公布|发表|公告|刊发|编制|更新)?(?:日期|时间)\s*[:：]")
# Days of a form, of a deadline, of what a text is about: none is that of publication.
_OTHER_DAY = re.compile(
    "(?:填表|填报|填写|申请|申报|报送|受理|报名|截止|开标|递交|提交|考试|实施|施行|生效|有效|活动|会议|签订|签署|起止|出生|入学)"
    r"(?:日期|时间|日)\s*[:：]"
)
_CLOCK = re.compile(r"\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?!\d)")
_NAMED = re.compile(r"[\u4e00-\u9fffA-Za-z0-9（）()·]{2,20}")
_MONTH = re.compile(r"(?:\d{4}|[一二三四五六七八九〇○零]{4})年(?:\d{1,2}|[一二三四五六七八九十]{1,2})月")
_BRACKETS = "（）()[]【】"


@dataclass(frozen=True, slots=True)
class Beneath:
    """The facts of the lines under a title, and the indexes of these lines."""

    source: str = ""
    published: date | None = None
    document_number: str = ""
    lines: frozenset[int] = frozenset()

    def added_to(self, facts: Facts) -> Facts:
        """Return facts with these where they have none."""
        return replace(
            facts,
            source=facts.source or self.source,
            published=facts.published or self.published,
            document_number=facts.document_number or self.document_number,
        )


def beneath(lines: Sequence[str]) -> Beneath:
    """Return the facts in the lines under a title: what is labelled, an office with a day, a number."""
    found = Beneath()
    labels = False
    first = int(any(map(_ends_title, lines[:1])))
    for at, line in enumerate(lines[first:_WITHIN], first):
        one = _read(found, line, lines[at + 1 : at + 2]) if not labels or _DAY.match(line.strip(BLANKS)) else None
        if one is None and _LABEL.fullmatch(line.strip(BLANKS)):
            labels = True  # 股票代码：300001 on a cover: text, and a day below has a label
            continue
        if one is None:
            break
        found = Beneath(
            found.source or one.source,
            found.published or one.published,
            found.document_number or one.document_number,
            found.lines if one.document_number else found.lines | {at},  # a number under a title is read with the text
        )
    return found


def _ends_title(line: str) -> bool:
    """Return whether a line is the end of the title in smaller type: （2023—2025年）, （简本）."""
    return is_remark(line) and _office_and_day(line) is None


def _read(found: Beneath, line: str, below: Sequence[str]) -> Beneath | None:
    """Return the facts in one line; None where it is no line of a head, or says again what is known."""
    text = line.strip(BLANKS)
    if not text or len(text) > _LONGEST_LABELS:
        return None
    for read, known in ((_number, found.document_number), (_office_and_day, found.published)):
        one = read(text)
        if one is not None:
            return None if known else one
    name = office(text) if len(text) <= _LONGEST_OFFICE else ""
    if name:
        published = not found.source and any(map(_gives_day, below))
        return Beneath(source=_printed(name, text)) if published else None
    return _labelled(found, text)


def _number(text: str) -> Beneath | None:
    said = number(text)
    return Beneath(document_number=said) if said else None


def _labelled(found: Beneath, text: str) -> Beneath | None:
    if _OTHER_DAY.match(text):
        return None
    meta = meta_line(text) if len(text) <= _LONGEST_LABELS else None
    if meta is None:
        return Beneath() if is_furniture(text) else None
    again = found.published is not None and meta.published is not None and not meta.source
    return None if again else Beneath(meta.source, meta.published)


def _office_and_day(text: str) -> Beneath | None:
    """Return the facts of a line with a day alone, or a day behind or before an office; None of any other."""
    bare = text.strip(_BRACKETS + BLANKS)
    (start, end), day = next(dates(bare), ((0, 0), None))
    if day is None:
        return None
    rest = _CLOCK.sub("", bare[:start] + bare[end:], count=1)
    divided = set("|｜") & set(rest)
    rest = rest.strip(BLANKS + "|｜/·,，")
    if divided and start == 0 and _NAMED.fullmatch(rest):
        return Beneath(rest, day)  # 2021-11-05 09:30 | 某某日报
    if not rest:
        return Beneath(published=day)
    name = office(rest) if start == 0 or end == len(bare) else ""
    return Beneath(_printed(name, rest), day) if name else None


def _printed(name: str, line: str) -> str:
    """Return offices as a line has them: with blanks between them, or 、."""
    return name if "、" in line else name.replace("、", " ")


def is_dated(line: str) -> bool:
    """Return whether a line is a day or a month, and nothing else."""
    by = _office_and_day(line.strip(BLANKS)) if len(line) <= _LONGEST_LABELS else None
    return (by is not None and not by.source) or _MONTH.fullmatch("".join(line.split())) is not None


def _gives_day(line: str) -> bool:
    """Return whether a line gives the day of an office above it, or on a cover its month."""
    text = line.strip(BLANKS)
    if len(text) > _LONGEST_LABELS:
        return False
    meta = meta_line(text)
    return is_dated(text) or (meta is not None and meta.published is not None)
