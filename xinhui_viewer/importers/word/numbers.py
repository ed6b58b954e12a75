"""The lists in the numbering part of a Word file."""

from __future__ import annotations

from typing import Any

from xinhui_viewer.importers.word.counting import Level, List, Numbers
from xinhui_viewer.importers.word.styles import VAL, Styles, W, value, whole


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
        found.lists[number] = List(counted_as, levels, starts)
    return found


def _level(element: Any) -> tuple[int, Level]:
    at = whole(element.get(W + "ilvl", ""), 0)
    form = element.find(f".//{W}numFmt")
    restart = element.find(W + "lvlRestart")
    again = at if restart is None else whole(value(restart), at)
    return at, Level(
        start=whole(value(element.find(W + "start")), 0 if element.find(W + "start") is None else 1),
        form=value(form) or "decimal",
        text=value(element.find(W + "lvlText"))[:100],
        restart=again if again else -1,
        spaced=value(element.find(W + "suff")) != "nothing",
        plain=(legal := element.find(W + "isLgl")) is not None and legal.get(VAL, "1") not in ("0", "false"),
    )
