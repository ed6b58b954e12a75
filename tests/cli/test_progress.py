"""A long command shows its progress on a terminal, and nowhere else."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr

import pytest

from xinhui_viewer.cli.progress import progress
from xinhui_viewer.errors import Cancelled

_END = "(end)"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal")


@pytest.fixture(autouse=True)
def usual_ctrl_c() -> Iterator[None]:
    before = signal.getsignal(signal.SIGINT)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@contextmanager
def terminal() -> Iterator[list[bytes]]:
    """Let stderr be a terminal; after the block the list holds what the terminal shows, piece by piece."""
    shown: list[bytes] = []
    try:
        reader, screen = os.openpty()
    except OSError:
        pytest.skip("the system has no pseudo-terminals, as a bare chroot")
    with open(screen, "w", encoding="utf-8") as stream, redirect_stderr(stream):
        yield shown
        print(_END, end="", file=stream, flush=True)
        while not b"".join(shown).endswith(_END.encode()):
            shown.append(os.read(reader, 10_000))
    os.close(reader)


def test_a_terminal_shows_each_stage_up_to_its_end() -> None:
    with terminal() as shown, progress(patience=0) as job:
        for stage in (range(4), range(7)):
            assert list(job.track(stage)) == list(stage)
    assert b"".join(shown).count(b"100%") == 2


def test_short_work_shows_nothing() -> None:
    with terminal() as shown, progress(patience=3600) as job:
        assert list(job.track(range(4))) == [0, 1, 2, 3]
    assert b"".join(shown) == _END.encode()


def test_a_file_gets_no_bar(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(patience=0) as job:
        assert list(job.track(range(4))) == [0, 1, 2, 3]
    assert capsys.readouterr().err == ""


def test_ctrl_c_ends_the_work_at_its_next_piece() -> None:
    with progress() as job:
        os.kill(os.getpid(), signal.SIGINT)
        with pytest.raises(Cancelled):
            job.check()
