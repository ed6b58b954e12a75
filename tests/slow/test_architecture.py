from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import archive, draft
from tests.test_architecture import ROOT


def test_the_command_line_loads_no_qt_and_no_library_that_reading_does_not_need(tmp_path: Path) -> None:
    kept = str(archive(tmp_path / "a.xhdb", draft("会议")))
    commands = [["--help"], ["info", kept], ["search", kept, "会议"]]  # one start of Python for all
    code = (
        "import json, sys; from xinhui_viewer.__main__ import main;"
        "unwanted = {'PySide6', 'sqlite_utils', 'typst', 'pikepdf', 'selectolax'};"
        "told = [(main(command), sorted(unwanted & set(sys.modules))) for command in json.loads(sys.argv[1])];"
        "print(json.dumps(told))"
    )
    command = [sys.executable, "-c", code, json.dumps(commands)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, cwd=ROOT)
    assert json.loads(done.stdout.splitlines()[-1]) == [[0, []]] * len(commands)


@pytest.mark.parametrize(
    ("imported", "unwanted"),
    [
        (["gui.shell.app"], ["records", "text", "archive", "search", "summary", "importers", "exporters"]),
        (["gui.shell.desk", "gui.reader.figures"], ["text.understanding", "text.outline", "importers", "exporters"]),
    ],
    ids=["first paint", "first bulletin"],
)
def test_the_window_does_not_wait_for_what_it_needs_later(imported: list[str], unwanted: list[str]) -> None:
    modules = "; ".join(f"import xinhui_viewer.{name}" for name in imported)
    code = f"import sys; {modules}; print(*(name for name in {unwanted} if f'xinhui_viewer.{{name}}' in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True, cwd=ROOT)
    assert done.stdout == "\n"
