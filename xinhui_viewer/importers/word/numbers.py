"""The automatic numbers of a Word file: Word keeps 一、 and （二） outside the text and counts them as it prints."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from xinhui_viewer.importers.numerals import numeral
from xinhui_viewer.importers.word.styles import VAL, Styles, W, value, whole

_HELD = re.compile("%([1-9])")
_FULL_WIDTH = "、）：．】〕」』。　"
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _Level:
    start: int
    form: str
    text: str
    restart: int
    spaced: bool
    plain: bool


@dataclass(slots=True)
class _List:
    counted_as: str
    levels: dict[int, _Level]
    starts: dict[int, int]
    begun: bool = False


@dataclass(slots=True)
class Numbers:
    """Counts the numbered paragraphs of a document in order; lists of one kind share their counts, as in Word."""

    lists: dict[str, _List] = field(default_factory=dict)
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


def _count(counts: dict[int, int], listed: _List, depth: int) -> None:
    """Count a paragraph of a level, and restart the levels below it that it resets."""
    counts[depth] = counts.get(depth, listed.levels[depth].start - 1) + 1
    for below in [at for at in counts if at > depth]:
        inner = listed.levels.get(below)
        if inner is None or depth < inner.restart:
            del counts[below]


def _filled(level: _Level, listed: _List, counts: dict[int, int]) -> str:
    """Return the text of a level with the count of each level that it names (%1)."""

    def held(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        other = listed.levels.get(at)
        if other is None:
            return ""
        return numeral(counts.setdefault(at, other.start), "decimal" if level.plain else other.form)

    return _HELD.sub(held, level.text).strip()


def numbers(root: Any, styles: Styles) -> Numbers:
    """Return the lists of a numbering part; without one, nothing is numbered."""
    found = Numbers()
    if root is None:
        return found
    kinds = {kind.get(W + "abstractNumId", ""): kind for kind in root.iterfind(W + "abstractNum")}
    abstract = {
        element.get(W + "numId", ""): value(element.find(W + "abstractNumId")) for element in root.iterfind(W + "num")
    }
    for element in root.iterfind(W + "num"):
        number = element.get(W + "numId", "")
        kind = kinds.get(abstract[number])
        linked = kind.find(W + "numStyleLink") if kind is not None else None
        if linked is not None and kind is not None:
            kind = kinds.get(abstract.get(styles.look(value(linked)).list, ""), kind)
        levels = dict(map(_level, kind.iterfind(W + "lvl"))) if kind is not None else {}
        starts = {}
        for override in element.iterfind(W + "lvlOverride"):
            at = whole(override.get(W + "ilvl", ""), 0)
            levels.update(map(_level, override.iterfind(W + "lvl")))
            start = override.find(W + "startOverride")
            if start is not None:
                starts[at] = whole(value(start), 1)
        counted_as = kind.get(W + "abstractNumId", "") if kind is not None else ""
        found.lists[number] = _List(counted_as, levels, starts)
    return found


def _level(element: Any) -> tuple[int, _Level]:
    at = whole(element.get(W + "ilvl", ""), 0)
    form = element.find(f".//{W}numFmt")
    restart = element.find(W + "lvlRestart")
    again = at if restart is None else whole(value(restart), at)
    return at, _Level(
        start=whole(value(element.find(W + "start")), 0 if element.find(W + "start") is None else 1),
        form=value(form) or "decimal",
        text=value(element.find(W + "lvlText"))[:100],
        restart=again if again else -1,
        spaced=value(element.find(W + "suff")) != "nothing",
        plain=(legal := element.find(W + "isLgl")) is not None and legal.get(VAL, "1") not in ("0", "false"),
    )


def _visible(bullet: str) -> str:
    """Return a bullet as text; one in a symbol font is a character that only this font has."""
    return "" if any("\ue000" <= sign <= "\uf8ff" for sign in bullet) else bullet
