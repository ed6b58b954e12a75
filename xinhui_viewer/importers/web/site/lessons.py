"""The lessons in the traces of many pages: the pages are sorted by site, and each site is asked what repeats on it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from xinhui_viewer.importers.taught import Listed, Site, Taught, nearest, taught
from xinhui_viewer.importers.web.site.own_text import holder
from xinhui_viewer.importers.web.site.trace import Trace

LEAST = 5  # pages that teach
_MANY = 0.2  # of the pages of a site: at .1 the signatures of offices are furniture (measured)
_COMMON = 0.3  # of the pages of a site, on which the lines stand by which it is known
_HALF = 0.5
_TIMES = 4  # pages on which a place is outside the text, for one on which it is inside
_REPEATED = 0.34  # of the prose in a place
_LONGEST_LINES = 3  # by which two pages with one text are known
_ONCE = 0.1  # pages with a line in their text, for one with it outside
_LARGEST_CORE = 400  # lines
_LEAST_TEXT = 60  # characters of prose of its own that a page with a text has
_MOST_LISTED = 10_000  # pages that lists name, of all sites
NAME_PARTS = re.compile(r"\s*(?:[_|｜—–»]+|--+|-)\s*")


def learned(traces: Sequence[Trace]) -> Taught:
    """Return the lessons of the sites of which at least five pages left a trace, the same for the same traces."""
    groups = [group for group in _grouped(traces) if len(group) >= LEAST]
    known = Counter(trace.source for trace in chain(*groups) if trace.source)
    return taught(_site(group, known, _MOST_LISTED // len(groups)) for group in groups)


class _Groups:
    """Groups of pages that share lines, built page by page."""

    def __init__(self) -> None:
        self.cores: list[frozenset[int]] = []
        self._holders: dict[int, set[int]] = defaultdict(set)
        self._counts: list[Counter[int]] = []
        self._sizes: list[int] = []

    def add(self, marks: frozenset[int]) -> None:
        """Add a page to the nearest group, or to a new one."""
        number = nearest(marks, self._holders, self.cores)
        if number is None:
            number = len(self.cores)
            self.cores.append(frozenset())
            self._counts.append(Counter())
            self._sizes.append(0)
        self._counts[number].update(marks)
        self._sizes[number] = size = self._sizes[number] + 1
        if size & (size - 1) == 0:  # at 1, 2, 4, 8 … pages
            self.settle(number)

    def settle(self, number: int) -> None:
        """Find the lines again by which a group is known."""
        core = _core(self._counts[number], self._sizes[number])
        for mark in self.cores[number] - core:
            self._holders[mark].discard(number)
        for mark in core:
            self._holders[mark].add(number)
        self.cores[number] = core

    def nearest(self, marks: frozenset[int]) -> int | None:
        """Return the group of a page."""
        return nearest(marks, self._holders, self.cores)

    def drop_small(self) -> None:
        """Settle the groups, and drop those of too few pages."""
        for number, size in enumerate(self._sizes):
            if size < LEAST:
                self._counts[number].clear()
            self.settle(number)


def _core(counts: Mapping[int, int], size: int) -> frozenset[int]:
    least = max(_COMMON * size, min(size, 2))
    often = sorted((-count, mark) for mark, count in counts.items() if count >= least)
    return frozenset(mark for _count, mark in often[:_LARGEST_CORE])


def _grouped(traces: Sequence[Trace]) -> list[list[Trace]]:
    """Return the traces by site: a page belongs where most of its lines that are no prose stand on other pages, too.

    Pages are sorted twice: the first portal or list of a site has more lines of its own than of the site.
    """
    sets = [trace.outside for trace in traces]
    groups = _Groups()
    for marks in sets:
        groups.add(marks)
    groups.drop_small()
    sorted_: list[list[Trace]] = [[] for _core in groups.cores]
    for trace, marks in zip(traces, sets, strict=True):
        number = groups.nearest(marks)
        if number is not None:
            sorted_[number].append(trace)
    return sorted_


def _site(group: Sequence[Trace], known: Mapping[str, int], most_listed: int) -> Site:
    group = _without_doubles(group)
    shared = _shared_places(group)
    texts = _texts(group, shared)
    counts = Counter(chain.from_iterable(trace.outside for trace in group))
    names = _names(group)
    sources = frozenset(trace.source for trace in group if trace.source)
    return Site(
        core=_core(counts, len(group)),
        furniture=_furniture(texts),
        text_places=_text_places(texts),
        beside_places=_beside_places(texts, shared),
        names=frozenset(name for name, count in names.items() if count >= _HALF * len(group)),
        channels=frozenset(names),
        sources=sources,
        source_places=frozenset(_source_places(group, {*known, *names}, names)),
        places=_places(group),
        listed=dict(_listed(group, most_listed)),
    )


def _without_doubles(group: Sequence[Trace]) -> list[Trace]:
    """Return the traces without those of pages whose longest lines are those of another page: its text is theirs."""
    seen: set[tuple[tuple[int, int], ...]] = set()
    kept = []
    for trace in group:
        longest = tuple(sorted(zip(trace.prose, trace.marks, strict=True), reverse=True)[:_LONGEST_LINES])
        if not any(weight for weight, _mark in longest) or longest not in seen:
            kept.append(trace)
        seen.add(longest)
    return kept


def _texts(group: Sequence[Trace], shared: frozenset[int]) -> list[tuple[Trace, int]]:
    """Return the traces of pages with a text of their own, and the number of the element that holds it.

    A line on another page, too, is none, nor is what stands in ``shared`` places.
    """
    pages = Counter(chain.from_iterable(set(trace.marks) for trace in group))
    found = []
    for trace in group:
        lines = zip(trace.marks, trace.prose, trace.prose_places, strict=True)
        own = [weight if pages[mark] == 1 and place not in shared else 0 for mark, weight, place in lines]
        element = holder(trace.paths, own)
        if element and sum(own) >= _LEAST_TEXT:
            found.append((trace, element))
    return found


def _shared_places(group: Sequence[Trace]) -> frozenset[int]:
    """Return the places where much prose stands on other pages, too: beginnings of articles, notes of the site."""
    pages = Counter(chain.from_iterable(set(trace.marks) for trace in group))
    lines: Counter[int] = Counter()
    repeated: Counter[int] = Counter()
    within: Counter[int] = Counter()
    for trace in group:
        within.update(set(trace.prose_places))
        for mark, place in zip(trace.marks, trace.prose_places, strict=True):
            lines[place] += 1
            repeated[place] += pages[mark] > 1
    return frozenset(
        place
        for place, count in lines.items()
        if place and within[place] >= LEAST and repeated[place] >= _REPEATED * count
    )


def _furniture(texts: Sequence[tuple[Trace, int]]) -> frozenset[int]:
    """Return the marks of lines that stand outside the text on many pages, and hardly ever in one."""
    inside: Counter[int] = Counter()
    outside: Counter[int] = Counter()
    for trace, element in texts:
        lines = list(zip(trace.marks, trace.prose, trace.paths, strict=True))
        inside.update({mark for mark, weight, path in lines if weight and element in path})
        outside.update({mark for mark, _weight, path in lines if element not in path})
    often = (mark for mark, count in outside.items() if _are_many(count, len(texts)))
    return frozenset(mark for mark in often if inside[mark] <= _ONCE * outside[mark])


def _text_places(texts: Sequence[tuple[Trace, int]]) -> frozenset[int]:
    """Return the places of the elements that hold the text on many pages."""
    places = Counter(place for trace, element in texts for number, place in trace.elements if number == element)
    return frozenset(place for place, count in places.items() if _are_many(count, len(texts)))


def _beside_places(texts: Sequence[tuple[Trace, int]], shared: frozenset[int]) -> frozenset[int]:
    """Return the ``shared`` places that are outside the text."""
    inside: Counter[int] = Counter()
    outside: Counter[int] = Counter()
    for trace, element in texts:
        places = [(place, path) for place, path in zip(trace.prose_places, trace.paths, strict=True) if place in shared]
        inside.update({place for place, path in places if element in path})
        outside.update({place for place, path in places if element not in path})
    return frozenset(place for place, count in outside.items() if count >= max(LEAST, _TIMES * inside[place]))


def _are_many(count: int, pages: int) -> bool:
    return count >= max(LEAST, _MANY * pages)


def _names(group: Sequence[Trace]) -> Counter[str]:
    """Return the names of the site and its parts: those in <title> on many pages of different days.

    An article on several pages has one title on each, and one day.
    """
    pages: Counter[str] = Counter()
    days: dict[str, set[date | None]] = defaultdict(set)
    for trace in group:
        for name in {*name_parts(trace.name), "".join(trace.site_name.split())}:
            pages[name] += 1
            days[name].add(trace.published)
    often = (name for name, count in pages.items() if name and count >= LEAST)
    return Counter({name: pages[name] for name in often if len(days[name]) > 1 or pages[name] >= _HALF * len(group)})


def name_parts(name: str) -> list[str]:
    """Return the parts of the text of a <title>, without blanks."""
    return [part for piece in NAME_PARTS.split(name) if (part := "".join(piece.split()))]


def _places(group: Sequence[Trace]) -> dict[str, frozenset[int]]:
    found: dict[str, Counter[int]] = defaultdict(Counter)
    for trace in group:
        for fact, place in trace.places:
            found[fact][place] += 1
    return {
        fact: frozenset(place for place, count in places.items() if count >= LEAST) for fact, places in found.items()
    }


def _source_places(group: Sequence[Trace], known: set[str], names: Mapping[str, int]) -> Iterator[int]:
    """Yield the places beside the date where mostly known sources stand, the site's name, or what repeats."""
    values: dict[int, Counter[str]] = defaultdict(Counter)
    for trace in group:
        for place, text in trace.beside:
            values[place][text] += 1
    for place, texts in values.items():
        whole = texts.total()
        if whole < LEAST:
            continue
        trusted = sum(count for text, count in texts.items() if "".join(text.split()) in known)
        if trusted > _HALF * whole:
            yield place


def _listed(group: Sequence[Trace], most: int) -> Iterator[tuple[int, Listed]]:
    """Yield what the lists of a site say of its pages, by address; none where two lists contradict each other."""
    found: dict[int, Listed | None] = {}
    for trace in group:
        for addresses, listed in trace.links:
            for address in addresses:
                if len(found) < most or address in found:
                    found[address] = _agreed(found.get(address, listed), listed)
    yield from ((address, listed) for address, listed in found.items() if listed is not None)


def _agreed(one: Listed | None, other: Listed) -> Listed | None:
    """Return the fuller of two entries for one page; None when they are of two pages."""
    if one is None or one.published != other.published:
        return None
    short, long = sorted((one, other), key=lambda entry: (len(entry.title), len(entry.columns), entry.title))
    return long if long.title.startswith(short.title.rstrip("….")) else None
