"""A process that starts does not answer to Ctrl+C: who started it does."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from multiprocessing.connection import Connection

import pytest

from xinhui_viewer.spawning import started


def _answer(give: Connection) -> None:
    give.send("alive")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no such signal")
def test_a_process_that_starts_is_deaf_to_ctrl_c() -> None:
    take, give = multiprocessing.get_context("spawn").Pipe(duplex=False)
    process = started(_answer, (give,), "test")
    assert process.pid is not None
    os.kill(process.pid, signal.SIGINT)
    assert take.poll(30)
    assert take.recv() == "alive"
    process.join()
    assert process.exitcode == 0
