"""Evidence for the day of publication of a page: printed near its title or under its text, or in its markup."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.taught import UNKNOWN, Site
from xinhui_viewer.importers.web import day_labels
from xinhui_viewer.importers.web.body import Text
from xinhui_viewer.importers.web.evidence import Candidate, Chosen, Evidence, chosen
from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.importers.web.siblings import listed, stands
from xinhui_viewer.importers.web.unprinted_days import in_address, in_name, in_place, in_scripts, in_tags
from xinhui_viewer.importers.web.weights import PUBLISHED
from xinhui_viewer.records import Where
from xinhui_viewer.text.dates import dates, first_date, is_day_of_no_calendar, stamped

_ABOVE, _HEAD, _HEAD_END, _TEXT_BEGINS, _TEXT_ENDS, _FOOT = 5, 14, 4, 3, 4, 12  # lines searched
_LONGEST, _LONGEST_INSIDE = 400, 30  # characters of a line that is searched, of one amid the text
_LONGEST_LABEL = 14  # characters of a label in the element before that of its day
_LONGEST_BESIDE = 14  # characters beside a day that may be an unlabelled source
_FEWEST_ACROSS = 2  # labels in a row above their values
_SENTENCE = 40  # characters of a line with a comma that is prose
_AROUND, _MANY = 10, 3  # lines around a day in which other days beside links make it one of a list
_NEAR = timedelta(days=1)
_FIRST_YEAR = 1995  # of Chinese pages


@dataclass(frozen=True, slots=True)
class Day(Candidate[date]):
    """A day, the texts before and after it, its nearness to title or text (0 to 1), and how strong its tag is.

    ``before`` may be a label in the element before; ``rest`` is what stands beside the day and its hour in its line.
    """

    before: str = ""
    after: str = ""
    rest: str = ""
    near: float = 0
    strength: float = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """A page's lines, the line of its title (-1 without one), its text, the days of all candidates, and the lessons of
    the page's siblings.
    """

    lines: Sequence[Line]
    title: int
    first: int
    last: int
    days: Sequence[tuple[Where, date]]
    lessons: Site = UNKNOWN


def published(page: Page, title: Line | None, text: Text) -> tuple[Chosen[date] | None, str]:
    """Return the day of publication of a page, and a warning on a day that cannot be it; None without evidence."""
    found = [*_printed(page.lines, title, text), *map(_tagged, _in_markup(page))]
    best = _best(found, page, title, text)
    if best is None or not best.sure:
        found.extend(map(_tagged, in_scripts(page.scripts)))
        best = _best(found, page, title, text)
    latest = _latest(page.around.retrieved) if best is not None else None
    if best is not None and latest is not None and best.value > latest:
        warning = tr("The page is dated {day}, after it was saved; this date was not kept.").format(day=best.value)
        return _best([day for day in found if day.value <= latest], page, title, text), warning
    return best, "" if best else _impossible((*text.head[:_HEAD], *text.foot[:_FOOT]))


def _latest(retrieved: str) -> date | None:
    """Return the last day that a page can have by the time when it was retrieved; None when that is unknown.

    A file of the first years of the web has a wrong time, as in zip files without one.
    """
    day = first_date(retrieved)
    return day + _NEAR if day is not None and day.year >= _FIRST_YEAR else None


def _impossible(lines: Sequence[Line]) -> str:
    """Return a warning on a label of publication with a day that no calendar has; empty when there is none."""
    for line in lines:
        label, text = day_labels.divided(line.text) if len(line.text) <= _LONGEST else ("", "")
        if label and is_day_of_no_calendar(text):
            return tr("The page is dated {day}, which is no day of the calendar.").format(day=text.strip()[:30])
    return ""


def _best(found: Sequence[Day], page: Page, title: Line | None, text: Text) -> Chosen[date] | None:
    last = text.lines[-1].order if text.lines else len(page.lines)
    days = [(day.where, day.value) for day in found]
    seen = Seen(page.lines, title.order if title else -1, text.first, last, days, page.site)
    return chosen(found, seen, EVIDENCE, PUBLISHED)


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


def _printed(lines: Sequence[Line], title: Line | None, text: Text) -> Iterator[Day]:
    """Yield the days printed above and under the title, at the text's edges and under it."""
    if title is not None:
        for line in lines[max(0, title.order - _ABOVE) : title.order]:
            yield from _days(lines, line, 0.4)
        yield from _days(lines, title, 1)
    head = text.head
    for at, line in enumerate(head[:_HEAD] if title is not None else ()):
        yield from _days(lines, line, 1 - at / (2 * _HEAD))
    for line in head[max(_HEAD if title is not None else 0, len(head) - _HEAD_END) :]:
        yield from _days(lines, line, 0.6)
    body = text.lines
    for line in body[:_TEXT_BEGINS]:
        yield from _days(lines, line, 0.3)
    ends = max(_TEXT_BEGINS, len(body) - _TEXT_ENDS)
    for line in body[_TEXT_BEGINS:ends]:
        if len(line.text) <= _LONGEST_INSIDE:
            yield from _days(lines, line, 0)
    for line in body[ends:]:
        yield from _days(lines, line, 0.2)
    for at, line in enumerate(text.foot[:_FOOT]):
        yield from _days(lines, line, 0.6 - at / (2 * _FOOT))


