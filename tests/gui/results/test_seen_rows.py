"""Excerpts are made for the rows on the screen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from tests.builders import archive, draft
from tests.gui.conftest import OpenDesk
from tests.gui.driving import listed, search


def test_rows_get_their_excerpts_when_they_come_into_sight(qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path) -> None:
    bulletins = (draft(f"第{n}号", f"各村清理沟渠{n}处，抓好管护。") for n in range(120))
    desk = open_desk(archive(tmp_path / "mine.xhdb", *bulletins))
    hits = search(qtbot, desk, "沟渠 管护")
    assert len(hits) == 120
    assert all(hit.excerpt and hit.spans for hit in hits[:9])
    assert not any(hit.excerpt for hit in hits[60:90])
    view = desk.browse.findChild(QTableView, "bulletins")
    assert isinstance(view, QTableView)
    view.scrollTo(view.model().index(70, 0))
    qtbot.waitUntil(lambda: bool(listed(desk)[70].excerpt))
    assert [hit.id for hit in listed(desk)] == [hit.id for hit in hits]
    assert listed(desk)[70].count == 2
    assert not listed(desk)[119].excerpt
