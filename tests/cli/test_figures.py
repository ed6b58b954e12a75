from __future__ import annotations

import csv
import io
from pathlib import Path

from tests.cli.conftest import Run
from xinhui_viewer.resources import resource

SAMPLE = resource("sample", "sample.xhdb")


def test_key_figures_of_a_query_are_those_with_its_words(run: Run) -> None:
    done = run("figures", SAMPLE, "办结率", "日期:2021", "--json")
    assert (done.code, done.err) == (0, "")
    labels = {one["label"] for one in done.json}
    assert labels
    assert all("办结率" in label for label in labels)
    assert {one["date"][:4] for one in done.json} == {"2021"}


def test_key_figures_come_as_a_table_that_a_spreadsheet_reads(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("figures", SAMPLE, "--unit", "元", "--csv").out)))
    assert len(rows) > 20
    assert {row["unit"] for row in rows} == {"元"}
    assert all(float(row["value"]) > 0 for row in rows)


def test_figures_of_one_thing_are_joined_over_the_years(run: Run) -> None:
    found = run("figures", SAMPLE, "--series", "--json").json
    long = [one for one in found if len(one["points"]) >= 5]
    assert len(long) >= 5
    for one in long:
        assert [point["day"] for point in one["points"]] == sorted({point["day"] for point in one["points"]})
    assert "全区共接处警" in {one["label"] for one in long}


def test_the_outline_of_a_file_and_of_a_bulletin_is_shown(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text(
        "关于防汛工作的通知\n\n一、总体要求\n各镇要逐村排查，备足物资。\n二、工作任务\n巡查水库63座。\n", "utf-8"
    )
    assert run("outline", page).out == "一、总体要求\n二、工作任务\n"
    assert [one["level"] for one in run("outline", SAMPLE, 3, "--json").json][:1] == [1]
