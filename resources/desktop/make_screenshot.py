"""Make screenshot.png, the picture in the README: the program's own window on its sample archive.

usage: QT_QPA_PLATFORM=offscreen python -m resources.desktop.make_screenshot
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from xinhui_viewer.gui.settings import Settings
from xinhui_viewer.gui.shell.app import Shown

_PICTURE = Path(__file__).with_name("screenshot.png")
_QUERY = "网格事件 办结率"


def main() -> int:
    """Open the window, search, open the first hit, and save the picture."""
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(Path(folder) / "settings.ini")
        settings.set("language", "zh_CN")
        settings.set("theme", "light")
        window = Shown(app, settings).open(None)

        def search() -> None:
            assert window.desk is not None
            desk = window.desk
            desk.notice.put_away()
            desk.field.show_text(_QUERY)
            desk.searching.enter_first()
            _when(lambda: desk.reader.match_count() > 0 and not desk.tasks.busy("open"), save)

        def save() -> None:
            QTimer.singleShot(1500, lambda: app.exit(not window.grab().save(str(_PICTURE))))

        def ready() -> bool:
            return window.desk is not None and window.desk.reading.bulletin is not None

        _when(ready, search)
        return app.exec()


def _when(holds: Callable[[], bool], act: Callable[[], object]) -> None:
    if holds():
        act()
    else:
        QTimer.singleShot(50, lambda: _when(holds, act))


if __name__ == "__main__":
    sys.exit(main())
