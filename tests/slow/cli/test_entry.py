from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import PAGE, Run
from tests.cli.test_entry import PROGRAM


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal")
def test_ctrl_c_ends_an_import_with_a_sentence_and_keeps_what_was_imported(run: Run, tmp_path: Path) -> None:
    archive = tmp_path / "a.xhdb"
    run("create", archive)
    pages = tmp_path / "pages"
    pages.mkdir()
    for n in range(600):  # with names so long that the report fills the pipe: the import cannot end unread
        (pages / f"{n:04}{'x' * 220}.txt").write_text(PAGE.replace("公园12个", f"公园{n + 2}个"), encoding="utf-8")
    with subprocess.Popen(
        [*PROGRAM, "import", archive, pages, "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        # A shell's background job is started deaf to Ctrl+C, and so would be its children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as importing:
        assert importing.stdout is not None and importing.stderr is not None  # noqa: PT018
        assert json.loads(importing.stdout.readline())["outcome"] == "imported"
        importing.send_signal(signal.SIGINT)
        out, err = importing.stdout.read(), importing.stderr.read()
        assert (importing.wait(), err.strip()) == (130, "Stopped.")
    kept = run("info", archive, "--json").json["bulletins"]
    assert kept == 1 + len(out.splitlines()) < 600
