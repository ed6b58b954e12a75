"""Find the section of a bulletin that a character belongs to."""

from __future__ import annotations

from bisect import bisect_right

from xinhui_viewer.records import Section, Span
from xinhui_viewer.text.articles import is_article


class Sections:
    """The sections of a body, articles and points among them, by number; -1 stands for the text before the first."""

    def __init__(self, sections: tuple[Section, ...] = ()) -> None:
        self._sections = sections
        self._starts = [section.start for section in sections]
        self._proper = tuple(number for number, section in enumerate(sections) if not section.folded)

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

    def path(self, number: int) -> tuple[int, ...]:
        """Return the numbers of the sections that one is in, the outermost first, and its own."""
        if not 0 <= number < len(self._sections):
            return ()
        path = [number]
        for above in range(number - 1, -1, -1):
            if self._sections[above].level < self._sections[path[0]].level:
                path.insert(0, above)
        return tuple(path)

    def names(self, number: int) -> tuple[str, ...]:
        """Return the path of a section as words: headings, and the numbers of articles."""
        path = (self._sections[step] for step in self.path(number))
        return tuple(one.marker if is_article(one) else one.heading for one in path)

    def beside(self, number: int, step: int) -> int:
        """Return the section that lies some sections further; folded ones count only where there is nothing else."""
        steps = self._proper or tuple(range(len(self._sections)))
        if not steps:
            return number
        at = bisect_right(steps, number) - 1 + step
        return steps[min(max(at, 0), len(steps) - 1)]

    def count(self, number: int) -> Span:
        """Return which of the sections that are not folded one is or is in, from 1, and how many there are."""
        return bisect_right(self._proper, number), len(self._proper)
