"""The reading line: the height in the window at which the user is assumed to be reading.

It lies a quarter from the top. Near both ends of the text it slides to the edge of the window, so that every line of
the text passes it once on the way from end to end: the last short sections are reached too.
"""

from __future__ import annotations

_REST = 0.25


def reading_line(scrolled: float, most: float, height: float) -> float:
    """Return the line's distance from the top of the window, for a scroll bar at ``scrolled`` of ``most``."""
    if most <= 0:
        return _REST * height
    top, bottom = _zones(most, height)
    if scrolled < top:
        return _REST * height * scrolled / top
    if scrolled > most - bottom:
        return height - (1 - _REST) * height * (most - scrolled) / bottom
    return _REST * height


def scroll_to(place: float, most: float, height: float) -> float:
    """Return where the scroll bar must be for the line to lie at ``place``, pixels from the top of the text."""
    if most <= 0:
        return 0
    top, bottom = _zones(most, height)
    if place < top + _REST * height:
        scrolled = place / (1 + _REST * height / top)
    elif place > most - bottom + _REST * height:
        slope = (1 - _REST) * height / bottom
        scrolled = (place - height + slope * most) / (1 + slope)
    else:
        scrolled = place - _REST * height
    return min(max(scrolled, 0), most)


def _zones(most: float, height: float) -> tuple[float, float]:
    """Return the scroll distances over which the line slides, at the top and at the bottom."""
    return min(_REST * height, most / 3), min((1 - _REST) * height, most / 2)
