"""Questions about an unnumbered line and the lines above and below it."""

from __future__ import annotations

import re

from xinhui_viewer.text import heading_words as words
from xinhui_viewer.text.heading_place import Place
from xinhui_viewer.text.markers import Kind, marker

_ITEMS: tuple[Kind, ...] = ("second", "third", "fourth", "point")
_MOST_ITEMS = 30  # 70、80或90周岁 begins no item
_CHAIN = 3  # short titles one over the other, with prose below the last
_LABELLED = re.compile("[^：:]{2,12}[：:].")


def is_label_and_value(place: Place) -> bool:
    """Return whether a line and the two above it are labels with their values, set alike: 户名：…"""
    rows = place.lines[max(place.at - 2, 0) : place.at + 1]
    alike = len(rows) == 3 and len({line.bold for line in rows}) == 1
    return alike and all(_LABELLED.match(line.text) and not words.is_prose(line.text) for line in rows)


def is_over_post(place: Place) -> bool:
    """Return whether a line stands over a post with its telephone number."""
    number = place.beside(2)
    return words.is_telephone(number) and not any(map(words.is_telephone, (place.text, place.beside(1))))


def is_long_title(place: Place) -> bool:
    """Return whether a line is a long title over running text, and the first or under running text."""
    apart = is_first(place) or is_under_prose(place)
    return apart and is_over_prose(place) and not is_over_item(place) and words.is_long_title(place.text)


def is_led_to(place: Place) -> bool:
    """Return whether a line stands under a speaker: it is what he says."""
    return words.is_speaker(place.beside(-1))


def is_over_link(place: Place) -> bool:
    """Return whether a line stands over an address on the web."""
    below = place.beside(1)
    return words.is_prose(below) and words.is_link(below)


def is_over_prose(place: Place) -> bool:
    """Return whether a line stands over running text."""
    return words.is_prose(place.beside(1))


def is_over_item(place: Place) -> bool:
    """Return whether a line stands over （二）, 2. or 二是: what that goes on with begins above."""
    below = marker(place.beside(1))
    return below is not None and 1 < below.number <= _MOST_ITEMS and below.kind in _ITEMS


def is_over_lead(place: Place) -> bool:
    """Return whether a line stands over a short sentence that leads to 一是 or （一）."""
    below, first = place.beside(1), marker(place.beside(2))
    return below[-1:] in ("。", "：") and first is not None and first.kind in ("point", "second") and first.number == 1


def is_first(place: Place) -> bool:
    """Return whether no line stands above."""
    return place.at == 0


def is_under_prose(place: Place) -> bool:
    """Return whether a line stands under running text."""
    return words.is_prose(place.beside(-1))


def is_not_under_prose(place: Place) -> bool:
    """Return whether a line stands under another short one, or is the first."""
    return not is_under_prose(place)


def is_over_report(place: Place) -> bool:
    """Return whether a line stands over 会议强调 or the like."""
    return words.reports(place.beside(1))


def is_over_first_clause(place: Place) -> bool:
    """Return whether a line stands over the first clause of a standard's chapter, 5.1."""
    below = marker(place.beside(1))
    return below is not None and (below.kind, below.depth, below.number) == ("decimal", 2, 1)


def is_answer(place: Place) -> bool:
    """Return whether a line stands under a customary heading, 办理地点."""
    return words.is_named(place.beside(-1))


def is_over_bracket(place: Place) -> bool:
    """Return whether a line stands between running text and （一）."""
    below = marker(place.beside(1))
    return is_under_prose(place) and below is not None and (below.kind, below.number) == ("second", 1)


def is_in_chain(place: Place) -> bool:
    """Return whether a line is one of few short titles between a longer line and prose; a title heads a text so."""
    if place.at < place.style.first_prose or is_under_prose(place) or not words.is_short_title(place.text):
        return False
    first = last = 0
    while first > -_CHAIN and words.is_short_title(place.beside(first - 1)):
        first -= 1
    while last < _CHAIN and words.is_short_title(place.beside(last + 1)):
        last += 1
    return last > 0 and last - first < _CHAIN and words.is_prose(place.beside(last + 1))


def is_over_title_over_prose(place: Place) -> bool:
    """Return whether a line stands over a title, and that over running text."""
    return words.is_prose(place.beside(2)) and words.is_title(place.beside(1))


def is_over_sentences(place: Place) -> bool:
    """Return whether a line is a title over prose, or over a short sentence, behind which a title has prose."""
    title, below = place.text.rstrip("：:"), place.beside(1)
    led = below[-1:] == "。" and (title != place.text or words.is_prose(place.beside(2)))
    led = led or (below[-1:] in ("：", ":") and "，" in below)
    return title != "" and words.is_clause(title) and (led or words.is_prose(below))
