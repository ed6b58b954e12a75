"""Lines of a page that a line break divides in the middle of a sentence: they are one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise

from xinhui_viewer.importers.line import Line
from xinhui_viewer.text.blanks import joined
from xinhui_viewer.text.wrapping import runs_on

_LEAST_BROKEN = 2  # lines below a break, fewer show no width
_LEAST_UNENDED = 3  # lines in the middle of a sentence: fewer show no width
_ENDS = "。：；！？:;!?”"
_SHORTEST, _LONGEST = 12, 65  # characters of a wrapped line
_INDENT = "\u3000\u3000"


def unbroken(lines: Sequence[Line], broken: Mapping[int, bool]) -> list[Line]:
    """Return the lines with those joined that were wrapped by hand.

    ``broken`` holds the numbers of the lines that stand below another with one break between, and whether they are
    indented.
    """
    if len(broken) < _LEAST_BROKEN:
        return list(lines)
    goes_on = _going_on(lines, broken)
    kept: list[list[Line]] = []
    for line in lines:
        if line.order in goes_on:
            kept[-1].append(line)
        else:
            kept.append([line])
    return [_one(parts, order) for order, parts in enumerate(kept)]


def _going_on(lines: Sequence[Line], broken: Mapping[int, bool]) -> set[int]:
    """Return the numbers of the lines that go on with the line before."""
    groups = list(_groups(lines, broken))
    if sum(map(_is_unended, chain.from_iterable(groups))) < _LEAST_UNENDED:
        return set()
    numbers: list[int] = []
    texts: list[str] = []
    for group in groups:
        numbers += [group[0].order, *(line.order for line in group)]
        texts += ["", *((_INDENT if broken.get(line.order) else "") + line.text for line in group)]
    return {number for number, goes_on in zip(numbers, runs_on(texts), strict=True) if goes_on}


def _groups(lines: Sequence[Line], broken: Mapping[int, bool]) -> Iterator[Sequence[Line]]:
    """Yield the short lines that stand below each other with one break between."""
    starts = [at for at in range(len(lines)) if at not in broken]
    for first, behind in pairwise([*starts, len(lines)]):
        if behind - first > 1 and max(len(line.text) for line in lines[first:behind]) <= _LONGEST:
            yield lines[first:behind]


def _is_unended(line: Line) -> bool:
    return len(line.text) >= _SHORTEST and line.text[-1] not in _ENDS


def _one(parts: Sequence[Line], order: int) -> Line:
    """Return the first of several lines with the text of all."""
    line = parts[0]
    line.order = order
    if len(parts) > 1:
        line.text = joined(part.text for part in parts)
        line.linked = sum(part.linked for part in parts)
        line.bold = sum(part.bold for part in parts)
    return line
