from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_results_of_a_query_are_exported_into_one_file(run: Run, archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    done = run("export", archive, "--query", "会议", "--to", target, "--format", "json")
    assert (done.code, done.err) == (0, "")
    titles = {one["title"] for one in json.loads(target.read_text("utf-8"))}
    assert titles == {"河口区年度工作会议", "无日期的通知"}


def test_all_bulletins_are_exported_into_a_folder_a_file_each(run: Run, archive: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    assert run("export", archive, "--all", "--to", folder, "--format", "markdown").code == 0
    count = json.loads(run("info", archive, "--json").out)["bulletins"]
    assert len(list(folder.glob("*.md"))) == count


def test_a_target_that_ends_with_a_slash_is_a_folder_which_is_made(run: Run, archive: Path, tmp_path: Path) -> None:
    folder = tmp_path / "new"
    assert run("export", archive, 1, "--to", f"{folder}/", "--format", "markdown").code == 0
    assert len(list(folder.glob("*.md"))) == 1


def test_without_a_target_the_text_goes_to_stdout(run: Run, archive: Path) -> None:
    done = run("export", archive, 1, "--format", "text")
    assert done.code == 0
    assert done.out.startswith("河口区年度工作会议\n")


def test_references_are_printed_one_a_line(run: Run, archive: Path) -> None:
    done = run("cite", archive, 1, 2)
    assert (done.code, done.out.count("\n")) == (0, 2)
    assert "河口区年度工作会议[" in done.out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--format", "json"], 2),
        ([1, "--all", "--format", "json"], 2),
        ([1, "--format", "other"], 2),
        ([99, "--format", "json"], 1),
        (["--query", "没有的词", "--format", "json"], 1),
        ([1, "--format", "json", "--to", "/nowhere/x.json"], 1),
    ],
)
def test_wrong_use_is_one_sentence(run: Run, archive: Path, arguments: list[object], code: int) -> None:
    done = run("export", archive, *arguments)
    assert done.code == code
    assert "Traceback" not in done.err
    assert done.out == ""


def test_an_existing_file_is_overwritten_only_when_asked(run: Run, archive: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("mine")
    assert run("export", archive, 1, "--to", target, "--format", "csv").code == 1
    assert target.read_text() == "mine"
    assert run("export", archive, 1, "--to", target, "--format", "csv", "--force").code == 0
    assert target.read_text("utf-8").startswith("\ufeffid,")
