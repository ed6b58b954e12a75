"""The context of a figure whose label may not say enough: the sentence, or the heading, that stands before it."""

from __future__ import annotations

import re

from xinhui_viewer.records import Figure
from xinhui_viewer.text.label_sureness import is_sure
from xinhui_viewer.text.label_words import clauses, shortened, trimmed
from xinhui_viewer.text.markers import marker
from xinhui_viewer.text.sentences import sentences

REACH = 200  # characters before a figure in which its context stands
_LEAST, _MOST = 3, 24  # characters of a context
_DIGIT = re.compile(r"[\d%％]")
_ENDS = "。！？!?；;"


def context(figure: Figure, body: str, at: int = 0) -> str:
    """Return what the text before a figure is about, when its label is unsure; empty when nothing says so.

    That is the beginning of its sentence, else that of the sentence before in the same paragraph, else the heading
    over the paragraph. ``body`` may be a piece of the text from the offset ``at`` on.
    """
    if is_sure(figure):
        return ""
    start = max(0, figure.start - at - REACH)
    before = body[start : max(0, figure.start - at)]
    own = before[max(0, figure.sentence[0] - at - start) :]
    said = before[: len(before) - len(own)]
    paragraph, _, above = said.rpartition("\n")[::-1]
    candidates = [_begun(own, whole=False)]
    candidates += [_begun(paragraph[first:last]) for first, last in reversed(list(sentences(paragraph)))][:1]
    if not paragraph.strip():
        candidates.append(_heading(above))
    return next((found for found in candidates if found and not _says(figure.label, found)), "")


def _begun(sentence: str, *, whole: bool = True) -> str:
    """Return the first words of a sentence that name something; the last clause of an open one is not ``whole``."""
    pieces = clauses(sentence)
    for piece in pieces if whole else pieces[:-1]:
        number = _DIGIT.search(without := trimmed(piece))
        found = shortened(trimmed(without[: number.start()]) if number else without)
        if _LEAST <= len(found) <= _MOST:
            return found
    return ""


def _heading(above: str) -> str:
    """Return the heading that a text ends with, without its number; empty when its last line is none."""
    line = above.strip().rpartition("\n")[2].strip()
    number = marker(line)
    bare = line[number.length :].strip() if number else line
    return bare if _LEAST <= len(bare) <= _MOST and line[-1] not in _ENDS else ""


def _says(label: str, found: str) -> bool:
    """Return whether a label says a context already, or the context no more than the label."""
    return found in label or found == label
