from __future__ import annotations

from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, Qt
from pytestqt.qtbot import QtBot

from xinhui_viewer.gui.results.hints import Hint, Hints
from xinhui_viewer.gui.results.refine import RefinePane
from xinhui_viewer.records import Dates, Facet, Facets, Node, Not, Word
from xinhui_viewer.search.places import of_column

A, B = Word("扫黑"), Word("b")


def spread(**facets: tuple[Facet, ...]) -> Facets:
    years = facets.pop("years", (Facet(("2024",), 10),))
    return Facets(years, facets.get("sources", ()), facets.get("columns", ()))


def shown(qtbot: QtBot, facets: Facets, months: tuple[Facet, ...] = ()) -> RefinePane:
    pane = RefinePane()
    qtbot.addWidget(pane)
    pane.resize(300, 300)
    pane.show()
    pane.show_spread(facets, months)
    return pane


def entries(pane: RefinePane, above: QModelIndex | None = None) -> list[str]:
    """The entries of the tree, those below another indented."""
    model, found = pane.tree.model(), list[str]()
    for row in range(model.rowCount(above or QModelIndex())):
        index = model.index(row, 0, above or QModelIndex())
        found += [index.data(), *(f" {entry}" for entry in entries(pane, index))]
    return found


def middle_of(pane: RefinePane, bar: int) -> QPoint:
    """The middle of a bar of four, from the left."""
    return QPoint(12 + 48 * bar + 24, 20)


def walked(qtbot: QtBot, pane: RefinePane) -> list[str]:
    """Return the accessible description of each bar, from the first to the last."""
    bars, said = pane.bars, list[str]()
    qtbot.keyClick(bars, Qt.Key.Key_Home)
    while not said or bars.accessibleDescription() != said[-1]:
        said.append(bars.accessibleDescription())
        qtbot.keyClick(bars, Qt.Key.Key_Right)
    return said


def test_years_without_a_hit_have_their_place_among_the_bars_and_none_to_choose(qtbot: QtBot) -> None:
    pane = shown(qtbot, spread(years=(Facet(("2024",), 3), Facet(("2021",), 1), Facet(("",), 2))))
    assert walked(qtbot, pane) == ["without a date: 2", "2021: 1", "2022: 0", "2023: 0", "2024: 3"]
    chosen: list[Node] = []
    pane.chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Return, Qt.Key.Key_Home, Qt.Key.Key_Return):
        qtbot.keyClick(pane.bars, key)
    assert chosen == [Dates(date(2024, 1, 1), date(2024, 12, 31)), Not(Dates(None, None))]


def test_a_year_far_from_all_others_does_not_crowd_them_out(qtbot: QtBot) -> None:
    pane = shown(qtbot, spread(years=(Facet(("2024",), 3), Facet(("2023",), 1), Facet(("1024",), 2))))
    assert walked(qtbot, pane) == ["1024: 2", "2023: 1", "2024: 3"]


def test_several_bars_are_chosen_by_dragging_over_them(qtbot: QtBot) -> None:
    pane = shown(qtbot, spread(years=tuple(Facet((str(year),), 2) for year in (2024, 2023, 2022, 2021))))
    with qtbot.waitSignal(pane.chosen) as chosen:
        qtbot.mousePress(pane.bars, Qt.MouseButton.LeftButton, pos=middle_of(pane, 3))
        qtbot.mouseMove(pane.bars, middle_of(pane, 1))
        qtbot.mouseRelease(pane.bars, Qt.MouseButton.LeftButton, pos=middle_of(pane, 1))
    assert chosen.args == [Dates(date(2022, 1, 1), date(2024, 12, 31))]


def test_several_bars_are_chosen_with_shift_and_the_arrows(qtbot: QtBot) -> None:
    pane = shown(qtbot, spread(years=(Facet(("2024",), 3), Facet(("2022",), 1), Facet(("",), 5))))
    qtbot.keyClick(pane.bars, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    assert pane.bars.accessibleDescription() == "2022..2024: 4"
    with qtbot.waitSignal(pane.chosen) as chosen:
        qtbot.keyClick(pane.bars, Qt.Key.Key_Return)
    assert chosen.args == [Dates(date(2022, 1, 1), date(2024, 12, 31))]


def test_a_click_beside_the_bars_chooses_nothing(qtbot: QtBot) -> None:
    pane = shown(qtbot, spread(years=(Facet(("2024",), 3), Facet(("2023",), 1))))
    with qtbot.assertNotEmitted(pane.chosen):
        qtbot.mouseClick(pane.bars, Qt.MouseButton.LeftButton, pos=QPoint(pane.bars.width() - 2, 10))


def test_months_run_over_the_end_of_a_year(qtbot: QtBot) -> None:
    months = (Facet(("2022", "01"), 4), Facet(("2021", "11"), 1))
    pane = shown(qtbot, spread(years=(Facet(("2022",), 4), Facet(("2021",), 1))), months)
    assert walked(qtbot, pane) == ["2021-11: 1", "2021-12: 0", "2022-01: 4"]


def test_only_what_narrows_is_offered_and_columns_begin_where_they_part(qtbot: QtBot) -> None:
    columns = (Facet(("首页", "公告", "甲"), 4), Facet(("首页", "公告", "乙"), 6))
    pane = shown(qtbot, spread(sources=(Facet(("云汀日报",), 10),), columns=columns))
    assert entries(pane) == ["Columns", " 甲", " 乙"]
    with qtbot.waitSignal(pane.toggled) as chosen:
        pane.tree.activated.emit(pane.tree.model().index(0, 0, pane.tree.model().index(0, 0)))
    assert chosen.args == [of_column(("首页", "公告", "甲"))]


def test_a_column_with_others_below_it_is_offered_with_them(qtbot: QtBot) -> None:
    pane = shown(qtbot, spread(columns=(Facet(("首页", "公告"), 4), Facet(("首页", "公告", "乙"), 6))))
    assert entries(pane) == ["Columns", " 公告", "  乙"]


def test_where_nothing_narrows_there_are_no_entries(qtbot: QtBot) -> None:
    pane = shown(qtbot, spread(sources=(Facet(("云汀日报",), 10),), columns=(Facet(("首页", "公告"), 10),)))
    assert not pane.tree.isVisible()


def test_a_chip_is_described_to_screen_readers(qtbot: QtBot) -> None:
    hints = Hints()
    qtbot.addWidget(hints)
    hints.show_hints((Hint("", (("2021  ×", A),)), Hint("Also searched", (("a very long name " * 9, B),))))
    filtered, long = hints.buttons()
    assert filtered.accessibleDescription() == "Search without this filter"
    assert long.toolTip() == long.accessibleName() == "a very long name " * 9
    assert len(long.text()) < len(long.toolTip())
    with qtbot.waitSignal(hints.asked) as asked:
        qtbot.mouseClick(filtered, Qt.MouseButton.LeftButton)
    assert asked.args == [A]
