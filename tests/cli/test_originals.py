from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_an_existing_file_is_kept_unless_overwriting_is_asked_for(run: Run, archive: Path, tmp_path: Path) -> None:
    out = tmp_path / "back.html"
    out.write_bytes(b"mine")
    assert run("original", archive, 1, "-o", out).code == 1
    assert out.read_bytes() == b"mine"
    assert run("original", archive, 1, "-o", out, "--force").code == 0
    assert out.read_bytes() != b"mine"


def test_a_number_that_no_bulletin_has_is_one_sentence(run: Run, archive: Path, tmp_path: Path) -> None:
    done = run("original", archive, 99, "-o", tmp_path / "back.html")
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert "99" in done.err


def test_a_bulletin_without_attachments_says_so(run: Run, archive: Path) -> None:
    assert run("attachments", archive, 1).out == "The bulletin has no attachments.\n"
