"""Each piece of evidence for the title of a page, with a case of its own."""

from __future__ import annotations

import pytest

from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.title import ITSELF, PLACE, Candidate

TITLE = "云汀区防汛工作通知"
LABELS = Line("来源：云汀日报", order=2)
DATE = Line("发布日期：2023-05-06", order=1)
OTHER = Line("各镇要逐村排查。", order=1)
EVIDENCE = [
    ("the title in the standard's tag", Candidate(Line(TITLE), TITLE, (), TITLE, ""), 6),
    ("the title in the standard's tag", Candidate(Line(TITLE), TITLE, (), f"{TITLE}（全文）", ""), 6),
    ("what the page calls itself", Candidate(Line(TITLE), TITLE, (), "", f"通知：{TITLE}"), 3 + len(TITLE) / 20),
    ("what the page calls itself", Candidate(Line(TITLE), TITLE, (), "", f"{TITLE}_云汀网"), 5 + len(TITLE) / 20),
    ("what the page calls itself", Candidate(Line(TITLE), TITLE, (), "", f"{TITLE[:8]}…"), 3),
    ("a heading", Candidate(Line(TITLE, level=1), TITLE, (), "", ""), 2.5),
    ("a heading", Candidate(Line(TITLE, level=2), TITLE, (), "", ""), 1.2),
    ("a heading", Candidate(Line(TITLE, level=3), TITLE, (), "", ""), 0.5),
    ("over source or date", Candidate(Line(TITLE), TITLE, (Line(TITLE), OTHER, LABELS), "", ""), 2),
    ("right over the date", Candidate(Line(TITLE), TITLE, (Line(TITLE), DATE), "", ""), 1.5),
]


@pytest.mark.parametrize(("name", "candidate", "points"), EVIDENCE)
def test_each_piece_of_evidence_gives_a_title_its_points(name: str, candidate: Candidate, points: float) -> None:
    given = {row.name: row.points(candidate) for row in (*ITSELF, *PLACE)}
    assert given[name] == pytest.approx(points)
    beside = {"over source or date"} if name == "right over the date" else set()  # the date is a label as well
    assert {other for other, points in given.items() if points} == {name, *beside}


def test_every_piece_of_evidence_has_a_case() -> None:
    assert {name for name, *_ in EVIDENCE} == {row.name for row in (*ITSELF, *PLACE)}
