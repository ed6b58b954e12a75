"""Extract the sentences that carry a text, verbatim and in order, by place, figures and words that announce a result.

A sentence scores by its place (the first says what a section is about), by the figures it states and by words that
announce results in official texts; one that repeats a chosen sentence is skipped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from xinhui_viewer.records import Section, Span
from xinhui_viewer.text.markers import marker
from xinhui_viewer.text.quantities import quantities
from xinhui_viewer.text.sentences import sentences

LONGEST_ABSTRACT = 200  # characters
_READ = 20_000  # characters, about forty pages: a bulletin's main points stand there
_MOST = 3
_SHORTEST = 8
_TITLE = 20  # a shorter numbered sentence is the title of the text behind it
_LEADS = re.compile(
    r"会议(?:指出|强调|要求|认为|决定|审议|通过)|荣获|获评|率先|首次|首个|第一|突破|创[新历]|实现|建成|完成|达到|位居|下降|增长|提高到"
)
_HOLLOW = re.compile(r"(?:图为|记者|通讯员|来源|责任编辑|附件|联系电话|特此)|(?:如下|包括)[：:。]?$")
_NOTE = re.compile(r"[（(](?:[^（）()]|[（(][^（）()]*[）)])*[）)][。；]?")  # a note on the text: （…会议通过 …修正）
_FIRST, _LAST, _A_FIGURE, _LEAD, _SAME = 1.6, 0.3, 0.6, 0.7, 0.5
_WORTH = 0.6  # the least score of a further sentence


def gist(body: str, section: Section, sections: Sequence[Section]) -> tuple[str, ...]:
    """Return one to three sentences of the section's own text, verbatim; none when it has only subsections."""
    following = (other.start for other in sections if section.heading_end <= other.start < section.end)
    return _telling(body, section.heading_end, min(following, default=section.end))


def lead(body: str, sections: Sequence[Section]) -> tuple[str, ...]:
    """Return the gist of the text before the first section; of the whole body when there are no sections."""
    return _telling(body, 0, min((section.start for section in sections), default=len(body)))


def abstract(body: str, sections: Sequence[Section]) -> tuple[str, ...]:
    """Return an abstract of the bulletin: at most 200 characters of its own sentences, in their order."""
    body = body[:_READ]
    scored = [one for passage in _passages(body, sections) for one in _scored(body, *passage)]
    chosen: list[Span] = []
    left = LONGEST_ABSTRACT
    for score, (start, end) in _best_first(scored):
        if score < _WORTH or left < _SHORTEST:
            break
        if end - start <= left and not _repeats(body, (start, end), chosen):
            chosen.append((start, end))
            left -= end - start
    return tuple(body[start:end] for start, end in sorted(chosen))


def _passages(body: str, sections: Sequence[Section]) -> Iterator[tuple[int, int, float]]:
    """Yield the stretches of text between headings, each with the score of its first sentence for its place."""
    heads = {(section.start, section.heading_end) for section in sections if section.heading_end < _READ}
    openings = {0, *(end for _start, end in heads)}
    for first, last in pairwise(sorted({0, len(body), *(place for head in heads for place in head)})):
        if (first, last) not in heads:
            yield first, last, _FIRST if first in openings else 0.0


def _telling(body: str, start: int, end: int) -> tuple[str, ...]:
    chosen: list[Span] = []
    for score, span in _best_first(_scored(body, start, end, _FIRST)):
        if len(chosen) == _MOST or (chosen and score < _WORTH):
            break
        if not _repeats(body, span, chosen):
            chosen.append(span)
    return tuple(body[first:last] for first, last in sorted(chosen))


def _best_first(scored: Sequence[tuple[float, Span]]) -> list[tuple[float, Span]]:
    return sorted(scored, key=lambda one: (-one[0], one[1]))


def _scored(body: str, start: int, end: int, opening: float) -> list[tuple[float, Span]]:
    whole = [span for span in sentences(body, start, end) if _is_sentence(body, span)]
    return [
        (_score(body[first:last]) + (opening if not at else _LAST if at == len(whole) - 1 else 0.0), (first, last))
        for at, (first, last) in enumerate(whole)
    ]


def _score(sentence: str) -> float:
    announced = min(2, len(_LEADS.findall(sentence)))
    return _A_FIGURE * min(3, len(quantities(sentence))) + _LEAD * announced - 2 * bool(_HOLLOW.search(sentence))


def _repeats(body: str, span: Span, chosen: Sequence[Span]) -> bool:
    """Return whether half of a sentence's pairs of characters stand in one that is chosen already."""
    pairs = _pairs(body[slice(*span)])
    return any(len(pairs & _pairs(body[slice(*other)])) > _SAME * len(pairs) for other in chosen)


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}


def _is_sentence(body: str, span: Span) -> bool:
    """Return whether a line is a sentence, and no caption, name, date, numbered title or note in brackets."""
    first, last = span
    if last - first < _TITLE and marker(body[first:last]) is not None:
        return False
    if _NOTE.fullmatch(body, first, last):
        return False
    return last - first >= _SHORTEST and (body[last - 1] in "。！？!?；;”’」』）)" or last - first > 40)
