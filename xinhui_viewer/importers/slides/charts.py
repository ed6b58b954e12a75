"""The numbers behind a chart as a table, and the words in a diagram (SmartArt) as lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from xinhui_viewer.importers.slides.shapes import lines
from xinhui_viewer.importers.word.cells import WrittenCell
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.importers.xml_guard import child, name_of

_MOST_POINTS, _MOST_SERIES = 5_000, 100


def chart_title(root: Any) -> str:
    """Return the title of a chart; empty when it has none."""
    chart = next(root.iter("{*}chart"), None)
    title = child(chart, "title") if chart is not None else None
    rich = next(title.iter("{*}rich"), None) if title is not None else None
    return " ".join(line.text for line in lines(rich)) if rich is not None else ""


def chart_rows(root: Any) -> tuple[tuple[WrittenCell, ...], ...]:
    """Return the table of a chart: a row for each category, a field for each series; none without numbers."""
    series = list(root.iter("{*}ser"))[:_MOST_SERIES]
    values = [_points(one, "val", "yVal") for one in series]
    if not any(values):
        return ()
    names = [next(iter(_points(one, "tx").values()), "") for one in series]
    labels: dict[int, str] = {}
    for one in series:
        labels = _points(one, "cat", "xVal") | labels
    heads = (_cell("", head=True), *(_cell(name, head=True) for name in names))
    places = sorted({place for points in values for place in points})[:_MOST_POINTS]
    rows = ((_cell(labels.get(at, "")), *(_cell(points.get(at, "")) for points in values)) for at in places)
    return (heads, *rows)


def diagram_lines(root: Any) -> Iterator[Paragraph]:
    """Yield the words of a diagram in the order of its data (ECMA-376-1, 21.4)."""
    for point in root.iter("{*}pt"):
        text = child(point, "t")
        if text is not None:
            yield from lines(text)


def _points(series: Any, *parts: str) -> dict[int, str]:
    """Return the stored values of the first of these parts of a series, by their place."""
    part = next((one for one in series if name_of(one) in parts), None)
    if part is None:
        return {}
    stored = ((point.get("idx", ""), child(point, "v")) for point in part.iter("{*}pt"))
    found = {int(at): _shown(value) for at, value in stored if value is not None and at.isascii() and at.isdigit()}
    plain = next(part.iter("{*}v"), None)
    return found or ({} if plain is None else {0: _shown(plain)})


def _shown(value: Any) -> str:
    """Return a stored value as people write it: 0.1 for 0.10000000000000001."""
    text = (value.text or "").strip()
    try:
        return f"{float(text):.15g}" if "." in text or "E" in text.upper() else text
    except ValueError:
        return text


def _cell(text: str, *, head: bool = False) -> WrittenCell:
    return WrittenCell((Paragraph(text),) if text else (), head=head)
