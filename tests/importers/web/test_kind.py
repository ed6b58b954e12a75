"""Pages of each kind, and each piece of evidence with a case of its own."""

from __future__ import annotations

from dataclasses import replace

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.importers.web.kind_pages import PAGES
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.member import ALONE, Around
from xinhui_viewer.importers.web import html
from xinhui_viewer.importers.web.evidence import Candidate, Chosen
from xinhui_viewer.importers.web.kinds.kind import (
    APART,
    BULLETIN,
    ERROR,
    EVIDENCE,
    FORM,
    FORUM,
    FRAME,
    LIST,
    NONE,
    PORTAL,
    PRODUCT,
    kind,
)
from xinhui_viewer.importers.web.kinds.measures import Measures
from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.importers.web.weights import KIND


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind, pages in PAGES.items() for name in pages])
def test_the_kind_of_a_page_is_seen(kind: str, name: str) -> None:
    (draft,) = html.read(PAGES[kind][name].encode(), "page.html")
    assert draft.passed_over == kind


def test_a_page_that_is_no_bulletin_is_warned_about() -> None:
    (draft,) = html.read(PAGES["list"]["a table"].encode(), "page.html")
    assert draft.warnings == ("This page is a list of links, not a bulletin.",)


def test_nothing_is_derived_from_a_page_that_is_passed_over() -> None:
    page = PAGES["forum"]["dated"].encode()
    (kept,), (passed,) = html.read(page, "page.html"), html.read(page, "page.html", Around(passing=True))
    assert kept.figures
    assert not passed.figures
    assert (passed.passed_over, passed.called) == (kept.passed_over, kept.called)


FEW = Measures(own=60, stops=1, linked=0.29, headlines=6)
TITLED = Measures(titled=8, headed=True, prose=40, own=120)
CASES = [
    ("some text", BULLETIN, Measures(prose=60), Measures(prose=59)),
    ("sentences", BULLETIN, Measures(prose=150, stops=2), Measures(prose=150, stops=1)),
    ("paragraphs", BULLETIN, Measures(prose=250, stops=2), Measures(prose=249, stops=2)),
    ("a long text", BULLETIN, Measures(prose=400), Measures(prose=399)),
    ("a title over the text", BULLETIN, Measures(headed=True, prose=20), Measures(headed=True, prose=19)),
    ("a day under the title", BULLETIN, Measures(dated=True), Measures(has_day=True)),
    ("sentences and hardly a link", BULLETIN, Measures(stops=1, links=1), Measures(stops=1, links=2)),
    ("a text on a page without a link", BULLETIN, Measures(own=30), Measures(own=30, links=1)),
    ("sentences among few links", BULLETIN, FEW, replace(FEW, headlines=7)),
    ("a sure title over what there is", BULLETIN, TITLED, replace(TITLED, own=121)),
    ("sentences in a newspaper", BULLETIN, Measures(edition=True, stops=1), Measures(edition=True)),
    ("a letter and its answer", BULLETIN, Measures(letter=True), Measures()),
    ("a very long text", BULLETIN, Measures(prose=800), Measures(prose=799)),
    ("a picture or an attachment", BULLETIN, Measures(dated=True, shows=True), Measures(shows=True)),
    ("a day", BULLETIN, Measures(has_day=True), Measures()),
    ("no day", NONE, Measures(), Measures(has_day=True)),
    ("neither title nor day over a short text", NONE, Measures(prose=399), Measures(prose=99, headed=True)),
    ("no text", NONE, Measures(prose=59), Measures(prose=60)),
    ("mostly links", (LIST, PORTAL), Measures(linked=0.6), Measures(linked=0.6, prose=150)),
    ("many links with days", (LIST, PORTAL), Measures(entries=8), Measures(entries=7)),
    ("only the day of a link", LIST, Measures(entries=1), Measures(entries=1, prose=60)),
    ("days before the text", LIST, Measures(before=5), Measures(entries=5)),
    ("more pages", LIST, Measures(turns=True), Measures(turns=True, prose=250)),
    ("more pages", LIST, Measures(turns=True), Measures(turns=True, has_day=True, titled=12, stops=4)),
    ("an excerpt under each link", NONE, Measures(excerpts=3), Measures(excerpts=2)),
    ("counted entries", LIST, Measures(counted=True), Measures(counted=True, prose=250)),
    ("a page of links", PORTAL, Measures(links=60, headlines=20), Measures(links=60, headlines=20, headed=True)),
    ("a password to be entered", FORM, Measures(passwords=1), Measures(passwords=1, dated=True)),
    ("fields to be filled in", FORM, Measures(fields=4), Measures(fields=4, has_day=True)),
    ("labels of fields under the title", FORM, Measures(asked=2, fields=3), Measures(asked=2, fields=2)),
    ("an error in its name", ERROR, Measures(named=ERROR), Measures(named=ERROR, dated=True)),
    ("an error message", ERROR, Measures(errors=2), Measures(errors=2, prose=200)),
    ("nothing but an error message", ERROR, Measures(errors=1, own=59), Measures(errors=1, own=59, links=60)),
    ("a price or an offer", PRODUCT, Measures(prices=2), Measures(prices=2, dated=True)),
    ("buttons of a shop", PRODUCT, Measures(offers=2), Measures(offers=1)),
    ("several buttons of a shop", PRODUCT, Measures(offers=3), Measures(offers=2)),
    ("filed under products", PRODUCT, Measures(shelved=True, prices=1), Measures(shelved=True)),
    ("answers", FORUM, Measures(answers=4), Measures(answers=3)),
    ("a frameset", FRAME, Measures(frames=1), Measures()),
    ("hardly a text", FRAME, Measures(own=29), Measures(own=29, text=200)),
    ("links to more of several lists", PORTAL, Measures(mores=2), Measures(mores=2, counted=True)),
    ("a form by its name", FORM, Measures(named=FORM, passwords=1), Measures(named=FORM, fields=1)),
]


