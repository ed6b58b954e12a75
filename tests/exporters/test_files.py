from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.exporters.conftest import entry
from xinhui_viewer.errors import ExportError
from xinhui_viewer.exporters.files import file_name, save


def test_a_file_is_named_by_date_source_and_title() -> None:
    assert file_name(entry(), "pdf") == "2023-06-01_云汀日报_云汀区防汛工作通报.pdf"


def test_a_name_has_nothing_that_a_system_forbids_and_is_not_too_long() -> None:
    name = file_name(entry(title='a/b\\c:d*e?"f<g>h|\n' + "长" * 300), "pdf")
    assert not set(name) & set('/\\:*?"<>|\n')
    assert len(name.encode()) < 255
    assert name.endswith(".pdf")


def test_saving_replaces_a_file_whole_and_leaves_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    path.write_bytes(b"old")
    save(path, b"new")
    assert path.read_bytes() == b"new"
    assert [found.name for found in tmp_path.iterdir()] == ["out.pdf"]


def test_a_folder_that_is_not_there_is_named_in_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"There is no folder .*nowhere"):
        save(tmp_path / "nowhere" / "out.pdf", b"x")


def test_a_name_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out.pdf").mkdir()
    with pytest.raises(ExportError, match=r"out\.pdf is a folder"):
        save(tmp_path / "out.pdf", b"x")


def test_a_folder_that_may_not_be_written_is_told_in_a_sentence(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("the superuser may write everywhere")
    tmp_path.chmod(0o500)
    with pytest.raises(ExportError, match="could not be written"):
        save(tmp_path / "out.pdf", b"x")
    assert list(tmp_path.iterdir()) == []
