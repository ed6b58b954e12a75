from __future__ import annotations

from pathlib import Path

import pytest

from xinhui_viewer.importers import table
from xinhui_viewer.importers.member import Around
from xinhui_viewer.importers.run.reading import Watch, readings
from xinhui_viewer.records import Draft


def fail(content: bytes, name: str, around: Around) -> tuple[Draft, ...]:
    raise LookupError(content.decode())


def test_an_error_of_an_importer_costs_one_file_and_is_logged_without_its_text(
    tmp_path: Path, log_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = table.Importer("failing", (".failing",), "text/x-failing", fail, lambda head, name: head.startswith(b"FAIL"))
    monkeypatch.setattr(table, "IMPORTERS", (*table.IMPORTERS, row))
    file = tmp_path / "a.failing"
    file.write_text("FAIL 扫黑除恶", encoding="utf-8")
    (reading,) = readings(file, Watch())
    assert str(reading.error).startswith("a.failing could not be read because of a program error (LookupError")
    logged = log_file.read_text(encoding="utf-8")
    assert ("builtins.LookupError" in logged, "扫黑" in logged) == (True, False)
