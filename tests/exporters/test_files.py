from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.builders import saying
from tests.exporters.conftest import entry
from xinhui_viewer.errors import ExportError
from xinhui_viewer.exporters.files import file_name, original_name, save


def test_a_file_is_named_by_date_source_and_title() -> None:
    assert file_name(entry(), "pdf") == "2023-06-01_云汀日报_云汀区防汛工作通报.pdf"


def test_a_name_has_nothing_that_a_system_forbids_and_is_not_too_long() -> None:
    name = file_name(entry(title='a/b\\c:d*e?"f<g>h|\n' + "长" * 300), "pdf")
    assert not set(name) & set('/\\:*?"<>|\n')
    assert len(name.encode()) < 255
    assert name.endswith(".pdf")


@pytest.mark.parametrize("title", ["\U00020000" * 200, "坏\ud800字\x85", "长" * 300])
def test_a_file_can_be_made_under_the_name_of_any_title(tmp_path: Path, title: str) -> None:
    save(tmp_path / file_name(entry(title=title), "pdf"), b"x")
    assert len(list(tmp_path.iterdir())) == 1


def test_a_name_that_windows_keeps_for_itself_is_changed() -> None:
    assert file_name(saying(entry(title="aux"), source="", published=None), "pdf") == "_aux.pdf"
    assert file_name(saying(entry(title=".."), source="", published=None), "pdf") == "bulletin.pdf"


def test_saving_replaces_a_file_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    path.write_bytes(b"old")
    save(path, b"new")
    assert path.read_bytes() == b"new"
    assert [found.name for found in tmp_path.iterdir()] == ["out.pdf"]


def test_a_failing_write_keeps_the_old_file_and_is_reported_in_a_sentence(tmp_path: Path) -> None:
    limits = pytest.importorskip("resource", reason="this system has no limits of file size")
    path = tmp_path / "out.pdf"
    path.write_bytes(b"old")
    before = limits.getrlimit(limits.RLIMIT_FSIZE)
    limits.setrlimit(limits.RLIMIT_FSIZE, (1 << 20, before[1]))
    try:
        with pytest.raises(ExportError, match=r"out\.pdf could not be written"):
            save(path, b"x" * (2 << 20))
    finally:
        limits.setrlimit(limits.RLIMIT_FSIZE, before)
    assert [(found.name, found.read_bytes()) for found in tmp_path.iterdir()] == [("out.pdf", b"old")]


def test_a_folder_that_is_not_there_is_named_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"The folder .*nowhere does not exist"):
        save(tmp_path / "nowhere" / "out.pdf", b"x")


def test_a_name_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out.pdf").mkdir()
    with pytest.raises(ExportError, match=r"out\.pdf is a folder"):
        save(tmp_path / "out.pdf", b"x")


def test_a_read_only_folder_is_reported_in_a_sentence(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("the superuser may write everywhere")
    tmp_path.chmod(0o500)
    with pytest.raises(ExportError, match="could not be written"):
        save(tmp_path / "out.pdf", b"x")
    assert list(tmp_path.iterdir()) == []


def test_the_original_of_a_paste_is_named_as_every_system_takes_it_and_by_its_type() -> None:
    assert original_name("粘贴于 2026-11-28 10:03", "text/html") == "粘贴于 2026-11-28 1003.html"
    assert original_name("通知.txt", "text/html") == "通知.txt"
