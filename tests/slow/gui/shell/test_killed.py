from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.gui.shell.test_restoring import an_archive
from tests.test_architecture import ROOT

_SECONDS = 3  # from the last act to the end

# The program itself, with a user who acts on its widgets and then kills it, or only looks.
_PROGRAM = """
import json, os, signal, sys
from pathlib import Path
from PySide6.QtCore import QTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from xinhui_viewer.gui.results.hits_model import HIT_ROLE
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.shell.app import Shown

folder, archive, acts = sys.argv[1], sys.argv[2], sys.argv[3:]
app = QApplication([])
shown = Shown(app, Settings(Path(folder) / "settings.ini"))
window = shown.open(Path(archive) if archive else None)

def busy():
    desk = window.desk
    channels = ("archive", "library", "search", "excerpts", "open", "mark", "tabs", "rows", "hits", "whole")
    return desk is None or desk.reading.bulletin is None or any(desk.tasks.busy(name) for name in channels)

def settle():
    QTest.qWait(50)
    while busy():
        QTest.qWait(10)
    QTest.qWait(50)

def seen():
    desk = window.desk
    view = desk.browse.findChild(QTableView, "bulletins")
    rows = [view.model().index(row, 0).data(HIT_ROLE) for row in range(view.model().rowCount())]
    at = desk.reader.place()
    return {
        "tabs": [desk.strip.tabText(index) for index in range(desk.strip.count())],
        "current": desk.open_tabs.current,
        "line": desk.reading.text.body[at : at + 12],
        "text": desk.field.text(),
        "order": desk.browse.head.order(),
        "rows": [hit and hit.id for hit in rows],
        "row": view.currentIndex().row(),
    }

def act():
    desk = window.desk
    view = desk.browse.findChild(QTableView, "bulletins")
    desk.field.show_text("防汛 巡查")
    settle()
    for row in (2, 4):
        place = view.visualRect(view.model().index(row, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.MiddleButton, pos=place)
        settle()
    window.actions_by_name["next_tab"].trigger()
    settle()
    desk.reader.go_to(desk.reading.text.body.index("第120段"))
    settle()

def main():
    settle()
    if acts:
        act()
        QTimer.singleShot(int(acts[0]) * 1000, lambda: os.kill(os.getpid(), signal.SIGKILL))
    print(json.dumps(seen()), flush=True)
    if not acts:
        os._exit(0)

QTimer.singleShot(0, main)
app.exec()
"""


def run(folder: Path, archive: Path | None, *acts: str) -> tuple[int, Any]:
    """Run the program; return its exit code and what it showed."""
    command = [sys.executable, "-c", _PROGRAM, str(folder), str(archive or ""), *acts]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=ROOT, check=False)
    assert done.stdout, done.stderr
    return done.returncode, json.loads(done.stdout)


def test_killed_three_seconds_after_the_last_act_the_program_shows_the_same_tabs_places_and_list_again(
    tmp_path: Path,
) -> None:
    code, before = run(tmp_path / "config", an_archive(tmp_path), str(_SECONDS))
    assert code == -signal.SIGKILL
    assert len(before["tabs"]) == 3
    assert (before["current"], before["text"]) == (1, "防汛 巡查")
    assert before["line"].startswith("第120段")
    _code, after = run(tmp_path / "config", None)
    assert after == before
