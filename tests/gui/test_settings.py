from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from xinhui_viewer.gui.settings import SETTINGS, Setting, Settings

GUI = Path(__file__).parents[2] / "xinhui_viewer" / "gui"


def test_a_setting_is_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "settings.ini"
    first = Settings(path)
    for name, value in (("zoom", 140), ("serif", False), ("theme", "dark"), ("columns", [300, 700, 260])):
        first.set(name, value)
    first.save()
    second = Settings(path)
    assert (second.get("zoom"), second.get("serif"), second.get("theme")) == (140, False, "dark")
    assert second.get("columns") == [300, 700, 260]


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


@pytest.mark.parametrize(
    ("row", "value", "wrong"),
    [
        (Setting("breaks", "switch", True, "Page breaks"), False, "maybe"),
        (Setting("margin", "number", 20, "Margin", limits=(0, 40)), 35, "41"),
        (Setting("paper", "choice", "A4", "Paper", (("A4", "A4"), ("A3", "A3"))), "A3", "letter"),
        (Setting("stamp", "text", "copy", "Stamp"), "draft", ["draft", "copy"]),
        (Setting("words", "texts", ["a"], "Words"), ["b, c", "d"], None),
        (Setting("sizes", "numbers", [1]), [2, 3], ["2", "wide"]),
        (Setting("place", "path", "/a"), "/b/c", "c"),
        (Setting("places", "paths", ["/a"]), ["/b"], None),
        (Setting("shape", "state", QByteArray()), QByteArray(b"\x00\xff"), "nonsense"),
    ],
    ids=lambda row: row.kind if isinstance(row, Setting) else "",
)
def test_a_row_gives_a_setting_that_is_kept_typed_and_falls_back(
    tmp_path: Path, row: Setting, value: object, wrong: object
) -> None:
    path, table = tmp_path / "settings.ini", (*SETTINGS, row)
    settings = Settings(path, table)
    assert settings.get(row.name) == row.default
    settings.set(row.name, value)
    settings.save()
    assert Settings(path, table).get(row.name) == value
    if wrong is not None:
        QSettings(str(path), QSettings.Format.IniFormat).setValue(row.name, wrong)
        assert Settings(path, table).get(row.name) == row.default


def test_a_preferences_dialog_finds_in_each_row_what_it_needs() -> None:
    for row in SETTINGS:
        assert row.read(row.default) == row.default
        assert (row.kind == "choice") == bool(row.choices), row.name
        assert all(label for _value, label in row.choices)


def test_a_setting_that_nothing_reads_is_gone() -> None:
    code = "".join(path.read_text("utf-8") for path in GUI.rglob("*.py") if path.name != "settings.py")
    assert [row.name for row in SETTINGS if f'"{row.name}"' not in code] == []


def test_every_setting_has_its_default_without_a_file(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "none.ini")
    assert {row.name: settings.get(row.name) for row in SETTINGS} == {row.name: row.default for row in SETTINGS}


def _default(name: str) -> object:
    return next(row.default for row in SETTINGS if row.name == name)
