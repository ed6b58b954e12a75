"""The names by which texts refer to a bulletin: its title, its document number, and the title of what it issues."""

from __future__ import annotations

import re

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.facts import Facts
from xinhui_viewer.text.mentions import number_key, title_key, title_spans

_ISSUES = re.compile("(?:印发|发布|公布|颁布)$")
_OF_NOTICE = re.compile("的?(?:通知|公告|决定|令)?$")


def names(title: str, issuer: str, number: str) -> set[str]:
    """Return the keys of a bulletin's names; a title that does not name its issuer is known with it, too."""
    titles = {title, issuer + title if issuer and title.startswith("关于") else "", issued(title)}
    keys = {key for key in map(title_key, titles) if key}
    return {*map(str, keys), *filter(None, (number_key(number),))}


def issued(title: str) -> str:
    """Return the title of what a notice issues: 关于印发《…》的通知; empty for any other."""
    spans = [*title_spans(title)]
    if len(spans) != 1:
        return ""
    ((start, end),) = spans
    return title[start + 1 : end - 1] if _ISSUES.search(title[:start]) and _OF_NOTICE.fullmatch(title[end:]) else ""


def names_of(facts: Facts) -> set[str]:
    """Return the keys of the names of a bulletin with these facts."""
    return names(facts.title, facts.issuer, facts.document_number)


def enter(db: Archive, number: int, found: set[str]) -> None:
    """Add names of a bulletin by their keys."""
    db.run_many("INSERT OR IGNORE INTO names VALUES (?, ?)", ((name, number) for name in sorted(found)))


def withdraw(db: Archive, number: int) -> None:
    """Remove the names of a bulletin."""
    said = db.row("SELECT title, issuer, document_number FROM bulletins WHERE id = ?", (number,))
    db.run_many("DELETE FROM names WHERE name = ? AND bulletin_id = ?", ((name, number) for name in names(*said)))
