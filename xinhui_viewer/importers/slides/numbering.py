"""The numbers that a program shows before the paragraphs of a slide (ECMA-376-1, 20.1.10.61)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from xinhui_viewer.importers.numerals import numeral, whole
from xinhui_viewer.importers.xml_guard import child

# The beginnings of a scheme's name, and the form of its numbers as Word names it; its end says what stands around.
_FORMS = (
    ("arabicDb", "decimalFullWidth"),
    ("arabic", "decimal"),
    ("alphaLc", "lowerLetter"),
    ("alphaUc", "upperLetter"),
    ("romanLc", "lowerRoman"),
    ("romanUc", "upperRoman"),
    ("circleNum", "decimalEnclosedCircle"),
    ("ea1", "chineseCounting"),
)
_AROUND = (("ParenBoth", "({}) "), ("ParenR", "{}) "), ("Period", "{}. "), ("Plain", "{} "))
_HIGHEST = 32_767  # a start beyond it is not valid


@dataclass(slots=True)
class AutoNumbers:
    """Counts the numbered paragraphs of one text."""

    _counts: dict[int, tuple[str, int]] = field(default_factory=dict)  # by level: the scheme and the latest number

    def mark(self, properties: Any) -> str:
        """Count the next paragraph by its properties, and return the number before it; empty without one."""
        level = whole(properties.get("lvl")) if properties is not None else 0
        numbered = child(properties, "buAutoNum") if properties is not None else None
        for deeper in [one for one in self._counts if one > level or (one == level and numbered is None)]:
            del self._counts[deeper]
        return "" if numbered is None else self._next(level, numbered)

    def _next(self, level: int, numbered: Any) -> str:
        scheme = numbered.get("type", "arabicPeriod")
        before, count = self._counts.get(level, ("", 0))
        count = count + 1 if before == scheme else min(max(whole(numbered.get("startAt"), 1), 1), _HIGHEST)
        self._counts[level] = scheme, count
        form = next((form for beginning, form in _FORMS if scheme.startswith(beginning)), "decimal")
        around = next((around for end, around in _AROUND if scheme.endswith(end)), "{} ")
        if form == "chineseCounting" and around == "{}. ":
            around = "{}、"  # as Chinese programs show it
        return around.format(numeral(count, form))
