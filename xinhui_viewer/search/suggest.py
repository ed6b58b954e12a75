"""Suggest completions: earlier queries, names of columns, sources and issuers, numbers, labels, titles.

Names and titles are found by Han, pinyin or initials. All are offered beside the results, never mixed into them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Literal, NamedTuple

from xinhui_viewer.archive import index, places, read, sounds, suggested
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.match import Plans
from xinhui_viewer.records import Node, Word
from xinhui_viewer.search.parse import parse
from xinhui_viewer.search.places import of_column, of_source
from xinhui_viewer.search.quoting import within_quotes
from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.pinyin import initials, spelled, syllables, syllables_of
from xinhui_viewer.text.tokens import IDEOGRAPHS

Kind = Literal["history", "column", "source", "issuer", "number", "figure", "title"]
_LETTERS = re.compile(r"[a-z]{2,30}")
_LOOKED_AT = 200  # titles with the same initials
_LEAST = 2  # signs typed before issuers, numbers and labels are suggested
_ISSUERS, _NUMBERS, _LABELS = 2, 3, 2  # as many are suggested


class Suggestion(NamedTuple):
    """A completion of the typed text, and the ``query`` that finds it: None for an earlier query."""

    kind: Kind
    text: str
    query: Node | None = None


def suggest(db: Archive, typed: str, history: Sequence[str] = (), limit: int = 8) -> tuple[Suggestion, ...]:
    """Return completions of the typed text, at most ``limit``: earlier queries, then names, then titles.

    ``history`` is the newest first. Han is compared after folding, letters with the pinyin of names.
    """
    wanted = fold(typed).strip()
    if not wanted:
        return ()
    found = (*_before(wanted, history), *_places(db, wanted), *_others(db, wanted), *_titles(db, wanted, limit))
    unique = {one.query or parse(one.text).root: one for one in reversed(found)}
    unique.pop(parse(typed).root, None)
    return tuple(reversed(unique.values()))[:limit]


def near_titles(db: Archive, typed: str, limit: int = 3) -> tuple[Suggestion, ...]:
    """Return titles that sound like the typed text in other characters: 新惠区 is read as 新会区."""
    wanted = fold(typed).strip()
    asked = syllables(wanted)
    if len(asked) < 2 or not IDEOGRAPHS.search(wanted):
        return ()
    titles = read.titles(db, sounds.titled(db, initials(wanted), _LOOKED_AT)).values()
    alike = (title for title in titles if wanted not in fold(title) and _sound_alike(asked, title))
    return tuple(Suggestion("title", title, _title(title)) for title in islice(dict.fromkeys(alike), limit))


def _before(wanted: str, history: Iterable[str]) -> Iterator[Suggestion]:
    return (Suggestion("history", text) for text in history if _begins(text, wanted) and fold(text) != wanted)


def _places(db: Archive, wanted: str) -> Iterator[Suggestion]:
    for name in places.sources(db).values():
        if _begins(name, wanted):
            yield Suggestion("source", name, of_source(name))
    for path in places.columns(db).values():
        if path and _begins(path[-1], wanted):
            yield Suggestion("column", " > ".join(path), of_column(path))


def _others(db: Archive, wanted: str) -> Iterator[Suggestion]:
    """Yield issuers, document numbers, and labels of series."""
    plans = Plans(db)
    if plans.scans or len(wanted) < _LEAST:
        return
    known = suggested.recent(db)
    yield from islice(_issuers(plans, known, wanted), _ISSUERS)
    for number in suggested.numbers(plans, wanted, _NUMBERS):
        yield Suggestion("number", number, Word(within_quotes(number), "number", quoted=True))
    for _, label in islice((one for one in known.labels if wanted in one[0]), _LABELS):
        yield Suggestion("figure", label, Word(label, "figure"))


def _issuers(plans: Plans, known: suggested.Recent, wanted: str) -> Iterator[Suggestion]:
    """Yield the issuers that some text names."""
    for folded, name in known.issuers or ():
        query = Word(within_quotes(name), quoted=True)
        if _begins_folded(folded, name, wanted) and index.rows(plans, query, "newest", 1):
            yield Suggestion("issuer", name, query)


def _titles(db: Archive, wanted: str, limit: int) -> Iterator[Suggestion]:
    """Yield titles: for letters by their pinyin, at the beginning or after 关于; for Han those that contain it."""
    if _LETTERS.fullmatch(wanted):
        begins = dict.fromkeys((wanted, "".join(sound[0] for sound in syllables_of(wanted))))
        rows = [row for begin in begins for row in sounds.titled(db, begin, _LOOKED_AT)]
        titles = [title for title in read.titles(db, rows).values() if _is_read_so(title, wanted)]
    elif len(wanted) > 1:
        titles = list(read.titles(db, index.titled(db, wanted, limit)).values())
    else:
        titles = []
    return (Suggestion("title", title, _title(title)) for title in islice(dict.fromkeys(titles), limit))


def _title(title: str) -> Word:
    return Word(within_quotes(title), "title", quoted=True)


def _begins(name: str, wanted: str) -> bool:
    return _begins_folded(fold(name), name, wanted)


def _begins_folded(folded: str, name: str, wanted: str) -> bool:
    return folded.startswith(wanted) or (bool(_LETTERS.fullmatch(wanted)) and spelled(wanted, name))


def _is_read_so(title: str, letters: str) -> bool:
    return any(spelled(letters, part) for part in (title, title.partition("关于")[2]) if part)


def _sound_alike(asked: tuple[str, ...], title: str) -> bool:
    """Return whether a title, or its subject, begins with these syllables."""
    return any(syllables(part)[: len(asked)] == asked for part in (title, title.partition("关于")[2]))
