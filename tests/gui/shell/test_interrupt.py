from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal")
def test_ctrl_c_in_the_terminal_ends_the_window(tmp_path: Path) -> None:
    # Pressed as soon as the window takes events.
    code = """if True:
        import os, signal, sys
        from PySide6.QtCore import QTimer
        from PySide6.QtWidgets import QApplication
        from xinhui_viewer.__main__ import main

        def take_events(_app=None, take=QApplication.exec):
            QTimer.singleShot(0, lambda: os.kill(os.getpid(), signal.SIGINT))
            return take()

        QApplication.exec = take_events
        sys.exit(main([]))
    """
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        timeout=30,
        # A shell's background job is started deaf to Ctrl+C, and so would be its children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert done.returncode == -signal.SIGINT
