"""README lists the rows of the tables: commands, templates, data formats, endings that can be imported."""

from __future__ import annotations

import re
from pathlib import Path

from xinhui_viewer.cli.main import COMMANDS
from xinhui_viewer.exporters.table import FORMATS, TEMPLATES
from xinhui_viewer.importers.table import IMPORTERS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def _line(beginning: str) -> str:
    (found,) = (line for line in README.splitlines() if line.startswith(beginning))
    return found


def test_the_commands_are_listed_each_once() -> None:
    (block,) = re.findall(r"^## The command line\n.*?^```sh\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    listed = [line.split()[1] for line in block.splitlines()]
    assert sorted(listed) == sorted(COMMANDS)


def test_the_templates_are_listed() -> None:
    listed = re.search(r"--template ([a-z|]+)", _line("xinhui-viewer summary "))
    assert listed is not None
    assert listed[1].split("|") == [row.name for row in TEMPLATES]
    assert all(f"{row.most:,}" in _line("  A digest and a list of references take") for row in TEMPLATES)


def test_the_data_formats_are_listed() -> None:
    listed = re.search(r"# or: ([a-z ]+);", _line("xinhui-viewer export "))
    assert listed is not None
    assert listed[1].split() == [row.name for row in FORMATS]


def test_the_endings_that_can_be_imported_are_listed() -> None:
    (formats,) = re.findall(r"^- Formats:\n(.*?)^- ", README, re.DOTALL | re.MULTILINE)
    listed = re.findall(r"(?<![\w.])(?:\.[a-z]+)+(?![\w])", formats)
    assert sorted(listed) == sorted(ending for row in IMPORTERS for ending in row.endings)


def test_every_place_that_contributors_are_sent_to_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    named = re.findall(r"`(?:python (?:-m )?)?([a-z_]+[/.][\w/.]+)`", text)
    there = [ROOT, ROOT / "xinhui_viewer", ROOT / "tests" / "benchmarks"]
    lost = [name for name in named if not any(_found(folder, name) for folder in there)]
    assert len(named) > 30
    assert lost == []


def _found(folder: Path, name: str) -> bool:
    module = folder / name.replace(".", "/")
    return (folder / name).exists() or module.is_dir() or module.with_suffix(".py").exists()
