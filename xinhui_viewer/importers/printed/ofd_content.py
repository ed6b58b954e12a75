"""The content of one page of an OFD file, as it is read: its runs and strokes, turned back where it is shown turned."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from xinhui_viewer.importers.printed.ofd_objects import Placed, Resources, is_shown, numbers, objects
from xinhui_viewer.importers.printed.ofd_runs import is_written_down, text_runs
from xinhui_viewer.importers.printed.ofd_strokes import path_strokes
from xinhui_viewer.importers.printed.run import Run, Stroke
from xinhui_viewer.importers.printed.vertical import is_vertical
from xinhui_viewer.importers.xml_guard import all_named, child, name_of

_MOST_TEXTS = 50_000  # objects of a page


@dataclass(frozen=True, slots=True)
class Content:
    """The runs of a page in the order of its objects, and the strokes between them."""

    runs: tuple[Run, ...]
    strokes: tuple[Stroke, ...]


def page_content(page: Any, resources: Resources) -> Content:
    """Return the content of a page, without leaning watermarks, and without hidden text beside shown."""
    layers = [
        layer
        for layer in all_named(child(page, "Content"), "Layer")
        if (layer.get("Type") or "Body") != "Background"  # a watermark
    ]
    texts: list[Placed] = []
    paths: list[Placed] = []
    for one in objects(layers, resources.units):
        (texts if name_of(one.node) == "TextObject" else paths).append(one)
    turned = _upright(texts[:_MOST_TEXTS])
    of_page = _most_turned(turned)
    runs = _runs(turned, resources, of_page, down=False)
    if any(is_written_down(one.node) for one, _quarter in turned):
        down = _runs(turned, resources, of_page, down=True)
        runs = down if is_vertical([run for run in down if not run.font.turned]) else runs
    return Content(runs, path_strokes(paths, of_page) if runs else ())


def _runs(turned: Sequence[tuple[Placed, int]], resources: Resources, page: int, *, down: bool) -> tuple[Run, ...]:
    return tuple(
        run
        for one, quarter in turned
        for run in text_runs(one, resources.fonts, page, turned=quarter != page, down=down)
    )


def _upright(texts: Sequence[Placed]) -> list[tuple[Placed, int]]:
    """Return the texts that do not lean, with their quarter turns: those shown, if any are."""
    found = [(one, quarter) for one in texts if (quarter := _quarter(one)) is not None]
    # A scan's only text is hidden under its picture.
    return [(one, quarter) for one, quarter in found if is_shown(one.node)] or found


def _quarter(one: Placed) -> int | None:
    """Return the quarter turns by which the characters of a text are shown turned; None where they lean."""
    quarter = one.matrix.quarter
    own = numbers(one.node.get("CharDirection"), 1)[0]
    return None if quarter is None or own % 90 else (quarter + int(own // 90)) % 4


def _most_turned(placed: Sequence[tuple[Placed, int]]) -> int:
    """Return the quarter turns by which most text is shown turned."""
    weights: Counter[int] = Counter()
    for one, quarter in placed:
        weights[quarter] += sum(len(code.text or "") for code in all_named(one.node, "TextCode"))
    return max(weights, key=lambda quarter: (weights[quarter], -quarter), default=0)
