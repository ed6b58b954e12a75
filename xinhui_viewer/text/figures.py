"""The key figures of a text: quantities that its sentences assert, with value, unit, label and period."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from xinhui_viewer.records import Figure, FigureKind, Span
from xinhui_viewer.text.labels import change, labels
from xinhui_viewer.text.markers import ARTICLE
from xinhui_viewer.text.quantities import Quantity, quantities
from xinhui_viewer.text.sentences import sentences

_YEAR = r"(?:\d{4}|今|去|上|当|本)年"
# The characters a period can begin with: comparing one is cheaper than trying each form.
_BEGINS = r"(?=[\d十几一二三四五六七八九截前今去上当本下全目每从昨到])"
_UNTIL = r"截至[^，。；,\n]{1,16}|"
_SINCE = r"[\u4e00-\u9fff]{2,12}?(?:开展|发生|实施|启动)以来|"
_SPAN = (
    r"[十几\d一二三四五六七八九]{1,3}年(?:多)?来"
    rf"|(?:{_YEAR})?(?:前\d+个月|\d+[—-]\d+月份?|[一二三四]季度|上半年|下半年)|{_YEAR}(?:\d+月份?|起|以来)?"
    r"|全年|目前|每[年月天日]|从?[昨今]天(?:（[^）]{1,8}）起?|到今天)?|\d{1,2}月末"
)
_PERIOD = re.compile(rf"{_BEGINS}(?:{_UNTIL}{_SPAN})")
_PERIOD_SINCE = re.compile(_UNTIL + _SINCE + _SPAN)  # slow, for any word may begin it: only for sentences with 以来
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
_COMPARED = ("比", "较", "与", "同", "是", "由", "从")


def figures(body: str) -> tuple[Figure, ...]:
    """Return the key figures of a body text in order."""
    legal = body.count("条") >= 3 and len(_ARTICLES.findall(body)) >= 3
    return tuple(figure for span in _whole(body) for figure in _figures(body, span, legal))


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


def _figures(body: str, span: Span, legal: bool) -> Iterator[Figure]:
    sentence = body[slice(*span)]
    found = quantities(sentence, legal)
    if not found:
        return
    signs = _changes(sentence, found)
    kinds = [_kind(quantity, sign) for quantity, sign in zip(found, signs, strict=True)]
    named = labels(sentence, found, kinds)
    periods = _periods(sentence)
    ends, names = [end for end, _ in periods], ["", *(name for _, name in periods)]
    for quantity, kind, sign, label in zip(found, kinds, signs, named, strict=True):
        falls = kind == "change" and sign < 0
        yield Figure(
            text=sentence[quantity.start : quantity.end],
            start=span[0] + quantity.start,
            label=label,
            value=-quantity.value if falls else quantity.value,
            unit=quantity.unit,
            kind=kind,
            approx=quantity.approx,
            value_max=None if quantity.maximum is None else -quantity.maximum if falls else quantity.maximum,
            period=names[bisect_right(ends, quantity.start)],
            sentence=span,
        )


def _kind(quantity: Quantity, sign: int) -> FigureKind:
    changes = quantity.sort in ("percent", "times", "points") or quantity.unit in ("℃", "位")
    return "change" if sign and changes else KINDS[quantity.sort]


def _changes(sentence: str, found: Sequence[Quantity]) -> list[int]:
    """Return for each quantity 1 when something rose by it, -1 when it fell, else 0; one verb serves 下降8%、3%."""
    signs: list[int] = []
    previous_end = 0
    for at, quantity in enumerate(found):
        gap = sentence[previous_end : quantity.start]
        sign = change(sentence[max(0, quantity.start - 24) : quantity.start])
        if (
            not sign
            and at
            and re.fullmatch(r"[、和及与]\s*[\u4e00-\u9fff]{0,3}", gap)
            and found[at - 1].sort == quantity.sort
        ):
            sign = signs[-1]
        signs.append(sign)
        previous_end = quantity.end
    return signs


def _periods(sentence: str) -> tuple[tuple[int, str], ...]:
    """Return the periods that a sentence names, with their ends, except those that it only compares with."""
    return tuple(
        (match.end(), match[0])
        for match in (_PERIOD_SINCE if "以来" in sentence else _PERIOD).finditer(sentence)
        if not sentence.endswith(_COMPARED, 0, match.start()) and not sentence.startswith("同期", match.end())
    )
