from __future__ import annotations

from array import array

from pytestqt.qtbot import QtBot

from tests.gui.conftest import OpenDesk
from xinhui_viewer.gui.results.bulletin_list import BulletinList
from xinhui_viewer.gui.results.delegates import HitDelegate
from xinhui_viewer.gui.results.found_steps import FoundSteps
from xinhui_viewer.gui.results.hits_model import HitsModel
from xinhui_viewer.records import Hit
from xinhui_viewer.search.find import Whole


def hit(number: int, count: int = 0) -> Hit:
    return Hit(number, f"第{number}号", "云汀日报", None, count=count)


def stepping(qtbot: QtBot, *hits: Hit, complete: bool = True) -> tuple[HitsModel, FoundSteps, list[int]]:
    model = HitsModel()
    model.show(hits, complete=complete)
    view = BulletinList(None, model, HitDelegate())
    qtbot.addWidget(view)
    steps = FoundSteps(view, model)
    seen: list[int] = []
    steps.stepped.connect(view.setCurrentIndex)
    steps.stepped.connect(lambda index: seen.append(index.row()))
    return model, steps, seen


def test_bulletins_without_a_match_are_stepped_over_in_both_directions(qtbot: QtBot) -> None:
    _, steps, seen = stepping(qtbot, hit(1, 2), hit(2), hit(3, 1))
    for direction in (1, 1, 1, -1, -1):
        steps.step(direction)
    assert seen == [0, 2, 0]


def test_at_the_last_bulletin_known_the_rest_of_the_list_is_waited_for_and_gone_on_in(qtbot: QtBot) -> None:
    model, steps, seen = stepping(qtbot, hit(1, 1), complete=False)
    steps.step(1)
    steps.step(1)
    assert seen == [0]
    model.know(whole(hit(1, 1), hit(2), hit(3, 4)))
    assert seen == [0, 1]  # it may have something marked: its excerpt is not made yet


def test_a_step_that_waits_for_the_rest_is_forgotten_with_its_list(qtbot: QtBot) -> None:
    model, steps, seen = stepping(qtbot, hit(1), complete=False)
    steps.step(1)
    model.show((hit(4, 1),), complete=False)
    model.know(whole(hit(4, 1), hit(5, 1)))
    assert seen == []


def whole(*hits: Hit) -> Whole:
    return Whole(array("q", [hit.id for hit in hits]), frozenset(), hits)


def test_alt_f3_opens_the_next_bulletin_at_its_first_match(qtbot: QtBot, open_desk: OpenDesk) -> None:
    desk = open_desk()
    following, before = (desk.window.actions_by_name[name] for name in ("next_found", "previous_found"))
    assert not following.isEnabled()
    with qtbot.waitSignal(desk.searching.answered):
        desk.field.show_text("矛盾纠纷")
    qtbot.waitUntil(following.isEnabled)
    seen: list[int] = []
    for action in (following, following, before):
        with qtbot.waitSignal(desk.reading.shown):
            action.trigger()
        qtbot.waitUntil(lambda: not desk.tasks.busy("open") and not desk.tasks.busy("mark"))
        assert desk.reading.bulletin is not None
        assert desk.reader.match_count() > 0
        seen.append(desk.reading.bulletin.id)
    assert seen[0] == seen[2] != seen[1]
