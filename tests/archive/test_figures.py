from __future__ import annotations

from pathlib import Path

from tests.builders import archive, draft
from xinhui_viewer.archive import connect
from xinhui_viewer.archive.figures import listed, with_contexts
from xinhui_viewer.archive.match import Plans
from xinhui_viewer.records import Draft, FigureFilter, KeyFigure
from xinhui_viewer.text.figures import figures

BODY = "2031年，云岭县推进渔港整治。共完成12次。全县登记失业率2.1%。"


def _draft(title: str, body: str) -> Draft:
    return draft(title, body, figures=figures(body))


def _listed(kept: Path, **how: object) -> tuple[KeyFigure, ...]:
    with connect.reading(kept) as db:
        return with_contexts(db, listed(Plans(db), FigureFilter(), **how))  # type: ignore[arg-type]


def test_figures_with_unsure_labels_come_behind_the_others_of_their_bulletin(tmp_path: Path) -> None:
    kept = archive(tmp_path / "a.xhdb", _draft("渔港整治情况", BODY), _draft("另一篇", BODY + "又及。"))
    assert [key.figure.label for key in _listed(kept)] == ["全县登记失业率", "完成"] * 2


def test_sorted_by_a_field_they_come_behind_all_others_at_any_value(tmp_path: Path) -> None:
    kept = archive(tmp_path / "a.xhdb", _draft("渔港整治情况", BODY), _draft("另一篇", BODY + "又及。"))
    found = _listed(kept, by="value", falling=True)
    assert [key.figure.label for key in found] == ["全县登记失业率"] * 2 + ["完成"] * 2


def test_an_unsure_label_comes_with_the_context_that_stands_before_it(tmp_path: Path) -> None:
    kept = archive(tmp_path / "a.xhdb", _draft("渔港整治情况", "前言。\n" * 200 + BODY))
    assert [key.context for key in _listed(kept)] == ["", "云岭县推进渔港整治"]
