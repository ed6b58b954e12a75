from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.cli.conftest import Run
from xinhui_viewer import __version__
from xinhui_viewer.archive import read
from xinhui_viewer.cli.main import COMMANDS
from xinhui_viewer.cli.words import WORDS

PROGRAM = [sys.executable, "-m", "xinhui_viewer"]


def program(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program as its users do, in a process of its own."""
    return subprocess.run(
        [*PROGRAM, *arguments],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
    )


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version").out == f"xinhui-viewer {__version__}\n"


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in COMMANDS)])
def test_every_command_explains_itself(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Usage: xinhui-viewer")


@pytest.mark.parametrize("arguments", [["unheard-of"], ["--unheard-of"], ["show"], ["a.txt"], ["search", "a.xhdb"]])
def test_wrong_use_is_code_2(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert "Error:" in done.err


def test_a_bug_is_one_sentence_and_logged_and_its_traceback_is_shown_when_asked_for(
    run: Run, archive: Path, log_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(read, "info", lambda _db: 1 / 0)
    done = run("info", archive)
    assert (done.code, done.out, done.err.count("\n")) == (1, "", 1)
    assert done.err == f"Program error: ZeroDivisionError: division by zero. The details are in {log_file}.\n"
    assert "builtins.ZeroDivisionError" in log_file.read_text(encoding="utf-8")
    monkeypatch.setenv("XINHUI_DEBUG", "1")
    assert "Traceback" in run("info", archive).err


def test_chinese_is_written_whatever_the_encoding_of_the_terminal(archive: Path) -> None:
    done = program("search", archive, "民生实事", "--json", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["hits"][0]["source"] == "河口日报"


def test_the_language_is_the_users(archive: Path) -> None:
    done = program("info", archive.with_name("没有.xhdb"), LC_ALL="zh_CN.UTF-8", LANGUAGE="")
    assert done.returncode == 1
    assert "does not exist" not in done.stderr


def test_the_texts_translated_for_click_are_those_of_click() -> None:
    said = "".join(path.read_text(encoding="utf-8") for path in Path(click.__file__).parent.glob("*.py"))
    texts = [text for word in WORDS for text in ([word] if isinstance(word, str) else word)]
    assert [text for text in texts if f'"{text}"' not in said] == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such pipes")
def test_a_closed_pipe_is_no_error(archive: Path) -> None:
    command = f"'{sys.executable}' -m xinhui_viewer show '{archive}' 1 --json | true"
    done = subprocess.run(["sh", "-c", command], capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_condition_that_is_typed_in_the_locale_c_is_the_condition(archive: Path) -> None:
    found = [
        program("search", archive, query, "--json", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0").stdout
        for query in ("民生实事", "没有的词")
    ]
    assert [json.loads(said)["count"] for said in found] == [1, 0]
