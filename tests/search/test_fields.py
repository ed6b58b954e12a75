"""A query field is a row in two tables: an added one works everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import archive, draft
from xinhui_viewer.archive import fields as archive_fields
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.known import Known
from xinhui_viewer.archive.placed import placed
from xinhui_viewer.archive.plan import Plan
from xinhui_viewer.records import All, Not, Word
from xinhui_viewer.search import fields
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.describe import describe
from xinhui_viewer.search.explain import offers
from xinhui_viewer.search.facets import facets
from xinhui_viewer.search.fields import FIELDS, QueryField
from xinhui_viewer.search.find import count, find
from xinhui_viewer.search.parse import parse
from xinhui_viewer.search.refine import filters, refined
from xinhui_viewer.search.written import written


def _issued(known: Known, word: Word) -> Plan:
    return placed("instr(issuer, ?)", word.text)


@pytest.fixture(autouse=True)
def _two_new_fields(monkeypatch: pytest.MonkeyPatch) -> None:
    """An issuer, which narrows, and the text a second time under another name, which is marked in it."""
    issuer = QueryField(
        ("机关", "issuer"), "issued by “{text}”", narrows=True, example="机关:区政府", meaning="by who issued it"
    )
    passage = QueryField(("段落", "passage"), "“{text}” in a passage", indexed=True, marked=("body",))
    monkeypatch.setitem(fields.FIELDS, "issuer", issuer)
    monkeypatch.setitem(archive_fields.SEARCHED, "issuer", archive_fields.Searched(plan=_issued))
    monkeypatch.setitem(fields.FIELDS, "passage", passage)
    monkeypatch.setitem(archive_fields.SEARCHED, "passage", archive_fields.Searched("body"))


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Archive]:
    drafts = (
        draft("防汛通知", "做好防汛工作。", issuer="云汀区政府"),
        draft("防汛简报", "各镇做好防汛。", issuer="云汀镇政府"),
        draft("植树", "植树造林。", issuer="云汀区政府"),
    )
    with reading(archive(tmp_path / "a.xhdb", *drafts)) as db:
        yield db


@pytest.mark.parametrize("text", ["机关:区政府", "issuer:区政府", "ＩＳＳＵＥＲ：“区政府”"])
def test_a_new_field_is_searched_by_each_of_its_names(db: Archive, text: str) -> None:
    assert {hit.id for hit in find(asked(db, text)).hits} == {1, 3}
    assert {hit.id for hit in find(asked(db, f"防汛 -{text}")).hits if not hit.partial} == {2}
    assert count(asked(db, f"{text} 防汛")) == facets(asked(db, f"{text} 防汛")).total == 1


def test_a_new_field_is_described_and_written_back() -> None:
    query = parse('防汛 issuer:"区 政府"')
    assert describe(query) == "“防汛” and issued by “区 政府”"
    assert written(query.root) == '防汛 机关:"区 政府"'
    assert parse(written(query.root)).root == query.root


def test_a_new_field_that_narrows_is_a_filter_and_makes_way_for_another(db: Archive) -> None:
    root = parse("防汛 机关:区政府").root
    assert [(one.words, one.without) for one in filters(root)] == [("issued by “区政府”", Word("防汛"))]
    assert refined(root, Word("镇政府", "issuer")) == All((Word("防汛"), Word("镇政府", "issuer")))
    (first, *_) = offers(asked(db, "防汛 各镇 机关:区政府"))
    assert first.part == Word("区政府", "issuer")


def test_a_new_field_is_marked_where_its_row_says_it_stands(db: Archive) -> None:
    for text, marked in (("passage:防汛", {"防汛"}), ("机关:区政府", set())):
        hits = find(asked(db, text)).hits
        assert hits
        assert {hit.excerpt[start:end] for hit in hits for start, end in hit.spans} == marked
        assert not any(hit.title_spans for hit in hits)


def test_words_of_a_new_field_of_the_index_can_be_asked_for_close_together(db: Archive) -> None:
    assert {hit.id for hit in find(asked(db, "段落:近:3(做好 防汛)"), "newest").hits} == {1, 2}
    assert describe(parse("-段落:近:3(做好 防汛)")) == (
        "not (“做好” in a passage, “防汛” in a passage at most 3 characters apart)"
    )


def test_every_field_has_names_of_its_own_and_an_example_that_asks_for_it() -> None:
    names = [name for field in FIELDS.values() for name in field.names]
    assert len(names) == len(set(names))
    for name, field in FIELDS.items():
        if field.example:
            (leaf,) = (part.part if isinstance(part, Not) else part for part in (parse(field.example).root,))
            assert fields.field_of(leaf) is FIELDS[name]


def test_the_readme_names_every_field() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    own = [field for name, field in FIELDS.items() if field.names and name not in ("issuer", "passage")]
    assert [field.sign for field in own if f"`{field.sign}" not in readme] == []
