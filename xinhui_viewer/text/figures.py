"""The key figures of a text: quantities that its sentences assert, with value, unit, label and period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from xinhui_viewer.records import Figure, FigureKind, Span
from xinhui_viewer.text.changes import governed, signs
from xinhui_viewer.text.label_wholes import total, with_measures
from xinhui_viewer.text.labels import labels
from xinhui_viewer.text.markers import ARTICLE
from xinhui_viewer.text.periods import periods
from xinhui_viewer.text.quantities import Quantity, quantities
from xinhui_viewer.text.sentences import sentences

_ARTICLES = re.compile(rf"(?m)^[^\S\n]*{ARTICLE.pattern}")
KINDS: dict[str, FigureKind] = {
    "count": "count",
    "money": "money",
    "percent": "percent",
    "points": "change",
    "times": "quantity",
    "measure": "quantity",
    "duration": "duration",
    "rank": "rank",
}


class _Said(NamedTuple):
    """The period that a sentence ends with, and the label and the unit of the total that it gives."""

    period: str
    total: tuple[str, str]


_NOTHING = _Said("", ("", ""))


def figures(body: str) -> tuple[Figure, ...]:
    """Return the key figures of a body text in order."""
    legal = body.count("条") >= 3 and len(_ARTICLES.findall(body)) >= 3
    found, before = list[Figure](), _NOTHING
    for span in _whole(body):
        stated, before = _figures(body, span, legal, before)
        found += stated
    return tuple(found)


def _whole(body: str) -> Iterator[Span]:
    """Yield sentences; parts divided by a semicolon are one sentence with one period."""
    start = end = -1
    for first, last in sentences(body):
        if start < 0:
            start = first
        end = last
        if body[last - 1] in "；;" and "\n" not in body[last : last + 1]:
            continue
        yield start, end
        start = -1
    if start >= 0:
        yield start, end


def _figures(body: str, span: Span, legal: bool, before: _Said) -> tuple[list[Figure], _Said]:
    """Return the figures of a sentence, and what the next may go on with; ``before`` is that of the sentence before."""
    sentence = body[slice(*span)]
    found = quantities(sentence, legal)
    if not found:
        return [], _NOTHING
    rises = signs(sentence, found)
    kinds = [_kind(sentence, quantity, sign) for quantity, sign in zip(found, rises, strict=True)]
    named = with_measures(sentence, found, kinds, labels(sentence, found, kinds), before.total)
    times, period = periods(sentence, found, before.period)
    stated = list[Figure]()
    for quantity, kind, sign, label, time in zip(found, kinds, rises, named, times, strict=True):
        falls = kind == "change" and sign < 0
        figure = Figure(
            text=sentence[quantity.start : quantity.end],
            start=span[0] + quantity.start,
            label=label,
            value=-quantity.value if falls else quantity.value,
            unit="名" if kind == "change" and quantity.unit == "位" else quantity.unit,
            kind=kind,
            approx=quantity.approx,
            value_max=None if quantity.maximum is None else -quantity.maximum if falls else quantity.maximum,
            period=time,
            sentence=span,
        )
        stated.append(figure)
    return stated, _Said(period, total(found, kinds, named))


def _kind(sentence: str, quantity: Quantity, sign: int) -> FigureKind:
    changes = quantity.sort in ("percent", "times", "points") or quantity.unit in ("℃", "位")
    return "change" if sign and (changes or governed(sentence, quantity)) else KINDS[quantity.sort]
