"""The sentences that say what a section is about: its first, and those that state the most figures."""

from __future__ import annotations

from collections.abc import Sequence

from xinhui_viewer.records import Section, Span
from xinhui_viewer.text.quantities import quantities
from xinhui_viewer.text.sentences import sentences

_MOST = 3
_SHORTEST = 8


def gist(body: str, section: Section, sections: Sequence[Section]) -> tuple[str, ...]:
    """Return one to three sentences of the section's own text as they stand, none when it has only subsections."""
    following = (other.start for other in sections if section.heading_end <= other.start < section.end)
    return _telling(body, section.heading_end, min(following, default=section.end))


def lead(body: str, sections: Sequence[Section]) -> tuple[str, ...]:
    """Return the gist of what stands before the first section; of the whole body when there are no sections."""
    return _telling(body, 0, min((section.start for section in sections), default=len(body)))


def _telling(body: str, start: int, end: int) -> tuple[str, ...]:
    whole = [span for span in sentences(body, start, end) if _is_sentence(body, span)]
    rich = sorted((-len(quantities(body[first:last])), first, last) for first, last in whole[1:])
    chosen = whole[:1] + [(first, last) for count, first, last in rich[: _MOST - 1] if count]
    return tuple(body[first:last] for first, last in sorted(chosen))


def _is_sentence(body: str, span: Span) -> bool:
    """Tell a sentence from what else stands in a line of its own: a caption, a name, a date."""
    first, last = span
    return last - first >= _SHORTEST and (body[last - 1] in "。！？!?；;”’」』）)" or last - first > 40)
