"""Find key figures: the words of a query stand in label, figure or title; the rest is about their bulletin."""

from __future__ import annotations

from xinhui_viewer.archive import figures as kept
from xinhui_viewer.records import FigureFilter, KeyFigure, Node, Word, conjuncts
from xinhui_viewer.search.asked import Asked
from xinhui_viewer.text.comparison import comparison


def figures(asked: Asked, unit: str = "") -> tuple[KeyFigure, ...]:
    """Return the key figures that a query asks for, the newest first."""
    return kept.listed(asked.plans, FigureFilter(asked.root, figure_words(asked.root), unit))


def figure_words(root: Node) -> tuple[str, ...]:
    """Return the words that every figure must have; in an OR, the bulletin alone decides."""
    asked = (_asked(part) for part in conjuncts(root) if isinstance(part, Word))
    return tuple(word for word in asked if word)


def _asked(word: Word) -> str:
    if word.field == "figure":
        return comparison(word.text).label
    return word.text if word.field == "any" else ""
