"""What the index answers to a query: how many bulletins, and which rows in which order."""

from __future__ import annotations

import json
from collections.abc import Collection

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.match import asks_titles, plan, quoted
from xinhui_viewer.records import Node, Order, Query
from xinhui_viewer.text.terms import phrase

_WEIGHTS = "1.0, 8.0, 2.0, 8.0"  # body, title, headings, number


def count(db: Archive, query: Query, limit: int) -> int:
    """Return how many bulletins a query finds, counting no further than ``limit``."""
    sql, values = plan(db, query).rows()
    return int(db.value(f"SELECT count(*) FROM (SELECT 1 {sql} LIMIT ?)", (*values, limit)))


def rows(
    db: Archive, query: Query, order: Order, limit: int, offset: int = 0, without: Collection[int] = ()
) -> list[int]:
    """Return a page of the rows that a query finds by date, newest first unless ``oldest``, without some of them."""
    sql, values = plan(db, query).rows(_index(db, query))
    if without:
        sql += " AND +rowid NOT IN (SELECT value FROM json_each(?))"
        values = (*values, json.dumps(list(without)))
    direction = "ASC" if order == "oldest" else "DESC"
    found = db.rows(f"SELECT rowid {sql} ORDER BY rowid {direction} LIMIT ? OFFSET ?", (*values, limit, offset))
    return [row for (row,) in found]


def _index(db: Archive, query: Query) -> str:
    """Return the smallest index that answers a query."""
    return "titles" if asks_titles(query.root) and db.knows("titles") else "terms"


def titled(db: Archive, text: str, limit: int) -> list[int]:
    """Return rows whose title begins with a text, the newest first, then those whose title holds it."""
    asked = phrase(text)
    if not asked.tokens:
        return []
    words, index = quoted(asked), "titles" if db.knows("titles") else "terms"
    found: dict[int, None] = {}
    for place in ("^ ", ""):
        sql = f"SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid DESC LIMIT ?"
        found.update(dict.fromkeys(row for (row,) in db.rows(sql, (f"title : {place}{words}", limit))))
    return list(found)[:limit]


def ranked(db: Archive, words: Node, limit: int, among: Collection[int] = ()) -> list[int]:
    """Return the rows with the best words, by BM25: all that the words find, or of those only the ones ``among``.

    FTS5 counts every bulletin that holds one of the words (130 ms for 77,000): ask only with rare ones.
    """
    asked = plan(db, Query("", words))
    if not asked.terms:
        return []
    sql, values = asked.rows()
    if among:
        sql += " AND rowid BETWEEN ? AND ? AND +rowid IN (SELECT value FROM json_each(?))"
        values = (*values, min(among), max(among), json.dumps(list(among)))
    found = db.rows(f"SELECT rowid {sql} ORDER BY bm25(terms, {_WEIGHTS}) LIMIT ?", (*values, limit))
    return [row for (row,) in found]
