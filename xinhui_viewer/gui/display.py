"""Check that a window can be shown here: where none can, Qt itself aborts with a core dump."""

from __future__ import annotations

import ctypes
import os
import re
import socket
import sys
from pathlib import Path

from xinhui_viewer.errors import UserError
from xinhui_viewer.i18n import tr

_X_PORT = 6000
_PATIENCE = 2.0  # seconds that another machine's display has to answer
_LIBRARY = re.compile(r"(\S+): cannot open shared object file")


def require() -> None:
    """Return when a window can be shown; else a UserError says what is missing: a display, or a library of Qt's."""
    platform = _platform()
    if platform == "xcb" and not os.environ.get("DISPLAY"):
        raise _no_display(tr("There is no display to show a window on."))
    _require_libraries(platform)
    if platform == "xcb" and not (_answers(os.environ["DISPLAY"]) and _admits()):
        raise _no_display(tr("The display {name} does not respond.").format(name=os.environ["DISPLAY"]))


def _platform() -> str:
    """Return xcb when Qt is going to need an X display, else an empty text."""
    if sys.platform in ("win32", "darwin"):
        return ""
    chosen = re.split("[:;]", os.environ.get("QT_QPA_PLATFORM", ""))[0]
    if chosen == "xcb" or not (chosen or os.environ.get("WAYLAND_DISPLAY")):
        return "xcb"
    return ""


def _require_libraries(platform: str) -> None:
    try:
        import PySide6.QtWidgets

        if platform == "xcb":
            plugins = Path(PySide6.QtWidgets.__file__).parent / "Qt" / "plugins" / "platforms"
            # Qt loads these libraries next, so it costs nothing; here the error names the missing one.
            for plugin in plugins.glob("libqxcb.so"):
                ctypes.CDLL(str(plugin))
    except (ImportError, OSError) as error:
        missing = _LIBRARY.search(str(error))
        if missing is None:
            raise
        raise UserError(
            tr("The system library {library} is missing; Qt cannot show a window without it.").format(
                library=missing[1]
            ),
            tr("The first command in the README installs everything needed; the command line works without it."),
        ) from error


def _answers(display: str) -> bool:
    """Return whether an X server accepts connections at ``display``: host:number.screen, unix:number or :number."""
    host, _colon, number = display.rpartition(":")
    host = host.rpartition("/")[2]  # tcp/host, unix/host
    digits = number.partition(".")[0]
    if not digits.isdigit():
        return False
    if host in ("", "unix") or host == socket.gethostname():
        place = f"/tmp/.X11-unix/X{digits}"
        return _listens(place) or _listens(f"\0{place}") or _reachable("localhost", _X_PORT + int(digits))
    return _reachable(host.strip("[]"), _X_PORT + int(digits))


def _admits() -> bool:
    """Return whether the X server lets us in: it refuses other users of the machine, as after su or sudo."""
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def _listens(place: str) -> bool:
    with socket.socket(socket.AF_UNIX) as connection:
        try:
            connection.connect(place)
        except OSError:
            return False
    return True


def _reachable(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), _PATIENCE).close()
    except (OSError, OverflowError, UnicodeError):
        return False
    return True


def _no_display(problem: str) -> UserError:
    return UserError(
        problem,
        tr(
            "Start it in a graphical session; import, search, summary and other commands work without one (see --help)."
        ),
    )
