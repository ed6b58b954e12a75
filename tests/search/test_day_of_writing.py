"""A bulletin without a day of publication is dated by the day under its signature, everywhere and by that name."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.builders import archive, draft, published
from xinhui_viewer.archive import read
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.figures import listed
from xinhui_viewer.archive.match import Plans
from xinhui_viewer.archive.prepare import prepared
from xinhui_viewer.archive.replace import replace_all
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.cli.reading import bulletin_lines
from xinhui_viewer.exporters import digest, sheet
from xinhui_viewer.exporters.exporting import texts
from xinhui_viewer.exporters.files import file_name
from xinhui_viewer.exporters.table import data_format
from xinhui_viewer.facts import day_text
from xinhui_viewer.records import Figure, FigureFilter, Layout, Original
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.facets import facets
from xinhui_viewer.search.find import find
from xinhui_viewer.summary.compose import compose
from xinhui_viewer.text.series import series

COUNT = Figure("12处", 0, "安全隐患数", 12, "处", "count")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return archive(
        tmp_path / "a.xhdb",
        draft(
            "排查情况（一）",
            "排查。",
            published=published("2022-05-01"),
            written=published("2019-01-01"),
            figures=(COUNT,),
        ),
        draft("排查情况（二）", "排查隐患。", written=published("2023-06-03"), figures=(COUNT,)),
        draft("没有日期", "排查。"),
        draft("排查情况（三）", "排查。", published=published("2024-02-01"), figures=(COUNT,)),
    )


@pytest.fixture
def db(path: Path) -> Iterator[Archive]:
    with reading(path) as db:
        yield db


def test_it_sorts_filters_and_groups(db: Archive) -> None:
    assert [hit.id for hit in find(asked(db, "排查"), "newest").hits] == [4, 2, 1, 3]
    assert [hit.id for hit in find(asked(db, "日期:2023")).hits] == [2]
    assert [hit.id for hit in find(asked(db, "日期:2019")).hits] == []
    assert [hit.id for hit in find(asked(db, "日期:无")).hits] == [3]
    years = facets(asked(db, "")).years
    assert [(year.path, year.count) for year in years] == [
        (("2024",), 1), (("2023",), 1), (("2022",), 1), (("",), 1),
    ]  # fmt: skip


def test_lists_name_it(db: Archive) -> None:
    hits = find(asked(db, ""), "newest").hits
    assert [day_text(hit) for hit in hits] == ["2024-02-01", "written 2023-06-03", "2022-05-01", ""]
    assert [day_text(key) for key in listed(Plans(db), FigureFilter())] == [
        "2024-02-01", "written 2023-06-03", "2022-05-01",
    ]  # fmt: skip


def test_it_dates_a_key_figure_without_a_period(db: Archive) -> None:
    (one,) = series(listed(Plans(db), FigureFilter()))
    assert [point.day for point in one.points] == [date(2022, 5, 1), date(2023, 6, 3), date(2024, 2, 1)]


def test_paper_names_it(db: Archive) -> None:
    summary = compose(db, (2, 4))
    printed = [dict(sheet.entry(entry)["facts"]) for entry in summary.entries]
    assert [(said.get("Written"), said.get("Published")) for said in printed] == [
        ("2023-06-03", None), (None, "2024-02-01"),
    ]  # fmt: skip
    assert ["Date", "2023-06-03 – 2024-02-01"] in [
        list(pair) for pair in digest.data(summary, Layout())["cover"]["facts"]
    ]
    assert file_name(summary.entries[0], "pdf") == "2023-06-03_排查情况（二）.pdf"


def test_data_and_the_terminal_have_it(db: Archive) -> None:
    def written(name: str) -> str:
        return b"".join(texts(db, (2,), data_format(name), "")).decode().removeprefix("\ufeff")

    (row,) = csv.DictReader(io.StringIO(written("csv"), newline=""))
    assert (row["date"], row["written"]) == ("2023-06-03", "2023-06-03")
    (one,) = json.loads(written("csl"))
    assert one["issued"] == {"date-parts": [[2023, 6, 3]]}
    assert one["note"].startswith("2023-06-03成文; SHA-256 ")
    assert "note = {2023-06-03成文. SHA-256 " in written("bibtex")
    assert "N1  - 2023-06-03成文\r\n" in written("ris")
    assert bulletin_lines(read.bulletin(db, 2))[1].split() == ["Written", "2023-06-03"]


def test_a_new_reading_with_another_day_moves_it(path: Path) -> None:
    again = draft("排查情况（二）", "排查隐患。", published=published("2025-01-01"), written=published("2023-06-03"))
    (bulletin,) = prepared(Original("", "", "", b"", ""), [again]).bulletins
    with writing(path) as db:
        assert replace_all(db, [(2, bulletin)]) == (True,)
        assert read.ids(db) == (2, 4, 1, 3)
        assert [hit.id for hit in find(asked(db, "隐患 日期:2025")).hits] == [2]
