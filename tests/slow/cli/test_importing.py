from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import PAGE, Run
from tests.cli.test_importing import BAD
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.read import info


def test_a_bad_input_is_one_sentence_with_its_name_and_the_good_one_beside_it_is_imported(
    run: Run, empty: Path, page: Path, tmp_path: Path
) -> None:
    for name, write in BAD.items():
        write(tmp_path / name)
    done = run("import", empty, *(tmp_path / name for name in BAD), page, "--json")
    assert done.code == 1
    *rejected, good = done.lines
    assert (good["path"], good["outcome"]) == (str(page), "imported")
    assert [(line["path"], line["outcome"]) for line in rejected] == [
        (str(tmp_path / name), "rejected") for name in BAD
    ]
    assert [name for name, line in zip(BAD, rejected, strict=True) if name not in line["error"]] == []
    assert done.err == "".join(line["error"] + "\n" for line in rejected)
    assert all(line["error"].count("\n") == 0 for line in rejected)
    assert bulletins(empty) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_a_file_that_one_may_not_read_is_one_sentence_and_the_good_one_beside_it_is_imported(
    empty: Path, page: Path, tmp_path: Path
) -> None:
    forbidden = tmp_path / "forbidden.txt"
    forbidden.write_text(PAGE, encoding="utf-8")
    forbidden.chmod(0)
    # Root may read everything, until it drops that right.
    humbly = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if os.geteuid() == 0 else []
    try:
        if humbly and subprocess.run([*humbly, "true"], stderr=subprocess.DEVNULL).returncode:
            pytest.skip("root cannot give up its rights here")
    except FileNotFoundError:
        pytest.skip("setpriv is not here")

    def program(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        command = [*humbly, sys.executable, "-m", "xinhui_viewer", *arguments]
        return subprocess.run(command, capture_output=True, encoding="utf-8")

    done = program("import", empty, forbidden, page, "--json")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "forbidden.txt" in done.stderr
    assert [json.loads(line)["outcome"] for line in done.stdout.splitlines()] == ["rejected", "imported"]
    done = program("read", forbidden, "--json")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "forbidden.txt" in done.stderr


def bulletins(archive: Path) -> int:
    with reading(archive) as db:
        return info(db).bulletins


def test_a_file_is_imported_found_and_the_second_time_a_duplicate(run: Run, empty: Path, page: Path) -> None:
    first = run("import", empty, page, "--json")
    assert (first.code, first.err) == (0, "")
    told: dict[str, object] = {
        "outcome": "imported",
        "ids": [1],
        "warnings": [],
        "error": None,
        "member": "",
        "notes": [],
    }
    told |= {"undated": [], "unsure": [], "passed_over": "", "beside": [], "limited": False, "attachments_added": 0}
    assert first.lines == [{"path": str(page), **told}]
    assert run("search", empty, "老旧小区", "--json").json["count"] == 1
    again = run("import", empty, page, "--json")
    assert (again.code, again.lines[0]["outcome"], again.lines[0]["ids"]) == (0, "duplicate", [1])
    assert bulletins(empty) == 1
