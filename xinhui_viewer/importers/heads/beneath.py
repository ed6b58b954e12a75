"""The lines under a title: the office that publishes, the day, labels such as 来源 and 发布日期, the number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from xinhui_viewer.facts import Facts
from xinhui_viewer.importers.furniture import is_furniture, meta_line
from xinhui_viewer.importers.heads.letterhead import number, office
from xinhui_viewer.text.dates import dates
from xinhui_viewer.text.fold import BLANKS

_WITHIN = 5  # lines under a title
_LONGEST_LABELS = 300  # characters
_LONGEST_OFFICE = 60
_LABEL = re.compile(r"[\u4e00-\u9fff]{2,8}\s*[:：]\s*\S{1,30}|\d{4,8}")
_DAY = re.compile(r"(?:信息)?(?:发布|披露|公开|公布|发表|公告|刊发|编制|更新)?(?:日期|时间)\s*[:：]")
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
    for at, line in enumerate(lines[:_WITHIN]):
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
    rest = (bare[:start] + bare[end:]).strip(BLANKS + "|｜/·,，")
    if not rest:
        return Beneath(published=day)
    name = office(rest) if start == 0 or end == len(bare) else ""
    return Beneath(_printed(name, rest), day) if name else None


def _printed(name: str, line: str) -> str:
    """Return offices as a line has them: with blanks between them, or 、."""
    return name if "、" in line else name.replace("、", " ")


def _gives_day(line: str) -> bool:
    """Return whether a line gives the day of an office above it."""
    text = line.strip(BLANKS)
    if len(text) > _LONGEST_LABELS:
        return False
    by = _office_and_day(text)
    meta = meta_line(text)
    return (by is not None and not by.source) or (meta is not None and meta.published is not None)
