"""A real window on a real archive, with settings of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from xinhui_viewer.gui.parts import theme
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.shell.app import Shown
from xinhui_viewer.gui.shell.desk import Desk
from xinhui_viewer.gui.shell.window import Window

OpenDesk = Callable[..., Desk]
Choose = Callable[..., None]
OpenShown = Callable[..., Shown]


@pytest.fixture(scope="session", autouse=True)
def _fonts(qapp: QApplication) -> None:
    """The program's own fonts: a machine that runs tests may have none at all."""
    theme.load_fonts()
    qapp.setFont(theme.interface_font())


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    made = Settings(tmp_path / "config" / "settings.ini")
    made.set("language", "en")
    made.set("theme", "light")
    return made


@pytest.fixture
def open_shown(qapp: QApplication, settings: Settings) -> Iterator[OpenShown]:
    """Open the program on an archive, or the sample."""
    opened: list[Shown] = []

    def opener(archive: Path | None = None) -> Shown:
        shown = Shown(qapp, settings)
        opened.append(shown)
        shown.open(archive)
        return shown

    yield opener
    for shown in opened:
        for window in (windows := [*shown.windows]):
            window.leave()
        shown.end()
        for window in windows:
            window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # one still alive is styled with the next


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Choose:
    """Have the user choose a path in every file dialog from now on, and another where a file is to be saved."""

    def choosing(path: Path, saved: Path | None = None) -> None:
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_named: (str(path), ""))
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_named: (str(saved or path), ""))
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_named: str(path))

    return choosing


@pytest.fixture
def open_desk(qtbot: QtBot, open_shown: OpenShown) -> OpenDesk:
    """Open the program on an archive (or the sample) and wait until its first bulletin is shown."""
    return lambda archive=None, *, empty=False: desk_of(qtbot, open_shown(archive).window, empty=empty)


def desk_of(qtbot: QtBot, window: Window | None, *, empty: bool = False) -> Desk:
    """Wait until a window shows its archive and, unless that is empty, a bulletin."""
    assert window is not None
    qtbot.waitUntil(lambda: window.desk is not None)
    desk = window.desk
    assert desk is not None
    qtbot.waitUntil(lambda: desk.archives.current is not None)
    if not empty:
        qtbot.waitUntil(lambda: desk.reading.bulletin is not None)
    qtbot.waitUntil(lambda: not any(desk.tasks.busy(name) for name in ("library", "search", "open", "mark")))
    return desk
