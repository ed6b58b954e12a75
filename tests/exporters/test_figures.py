from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from xinhui_viewer.archive import connect
from xinhui_viewer.archive.figures import listed
from xinhui_viewer.archive.match import Plans
from xinhui_viewer.exporters.figures import figures_csv, figures_json
from xinhui_viewer.records import FigureFilter, KeyFigure
from xinhui_viewer.resources import resource


@pytest.fixture
def sample() -> tuple[KeyFigure, ...]:
    with connect.reading(resource("sample", "sample.xhdb"), frozen=True) as db:
        return listed(Plans(db), FigureFilter())


def test_csv_holds_every_figure_of_the_sample_as_it_is_written(sample: tuple[KeyFigure, ...]) -> None:
    rows = list(csv.DictReader(io.StringIO(figures_csv(sample).decode("utf-8-sig"))))
    assert [row["text"] for row in rows] == [key.figure.text for key in sample]
    assert [float(row["value"]) for row in rows] == [key.figure.value for key in sample]
    assert rows


def test_json_holds_values_as_numbers_and_null_for_what_is_not_known(sample: tuple[KeyFigure, ...]) -> None:
    undated = replace(sample[0], published=None, written=None)
    (entry,) = json.loads(figures_json((undated,)))
    assert entry["value"] == undated.figure.value
    assert entry["date"] is None
    assert entry["label"] == undated.figure.label


@pytest.mark.parametrize(
    ("label", "cell"),
    [("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-1+cmd", "'-1+cmd"), ("+甲", "'+甲"), ("-3.5%", "-3.5%")],
)
def test_no_cell_is_a_formula_but_numbers_stay_numbers(sample: tuple[KeyFigure, ...], label: str, cell: str) -> None:
    odd = replace(sample[0], figure=replace(sample[0].figure, label=label))
    (row,) = csv.DictReader(io.StringIO(figures_csv((odd,)).decode("utf-8-sig")))
    assert row["label"] == cell


def test_every_format_says_whether_a_label_is_sure_and_what_stands_before_an_unsure_one(
    sample: tuple[KeyFigure, ...],
) -> None:
    sure = replace(sample[0], figure=replace(sample[0].figure, label="全县登记失业率"))
    unsure = replace(sample[0], figure=replace(sample[0].figure, label="完成", text="12次"), context="渔港整治")
    rows = list(csv.DictReader(io.StringIO(figures_csv((sure, unsure)).decode("utf-8-sig"))))
    assert [(row["sure"], row["context"]) for row in rows] == [("yes", ""), ("no", "渔港整治")]
    entries = json.loads(figures_json((sure, unsure)))
    assert [(entry["sure"], entry["context"]) for entry in entries] == [(True, ""), (False, "渔港整治")]
