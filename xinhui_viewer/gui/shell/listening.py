"""The running program listens for second starts of the same user on the same settings."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from xinhui_viewer.gui.shell.second_start import DONE, SERVER

_LARGEST = 64 * 1024  # bytes of a request
_PATIENCE_MS = 2000
_LONGEST_SOCKET = 100  # bytes: systems allow 104 or 108


@dataclass(frozen=True, slots=True)
class Asked:
    """A second start's wish: an archive, or only a window; ``token`` is the desktop's leave to come to the front."""

    archive: Path | None = None
    token: str = ""


class Listening(QObject):
    """Emits ``asked`` for each second start; only the process that owns the session listens."""

    asked = Signal(object)

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._file = folder / SERVER
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connect)
        address = _address(folder)
        QLocalServer.removeServer(address)  # that of a killed program: no other one can have this session
        if self._server.listen(address):
            self._tell(address)

    def end(self) -> None:
        """Listen no more."""
        if self._server.isListening():
            with suppress(OSError):
                self._file.unlink()
            self._server.close()

    def _tell(self, address: str) -> None:
        with suppress(OSError):
            self._file.write_text(address, "utf-8")
            self._file.chmod(0o600)

    @Slot()
    def _connect(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setParent(self)
            socket.setReadBufferSize(_LARGEST)
            socket.disconnected.connect(socket.deleteLater)
            socket.readyRead.connect(partial(self._read, socket))
            QTimer.singleShot(_PATIENCE_MS, socket, socket.abort)
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        """Answer a whole request; one that is none is left unanswered."""
        content = bytes(socket.peek(_LARGEST).data())
        if b"\n" not in content and len(content) < _LARGEST:
            return
        socket.readAll()
        asked = request(content.partition(b"\n")[0])
        if asked is not None and socket.state() == QLocalSocket.LocalSocketState.ConnectedState:
            socket.write(DONE)
            socket.flush()
            self.asked.emit(asked)
        socket.disconnectFromServer()


def request(content: bytes) -> Asked | None:
    """Return the wish in a request; None when it is none."""
    try:
        data = json.loads(content)
        archive, token = data["archive"], data["token"]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    if not isinstance(archive, str) or not isinstance(token, str):
        return None
    if archive and not Path(archive).is_absolute():
        return None
    return Asked(Path(archive) if archive else None, token if token.isascii() else "")


def _address(folder: Path) -> str:
    """Return the address for a folder of settings: a file in a private folder where the system names one."""
    user = getattr(os, "getuid", lambda: "user")()
    name = f"xinhui_viewer-{user}-{sha256(os.fsencode(folder.absolute())).hexdigest()[:16]}"
    private = os.environ.get("XDG_RUNTIME_DIR", "")
    if private and os.path.isdir(private):
        return os.path.join(private, name)
    beside = os.path.join(folder.absolute(), "session.socket")
    return beside if os.name == "posix" and len(os.fsencode(beside)) <= _LONGEST_SOCKET else name