def _days(lines: Sequence[Line], line: Line, near: float) -> Iterator[Day]:
    """Yield the days in a line; most have no digit."""
    text = line.text
    if line.image or len(text) > _LONGEST:
        return
    if line.rows:
        for label, cell in _labelled_cells(line):
            if (found := stamped(cell)) is not None and len(cell) <= _LONGEST_LABEL * 2:
                yield Day(found, "printed", line, cell, label.rstrip(":：") + "：", near=near)
        return
    for (start, end), found in dates(text):
        after = text[end:]
        rest = "".join(filter(str.isalnum, text[:start] + day_labels.TIME.sub("", after, count=1)))
        yield Day(found, "printed", line, text, text[:start] or _label(lines, line), after, rest, near)


def _labelled_cells(line: Line) -> Iterator[tuple[str, str]]:
    """Yield the cells of a table, each with the cell before it, or above it where all of the first row are labels."""
    rows = [[cell.text for cell in row] for row in line.rows]
    if len(rows) > 1 and not any(map(first_date, rows[0])) and len(rows[0]) == len(rows[1]) > _FEWEST_ACROSS:
        yield from zip(rows[0], rows[1], strict=True)
    cells = [cell for row in rows for cell in row]
    yield from zip(["", *cells], cells, strict=False)


def _label(lines: Sequence[Line], line: Line) -> str:
    """Return the label of a day that begins its line: it may have an element of its own before."""
    previous = lines[line.order - 1].text if line.order else ""
    is_label = len(previous) <= _LONGEST_LABEL and day_labels.publication(previous)
    return previous if is_label else ""


def _nearness(day: Day, _seen: Seen) -> float:
    return day.near


def _label_of_publication(day: Day, _seen: Seen) -> float:
    return max(0, day_labels.publication(day.before, day.after)) if day.line else 0


def _label_of_another_day(day: Day, _seen: Seen) -> float:
    return day.line is not None and day_labels.publication(day.before, day.after) < 0


def _of_a_reply(day: Day, _seen: Seen) -> float:
    return day.line is not None and day_labels.is_reply(day.before)


def _with_edition(day: Day, seen: Seen) -> float:
    return day.line is not None and not _in_prose(day, seen) and day_labels.has_edition(day.text)


def _beside_source(day: Day, _seen: Seen) -> float:
    return day.line is not None and not _in_prose(day, _seen) and day_labels.is_beside(day.text)


def _alone(day: Day, _seen: Seen) -> float:
    if day.line is None or _in_prose(day, _seen):
        return 0
    length = len(day.rest)
    return 1 if length <= 6 else 0.6 if length <= _LONGEST_BESIDE else 0


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
    return any(day_labels.is_place(line.text) for line in around)


def _day_of_the_visit(day: Day, seen: Seen) -> float:
    if day.line is None or _label_of_publication(day, seen) == 1:
        return 0
    return day_labels.is_today(day.text) or (day.line.order < seen.title and "星期" in day.after)


def _in_a_link(day: Day, _seen: Seen) -> float:
    return day.line is not None and day.line.linked > day.line.plain and not _label_of_publication(day, _seen)


def _one_of_many(day: Day, seen: Seen) -> float:
    """Return whether other days stand around, each beside a link: those of a list."""
    if day.line is None or _label_of_publication(day, seen) == 1 or _beside_source(day, seen):
        return 0
    at, lines = day.line.order, seen.lines
    if not _is_beside_link(lines, at):
        return 0
    dated = (
        order
        for order in range(max(0, at - _AROUND), min(len(lines), at + _AROUND))
        if len(lines[order].text) <= _LONGEST and first_date(lines[order].text) and _is_beside_link(lines, order)
    )
    return len(list(islice(dated, _MANY))) == _MANY


def _is_beside_link(lines: Sequence[Line], at: int) -> bool:
    return any(line.linked > line.plain for line in lines[max(0, at - 1) : at + 2])


def _under_a_signature(day: Day, seen: Seen) -> float:
    """Return whether a day stands alone at the end of the text: it was written then."""
    if day.line is None or not seen.first < day.line.order or day.line.order < seen.last - _TEXT_ENDS:
        return 0
    return not (_with_time(day, seen) or _label_of_publication(day, seen) or _beside_source(day, seen))


def _agrees(day: Day, seen: Seen) -> float:
    """Return whether another place on the page or its address gives the same day, or the next to it."""
    others = [value for where, value in seen.days if where != day.where]
    return 1 if day.value in others else 0.5 if any(abs(day.value - value) <= _NEAR for value in others) else 0


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
    Evidence("under a signature", _under_a_signature),
    Evidence("agrees with another place", _agrees),
    Evidence("in a tag", _given("tag")),
    Evidence("in a script", _given("script")),
    Evidence("in the address", _given("address")),
    Evidence("in the file's name", _given("name")),
    Evidence("in its siblings' place", _in_its_siblings_place),
    Evidence("in a list", _given("list")),
)
