from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.importers.containers.files import PNG
from tests.importers.pages import standard
from xinhui_viewer.__main__ import main


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a text, and a page that shows a picture beside it."""
    folder = tmp_path_factory.mktemp("pages")
    (folder / "a.txt").write_bytes("关于防汛工作的通知\r\n\r\n各镇要逐村排查。\r\n".encode("gb18030"))
    (folder / "b.html").write_text(standard(body='<p><img src="%E5%9B%BE/1.png"></p>'), "utf-8")
    (folder / "图").mkdir()
    (folder / "图" / "1.png").write_bytes(PNG)
    return folder


@pytest.fixture(scope="module")
def imported(pages: Path) -> Path:
    """An archive of both, imported by the command; the tests that share it only read."""
    path = pages.with_name("imported.xhdb")
    assert main(["create", str(path)]) == 0
    assert main(["import", "--with-beside", str(path), str(pages / "a.txt"), str(pages / "b.html")]) == 0
    return path


def test_the_original_comes_back_byte_for_byte(run: Run, imported: Path, pages: Path, tmp_path: Path) -> None:
    out = tmp_path / "back.txt"
    done = run("original", imported, 1, "-o", out)
    assert (done.code, done.err) == (0, "")
    assert out.read_bytes() == (pages / "a.txt").read_bytes()
    assert "a.txt" in done.out


def test_attachments_are_listed_and_saved_beside_what_is_there(run: Run, imported: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    saved.mkdir()
    (saved / "1.png").write_bytes(b"mine")
    assert run("attachments", imported, 2).out == "1.png\n"
    assert run("attachments", imported, 2, "-o", saved).out == f"{saved / '1 (2).png'}\n"
    assert (saved / "1 (2).png").read_bytes() == PNG
    assert (saved / "1.png").read_bytes() == b"mine"


def test_the_folder_for_attachments_is_made_and_a_file_in_its_place_is_kept(
    run: Run, imported: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "new" / "saved"
    assert run("attachments", imported, 2, "-o", folder).out == f"{folder / '1.png'}\n"
    (file := tmp_path / "file").write_bytes(b"mine")
    done = run("attachments", imported, 2, "-o", file)
    assert (done.code, done.err.count("\n"), file.read_bytes()) == (1, 1, b"mine")
