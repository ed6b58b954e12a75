from __future__ import annotations

import os

import pytest

from xinhui_viewer.importers.run.quiet import quiet


def test_what_libraries_write_past_python_does_not_reach_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    with quiet():
        os.write(2, b"panicked at src/lib.rs")
    os.write(2, b"said")
    assert capfd.readouterr().err == "said"
