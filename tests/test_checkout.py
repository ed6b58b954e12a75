from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import xinhui_viewer

ROOT = Path(__file__).parents[1]


def test_the_tests_and_the_processes_they_start_run_this_checkout(tmp_path: Path) -> None:
    code = "import os, xinhui_viewer; os.write(1, os.fsencode(xinhui_viewer.__file__))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=tmp_path)
    here = ROOT / "xinhui_viewer" / "__init__.py"
    assert (Path(os.fsdecode(done.stdout)), Path(xinhui_viewer.__file__)) == (here, here)


@pytest.mark.parametrize("file", ["README.md", ".ci/run"])
def test_nothing_is_installed_editable_for_python_could_not_start_in_a_folder_of_any_name(file: str) -> None:
    # In the C locale Python 3.11 reads .pth files, of which an editable install is one, as ASCII.
    assert re.findall("pip.* install .*-e .*", (ROOT / file).read_text(encoding="utf-8")) == []
