"""One choice of bulletins, on paper and in files, from the window and from the command line."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import get_args

import pikepdf
import pytest
from pytestqt.qtbot import QtBot

from tests.builders import archive, draft, published
from tests.gui.conftest import Choose, OpenDesk
from tests.gui.driving import listed, order_by, search
from tests.gui.paper.previews import LONG, changed, click, preview
from xinhui_viewer.__main__ import main
from xinhui_viewer.exporters import table
from xinhui_viewer.gui.shell.desk import Desk
from xinhui_viewer.records import Order

_MOST, _FOUND = 3, 7
_CUT = f"Only the first {_MOST} of {_FOUND} bulletins are printed."


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """An archive in which relevance, the newest first and the oldest first are three orders."""
    titles = ("防汛通知", "会议纪要", "防汛防汛", "关于今年防汛工作安排的通知", "水库巡查", "防汛工作", "值班")
    drafts = (
        draft(title, "各镇街做好防汛工作。" * (n % 3 + 1), published=published(f"2024-03-{n + 1:02}"))
        for n, title in enumerate(titles)
    )
    return archive(tmp_path / "a.xhdb", *drafts, draft("无关的通知", "植树。"))


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Templates that take few bulletins."""
    monkeypatch.setattr(table, "TEMPLATES", tuple(replace(row, most=_MOST) for row in table.TEMPLATES))


def _printed(pdf: Path) -> list[str]:
    with pikepdf.open(pdf) as pages, pages.open_outline() as outline:
        return [str(item.title) for item in outline.root]


def _paper(qtbot: QtBot, desk: Desk, target: Path, choose: Choose) -> list[str]:
    """Save the whole list from the preview; return the titles on its sheets."""
    dialog = preview(qtbot, desk)
    dialog.options.choose_scope(1)
    changed(qtbot, desk, dialog)
    choose(target)
    click(dialog, "&Export PDF…")
    qtbot.waitUntil(lambda: str(target) in dialog.notice.text(), timeout=LONG)
    assert _CUT in dialog.notice.text()
    dialog.close()
    return _printed(target)


@pytest.mark.usefixtures("few")
@pytest.mark.parametrize("order", get_args(Order))
def test_list_paper_and_command_line_give_the_same_bulletins_in_the_same_order_at_the_same_limit(
    qtbot: QtBot,
    open_desk: OpenDesk,
    kept: Path,
    order: Order,
    tmp_path: Path,
    choose: Choose,
    capsys: pytest.CaptureFixture[str],
) -> None:
    desk, target = open_desk(kept), tmp_path / "paper.pdf"
    search(qtbot, desk, "防汛")
    order_by(qtbot, desk, order)
    titles = [hit.title for hit in listed(desk)]
    assert len(titles) == _FOUND
    assert _paper(qtbot, desk, tmp_path / "window.pdf", choose) == titles[:_MOST]

    asked = [str(kept), "--query", "防汛", "--order", order]
    assert main(["summary", *asked, "-o", str(target)]) == 0
    assert _CUT in capsys.readouterr().err
    assert _printed(target) == titles[:_MOST]
    assert main(["export", *asked, "--format", "json"]) == 0
    assert [one["title"] for one in json.loads(capsys.readouterr().out)] == titles
