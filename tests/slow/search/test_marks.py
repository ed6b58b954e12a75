"""Marks in all five places, compared with an oracle that shares no code with the program."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.oracle.places import Compared
from tests.oracle.queries import Drawing
from tests.oracle.texts import bulletins

QUERIES, BULLETINS, SEED = 200, 120, 4  # 2,000 over 200: python -m tests.benchmarks.marks


def test_list_reader_pane_command_line_and_paper_mark_what_was_found(qtbot: QtBot, tmp_path: Path) -> None:
    written = bulletins(BULLETINS, SEED)
    drawing = Drawing(written, SEED)
    with Compared(tmp_path, written) as compared:
        for widget in compared.widgets:
            qtbot.addWidget(widget)
        assert [line for _ in range(QUERIES) for line in compared.differences(drawing.query())] == []
