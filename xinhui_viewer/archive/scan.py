"""Words looked for in the texts themselves, where the index is of other terms than this program's.

Such an archive was made by another version and is on a read-only medium, or its turn to be indexed again has not come.
Its index would answer otherwise than today's queries mean. Every text is then read, the newest first, by the same
finders that mark words in texts (text/matches.py), which find exactly what an index of today's terms would.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from weakref import WeakKeyDictionary

from xinhui_viewer.archive import damage
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.plan import Condition
from xinhui_viewer.records import Field, Near, Word
from xinhui_viewer.text.matches import matches

MOST = 300_000_000  # characters that one question reads: 5 seconds for a word, 100,000 bulletins
_MOST_KEPT = 500_000  # answers of an archive
_BETWEEN = "\0"
_ATTACHED = f"""(SELECT CAST(group_concat(attachment_texts.body, char({ord(_BETWEEN)})) AS BLOB)
    FROM bulletin_attachments JOIN attachment_texts USING (attachment_id) WHERE bulletin_id = same.id)"""
_PAGE = {
    "title": "CAST(same.title AS BLOB)",
    "body": "CAST(same.body AS BLOB)",
    "heading": "CAST(same.sections AS BLOB)",
    "number": "CAST(same.document_number AS BLOB)",
}
_Leaf = Word | Near


class Scan:
    """Looks for words in the texts of an archive, up to MOST characters for each question.

    What it has found is kept for the next question, as long as the archive stays as it is, so that the next one goes
    on where this was stopped.
    """

    def __init__(self, db: Archive) -> None:
        self._with_attached = db.knows("attachment_texts")
        self._leaves: dict[str, _Leaf] = {}
        self._kept = _kept(db.state)
        self._left = 0
        self.stopped = False
        db.define("scan_known", self._known)
        db.define("scan_holds", self._holds)

    def begin(self) -> None:
        """Begin a question."""
        self._left, self.stopped = MOST, False

    def condition(self, leaf: _Leaf) -> Condition:
        """Return the condition that a bulletin has a word, or words close together."""
        key = repr(leaf)
        self._leaves[key] = leaf
        texts = ", ".join(self._texts(_field(leaf)))
        holds = f"coalesce(nullif(scan_known(?, same.row), -1), scan_holds(?, same.row, {texts}))"
        return Condition(f"(SELECT {holds} FROM bulletins AS same WHERE same.row = @row)", (key, key), slow=True)

    def _texts(self, field: Field) -> list[str]:
        """Return the SQL for the texts in which a field's words stand."""
        attached = [_ATTACHED] if self._with_attached else []
        if field == "any":
            return [_PAGE["title"], _PAGE["number"], _PAGE["body"], *attached]
        return (attached or ["''"]) if field == "attachment" else [_PAGE[field]]

    def _known(self, key: str, row: int) -> int:
        """Return whether a bulletin has a word; -1 where nobody has looked yet and somebody still may."""
        known = self._kept.get((key, row), -1)
        return 0 if known < 0 and self.stopped else known

    def _holds(self, key: str, row: int, *texts: str | None) -> int:
        """Look for a word in the texts of a bulletin."""
        leaf = self._leaves[key]
        self._left -= sum(len(text) for text in texts if text)
        self.stopped = self._left <= 0
        if len(self._kept) >= _MOST_KEPT:
            self._kept.clear()
        found = self._kept[key, row] = int(any(_found(leaf, text) for text in texts if text))
        return found


def scan_of(db: Archive) -> Scan:
    """Return the scan of an archive, for a new question."""
    scan = _scans.get(db)
    if scan is None:
        scan = _scans[db] = Scan(db)
    scan.begin()
    return scan


def _found(leaf: _Leaf, text: str) -> bool:
    if _field(leaf) == "heading":
        text = "\n\n".join(section.heading for section in damage.sections(text))
    words = tuple(replace(word, near=leaf) for word in leaf.words) if isinstance(leaf, Near) else (leaf,)
    return any(matches(part, words) for part in text.split(_BETWEEN))


def _field(leaf: _Leaf) -> Field:
    return leaf.field if isinstance(leaf, Word) else leaf.words[0].field


_scans: WeakKeyDictionary[Archive, Scan] = WeakKeyDictionary()


@lru_cache(maxsize=2)
def _kept(state: tuple[object, ...]) -> dict[tuple[str, int], int]:
    """Return what is known of an archive in this state."""
    return {}
