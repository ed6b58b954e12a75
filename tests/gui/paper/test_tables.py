"""A template and a data format are a row each: window and command line offer an added one."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialogButtonBox
from pytestqt.qtbot import QtBot

from tests.builders import archive, draft
from tests.gui.conftest import Choose, OpenDesk
from tests.gui.paper.previews import LONG, changed, click, preview
from xinhui_viewer.__main__ import main
from xinhui_viewer.exporters import table
from xinhui_viewer.exporters.table import Format, Template
from xinhui_viewer.records import Layout, Summary


def _register(summary: Summary, layout: Layout) -> dict[str, Any]:
    """Return the data of a register of bulletins, printed on the page of the references."""
    lines = [{"reference": f"存档〔{one.bulletin_id}〕{one.facts.title}", "url": ""} for one in summary.entries]
    return {"title": "收文登记簿", "facts": [], "entries": lines, "labels": {"citations": "登记"}}


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return archive(tmp_path / "a.xhdb", draft("关于防汛的通知", "各镇街做好防汛工作。"))


@pytest.fixture
def register(monkeypatch: pytest.MonkeyPatch) -> None:
    """One more template; the command line is loaded as at the start of the program."""
    row = Template("register", "Register of bulletins", _register, (), 10, page="citations")
    monkeypatch.setattr(table, "TEMPLATES", (*table.TEMPLATES, row))
    monkeypatch.delitem(sys.modules, "xinhui_viewer.cli.summaries", raising=False)


@pytest.fixture
def outlines(monkeypatch: pytest.MonkeyPatch) -> None:
    """One more data format."""
    row = Format(
        "titles", "lst", "Titles alone", lambda one, _: f"{one.id} {one.facts.title}\n", lambda name: f"# {name}\n"
    )
    monkeypatch.setattr(table, "FORMATS", (*table.FORMATS, row))
    monkeypatch.delitem(sys.modules, "xinhui_viewer.cli.exporting", raising=False)


def _text(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as pages:
        return "".join(page.get_textpage().get_text_range() for page in pages)


@pytest.mark.usefixtures("register")
def test_a_new_template_is_offered_in_the_preview_and_printed(
    qtbot: QtBot, open_desk: OpenDesk, kept: Path, tmp_path: Path, choose: Choose
) -> None:
    desk, target = open_desk(kept), tmp_path / "register.pdf"
    dialog = preview(qtbot, desk)
    offered = [box.itemText(n) for box in dialog.options.findChildren(QComboBox) for n in range(box.count())]
    assert "Register of bulletins" in offered
    dialog.options.choose("register")
    changed(qtbot, desk, dialog)
    choose(target)
    click(dialog, "&Export PDF…")
    qtbot.waitUntil(lambda: str(target) in dialog.notice.text(), timeout=LONG)
    assert "存档〔1〕关于防汛的通知" in _text(target)


@pytest.mark.usefixtures("register")
def test_a_new_template_is_named_by_the_help_and_taken_by_the_command_line(
    kept: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "register.pdf"
    assert main(["summary", "--help"]) == 0
    assert "register" in capsys.readouterr().out
    assert main(["summary", str(kept), "1", "--template", "register", "-o", str(target)]) == 0
    assert "存档〔1〕关于防汛的通知" in _text(target)


@pytest.mark.usefixtures("outlines")
def test_a_new_data_format_is_offered_by_the_export_dialog_and_written(
    qtbot: QtBot, open_desk: OpenDesk, kept: Path, tmp_path: Path, choose: Choose
) -> None:
    desk, target = open_desk(kept), tmp_path / "all.lst"
    desk.window.actions_by_name["export_data"].trigger()
    dialog = desk.paper.export_dialog
    assert dialog is not None
    dialog.choose("titles")
    assert "Titles alone (.lst)" in [box.currentText() for box in dialog.findChildren(QComboBox)]
    choose(target)
    (box,) = dialog.findChildren(QDialogButtonBox)
    QTest.mouseClick(box.buttons()[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: str(target) in desk.notice.text(), timeout=LONG)
    assert target.read_text("utf-8").splitlines()[1:] == ["1 关于防汛的通知"]


@pytest.mark.usefixtures("outlines")
def test_a_new_data_format_is_named_by_the_help_and_taken_by_the_command_line(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "--help"]) == 0
    assert "titles" in capsys.readouterr().out
    assert main(["export", str(kept), "--all", "--format", "titles"]) == 0
    assert capsys.readouterr().out == "# a\n1 关于防汛的通知\n"
