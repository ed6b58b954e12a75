from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from tests.builders import archive, draft, published
from xinhui_viewer import facts
from xinhui_viewer.archive import read
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.cli import values
from xinhui_viewer.cli.reading import bulletin_lines
from xinhui_viewer.exporters import official, sheet
from xinhui_viewer.exporters.exporting import texts
from xinhui_viewer.exporters.table import data_format
from xinhui_viewer.facts import Fact, Facts
from xinhui_viewer.records import Layout
from xinhui_viewer.summary.compose import compose

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Archive]:
    full = draft(
        "关于防汛的通知",
        "各镇街做好防汛工作。",
        published=published("2023-07-11"),
        written=published("2023-07-10"),
        source="云汀日报",
        issuer="云汀区人民政府",
        columns=("首页", "应急管理"),
        document_number="云府〔2023〕8号",
        url="https://www.example.cn/a",
    )
    with reading(archive(tmp_path / "a.xhdb", full)) as db:
        yield db


def _written(db: Archive, name: str) -> str:
    return b"".join(texts(db, (1,), data_format(name), "")).decode().removeprefix("\ufeff")


def _head(db: Archive) -> tuple[str, ...]:
    return tuple(next(csv.reader(io.StringIO(_written(db, "csv"), newline=""))))


def test_every_fact_has_its_row() -> None:
    assert {fact.name for fact in facts.FACTS} == {field.name for field in fields(Facts)}


def test_a_value_that_is_not_known_is_empty_text_and_a_date_null_in_json() -> None:
    assert {fact.text(Facts()) for fact in facts.FACTS} == {""}
    told = facts.json(Facts())
    assert (told["published"], told["columns"], told["issuer"]) == (None, [], "")


def test_formats_call_the_facts_by_their_documented_names(db: Archive) -> None:
    columns = _documented("`export --format csv` has", ";")
    assert [name for name in _head(db) if name in columns] == columns
    names = _documented("`read --json` gives the facts", ", then")
    assert len(columns) > len(names) > 1
    for told in (json.loads(_written(db, "json"))[0], values.bulletin(read.bulletin(db, 1))):
        assert told.keys() >= {*names}


def _documented(beginning: str, end: str) -> list[str]:
    """Return the names in a sentence of the README."""
    return re.findall(r"`(\w+)`", README.partition(beginning)[2].partition(end)[0])


@pytest.mark.parametrize("name", ["markdown", "html", "text"])
def test_facts_are_listed_in_the_order_of_the_table_and_the_title_stands_above(db: Archive, name: str) -> None:
    text = _written(db, name)
    one = read.bulletin(db, 1).facts
    places = [text.index(label) for label, _text in facts.texts(one)]
    assert places == sorted(places)
    assert [label for label, _text in facts.texts(one)] == [
        "Source", "Issuer", "Published", "Written", "Document number", "Column", "Address",
    ]  # fmt: skip


def test_paper_and_terminal_say_their_facts_in_the_order_they_have(db: Archive) -> None:
    entry = compose(db, (1,)).entries[0]
    printed = sheet.entry(entry)["facts"]
    assert [name for name, _value in printed] == ["Source", "Published", "Document number", "Column", "Retrieved"]
    told = [line.split("  ")[0] for line in bulletin_lines(read.bulletin(db, 1))[1:8]]
    assert told == ["Source", "Published", "Column", "Issuer", "Written", "Document number", "Address"]


def test_a_row_is_in_every_format_the_command_line_and_paper(db: Archive, signer: Fact) -> None:
    one = read.bulletin(db, 1)
    value = signer.text(one.facts)
    assert json.loads(_written(db, "json"))[0]["signer"] == value
    assert values.bulletin(one)["signer"] == value
    assert next(csv.DictReader(io.StringIO(_written(db, "csv"), newline="")))["signer"] == value
    for name in ("markdown", "html", "text"):
        assert value in _written(db, name)
        assert signer.label in _written(db, name)
    assert any(line.startswith(signer.label) and line.endswith(value) for line in bulletin_lines(one))
    summary = compose(db, (1,), whole=True)
    assert [signer.label, value] in sheet.data(summary, Layout())["entries"][0]["facts"]
    assert f"{signer.label} {value}" in official.data(summary, Layout())["entries"][0]["note"][1]
