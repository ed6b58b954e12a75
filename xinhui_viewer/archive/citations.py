"""Bulletins that texts name: the places of a text that name others, and the bulletins that name one or repeal it.

A number decides. A title does where one bulletin alone is called so, and none of another number; of a title that a text
repeals, that bulletin may not be younger than the text.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from xinhui_viewer.archive import damage
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.facts import stored_date
from xinhui_viewer.archive.names import names_of
from xinhui_viewer.facts import Facts
from xinhui_viewer.records import Citation, Reference, Span
from xinhui_viewer.text.mentions import Mention, beginnings, is_number, mentions, number_key, title_key
from xinhui_viewer.text.repeals import repeals

_MOST = 1000  # mentions of one bulletin that are looked at, the newest
_STORED = """SELECT mentions.bulletin_id, mentions.title, number, sentence_start, sentence_end, bulletins.title,
    published, written FROM mentions CROSS JOIN bulletins ON bulletins.id = mentions.bulletin_id WHERE latest AND"""


_ATTACHED = """SELECT bulletin_id, attached_mentions.title, number, 0, 0, bulletins.title, published, written
    FROM attached_mentions CROSS JOIN bulletin_attachments USING (attachment_id)
    CROSS JOIN bulletins ON bulletins.id = bulletin_id WHERE latest AND"""


@dataclass(frozen=True, slots=True)
class _Named:
    """A bulletin that a name may stand for: its title's key, its number's, and its day."""

    id: int
    title: str
    key: int
    number: str
    day: date | None


@dataclass(frozen=True, slots=True)
class _Citing:
    """A mention of a bulletin in another one; ``sentence`` is the span of the sentence that repeals it, if any does."""

    id: int
    day: date | None
    mention: Mention
    sentence: Span = (0, 0)
    title: str = ""

    @property
    def repeals(self) -> bool:
        """Return whether the text says that the bulletin is repealed."""
        return self.sentence[1] > 0


def keep(db: Archive, bulletin_id: int, rows: Sequence[tuple[Any, ...]]) -> bool:
    """Store the mentions of a bulletin in place of its former ones; return whether they are others."""
    there = db.rows("SELECT * FROM mentions WHERE bulletin_id = ? ORDER BY n", (bulletin_id,))
    new = [(bulletin_id, *row) for row in rows]
    if there == new:
        return False
    db.run("DELETE FROM mentions WHERE bulletin_id = ?", (bulletin_id,))
    db.run_many("INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?)", new)
    return True


def references(db: Archive, bulletin_id: int, body: str, day: date | None) -> tuple[Reference, ...]:
    """Return the places of a text that name bulletins of the archive; none in an archive of a schema before 5."""
    if not db.knows("mentions"):
        return ()
    said = repeals(body)
    found = [_Citing(bulletin_id, day, one, said.get((one.start, one.end), (0, 0))) for one in mentions(body)]
    return tuple(
        Reference(_start(one.mention, named), one.mention.end, named.id, named.title)
        for one, named in zip(found, _targets(db, found), strict=True)
        if named is not None
    )


def _start(said: Mention, named: _Named) -> int:
    """Return the place where a name begins, words before a number left out."""
    return said.start if said.title else said.start + len(said.number) - len(named.number)


def cited_by(db: Archive, bulletin_id: int, facts: Facts) -> tuple[Citation, ...]:
    """Return the bulletins whose texts name one, the newest first, each once; those that repeal it with the sentence.

    None in an archive of a schema before 5.
    """
    if not db.knows("mentions"):
        return ()
    said = _naming(db, facts)
    cited: dict[int, _Citing] = {}
    for one, named in zip(said, _targets(db, said), strict=True):
        if named is not None and named.id == bulletin_id and (one.repeals or one.id not in cited):
            cited[one.id] = one
    newest = sorted(cited.values(), key=lambda one: (one.day or date.min, one.id), reverse=True)
    return tuple(Citation(one.id, one.title, _sentence(db, one)) for one in newest)


def repealed(db: Archive) -> frozenset[int]:
    """Return the ids of the bulletins that another text says are repealed; none in an archive of a schema before 5."""
    if not db.knows("mentions"):
        return frozenset()
    said = [_citing(row) for row in db.rows(f"{_STORED} sentence_end > 0") if not _is_damaged(row)]
    return frozenset(named.id for named in _targets(db, said) if named is not None)


def _naming(db: Archive, facts: Facts) -> list[_Citing]:
    """Return the mentions, in texts and in their attachments, that may be of a bulletin with these facts."""
    titles = json.dumps([int(key) for key in names_of(facts) if key.isdigit()])
    number = number_key(facts.document_number)
    found = list[Sequence[Any]]()
    for stored, table in ((_STORED, "mentions"), (_ATTACHED, "attached_mentions")):
        if db.knows(table):  # those of attachments: in no archive of a schema before 6
            wanted = f"{table}.title <> 0 AND {table}.title IN (SELECT value FROM json_each(?)) LIMIT ?"
            found += db.rows(f"{stored} {wanted}", (titles, _MOST))
            if number:
                begins = "number <> '' AND number >= ? AND number < ? LIMIT ?"
                found += db.rows(f"{stored} {begins}", (number, number + "\uffff", _MOST))
    return [_citing(row) for row in dict.fromkeys(map(tuple, found)) if not _is_damaged(row)]


def _citing(row: Sequence[Any]) -> _Citing:
    number, title, document_number, start, end, called, published, written = row
    return _Citing(number, _day(published, written), Mention(0, 0, title, document_number), (start, end), called)


def _is_damaged(row: Sequence[Any]) -> bool:
    return any(isinstance(value, damage.Damaged) for value in row)


def _day(published: str | None, written: str | None) -> date | None:
    try:
        return stored_date(published) or stored_date(written)
    except ValueError:
        return None


def _sentence(db: Archive, one: _Citing) -> str:
    if not one.repeals:
        return ""
    start, end = one.sentence
    said = db.value("SELECT substr(body, ?, ?) FROM bulletins WHERE id = ?", (start + 1, end - start, one.id))
    return "" if isinstance(said, damage.Damaged) else str(said).strip()


def _targets(db: Archive, said: Sequence[_Citing]) -> list[_Named | None]:
    """Return the bulletin that each mention names, None where the archive has none or does not know which."""
    wanted = {str(one.mention.title) for one in said if one.mention.title}
    wanted.update(name for one in said for name in beginnings(one.mention.number))
    found = db.rows(
        """SELECT name, bulletins.id, title, document_number, published, written FROM json_each(?) AS wanted
        CROSS JOIN names ON name = wanted.value CROSS JOIN bulletins ON bulletins.id = bulletin_id""",
        (json.dumps(sorted(wanted)),),
    )
    by_name: defaultdict[str, list[_Named]] = defaultdict(list)
    for name, number, title, document_number, published, written in found:
        day = _day(published, written)
        by_name[name].append(_Named(number, title, title_key(title), number_key(document_number), day))
    return [_target(one, by_name) for one in said]


def _target(one: _Citing, by_name: Mapping[str, Sequence[_Named]]) -> _Named | None:
    said = one.mention.number
    numbers = [key for key in beginnings(said) if is_number(said, key)]
    numbered = [named for key in numbers for named in by_name.get(key, ())]
    return _numbered(one, numbered) if numbered else _titled(one, by_name.get(str(one.mention.title), ()))


def _numbered(one: _Citing, found: Sequence[_Named]) -> _Named | None:
    """Return the bulletin of a number: of several the one of that title, else the first; None for the text's own."""
    if any(named.id == one.id for named in found):
        return None
    return min(found, key=lambda named: (named.key != one.mention.title, named.id))


def _titled(one: _Citing, found: Sequence[_Named]) -> _Named | None:
    """Return the only bulletin of a title, None for the text's own unless this is said to be repealed."""
    titled = [named for named in found if not (one.mention.number and named.number)]
    others = [named for named in titled if _may_be(named, one)]
    if len(others) < len(titled) and not one.repeals:
        return None
    exact = [named for named in others if named.key == one.mention.title] or others
    return exact[0] if len(exact) == 1 else None


def _may_be(named: _Named, one: _Citing) -> bool:
    """Return whether a title may be that of a bulletin: not of the text's own, nor, if repealed, of a younger one."""
    if named.id == one.id:
        return False
    return not one.repeals or named.day is None or one.day is None or named.day <= one.day
