"""Questions that the index answers about a query: how many bulletins, and their rows in order."""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Collection
from dataclasses import replace

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.known import Known
from xinhui_viewer.archive.match import Plans, quoted
from xinhui_viewer.archive.plan import Condition, Plan
from xinhui_viewer.records import Node, Order, Word
from xinhui_viewer.text.terms import phrase

_WEIGHTS = "1.0, 8.0, 2.0, 8.0"  # body, title, headings, number
_ATTACHED_WEIGHTS = f"{_WEIGHTS}, 1.0"
_AMONG = "+rowid IN (SELECT value FROM json_each(?))"
_NOT_AMONG = "+rowid NOT IN (SELECT value FROM json_each(?))"
# The ids of rows: from the index of ids, 12 bytes for each bulletin, or for few results from the bulletins themselves,
# which are a page of 8 KB each.
_DENSE = """SELECT id FROM bulletins INDEXED BY sqlite_autoindex_bulletins_1
    WHERE id > 0 AND +row IN (SELECT rowid {found}) ORDER BY row {direction} LIMIT -1"""
_SPARSE = """SELECT id FROM (SELECT rowid AS wanted {found} ORDER BY rowid {direction} LIMIT -1)
    CROSS JOIN bulletins ON row = wanted LIMIT -1"""
_SPARSELY = 25  # bulletins for each result
_DIGITS, _AT_ONCE = 16, 1 << 18


def count(plans: Plans, node: Node, limit: int) -> int:
    """Return the number of results of a query, counting no further than ``limit``."""
    found = plans.rows(node)
    return int(plans.db.value(f"SELECT count(*) FROM (SELECT 1 {found.sql} LIMIT ?)", (*found.values, limit)))


def rows(
    plans: Plans, node: Node, order: Order, limit: int, offset: int = 0, without: Collection[int] = ()
) -> list[int]:
    """Return a page of a query's rows by date, newest first unless ``order`` is oldest, without some of them."""
    found = plans.rows(node)
    if without:
        found = found.where(_NOT_AMONG, json.dumps(list(without)))
    direction = "ASC" if order == "oldest" else "DESC"
    sql = f"SELECT rowid {found.sql} ORDER BY rowid {direction} LIMIT ? OFFSET ?"
    return [row for (row,) in plans.db.rows(sql, (*found.values, limit, offset))]


def among(plans: Plans, node: Node, some: Collection[int]) -> frozenset[int]:
    """Return those of some rows that a query finds."""
    found = plans.rows(node).where(_AMONG, json.dumps(list(some)))
    return frozenset(row for (row,) in plans.db.rows(f"SELECT rowid {found.sql}", found.values))


def ids(plans: Plans, node: Node, order: Order, without: Collection[int] = ()) -> array[int]:
    """Return the ids of all of a query's results by date, newest first unless ``order`` is oldest, without some rows.

    All bulletins of a million take 0.8 s, most of it in the engine, where other threads go on.
    """
    found = plans.rows(node)
    if without:
        found = found.where(_NOT_AMONG, json.dumps(list(without)))
    bulletins = int(plans.db.value("SELECT max(id) FROM bulletins") or 0)
    most = bulletins // _SPARSELY + 1
    sql = _DENSE if count(plans, node, most) == most else _SPARSE
    sql = sql.format(found=found.sql, direction="ASC" if order == "oldest" else "DESC")
    # As one text of hexadecimal digits: to bring a million rows here one by one holds up other threads for a second.
    text = plans.db.value(f"SELECT group_concat(printf('%0{_DIGITS}x', id), '') FROM ({sql})", found.values) or ""
    numbers = array("q")
    for at in range(0, len(text), _AT_ONCE):
        numbers.frombytes(bytes.fromhex(text[at : at + _AT_ONCE]))
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers


def with_term(plans: Plans, term: str, limit: int) -> list[int]:
    """Return rows whose title has a term, as ``text.terms`` makes them, the newest first."""
    index = plans.known.titles
    sql = f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid DESC LIMIT ?"
    return [row for (row,) in plans.db.rows(sql, (f'title : "{term}"', limit))]


def titled(db: Archive, text: str, limit: int) -> list[int]:
    """Return rows whose title begins with a text, the newest first, then those whose title holds it."""
    asked, known = phrase(text), Known(db)
    if not asked.tokens:
        return []
    if not known.has_index:
        return rows(Plans(db), Word(text, "title", quoted=True), "newest", limit)
    words, index = quoted(asked), known.titles
    found: dict[int, None] = {}
    for place in ("^ ", ""):
        sql = f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid DESC LIMIT ?"
        found.update(dict.fromkeys(row for (row,) in db.rows(sql, (f"title : {place}{words}", limit))))
    return list(found)[:limit]


def ranked(plans: Plans, words: Node, limit: int, among: Collection[int] = ()) -> list[int]:
    """Return the rows with the best words on their pages, by BM25: all that have the words, or only those ``among``.

    FTS5 counts every bulletin that holds one of the words (130 ms for 77,000): for rare words only.
    """
    return _ranked(plans, replace(plans.of(words), attached=False), "terms", _WEIGHTS, limit, among)


def ranked_within(plans: Plans, word: Node, limit: int, within: Node) -> list[int]:
    """Return the rows with the best occurrences of a word on their pages, by BM25, of those that a query finds.

    Ranked by all of its words, FTS5 would count every bulletin that holds one of them.
    """
    asked, found = replace(plans.of(word), attached=False), plans.rows(within)
    if not asked.terms or word == within:
        return ranked(plans, word, limit)
    among = Condition(f"+rowid IN (SELECT rowid {found.sql})", found.values)
    return _ranked(plans, replace(asked, conditions=(*asked.conditions, among)), "terms", _WEIGHTS, limit, ())


def ranked_attached(plans: Plans, words: Node, limit: int, among: Collection[int]) -> list[int]:
    """Return the rows among some with the best words on their pages and in their attachments together, by BM25.

    None where words are not looked for in attachments.
    """
    asked = plans.of(words)
    if not asked.attached or not among:
        return []
    return _ranked(plans, replace(asked, attached=False), "attached_terms", _ATTACHED_WEIGHTS, limit, among)


def _ranked(plans: Plans, asked: Plan, table: str, weights: str, limit: int, among: Collection[int]) -> list[int]:
    if not asked.terms:
        return []
    found = asked.rows(table)
    if among:
        found = found.where("rowid BETWEEN ? AND ?", min(among), max(among)).where(_AMONG, json.dumps(list(among)))
    sql = f"SELECT rowid {found.sql} ORDER BY bm25({table}, {weights}) LIMIT ?"
    return [row for (row,) in plans.db.rows(sql, (*found.values, limit))]
