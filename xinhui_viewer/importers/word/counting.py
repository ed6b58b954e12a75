"""The automatic numbers of a document: Word keeps 一、 and （二） outside the text and counts them as it prints."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from xinhui_viewer.importers.numerals import numeral

_HELD = re.compile("%([1-9])")
LEVELS = 9
_FULL_WIDTH = "、）：．】〕」』。　"


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: where it starts, the form of its numbers, and the ``text`` around them (%1 is level 0's).

    It restarts behind a paragraph of a level below ``restart``; ``spaced`` says that a blank follows, ``plain`` that
    all its numbers are digits.
    """

    start: int = 1
    form: str = "decimal"
    text: str = ""
    restart: int = LEVELS
    spaced: bool = True
    plain: bool = False


@dataclass(slots=True)
class List:
    """A list: the kind whose counts it shares, its levels by depth, and the starts that it sets itself."""

    counted_as: str
    levels: dict[int, Level]
    starts: dict[int, int]
    begun: bool = False


@dataclass(slots=True)
class Numbers:
    """Counts the numbered paragraphs of a document in order; lists of one kind share their counts, as in Word."""

    lists: dict[str, List] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def prefix(self, number: str, depth: int) -> str:
        """Count and return the number of the next paragraph of a list, with a blank behind it where one is needed."""
        listed = self.lists.get(number)
        level = listed.levels.get(depth) if listed else None
        if listed is None or level is None:
            return ""
        counts = self._counts.setdefault(listed.counted_as, {})
        if not listed.begun:
            listed.begun = True
            counts.update({at: start - 1 for at, start in listed.starts.items()})
        _count(counts, listed, depth)
        text = _visible(level.text) if level.form == "bullet" else _filled(level, listed, counts)
        return text + " " if text and level.spaced and text[-1] not in _FULL_WIDTH else text

    def restart(self, number: str, depth: int, start: int) -> None:
        """Let the next paragraph of a list begin at ``start``."""
        listed = self.lists.get(number)
        if listed is not None:
            self._counts.setdefault(listed.counted_as, {})[depth] = start - 1


def _count(counts: dict[int, int], listed: List, depth: int) -> None:
    """Count a paragraph of a level, and restart the levels below it that it resets."""
    counts[depth] = counts.get(depth, listed.levels[depth].start - 1) + 1
    for below in [at for at in counts if at > depth]:
        inner = listed.levels.get(below)
        if inner is None or depth < inner.restart:
            del counts[below]


def _filled(level: Level, listed: List, counts: dict[int, int]) -> str:
    """Return the text of a level with the count of each level that it names (%1)."""

    def held(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        other = listed.levels.get(at)
        if other is None:
            return ""
        return numeral(counts.setdefault(at, other.start), "decimal" if level.plain else other.form)

    return _HELD.sub(held, level.text).strip()


def _visible(bullet: str) -> str:
    """Return a bullet as text; one in a symbol font is a character that only this font has."""
    return "" if any("\ue000" <= sign <= "\uf8ff" for sign in bullet) else bullet
