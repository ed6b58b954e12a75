from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests import builders
from xinhui_viewer.gui.parts.window_work import WindowWork
from xinhui_viewer.gui.parts.work import ArchiveWork, Kind, Piece

_KIND = Kind("Changing")


@pytest.fixture
def work() -> Iterator[ArchiveWork]:
    made = ArchiveWork()
    yield made
    made.stop_all()
    made.join(10)


@pytest.fixture
def windows(work: ArchiveWork) -> tuple[WindowWork, WindowWork]:
    """Two windows, the first of which leads."""
    first = WindowWork(work, lambda asking: asking is first)
    return first, WindowWork(work, lambda _asking: False)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return builders.archive(tmp_path / "a.xhdb", builders.draft("甲"))


def heard(window: WindowWork) -> tuple[list[Piece], list[Piece]]:
    """Return what a window will hear of: its own pieces, and those of others."""
    own: list[Piece] = []
    others: list[Piece] = []
    window.ended.connect(own.append)
    window.ended_elsewhere.connect(others.append)
    return own, others


def test_the_answer_is_for_the_window_that_asked_and_the_other_hears_that_there_is_one(
    qtbot: QtBot, windows: tuple[WindowWork, WindowWork], own: Path
) -> None:
    first, second = (heard(window) for window in windows)
    windows[1].change(_KIND, own, lambda _db: 7)
    qtbot.waitUntil(lambda: bool(second[0]))
    assert [piece.answer for piece in second[0]] == [7]
    assert (first[0], first[1], second[1]) == ([], second[0], [])


def test_what_only_reads_concerns_no_other_window(
    qtbot: QtBot, windows: tuple[WindowWork, WindowWork], own: Path
) -> None:
    first, second = (heard(window) for window in windows)
    windows[1].start_reading(_KIND, own, lambda _job: 7)
    qtbot.waitUntil(lambda: bool(second[0]))
    assert first == ([], [])


def test_the_leading_window_hears_of_what_a_closed_one_asked_for(
    qtbot: QtBot, windows: tuple[WindowWork, WindowWork], own: Path
) -> None:
    first, second = (heard(window) for window in windows)
    windows[1].change(_KIND, own, lambda _db: 7)
    windows[1].leave()
    qtbot.waitUntil(lambda: bool(first[0]))
    assert (first[1], second) == ([], ([], []))
