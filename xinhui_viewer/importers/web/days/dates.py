"""Evidence for the day of publication of a page: printed near its title or under its text, or in its markup."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice

from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.taught import UNKNOWN, Site
from xinhui_viewer.importers.web.days import day_labels
from xinhui_viewer.importers.web.days.printed_days import FOOT, HEAD, LONGEST, TEXT_ENDS, Day, printed_days
from xinhui_viewer.importers.web.days.unprinted_days import in_address, in_name, in_place, in_scripts, in_tags
from xinhui_viewer.importers.web.evidence import Chosen, Evidence, chosen
from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.importers.web.prose.body import Text
from xinhui_viewer.importers.web.prose.names import Name, Names
from xinhui_viewer.importers.web.site.siblings import listed, stands
from xinhui_viewer.importers.web.weights import PUBLISHED
from xinhui_viewer.records import Where
from xinhui_viewer.text.dates import first_date, is_day_of_no_calendar

_SHORT_BESIDE, _LONGEST_BESIDE = 8, 14  # characters beside a day that may be an unlabelled source
_SENTENCE = 40  # characters of a line with a comma that is prose
_AROUND, _MANY = 10, 3  # lines around a day in which other days beside links make it one of a list
_COMMENTS_ABOVE = 5  # elements around a line
_COMMENTS = re.compile("comment|pinglun|reply|replies|liuyan|discuss|gbook", re.IGNORECASE)
_NEAR = timedelta(days=1)
_ENOUGH = 3.5  # points of a day with which the scripts are not asked
_NO_TIME = date(1970, 1, 1)  # as a program writes a time that it does not know
_FIRST_YEAR = 1995  # of Chinese pages


@dataclass(frozen=True, slots=True)
class Seen:
    """A page's lines, the line of its title (-1 without one), its text, the days of all candidates, the lessons of the
    page's siblings, the names of its elements, and the line with the day of the newspaper that it is a page of.
    """

    lines: Sequence[Line]
    title: int
    first: int
    last: int
    days: Mapping[Where, Set[date]]
    lessons: Site = UNKNOWN
    names: Names = field(default_factory=Names)
    paper: Line | None = None


def published(page: Page, title: Line | None, text: Text) -> tuple[Chosen[date] | None, str]:
    """Return the day of publication of a page, and a warning on a day that cannot be it; None without evidence."""
    found = [*printed_days(page.lines, title, text), *_of_newspaper(page), *map(_tagged, _in_markup(page))]
    best = _best(found, page, title, text)
    if best is None or not best.strong or best.points < _ENOUGH:
        found.extend(map(_tagged, in_scripts(page.scripts)))
        best = _best(found, page, title, text)
    latest = _latest(page.around.retrieved) if best is not None else None
    if best is not None and latest is not None and best.value > latest:
        warning = tr("The page is dated {day}, after it was saved; this date was not kept.").format(day=best.value)
        return _best([day for day in found if day.value <= latest], page, title, text), warning
    return best, "" if best else _impossible((*text.head[:HEAD], *text.foot[:FOOT]))


def _latest(retrieved: str) -> date | None:
    """Return the last day that a page can have by the time when it was retrieved; None when that is unknown.

    A file of the first years of the web has a wrong time, as in zip files without one.
    """
    day = first_date(retrieved)
    return day + _NEAR if day is not None and day.year >= _FIRST_YEAR else None


def _impossible(lines: Sequence[Line]) -> str:
    """Return a warning on a label of publication with a day that no calendar has; empty when there is none."""
    for line in lines:
        label, text = day_labels.divided(line.text) if len(line.text) <= LONGEST else ("", "")
        if label and is_day_of_no_calendar(text):
            return tr("The page is dated {day}, which is no day of the calendar.").format(day=text.strip()[:30])
    return ""


def _best(found: Sequence[Day], page: Page, title: Line | None, text: Text) -> Chosen[date] | None:
    found = [day for day in found if day.value != _NO_TIME]
    last = text.lines[-1].order if text.lines else len(page.lines)
    days: defaultdict[Where, set[date]] = defaultdict(set)
    for day in found:
        days[day.where].add(day.value)
    paper = page.masthead.line if page.masthead is not None else None
    seen = Seen(page.lines, title.order if title else -1, text.first, last, days, page.site, Names(), paper)
    return chosen(found, seen, EVIDENCE, PUBLISHED, _are_near)


def _are_near(one: date, other: date) -> bool:
    return abs(one - other) <= _NEAR


def _of_newspaper(page: Page) -> Iterator[Day]:
    """Yield the day of a newspaper's page, wherever its head stands."""
    head = page.masthead
    if head is None or head.day is None:
        return
    if head.line is None:
        yield Day(head.day, "tag", strength=1)
    else:
        yield Day(head.day, "printed", head.line, head.line.text, near=1)


