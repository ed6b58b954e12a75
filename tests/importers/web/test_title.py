"""Each piece of evidence for the title of a page, with a case of its own."""

from __future__ import annotations

import pytest

from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.evidence import Candidate
from xinhui_viewer.importers.web.title import EVIDENCE, Names
from xinhui_viewer.importers.web.weights import TITLE as WEIGHTS

TITLE = "云汀区防汛工作通知"
LABELS = Line("来源：云汀日报", order=2)
DATE = Line("发布日期：2023-05-06", order=1)
OTHER = Line("各镇要逐村排查。", order=1)
PLAIN = Line(TITLE)
CASES = [
    ("the title in the standard's tag", PLAIN, Names(wanted=TITLE), 1),
    ("the title in the standard's tag", PLAIN, Names(wanted=f"{TITLE}（全文）"), 1),
    ("part of the page's own title", PLAIN, Names(page_title=f"通知：{TITLE}"), 1),
    ("length of that part", PLAIN, Names(page_title=f"通知：{TITLE}"), len(TITLE) / 40),
    ("exactly the page's own title", PLAIN, Names(page_title=f"{TITLE}_云汀网"), 1),
    ("exactly the page's own title", PLAIN, Names(page_title=f"通知：{TITLE}"), 0),
    ("holds the page's own title", PLAIN, Names(page_title=f"{TITLE[:8]}…"), 1),
    ("a heading", Line(TITLE, level=1), Names(), 1),
    ("a heading", Line(TITLE, level=2), Names(), 0.4),
    ("a heading", Line(TITLE, level=3), Names(), 0.2),
    ("over source or date", PLAIN, Names(lines=(PLAIN, OTHER, LABELS)), 1),
    ("right over the date", PLAIN, Names(lines=(PLAIN, DATE)), 1),
    ("behind prose", Line(TITLE, order=3), Names(prose=2), 1),
]


@pytest.mark.parametrize(("name", "line", "names", "held"), CASES)
def test_each_piece_of_evidence_for_a_title_holds_where_it_should(
    name: str, line: Line, names: Names, held: float
) -> None:
    holds = {row.name: row.holds for row in EVIDENCE}
    assert holds[name](Candidate(TITLE, "printed", line, TITLE), names) == pytest.approx(held)


def test_every_piece_of_evidence_has_a_case_and_a_weight() -> None:
    assert {name for name, *_ in CASES} == {row.name for row in EVIDENCE} == set(WEIGHTS.of)
