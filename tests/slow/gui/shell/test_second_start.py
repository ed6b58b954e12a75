from __future__ import annotations

import stat
import sys
from pathlib import Path
from subprocess import PIPE, Popen

import pytest
from PySide6.QtNetwork import QLocalServer
from pytestqt.qtbot import QtBot

from tests.gui.archives.test_working import answer, importing
from tests.gui.conftest import OpenShown, desk_of
from tests.gui.driving import settle
from tests.gui.shell.test_restoring import an_archive, desk_in
from tests.test_architecture import ROOT
from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.shell.app import Shown
from xinhui_viewer.gui.shell.second_start import SERVER, handed_over


@pytest.fixture
def program(qtbot: QtBot, open_shown: OpenShown, tmp_path: Path, settings: Settings) -> Shown:
    """A program that shows an archive and listens."""
    made = open_shown(an_archive(tmp_path))
    settle(qtbot, desk_in(qtbot, made))
    qtbot.waitUntil((settings.folder / SERVER).exists)
    return made


def start_again(qtbot: QtBot, folder: Path, archive: Path | None) -> bool:
    """Start the program a second time; return whether the first has taken its wish."""
    asked = f"Path({str(archive)!r})" if archive is not None else None
    imports = "from pathlib import Path; from xinhui_viewer.gui.shell.second_start import handed_over"
    code = f"{imports}; print(handed_over(Path({str(folder)!r}), {asked}))"
    second = Popen([sys.executable, "-c", code], stdout=PIPE, cwd=ROOT, text=True)
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=15_000)
    return second.communicate()[0] == "True\n"


def test_a_second_start_brings_the_window_of_the_first_to_the_front(
    qtbot: QtBot, program: Shown, settings: Settings
) -> None:
    (window,) = program.windows
    window.showMinimized()
    assert start_again(qtbot, settings.folder, None)
    qtbot.waitUntil(lambda: not window.isMinimized())
    assert program.windows == [window]


def test_a_second_start_hands_its_archive_to_a_window_of_the_first(
    qtbot: QtBot, program: Shown, tmp_path: Path, settings: Settings
) -> None:
    other = an_archive(tmp_path, "b.xhdb")
    assert start_again(qtbot, settings.folder, other)
    qtbot.waitUntil(lambda: len(program.windows) == 2)
    assert desk_of(qtbot, program.windows[1]).archives.own == other
    assert start_again(qtbot, settings.folder, other)
    assert start_again(qtbot, settings.folder, tmp_path / "a.xhdb")
    assert len(program.windows) == 2


def test_the_address_is_private_and_gone_when_the_program_ends(program: Shown, settings: Settings) -> None:
    file = settings.folder / SERVER
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    address = Path(file.read_text("utf-8"))
    if address.is_absolute():
        assert stat.S_IMODE(address.stat().st_mode) & 0o077 == 0
    program.end()
    assert not file.exists()
    assert not handed_over(settings.folder, None)


def test_a_program_that_does_not_answer_is_not_waited_for(qtbot: QtBot, tmp_path: Path) -> None:
    silent = QLocalServer()
    name = f"xinhui-silent-{tmp_path.name}-{id(silent)}"
    assert silent.listen(name)
    (tmp_path / SERVER).write_text(silent.fullServerName(), "utf-8")
    assert not start_again(qtbot, tmp_path, None)
    silent.close()


def test_a_program_that_goes_on_without_a_window_shows_it_again(
    qtbot: QtBot, program: Shown, tmp_path: Path, settings: Settings
) -> None:
    desk = desk_in(qtbot, program)
    read = desk.reading.bulletin
    held = importing(qtbot, desk, tmp_path / "a.xhdb")
    desk.window.close()
    answer(qtbot, desk, "Continue")
    assert not desk.window.isVisible()
    assert start_again(qtbot, settings.folder, None)
    qtbot.waitUntil(lambda: program.windows[0].isVisible())
    again = desk_of(qtbot, program.windows[0])
    assert again is not desk
    assert again.reading.bulletin == read
    held.release.set()
    qtbot.waitUntil(lambda: not program.work.pieces)
    assert again.window.isVisible()
