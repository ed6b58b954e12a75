from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run
from tests.importers.containers.files import PNG
from tests.importers.pages import standard


def test_the_original_comes_back_byte_for_byte(run: Run, tmp_path: Path) -> None:
    archive, page, out = tmp_path / "a.xhdb", tmp_path / "page.txt", tmp_path / "back.txt"
    page.write_bytes("关于防汛工作的通知\r\n\r\n各镇要逐村排查。\r\n".encode("gb18030"))
    run("create", archive)
    run("import", archive, page)
    done = run("original", archive, 1, "-o", out)
    assert (done.code, done.err) == (0, "")
    assert out.read_bytes() == page.read_bytes()
    assert "page.txt" in done.out


def test_a_file_that_is_there_is_kept_unless_one_asks(run: Run, archive: Path, tmp_path: Path) -> None:
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


def test_attachments_are_listed_and_saved_beside_what_is_there(run: Run, tmp_path: Path) -> None:
    archive, saved = tmp_path / "a.xhdb", tmp_path / "saved"
    (tmp_path / "图").mkdir()
    saved.mkdir()
    (tmp_path / "page.html").write_text(standard(body='<p><img src="%E5%9B%BE/1.png"></p>'), "utf-8")
    (tmp_path / "图" / "1.png").write_bytes(PNG)
    (saved / "1.png").write_bytes(b"mine")
    run("create", archive)
    run("import", archive, tmp_path / "page.html")
    assert run("attachments", archive, 1).out == "1.png\n"
    assert run("attachments", archive, 1, "-o", saved).out == f"{saved / '1 (2).png'}\n"
    assert (saved / "1 (2).png").read_bytes() == PNG
    assert (saved / "1.png").read_bytes() == b"mine"


def test_a_bulletin_without_attachments_says_so(run: Run, archive: Path) -> None:
    assert run("attachments", archive, 1).out == "The bulletin has no attachments.\n"
