from __future__ import annotations

from pathlib import Path

import pytest

from xinhui_viewer.gui.settings import SETTINGS, Settings


def test_what_is_set_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "settings.ini"
    first = Settings(path)
    for name, value in (("zoom", 140), ("serif", False), ("theme", "dark"), ("columns", [300, 700, 260])):
        first.set(name, value)
    first.save()
    second = Settings(path)
    assert (second.get("zoom"), second.get("serif"), second.get("theme")) == (140, False, "dark")
    assert [int(size) for size in second.get("columns")] == [300, 700, 260]


def test_a_value_of_the_wrong_kind_or_a_relative_path_in_the_file_is_taken_as_its_default(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_text("[General]\nzoom=large\ngeometry=nonsense\nrecent=one, /two/b.xhdb\narchive=w/a.xhdb\n", "utf-8")
    settings = Settings(path)
    assert settings.get("zoom") == 100
    assert settings.get("geometry").isEmpty()
    assert settings.get("recent") == ["/two/b.xhdb"]
    assert settings.get("archive") == ""


@pytest.mark.parametrize("name", ["archive", "recent", "folder", "watched"])
def test_every_path_is_remembered_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    settings, many = Settings(tmp_path / "settings.ini"), isinstance(_default(name), list)
    monkeypatch.chdir(tmp_path)
    settings.set(name, ["a", "b/c"] if many else "b/c")
    assert settings.get(name) == ([str(tmp_path / "a"), str(tmp_path / "b/c")] if many else str(tmp_path / "b/c"))
    settings.set(name, _default(name))
    assert settings.get(name) == _default(name)


def test_every_setting_has_its_default_without_a_file(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "none.ini")
    assert {row.name: settings.get(row.name) for row in SETTINGS} == {row.name: row.default for row in SETTINGS}


def _default(name: str) -> object:
    return next(row.default for row in SETTINGS if row.name == name)
