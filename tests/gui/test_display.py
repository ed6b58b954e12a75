from __future__ import annotations

import os
import socket
import struct
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="windows are always possible there")


def window(**environment: str) -> subprocess.CompletedProcess[str]:
    """Start the program without arguments where only ``environment`` names displays."""
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    return subprocess.run(
        [sys.executable, "-m", "xinhui_viewer"],
        capture_output=True,
        encoding="utf-8",
        env={**kept, "PYTHONPATH": str(ROOT), **environment},
        timeout=60,
    )


def required(**environment: str) -> subprocess.CompletedProcess[str]:
    """Only ask whether a window could be shown."""
    code = "from xinhui_viewer.gui import display; display.require()"
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    return subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        encoding="utf-8",
        env={**kept, "PYTHONPATH": str(ROOT), **environment},
    )


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ""},
        {"DISPLAY": ":987"},
        {"DISPLAY": "localhost:987"},
        {"DISPLAY": "not a display"},
        {"QT_QPA_PLATFORM": "xcb"},
    ],
)
def test_without_a_display_one_sentence_is_told_and_nothing_is_dumped(environment: dict[str, str]) -> None:
    done = window(**environment)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert "display" in done.stderr


def x_server(reply: bytes) -> tuple[socket.socket, str]:
    """Listen as an X server that gives everyone this reply; return it and its name as a display."""
    server = socket.create_server(("localhost", 0))

    def serve() -> None:
        with suppress(OSError):
            while True:
                client, _address = server.accept()
                with client, suppress(OSError):
                    if client.recv(1000):
                        client.sendall(reply)
                        client.recv(1000)

    Thread(target=serve, daemon=True).start()
    return server, f"localhost:{server.getsockname()[1] - 6000}.0"


def test_a_display_that_lets_us_in_is_enough() -> None:
    # X11 protocol, connection setup: accepted, version 11.0, eight more words (resource ids from a mask, no screens).
    server, name = x_server(struct.pack("<BxHHH8I", 1, 11, 0, 8, 0, 0, 0x1FFFFF, 0, 0, 0, 0, 0))
    with server:
        assert required(DISPLAY=name).returncode == 0


def test_a_display_that_refuses_us_is_reported() -> None:
    # Refused, a reason of four bytes, version 11.0, one more word.
    server, name = x_server(struct.pack("<BBHHH4s", 0, 4, 11, 0, 1, b"no!\n"))
    with server:
        done = window(DISPLAY=name)
    assert done.returncode == 1
    assert f"The display {name} does not respond." in done.stderr


def test_without_an_x_display_another_platform_of_qts_is_enough() -> None:
    assert required(QT_QPA_PLATFORM="offscreen").returncode == 0
    assert required(QT_QPA_PLATFORM="minimal:enable_fonts").returncode == 0


def test_a_library_of_qts_that_the_system_lacks_is_named(tmp_path: Path) -> None:
    # A stand-in for a PySide6 on a system without libEGL: the loader's own message.
    package = tmp_path / "PySide6"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "QtWidgets.py").write_text(
        "raise ImportError('libEGL.so.1: cannot open shared object file: No such file or directory')"
    )
    done = window(QT_QPA_PLATFORM="offscreen", PYTHONPATH=f"{tmp_path}{os.pathsep}{ROOT}")
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "libEGL.so.1" in done.stderr
