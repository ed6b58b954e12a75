"""A second start: it hands its archive to the program that runs already, and ends.

Keep the imports few: each costs the start of the program (tests/benchmarks/startup.py).
"""

from __future__ import annotations

import os
from pathlib import Path

SERVER = "session.server"  # the file beside the settings in which the running program leaves its address
DONE = b"done\n"
_CONNECTING_MS, _ANSWERING_MS = 300, 1000
_LONGEST = 300  # characters of an address
_TOKEN = "XDG_ACTIVATION_TOKEN"  # with which the desktop lets the program's window come to the front


def handed_over(folder: Path, archive: Path | None) -> bool:
    """Hand an archive, or only the wish for a window, to a running program; return whether it has taken it.

    A program that does not answer at once is not waited for.
    """
    try:
        address = (folder / SERVER).read_text("utf-8")[:_LONGEST]
    except (OSError, ValueError):
        return False  # nothing runs: the usual start, which asks no more than this
    return bool(address) and _answered(address, archive)


def _answered(address: str, archive: Path | None) -> bool:
    import json

    from PySide6.QtNetwork import QLocalSocket

    asked = {"archive": str(archive.absolute()) if archive else "", "token": os.environ.get(_TOKEN, "")}
    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(_CONNECTING_MS):
        return False
    socket.write(json.dumps(asked).encode() + b"\n")
    answer = b""
    while DONE not in answer and socket.waitForReadyRead(_ANSWERING_MS):
        answer += bytes(socket.readAll().data())
    socket.abort()
    return answer == DONE
