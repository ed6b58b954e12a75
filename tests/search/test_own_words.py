from __future__ import annotations

import os
from pathlib import Path

import pytest

from xinhui_viewer.search import own_words
from xinhui_viewer.search.everyday import everyday, official


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    found = own_words.created()
    assert found is not None
    return found


def test_the_file_begins_with_an_explanation_that_asks_nothing_and_is_not_made_twice(file: Path) -> None:
    assert file.name == "words.txt"
    assert own_words.own() == ()
    assert own_words.problem() == ""
    file.write_text("渔家乐=休闲渔业\n", "utf-8")
    assert own_words.created() == file
    assert official("渔家乐") == ("休闲渔业",)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_own_lines_hold_at_once_beside_the_tables_whatever_they_are_saved_in(file: Path, encoding: str) -> None:
    assert official("红树办") == ()
    file.write_bytes("红树办==红树林保护办公室 # ours\n抽烟=吞云吐雾\r\n".encode(encoding))
    assert official("红树办") == ("红树林保护办公室",)
    assert official("红树林保护办公室") == ("红树办",)
    assert official("抽烟") == ("吞云吐雾", "吸烟")
    assert everyday("找红树办问问") == ("红树办",)
    file.unlink()
    assert official("红树办") == ()


def test_lines_that_cannot_be_read_are_told_in_one_sentence_and_the_others_hold(file: Path) -> None:
    file.write_text("渔家乐\n红树办=红树林保护办公室\n=甲\n", "utf-8")
    assert own_words.problem() == (
        "Lines 1, 3 of your own words (words.txt) have not the form everyday=official, and are ignored."
    )
    assert official("红树办") == ("红树林保护办公室",)
    file.write_text("\n".join("甲" * 9), "utf-8")
    assert "1, 2, 3, 4, 5, …" in own_words.problem()


def test_a_folder_in_its_place_is_as_good_as_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (tmp_path / "xinhui_viewer" / "words.txt").mkdir(parents=True)
    assert own_words.own() == ()
    assert own_words.problem() == ""


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_the_file_stands_in_the_user_s_folder_for_settings(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CONFIG_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    found = own_words.path(system)
    assert found is not None
    assert os.fspath(found).startswith(os.fspath(Path.home()))
