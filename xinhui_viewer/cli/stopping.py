"""Handle Ctrl+C in work that writes: it stops after the current piece and reports all that was stored."""

from __future__ import annotations

import signal
import threading
from types import FrameType

from xinhui_viewer.job import Job


def stop_on_ctrl_c(job: Job) -> None:
    """Let the first Ctrl+C cancel a job and the second end the program; a process that ignores Ctrl+C still does."""
    if threading.current_thread() is not threading.main_thread() or signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        job.cancel()

    signal.signal(signal.SIGINT, stop)
