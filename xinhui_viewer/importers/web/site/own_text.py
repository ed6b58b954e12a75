"""The element that holds the text of a page: the one with most of the prose that no sibling has."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.markup.lines import BLOCKS
from xinhui_viewer.importers.web.site.marks import is_distinct, place

Path = tuple[int, ...]

_SENTENCE = re.compile("[。；！？，]")
_LEAST, _LEAST_SENTENCE = 30, 12  # characters of a line that is prose, and of one with a sign of a sentence
_MOST_OF_TABLE = 200  # characters of a table that count
_MOST = 0.75  # the share of the prose that the element holds


def prose(line: Line) -> int:
    """Return the number of characters of prose in a line: text that is no link and reads like a sentence."""
    plain = line.plain
    if line.image or plain < _LEAST_SENTENCE or line.linked > plain:
        return 0
    if line.rows:
        return min(plain, _MOST_OF_TABLE)
    return plain if plain >= _LEAST or _SENTENCE.search(line.text) else 0


def holder(paths: Sequence[Path], weights: Sequence[int]) -> int:
    """Return the number of the innermost element with most of the prose and more than one line; 0 when none has.

    ``paths`` are those of all lines of a page, ``weights`` the characters of prose in each.
    """
    whole = sum(weights)
    found = 0
    within = [at for at, path in enumerate(paths) if path]
    depth = 0
    while whole:
        groups: dict[int, int] = defaultdict(int)
        for at in within:
            groups[paths[at][depth]] += weights[at]
        best = max(groups, key=lambda element: (groups[element], -element), default=0)
        if groups.get(best, 0) < _MOST * whole:
            break
        inside = [at for at in within if paths[at][depth] == best]
        if len(inside) < 2:  # a paragraph: its signature may stand beside it
            break
        found, depth = best, depth + 1
        within = [at for at in inside if len(paths[at]) > depth]
    return found


def elements(lines: Sequence[Line], least: float) -> Iterator[tuple[int, int]]:
    """Yield the number and the mark of the place of each named element that holds a share of a page's prose."""
    held: dict[int, int] = defaultdict(int)
    inside: dict[int, Line] = {}
    whole = 0
    for line in lines:
        weight = prose(line)
        whole += weight
        for element in line.path if weight else ():
            held[element] += weight
            inside.setdefault(element, line)
    for element, weight in held.items():
        node = _node(inside[element], element) if weight >= least * whole else None
        if node is not None and is_distinct(node):
            yield element, place(node)


def prose_places(lines: Sequence[Line]) -> list[int]:
    """Return, for each line, the mark of the place where its prose stands; 0 for a line without prose."""
    known: dict[Path, int] = {}
    found = []
    for line in lines:
        if not prose(line) or line.block is None:
            found.append(0)
            continue
        around = line.path[:-1]
        if around not in known:
            known[around] = place(line.block.parent)
        found.append(known[around])
    return found


def _node(line: Line, element: int) -> Any:
    """Return an element around a line by its number."""
    node = line.block
    for _above in range(len(line.path) - 1 - line.path.index(element)):
        node = node.parent
        while node is not None and node.tag not in BLOCKS:
            node = node.parent
    return node
