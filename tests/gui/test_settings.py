from __future__ import annotations

from pathlib import Path

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


def test_a_value_of_the_wrong_kind_in_the_file_is_taken_as_its_default(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    path.write_text("[General]\nzoom=large\ngeometry=nonsense\nrecent=one\n", "utf-8")
    settings = Settings(path)
    assert settings.get("zoom") == 100
    assert settings.get("geometry").isEmpty()
    assert settings.get("recent") == ["one"]


def test_every_setting_has_its_default_without_a_file(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "none.ini")
    assert {row.name: settings.get(row.name) for row in SETTINGS} == {row.name: row.default for row in SETTINGS}
