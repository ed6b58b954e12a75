from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from xinhui_viewer.gui.shell.listening import Asked, Listening, request
from xinhui_viewer.gui.shell.second_start import SERVER, handed_over


def test_the_usual_start_finds_nobody_to_hand_over_to(tmp_path: Path) -> None:
    assert not handed_over(tmp_path, None)


def test_the_address_of_a_killed_program_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / SERVER).write_text(str(tmp_path / "nobody"), "utf-8")
    assert not handed_over(tmp_path, None)
    (tmp_path / SERVER).write_bytes(b"\xff\xfe")
    assert not handed_over(tmp_path, None)


def test_a_wish_is_taken_as_it_was_sent() -> None:
    assert request(b'{"archive": "/a/b.xhdb", "token": "x"}') == Asked(Path("/a/b.xhdb"), "x")
    assert request(b'{"archive": "", "token": ""}') == Asked()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"archive": 5, "token": ""}',
        b'{"archive": "a.xhdb", "token": ""}',
        b"[" * 9999,
        b"\xff",
        b'{"archive": null, "token": null}',
    ],
)
def test_what_is_no_request_is_left_unanswered(content: bytes) -> None:
    assert request(content) is None


def test_a_stranger_who_sends_something_else_changes_nothing(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    listening = Listening(tmp_path, qapp)
    taken: list[Asked] = []
    listening.asked.connect(taken.append)
    socket = QLocalSocket()
    socket.connectToServer((tmp_path / SERVER).read_text("utf-8"))
    socket.write(b"x" * 100_000)
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert taken == []
    listening.end()
    assert not (tmp_path / SERVER).exists()
