"""The other spellings of the words of a query that stand in the archive: they are searched, and shown."""

from __future__ import annotations

from dataclasses import replace

from xinhui_viewer.search.asked import Asked
from xinhui_viewer.text.fold import fold
from xinhui_viewer.text.spellings import forms


def spelled(asked: Asked) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the words of a query, folded, each with its other spellings that some bulletin has."""
    if asked.plans.scans:
        return ()  # each would be looked for in every text
    found = []
    for word in asked.words:
        others = (replace(word, text=form, quoted=True) for form in forms(word)[1:])
        there = tuple(other.text for other in others if asked.frequency.share(other))
        if there:
            found.append((fold(word.text), there))
    return tuple(found)
