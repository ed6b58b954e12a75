"""Issuers, document numbers and labels of series that may be meant by what somebody types, at a bounded cost.

Issuers and labels are those of the newest bulletins, read once for each state of an archive; numbers are looked up.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache

from xinhui_viewer.archive import index
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.match import Plans
from xinhui_viewer.records import All, Word
from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.tokens import IDEOGRAPHS

_NEWEST = 1000  # bulletins: reading them takes 10 ms
_MOST = 200  # issuers, and ten times as many labels
_PARTS = re.compile(r"(?P<year>(?:19|20)\d\d)\D+(?P<number>\d{1,4})\D*")
_ISSUERS = """SELECT issuer FROM (
        SELECT row FROM bulletins INDEXED BY bulletins_narrow WHERE latest ORDER BY row DESC LIMIT ?
    ) CROSS JOIN bulletins USING (row) WHERE issuer <> '' GROUP BY issuer ORDER BY count(*) DESC, issuer LIMIT ?"""
_LABELS = """SELECT label FROM (
        SELECT row FROM bulletins INDEXED BY bulletins_narrow WHERE latest ORDER BY row DESC LIMIT ?
    ) CROSS JOIN bulletins USING (row) CROSS JOIN figures ON bulletin_id = bulletins.id WHERE label <> ''
    GROUP BY label HAVING count(DISTINCT bulletin_id) > 1 ORDER BY count(*) DESC, label LIMIT ?"""
_NUMBERS = """SELECT DISTINCT document_number FROM json_each(?) AS wanted CROSS JOIN bulletins ON row = wanted.value
    WHERE document_number <> ''"""
_NAMED = """SELECT DISTINCT document_number FROM names CROSS JOIN bulletins ON bulletins.id = bulletin_id
    WHERE name >= ? AND name < ? AND latest ORDER BY row DESC LIMIT ?"""


@dataclass(slots=True)
class Recent:
    """Names of the newest bulletins of an archive, the most frequent first, each folded and as it is written."""

    issuers: tuple[tuple[str, str], ...] | None = None
    labels: tuple[tuple[str, str], ...] = ()


def recent(db: Archive) -> Recent:
    """Return the issuers and the labels of more than one bulletin among the newest."""
    found = _recent(db.state)
    if found.issuers is None:
        found.labels = _folded(db, _LABELS, 10 * _MOST)
        found.issuers = _folded(db, _ISSUERS, _MOST)
    return found


def numbers(plans: Plans, typed: str, limit: int) -> list[str]:
    """Return document numbers with all parts of what is typed: 粤府, or 2021 3号; the newest first."""
    if IDEOGRAPHS.search(typed) and len(typed) > 1:
        asked = All(tuple(Word(part, "number", quoted=True) for part in typed.split()))
        rows = [] if plans.scans else index.rows(plans, asked, "newest", limit)
        found = [number for (number,) in plans.db.rows(_NUMBERS, (json.dumps(rows),))]
        if found:
            return found
    parts = _PARTS.fullmatch(typed)
    if parts is None or not plans.db.knows("names"):
        return []
    begin = f"{parts['year']}:{int(parts['number'])}:"
    return [number for (number,) in plans.db.rows(_NAMED, (begin, begin + "\uffff", limit))]


def _folded(db: Archive, sql: str, most: int) -> tuple[tuple[str, str], ...]:
    return tuple((fold(name), name) for (name,) in db.rows(sql, (_NEWEST, most)))


@lru_cache(maxsize=2)
def _recent(state: tuple[object, ...]) -> Recent:
    """Return what is known of an archive in this state."""
    return Recent()
