from __future__ import annotations

import json
import os
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


def test_wrong_use_is_told_in_the_users_language() -> None:
    sentences = {
        ("unheard-of",): "错误：没有命令 'unheard-of'。\n",
        ("show", "a.xhdb", "1", "2"): "错误：多出了参数（2）\n",
        ("summary", "a.xhdb", "1"): "错误：缺少选项 '-o' / '--output'.\n",
    }
    code = (  # one start of Python for all
        "import json, sys; from xinhui_viewer.__main__ import main\n"
        "for arguments in json.loads(sys.argv[1]): print(main(arguments)); sys.stderr.write('\\0')"
    )
    environment = {**os.environ, "LC_ALL": "zh_CN.UTF-8", "LANGUAGE": ""}
    command = [sys.executable, "-c", code, json.dumps(list(sentences))]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=environment)
    assert done.stdout == "2\n" * len(sentences)
    told = done.stderr.removesuffix("\0").split("\0")
    assert [(one, end) for one, end in zip(told, sentences.values(), strict=True) if not one.endswith(end)] == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full disk to write to")
@pytest.mark.parametrize("form", [[], ["--json"]], ids=["text", "json"])
def test_a_full_disk_is_one_sentence(archive: Path, form: list[str]) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [*PROGRAM, "show", archive, "1", *form],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith("stdout could not be written: No space left on device.")
