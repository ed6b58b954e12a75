from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenDesk


def test_a_program_error_is_reported_with_the_place_of_its_log(
    qtbot: QtBot, open_desk: OpenDesk, log_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = open_desk()
    desk.tasks.start("test", lambda job: 1 // 0, lambda answer: None)
    qtbot.waitUntil(desk.notice.tells_error)
    assert desk.notice.text() == (
        f"Program error (ZeroDivisionError); what you were reading is unaffected. The details are in {log_file}."
    )
    assert "builtins.ZeroDivisionError" in log_file.read_text(encoding="utf-8")
    assert "ZeroDivisionError: integer division or modulo by zero" in capsys.readouterr().err


def test_an_error_outside_of_a_task_is_logged_too(
    open_desk: OpenDesk, log_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    desk = open_desk()
    error = LookupError()
    sys.excepthook(LookupError, error, None)
    assert str(log_file) in desk.notice.text()
    assert "builtins.LookupError" in log_file.read_text(encoding="utf-8")
    assert "LookupError" in capsys.readouterr().err


def test_help_shows_where_the_log_is(open_desk: OpenDesk, log_file: Path) -> None:
    desk = open_desk()
    desk.window.actions_by_name["about"].trigger()
    (dialog,) = (dialog for dialog in desk.window.findChildren(QDialog) if dialog.isVisible())
    assert str(log_file) in [label.text() for label in dialog.findChildren(QLabel)]