@pytest.mark.parametrize(("name", "kinds", "held", "missed"), CASES)
def test_each_piece_of_evidence_for_a_kind_holds_where_it_should(
    name: str, kinds: str | tuple[str, ...], held: Measures, missed: Measures
) -> None:
    holds = {row.name: row.holds for row in (*EVIDENCE, *APART)}[name]
    for one in (BULLETIN, *NONE):
        assert holds(Candidate(one, "site"), held) == (one in ((kinds,) if isinstance(kinds, str) else kinds))
        assert holds(Candidate(one, "site"), missed) == 0


def test_every_piece_of_evidence_for_a_kind_has_a_case_and_a_weight() -> None:
    assert {name for name, *_ in CASES} == {row.name for row in (*EVIDENCE, *APART)} == set(KIND.of)


@pytest.mark.parametrize(
    ("name", "over"),
    [
        ("a column's", Measures(titled=7, headed=True, prose=40)),
        ("a column's beside links", Measures(titled=7, headed=True, prose=90, linked=0.5)),
        ("nothing", Measures(titled=8, headed=True, prose=15)),
        ("an icon among links", Measures(titled=8, shows=True, linked=0.8)),
        ("entries", replace(TITLED, counted=True)),
        ("offers", replace(TITLED, offers=2)),
        ("fields", replace(TITLED, asked=2, fields=3)),
    ],
)
def test_a_sure_title_over_something_else_tells_no_bulletin(name: str, over: Measures) -> None:
    holds = {row.name: row.holds for row in EVIDENCE}["a sure title over what there is"]
    assert holds(Candidate(BULLETIN, "site"), over) == 0, name


@pytest.mark.parametrize(("sentences", "sure", "seen"), [(4, False, "list"), (4, True, ""), (8, True, "list")])
def test_the_beginning_of_a_text_is_no_title_of_a_list(sentences: int, sure: bool, seen: str) -> None:
    text = "会议指出，入汛以来全区共出动八百余人次巡查堤防。" * sentences
    texts = (("云汀区防汛工作现场会召开", 12), (text, 0), ("2021-03-05", 0), ("共3条", 0), *[("首页", 2)] * 3)
    lines = [Line(text, linked, order=n) for n, (text, linked) in enumerate(texts)]
    title = Chosen(Candidate(lines[1].text, "printed", lines[1]), 4, sure, strong=sure)
    assert kind(Page(LexborHTMLParser("<p>"), lines, "", ALONE), title, has_day=True) == seen


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        ("<title>第7号答复</title><p>编号00007 您好！您反映的云汀街道沟渠清淤问题，经核实，现答复如下：一、该", ""),
        ("<title>提示</title><p>对不起，您访问的页面不存在，或者已经被删除，请稍后再试一次，谢谢您的支持。", "error"),
    ],
)
def test_a_short_text_on_a_page_without_a_link_is_no_list(page: str, kind: str) -> None:
    (draft,) = html.read(f"<meta charset='utf-8'>{page}".encode(), "page.html")
    assert draft.passed_over == kind
