"""The lessons that the pages of a site teach each other, as plain values that every process of an import gets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

_LEAST_SHARED = 4  # lines
_MOST_HOLDERS = 32  # groups of pages that hold a line
_SHARED = 0.35  # of the lines of the page or of the site, whichever has fewer: each line weighs less on many sites


@dataclass(frozen=True, slots=True)
class Listed:
    """The entry of a page in a list; ``columns`` is the path of the list page itself."""

    title: str
    published: date | None = None
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """The lessons of one site, each from at least five of its pages; lines and places are given by their marks.

    By the lines of its ``core`` a page is known to be of it; ``furniture`` stands on many pages outside the text. The
    text stands in elements at ``text_places``; prose at ``beside_places`` is that of other pages or of the site.
    ``names`` are the site's own, ``channels`` also those of its parts: what <title> says on many pages. ``sources`` are
    those of its pages; at ``source_places`` beside the date they stand without a label. ``places`` are where a fact
    ("title", "published", "columns") stands, ``listed`` the entries of lists by the numbers of marks.addresses.
    """

    core: frozenset[int] = frozenset()
    furniture: frozenset[int] = frozenset()
    text_places: frozenset[int] = frozenset()
    beside_places: frozenset[int] = frozenset()
    names: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    source_places: frozenset[int] = frozenset()
    places: Mapping[str, frozenset[int]] = field(default_factory=dict)
    listed: Mapping[int, Listed] = field(default_factory=dict)


UNKNOWN = Site()


@dataclass(frozen=True, slots=True)
class Taught:
    """The lessons of all sites; empty for a page that is read alone."""

    sites: tuple[Site, ...] = ()
    holders: Mapping[int, tuple[int, ...]] = field(default_factory=dict)

    def site(self, marks: Iterable[int]) -> Site:
        """Return the lessons of the site to which a page belongs, by the marks of its lines; UNKNOWN for a new site."""
        number = nearest(frozenset(marks), self.holders, [site.core for site in self.sites])
        return UNKNOWN if number is None else self.sites[number]


NOTHING = Taught()


def taught(sites: Iterable[Site]) -> Taught:
    """Return the lessons of sites, with an index of their lines."""
    kept = tuple(sites)
    holders: dict[int, list[int]] = defaultdict(list)
    for number, site in enumerate(kept):
        for mark in site.core:
            holders[mark].append(number)
    return Taught(kept, {mark: tuple(numbers) for mark, numbers in holders.items()})


def nearest(
    marks: frozenset[int], holders: Mapping[int, Collection[int]], cores: Sequence[frozenset[int]]
) -> int | None:
    """Return the number of the group of pages that shares most lines with a page; None when none shares enough.

    ``cores`` are the lines of each group, ``holders`` the groups of each line; one that many hold (打印, 首页) says
    little, and one that very many hold says nothing.
    """
    own = 0.0
    shared: dict[int, float] = defaultdict(float)
    counts: dict[int, int] = defaultdict(int)
    for mark in sorted(marks):  # always in one order: sums of floats depend on it
        groups = holders.get(mark, ())
        if len(groups) > _MOST_HOLDERS:
            continue
        weight = 1 / max(len(groups), 1)
        own += weight
        for group in groups:
            shared[group] += weight
            counts[group] += 1
    if not shared:
        return None
    best = max(shared, key=lambda group: (shared[group], -group))
    whole = sum(1 / len(holders[mark]) for mark in sorted(cores[best]) if len(holders[mark]) <= _MOST_HOLDERS)
    return best if counts[best] >= _LEAST_SHARED and shared[best] >= _SHARED * min(own, whole) else None
