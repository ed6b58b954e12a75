from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import PAGE, Run
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.read import info
from xinhui_viewer.archive.writing import create


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "new.xhdb"
    create(path)
    return path


def bulletins(archive: Path) -> int:
    with reading(archive) as db:
        return info(db).bulletins


def test_a_file_is_imported_found_and_the_second_time_a_duplicate(run: Run, empty: Path, page: Path) -> None:
    first = run("import", empty, page, "--json")
    assert (first.code, first.err) == (0, "")
    told = {"outcome": "imported", "ids": [1], "warnings": [], "error": None, "member": "", "notes": []}
    assert first.lines == [{"path": str(page), **told}]
    assert run("search", empty, "老旧小区", "--json").json["count"] == 1
    again = run("import", empty, page, "--json")
    assert (again.code, again.lines[0]["outcome"], again.lines[0]["ids"]) == (0, "duplicate", [1])
    assert bulletins(empty) == 1


def test_a_person_sees_a_line_for_each_file_and_the_numbers_at_the_end(run: Run, empty: Path, page: Path) -> None:
    out = run("import", empty, page).out.splitlines()
    assert out[0].split() == ["imported", str(page), "#1"]
    assert out[-1].split() == ["imported", "1"]


def test_a_folder_is_imported_with_all_that_is_in_it(run: Run, empty: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages" / "2023"
    folder.mkdir(parents=True)
    for n in range(3):
        (folder / f"{n}.txt").write_text(PAGE.replace("公园12个", f"公园{n + 2}个"), encoding="utf-8")
    (folder / "table.xyz").write_bytes(b"\x00\x01")
    done = run("import", empty, folder.parent, "--json")
    assert done.code == 0
    assert sorted(line["outcome"] for line in done.lines) == ["imported", "imported", "imported", "skipped"]


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


def _folder(path: Path) -> None:
    path.mkdir()


def _missing(path: Path) -> None:
    assert not path.exists()


BAD = {
    "empty.txt": _empty,
    "binary.txt": _binary,
    "unknown.xyz": _binary,
    "missing.txt": _missing,
}


def test_a_folder_without_bulletins_is_reported_and_no_failure(run: Run, empty: Path, tmp_path: Path) -> None:
    _folder(tmp_path / "folder")
    done = run("import", empty, tmp_path / "folder", "--json")
    assert (done.code, [line["outcome"] for line in done.lines]) == (0, ["skipped"])
    assert "folder" in done.lines[0]["error"]


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


@pytest.mark.parametrize("name", [name for name in BAD if name != "folder"])
def test_a_file_that_cannot_be_read_is_one_sentence_with_its_name(run: Run, tmp_path: Path, name: str) -> None:
    bad = tmp_path / name
    BAD[name](bad)
    done = run("read", bad, "--json")
    assert (done.code, done.out) == (1, "")
    assert name in done.err
    assert done.err.count("\n") == 1


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
