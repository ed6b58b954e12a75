"""Titles by the initials of their pinyin: 新会区关于养老的通知 by xhqgyyl and, after 关于, by yldtz."""

from __future__ import annotations

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.text.pinyin import initials

_LONGEST, _SIGNS = 16, 4  # letters, and signs between them that have no sound
_ABOUT = "关于"


def beginnings(title: str) -> set[str]:
    """Return the initials by which a title is found: its own and, after 关于, those of its subject."""
    _, about, topic = title.partition(_ABOUT)
    return {
        begin for part in (title, topic if about else "") if (begin := initials(part[: _LONGEST + _SIGNS])[:_LONGEST])
    }


def enter(db: Archive, row: int, title: str) -> None:
    """Add a bulletin to the table of initials."""
    db.run_many("INSERT OR IGNORE INTO sounds VALUES (?, ?)", ((begin, row) for begin in beginnings(title)))


def withdraw(db: Archive, row: int, title: str) -> None:
    """Remove a bulletin from the table of initials."""
    db.run_many("DELETE FROM sounds WHERE initials = ? AND row = ?", ((begin, row) for begin in beginnings(title)))


def titled(db: Archive, letters: str, limit: int) -> list[int]:
    """Return the rows of titles that begin with these initials; none in an archive of a schema before 3."""
    if not db.knows("sounds"):
        return []
    begin = letters[:_LONGEST]
    found = db.rows(
        "SELECT row FROM sounds WHERE initials >= ? AND initials < ? LIMIT ?", (begin, begin + "\uffff", limit)
    )
    return [row for (row,) in found]
