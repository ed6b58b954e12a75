"""What a query asks of key figures: its words stand in label, figure or title; all else is the bulletin's."""

from __future__ import annotations

from xinhui_viewer.records import All, FigureFilter, Node, Query, Word
from xinhui_viewer.text.comparison import comparison


def figure_filter(query: Query, unit: str = "", kind: str = "") -> FigureFilter:
    """Return the key figures that a query asks for."""
    return FigureFilter(query, _words(query.root), unit, kind)


def _words(node: Node) -> tuple[str, ...]:
    """Return the words that every figure must answer; where there is a choice, the bulletin alone decides."""
    match node:
        case Word(text, "any"):
            return (text,)
        case Word(text, "figure"):
            label = comparison(text).label
            return (label,) if label else ()
        case All(parts):
            return tuple(word for part in parts for word in _words(part))
    return ()
