"""Exactness: hits compared with a scan of all texts, and highlights with the query."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tests.benchmarks.search.ours import partial
from tests.benchmarks.search.queries import Asked
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.find import find
from xinhui_viewer.text.fold import fold

_HAN = "\u3005\u3007\u3041-\u3096\u30a1-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff"
_DIGITS = re.compile(r"\d+(?:[.,]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)*")
_SPACED = re.compile(rf"(?<![\d.,])\d{{1,3}}(?: \d{{3}})+(?=\.\d|%|[{_HAN}])")
Texts = dict[int, str]


def texts(db: Archive) -> Texts:
    """Return the folded title and body of every bulletin that can be found, by its id, without what divides no word."""
    found = db.rows("SELECT id, title, body FROM bulletins WHERE latest ORDER BY id")
    return {number: "\n\n".join((_joined(title), _joined(body))) for number, title, body in found}


def _joined(text: str) -> str:
    """Return a folded text without single blanks and ends of long lines between Han, and in numbers before a word."""
    text = re.sub(rf"(?<=[{_HAN}])(?: |(?<=.{{8}})\n)(?=[{_HAN}])", "", fold(text))
    return _SPACED.sub(lambda number: number[0].replace(" ", ""), text)


def differences(db: Archive, there: Texts, questions: Sequence[Asked]) -> list[str]:
    """Return a line for every query that finds too much or too little."""
    wrong = []
    for one in questions:
        scanned = {number for number, text in there.items() if holds(one, text)}
        found = {hit.id for hit in find(asked(db, one.text), "newest", len(there)).hits if not partial(hit)}
        if found != scanned:
            wrong.append(f"{one.text}: {len(found - scanned)} too many, {len(scanned - found)} too few")
    return wrong


def holds(one: Asked, text: str) -> bool:
    """Return whether a folded text has all words, and numbers as whole numbers, and none of the unwanted words."""
    return all(_has(word, text) for word in one.words) and not any(_has(word, text) for word in one.without)


def wrong_spans(db: Archive, questions: Sequence[Asked], limit: int) -> tuple[int, list[str]]:
    """Return the number of hits checked, and their highlighted pieces that are none of the query's words."""
    hits, wrong = 0, []
    for one in questions:
        found = find(asked(db, one.text), limit=limit)
        whole, pieces_of = {fold(word) for word in one.words}, set(map(fold, found.sought))
        for hit in found.hits:
            hits += 1
            asked_for = pieces_of if hit.partial else whole
            pieces = [hit.excerpt[start:end] for start, end in hit.spans]
            pieces += [hit.title[start:end] for start, end in hit.title_spans]
            wrong += [f"{one.text}: {piece}" for piece in pieces if _plain(piece) not in asked_for]
    return hits, wrong


def _plain(piece: str) -> str:
    """Return a highlighted piece folded, without what may stand between its characters: line ends and commas."""
    return re.sub(r"[\s,]", "", fold(piece))


def _has(word: str, text: str) -> bool:
    return word in text and (not word.isdigit() or word in numbers(text))


def numbers(text: str) -> set[str]:
    """Return the whole numbers of a text: 1,024 is 1024, while 20,30 are two."""
    found = set()
    for sign in _DIGITS.findall(text):
        found |= {sign.replace(",", "")} if _GROUPED.fullmatch(sign) else set(sign.split(","))
    return found
