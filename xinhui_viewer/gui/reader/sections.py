"""Find the section of a bulletin that a character belongs to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from xinhui_viewer.records import Section, Span


class Sections:
    """The sections of a body, by number; -1 stands for the text before the first."""

    def __init__(self, sections: tuple[Section, ...] = ()) -> None:
        self._sections = sections
        self._starts = [section.start for section in sections]

    def at(self, offset: int) -> int:
        """Return the number of the innermost section at an offset."""
        index = bisect_right(self._starts, offset) - 1
        # The last one takes what follows the end of the text: there is no other.
        while 0 <= index < len(self._sections) - 1 and self._sections[index].end <= offset:
            index -= 1
        return index

    def between(self, first: int, last: int) -> Span:
        """Return the numbers of the first and last section with a character in ``first`` … ``last``; -1 without one."""
        at = self.at(last)
        return (max(self.at(first), 0), at) if at >= 0 else (-1, -1)


def path_to(sections: Sequence[Section], section: int) -> tuple[int, ...]:
    """Return the numbers of the sections over one, the top first, and its own; none for a number that is none."""
    if not 0 <= section < len(sections):
        return ()
    path = [section]
    for index in range(section - 1, -1, -1):
        if sections[index].level < sections[path[0]].level:
            path.insert(0, index)
    return tuple(path)
