from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from tests.cli.conftest import PAGE, Run
from tests.importers.web.kind_pages import PAGES


def test_a_person_sees_a_line_for_each_file_and_the_numbers_at_the_end(run: Run, empty: Path, page: Path) -> None:
    out = run("import", empty, page).out.splitlines()
    assert out[0].split() == ["imported", str(page), "#1"]
    assert out[-1].split() == ["imported", "1"]


def test_bulletins_without_a_date_are_counted_and_named(run: Run, empty: Path, tmp_path: Path) -> None:
    notice = tmp_path / "notice.txt"
    notice.write_text("关于防汛工作的通知\n\n各镇要逐村排查，备足物资。\n", encoding="utf-8")
    out = run("import", empty, notice).out.splitlines()
    assert out[1].strip() == "No date was found."
    assert out[-1].split() == ["without", "a", "date", "1"]


def test_a_folder_is_imported_with_all_that_is_in_it(run: Run, empty: Path, tmp_path: Path) -> None:
    folder = tmp_path / "pages" / "2023"
    folder.mkdir(parents=True)
    for n in range(3):
        (folder / f"{n}.txt").write_text(PAGE.replace("公园12个", f"公园{n + 2}个"), encoding="utf-8")
    (folder / "table.xyz").write_bytes(b"\x00\x01")
    done = run("import", empty, folder.parent, "--json")
    assert done.code == 0
    assert sorted(line["outcome"] for line in done.lines) == ["imported", "imported", "imported", "skipped"]


def _site(folder: Path) -> Path:
    folder.mkdir()
    for name, content in {
        "page.html": PAGES[""]["an article"],
        "a.html": PAGES["list"]["days behind links"],
        "b.html": PAGES["list"]["a table"],
        "login.html": PAGES["form"]["login"],
    }.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder


def test_pages_that_are_no_bulletins_are_counted_by_kind(run: Run, empty: Path, tmp_path: Path) -> None:
    done = run("import", empty, _site(tmp_path / "site"))
    assert done.code == 0
    assert done.out.splitlines()[-1] == "3 passed over: 2 lists, 1 form"
    assert sum(line.startswith("passed over ") for line in done.out.splitlines()) == 3
    assert "“通知公告”: This page is a list of links, not a bulletin." in done.out
    again = run("import", empty, tmp_path / "site", "--json")
    assert [line["passed_over"] for line in again.lines] == ["list", "list", "form", ""]


def test_everything_is_imported_on_demand(run: Run, empty: Path, tmp_path: Path) -> None:
    done = run("import", empty, _site(tmp_path / "site"), "--everything", "--no-limits", "--json")
    assert [line["outcome"] for line in done.lines] == ["imported-with-warning"] * 3 + ["imported"]


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


@pytest.mark.parametrize("name", [name for name in BAD if name != "folder"])
def test_a_file_that_cannot_be_read_is_one_sentence_with_its_name(run: Run, tmp_path: Path, name: str) -> None:
    bad = tmp_path / name
    BAD[name](bad)
    done = run("read", bad, "--json")
    assert (done.code, done.out) == (1, "")
    assert name in done.err
    assert done.err.count("\n") == 1


class _Piped:
    def __init__(self, content: bytes) -> None:
        self.buffer = BytesIO(content)


def test_standard_input_is_imported_and_read_like_a_file(
    run: Run, empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", _Piped(PAGE.encode()))
    done = run("import", empty, "-", "--json")
    assert [(line["path"], line["outcome"], line["ids"]) for line in done.lines] == [("-", "imported", [1])]
    assert "stdin" in run("show", empty, "1").out
    monkeypatch.setattr("sys.stdin", _Piped(PAGE.encode()))
    assert run("read", "-", "--json").json["title"] == "河口区召开年度工作会议"
    monkeypatch.setattr("sys.stdin", _Piped(b""))
    done = run("import", empty, "-")
    assert (done.code, done.err.strip()) == (1, "stdin is empty. Save it from its source again.")
