"""Time until the window is painted, side by side with a bare PySide6 window with a tree and a browser.

usage: python tests/benchmarks/startup.py [runs]    (offscreen unless QT_QPA_PLATFORM says otherwise)
Prints wall and CPU milliseconds from the start of the process to the end of the first paint, minimum and median, and
the ratio of the medians. The programs alternate, so that both meet the same machine.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

_WATCH = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
def report():
    stat = open("/proc/self/stat").read().rsplit(")", 1)[1].split()
    started = int(stat[19]) / os.sysconf("SC_CLK_TCK")
    now = float(open("/proc/uptime").read().split()[0])
    print((now - started) * 1000, time.process_time() * 1000, flush=True)
    os._exit(0)
class Watch(QObject):
    seen = False
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and not self.seen:
            self.seen = True
            QTimer.singleShot(0, painted)
        return False
app = QApplication([])
watch = Watch()
app.installEventFilter(watch)
"""
_BARE = """
from PySide6.QtWidgets import QMainWindow, QSplitter, QTextBrowser, QTreeWidget, QTreeWidgetItem
window = QMainWindow()
splitter = QSplitter(window)
tree, browser = QTreeWidget(), QTextBrowser()
tree.addTopLevelItem(QTreeWidgetItem(["item"]))
browser.setPlainText("text " * 500)
splitter.addWidget(tree)
splitter.addWidget(browser)
window.setCentralWidget(splitter)
window.resize(1280, 800)
window.show()
painted = report
app.exec()
"""
_OURS = """
from pathlib import Path
from xinhui_viewer.gui.shell.app import Shown
from xinhui_viewer.gui.settings import Settings
shown = Shown(app, Settings(Path(sys.argv[1]) / "settings.ini"))
window = shown.open(None)
"""
_READ = """
def wait():
    if window.desk is None or window.desk.reading.bulletin is None:
        QTimer.singleShot(1, wait)
    else:
        QTimer.singleShot(0, report)
painted = wait
app.exec()
"""
_PROGRAMS = {
    "bare window": _WATCH + _BARE,
    "xinhui_viewer, painted": _WATCH + _OURS + "painted = report\napp.exec()\n",
    "xinhui_viewer, first bulletin shown": _WATCH + _OURS + _READ,
}


def main(runs: int) -> None:
    """Run every program ``runs`` times, alternating, and print a table."""
    measured: dict[str, list[tuple[float, float]]] = {name: [] for name in _PROGRAMS}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(runs + 1):  # the first round warms the disk and is dropped
            for name, code in _PROGRAMS.items():
                measured[name].append(_run(code, Path(folder)))
    print(f"{'':38}{'wall min':>10}{'median':>10}{'CPU min':>10}{'median':>10}{'CPU ratio':>11}")
    base = statistics.median(cpu for _, cpu in measured["bare window"][1:])
    for name, pairs in measured.items():
        walls, cpus = zip(*pairs[1:], strict=True)
        ratio = statistics.median(cpus) / base
        numbers = (min(walls), statistics.median(walls), min(cpus), statistics.median(cpus))
        print(f"{name:38}" + "".join(f"{number:10.0f}" for number in numbers) + f"{ratio:11.2f}")


def _run(code: str, folder: Path) -> tuple[float, float]:
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    command = [sys.executable, "-c", code, str(folder)]
    answer = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    wall, cpu = answer.stdout.split()[-2:]
    return float(wall), float(cpu)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
