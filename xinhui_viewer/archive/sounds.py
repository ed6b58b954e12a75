"""Titles by how they begin when read aloud: 新会区关于养老的通知 by xhqgyyl and, after 关于, by yldtz."""

from __future__ import annotations

from sqlite3 import Connection

from xinhui_viewer.archive.connect import knows
from xinhui_viewer.archive.faults import explained
from xinhui_viewer.text.pinyin import initials

_LONGEST, _SIGNS = 16, 4  # letters, and signs between them that have no sound
_ABOUT = "关于"


def enter(db: Connection, row: int, title: str) -> None:
    """Make a bulletin findable by the sound of its title."""
    db.executemany("INSERT OR IGNORE INTO sounds VALUES (?, ?)", ((begin, row) for begin in _beginnings(title)))


def withdraw(db: Connection, row: int, title: str) -> None:
    """Make a bulletin not findable by the sound of its title any more."""
    db.executemany("DELETE FROM sounds WHERE initials = ? AND row = ?", ((begin, row) for begin in _beginnings(title)))


@explained
def titled(db: Connection, letters: str, limit: int) -> list[int]:
    """Return the rows of titles that begin with these initials; none in an archive that does not know them yet."""
    if not knows(db, "sounds"):
        return []
    begin = letters[:_LONGEST]
    found = db.execute(
        "SELECT row FROM sounds WHERE initials >= ? AND initials < ? LIMIT ?", (begin, begin + "\uffff", limit)
    )
    return [row for (row,) in found]


def _beginnings(title: str) -> set[str]:
    _, about, topic = title.partition(_ABOUT)
    return {
        begin for part in (title, topic if about else "") if (begin := initials(part[: _LONGEST + _SIGNS])[:_LONGEST])
    }