def _in_markup(page: Page) -> Iterator[tuple[Where, date, float]]:
    yield from in_tags(page)
    for address in dict.fromkeys((page.around.url, page.url)):
        yield from in_address(address)
    yield from in_place(page.around.place)
    yield from in_name(page.around.place)
    entry = listed(page)
    if entry is not None and entry.published is not None:
        yield "list", entry.published, 1


def _tagged(found: tuple[Where, date, float]) -> Day:
    where, value, strength = found
    return Day(value, where, strength=strength)


def _nearness(day: Day, _seen: Seen) -> float:
    return day.near


def _label_of_publication(day: Day, _seen: Seen) -> float:
    return max(0, day_labels.publication(day.before, day.after)) if day.line else 0


def _label_of_another_day(day: Day, _seen: Seen) -> float:
    return day.line is not None and day_labels.publication(day.before, day.after) < 0


def _of_a_reply(day: Day, _seen: Seen) -> float:
    return day.line is not None and day_labels.is_reply(day.before)


def _with_edition(day: Day, seen: Seen) -> float:
    if day.line is None or _in_prose(day, seen):
        return 0
    return day.line is seen.paper or day_labels.has_edition(day.text)


def _beside_source(day: Day, _seen: Seen) -> float:
    return day.line is not None and not _in_prose(day, _seen) and day_labels.is_beside(day.text)


def _alone(day: Day, _seen: Seen) -> float:
    if day.line is None or _in_prose(day, _seen):
        return 0
    length = len(day.rest)
    return 1 if length <= _SHORT_BESIDE else 0.6 if length <= _LONGEST_BESIDE else 0


def _with_time(day: Day, _seen: Seen) -> float:
    return day.line is not None and day_labels.TIME.match(day.after) is not None


def _in_prose(day: Day, _seen: Seen) -> float:
    text = day.text
    return "。" in text or "；" in text or ("，" in text and len(text) > _SENTENCE) or day.after[:1] in ("，", "、")


def _event(day: Day, seen: Seen) -> float:
    if day.line is None:
        return 0
    if day_labels.is_event(day.before, day.after):
        return 1
    if _label_of_publication(day, seen) == 1:
        return 0
    around = seen.lines[max(0, day.line.order - 2) : day.line.order + 3]
    return any(
        day_labels.is_place(line.text) for line in around if line.order <= seen.last
    )  # below: the site's address


def _day_of_the_visit(day: Day, seen: Seen) -> float:
    if day.line is None or day.line is seen.paper or _label_of_publication(day, seen) == 1:
        return 0
    return day_labels.is_today(day.text) or (day.line.order < seen.title and "星期" in day.after)


def _in_a_link(day: Day, _seen: Seen) -> float:
    return day.line is not None and day.line.linked > day.line.plain and not _label_of_publication(day, _seen)


