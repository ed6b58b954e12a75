"""The numbers of lists and headings in an OpenDocument text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from xinhui_viewer.importers.word.counting import LEVELS, Level, List, Numbers
from xinhui_viewer.importers.word.odt.names import LOEXT, STYLE, TEXT, XML_ID, count

_OUTLINE = "outline"
# The forms of numbers, by the beginning of how they are named, as those of DOCX.
_FORMS = (
    ("一", "chineseCountingThousand"),
    ("①", "decimalEnclosedCircle"),
    ("甲", "ideographTraditional"),
    ("子", "ideographZodiac"),
    ("１", "decimalFullWidth"),
    ("1", "decimal"),
    ("a", "lowerLetter"),
    ("A", "upperLetter"),
    ("i", "lowerRoman"),
    ("I", "upperRoman"),
)
_HELD = re.compile(r"%(\d{1,2})%")


@dataclass(slots=True)
class Lists:
    """Counts the numbered paragraphs of a document, by the styles of its lists."""

    styles: dict[str, dict[int, Level]] = field(default_factory=dict)
    _numbers: Numbers = field(default_factory=Numbers)
    _by_id: dict[str, str] = field(default_factory=dict)
    _previous: dict[str, str] = field(default_factory=dict)
    _begun: int = 0

    def begin(self, element: Any, style: str) -> str:
        """Begin an outermost list; return the number under which it is counted: a list may continue another."""
        name = ""
        if element.get(TEXT + "continue-list"):
            name = self._by_id.get(element.get(TEXT + "continue-list"), "")
        elif element.get(TEXT + "continue-numbering") == "true":
            name = self._previous.get(style, "")
        if not name:
            self._begun += 1
            name = str(self._begun)
            self._numbers.lists[name] = List(name, self.styles.get(style, {}), {})
        self._previous[style] = name
        self._by_id[element.get(XML_ID, "")] = name
        return name

    def item(self, name: str, depth: int, start: str | None) -> str:
        """Count and return the number of an item, which may set its own ``start``."""
        if start is not None:
            self._numbers.restart(name, depth, count(start))
        return self._numbers.prefix(name, depth)

    def heading(self, element: Any, level: int) -> str:
        """Count and return the number of a heading that is in no list."""
        if _OUTLINE not in self._numbers.lists:
            self._numbers.lists[_OUTLINE] = List(_OUTLINE, self.styles.get(_OUTLINE, {}), {})
        restarted = element.get(TEXT + "restart-numbering") == "true"
        return self.item(_OUTLINE, level - 1, element.get(TEXT + "start-value", "1") if restarted else None)


def lists(roots: Iterable[Any]) -> Lists:
    """Return the styles of lists in the parts of a document."""
    found = Lists()
    for root in roots:
        for style in root.iter(TEXT + "list-style", TEXT + "outline-style"):
            name = _OUTLINE if style.tag == TEXT + "outline-style" else style.get(STYLE + "name", "")
            levels = (_level(element) for element in style if isinstance(element.tag, str))
            found.styles[name] = {depth: level for depth, level in levels if 0 <= depth < LEVELS}
    return found


def _level(element: Any) -> tuple[int, Level]:
    at = count(element.get(TEXT + "level"), 0)
    after = next(
        (one.get(TEXT + "label-followed-by") for one in element.iter(f"{STYLE}list-level-label-alignment")), ""
    )
    spaced = after != "nothing"
    if element.tag.endswith("-bullet"):
        return at - 1, Level(form="bullet", text=element.get(TEXT + "bullet-char", ""), spaced=spaced)
    named = element.get(STYLE + "num-format", "")
    form = next((form for beginning, form in _FORMS if named.startswith(beginning)), "none")
    text = _text(element, at, count(element.get(TEXT + "display-levels"))) if named else ""
    return at - 1, Level(count(element.get(TEXT + "start-value")), form, text[:100], at - 1, spaced)


def _text(element: Any, at: int, shown: int) -> str:
    told = element.get(LOEXT + "num-list-format")
    if told:
        return _HELD.sub(r"%\1", told)
    numbers = ".".join(f"%{level}" for level in range(max(at - shown + 1, 1), at + 1))
    return f"{element.get(STYLE + 'num-prefix', '')}{numbers}{element.get(STYLE + 'num-suffix', '')}"