def _one_of_many(day: Day, seen: Seen) -> float:
    """Return whether other days stand around: those of a list, each beside a link, or of comments under the text."""
    label = _label_of_publication(day, seen)
    if day.line is None or day.line is seen.paper or label == 1 or _beside_source(day, seen):
        return 0
    under = day.line.order > seen.first and not label
    if not under and not _is_beside_link(seen.lines, day.line.order):
        return 0
    return _days_around(day.line, seen, linked=not under) >= _MANY


def _days_around(line: Line, seen: Seen, *, linked: bool) -> int:
    """Return the number of lines with days around a line, up to a bound; only those beside links if ``linked``."""
    lines = seen.lines[max(0 if linked else seen.first, line.order - _AROUND) : line.order + _AROUND]
    dated = (one.order for one in lines if len(one.text) <= LONGEST and first_date(one.text))
    return len(list(islice((at for at in dated if not linked or _is_beside_link(seen.lines, at)), _MANY)))


def _of_a_neighbour(day: Day, seen: Seen) -> float:
    """Return whether a day under the beginning of the text stands in comments, or without a label beside the text."""
    if day.line is None or day.line.order <= seen.first or seen.names.around(day.line) > Name.BESIDE:
        return 0
    return not _label_of_publication(day, seen) or _in_comments(day.line)


def _in_comments(line: Line) -> bool:
    """Return whether the names of the elements around a line say that they hold comments."""
    element = line.block
    for _ in range(_COMMENTS_ABOVE):
        if element is None:
            return False
        attributes = element.attributes
        if _COMMENTS.search(f"{attributes.get('class') or ''} {attributes.get('id') or ''}"):
            return True
        element = element.parent
    return False


def _is_beside_link(lines: Sequence[Line], at: int) -> bool:
    return any(line.linked > line.plain for line in lines[max(0, at - 1) : at + 2])


def _under_a_signature(day: Day, seen: Seen) -> float:
    """Return whether a day stands alone at the end of the text: it was written then."""
    if day.line is None or not seen.first < day.line.order or day.line.order < seen.last - TEXT_ENDS:
        return 0
    return not (_with_time(day, seen) or _label_of_publication(day, seen) or _beside_source(day, seen))


def _agrees(day: Day, seen: Seen) -> float:
    """Return whether another place on the page or its address gives the same day, or the next to it."""
    others = [days for where, days in seen.days.items() if where != day.where]
    if any(day.value in days for days in others):
        return 1
    beside = (day.value - _NEAR, day.value + _NEAR)
    return 0.5 if any(not days.isdisjoint(beside) for days in others) else 0


def _in_its_siblings_place(day: Day, seen: Seen) -> float:
    return day.line is not None and stands(seen.lessons, "published", day.line)


def _given(where: Where) -> Callable[[Day, Seen], float]:
    """Return the evidence that a day is given, not printed, in a place, as strong as it is there."""
    return lambda day, _seen: day.strength if day.where == where else 0


EVIDENCE = (
    Evidence("near the title or the text", _nearness),
    Evidence("a label of publication", _label_of_publication),
    Evidence("the label of another day", _label_of_another_day),
    Evidence("of a reply", _of_a_reply),
    Evidence("with the edition of a newspaper", _with_edition),
    Evidence("beside a source or a counter", _beside_source),
    Evidence("alone in its line", _alone),
    Evidence("with the time of day", _with_time),
    Evidence("in prose", _in_prose),
    Evidence("of an event", _event),
    Evidence("the day of the visit", _day_of_the_visit),
    Evidence("in a link", _in_a_link),
    Evidence("one of many", _one_of_many),
    Evidence("of a neighbour", _of_a_neighbour),
    Evidence("under a signature", _under_a_signature),
    Evidence("agrees with another place", _agrees),
    Evidence("in a tag", _given("tag")),
    Evidence("in a script", _given("script")),
    Evidence("in the address", _given("address")),
    Evidence("in the file's name", _given("name")),
    Evidence("in its siblings' place", _in_its_siblings_place),
    Evidence("in a list", _given("list")),
)
