from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import archive, draft
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.match import quoted
from xinhui_viewer.records import Near, Span, Word
from xinhui_viewer.search.asked import asked
from xinhui_viewer.search.fields import wanted_words
from xinhui_viewer.search.find import find
from xinhui_viewer.search.parse import parse
from xinhui_viewer.text.matches import matches
from xinhui_viewer.text.terms import phrases, positions, terms

_TEXT = st.text(st.sampled_from("扫黑村发展经济，。 2\nA1"), min_size=5, max_size=60)

_WORDS = st.sampled_from(("扫黑", "村", "发展", "经济", "展经济", "2", "A1", "黑村", "2村", "展"))


def marked(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in spans(text, query)]


def spans(text: str, query: str) -> tuple[Span, ...]:
    return matches(text, wanted_words(parse(query).root, "body"))


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("近:4(发展 经济)", ["发展", "经济", "经济", "发展"]),
        ("近:0(发展 经济)", []),
        ("近:2(发展 经济) 村庄", ["发展", "经济", "村庄", "经济", "发展"]),
        ("近:2(发展 会议)", []),
        ("发展 近:0(发展 经济)", ["发展", "发展", "发展"]),
    ],
)
def test_of_words_that_must_be_near_those_are_marked_that_are(query: str, marks: list[str]) -> None:
    assert marked("发展集体经济，村庄在山中。全面推进经济的发展。今后十年再谈发展。", query) == marks


def test_a_word_in_one_script_alone_is_marked_in_that_script_alone() -> None:
    assert marked("召开會議，传达会议精神。會 議", "原字:會議") == ["會議", "會 議"]
    assert marked("召开會議，传达会议精神。", "会议") == ["會議", "会议"]


def test_a_word_in_one_script_and_a_near_word_are_marked_over_the_end_of_a_line_too() -> None:
    text = "各村委會和社區办好了村庄\n道路养护，召开了防汛會\n议甲乙经济。"
    assert marked(text, "原字:庄道") == ["庄\n道"]
    assert marked(text, "近:1(会议 经济)") == []
    assert marked(text, "近:2(会议 经济)") == ["會\n议", "经济"]


def test_near_words_are_found_in_their_other_spellings_too(tmp_path: Path) -> None:
    texts = (
        "二〇二一年完成检查。",
        "2021年完成檢查。",
        "２０２１年完成检查。",
        "2021年，各镇上报的数据都送去检查。",
        "检查。",
    )
    with reading(archive(tmp_path / "a.xhdb", *(draft(f"第{n}期", text) for n, text in enumerate(texts)))) as db:
        for query, found in (
            ("近:3(2021年 检查)", [0, 1, 2]),
            ("近:3(“2021年” 检查)", [1, 2]),
            ("近:3(二○二一年 檢查)", [0, 1, 2]),
        ):
            hits = find(asked(db, query), "oldest").hits
            assert [hit.id - 1 for hit in hits] == found
            assert all(hit.count == 2 for hit in hits)


@given(_TEXT, st.lists(_WORDS, min_size=2, max_size=3), st.integers(0, 6))
def test_near_words_are_marked_exactly_where_the_index_finds_them(text: str, sought: list[str], distance: int) -> None:
    words = tuple(map(Word, sought))
    near = Near(words, distance)
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE t USING fts5(x, tokenize=\"unicode61 remove_diacritics 0 tokenchars '%·'\")")
    index.execute("INSERT INTO t VALUES (?)", (terms(text),))
    asked = f"NEAR({' '.join(quoted(phrases(word.text)[0]) for word in words)}, {distance + 1})"
    found = index.execute("SELECT count(*) FROM t WHERE t MATCH ?", (asked,)).fetchone()[0]
    index.close()
    assert len(positions(text)) == len(terms(text).split())
    assert bool(matches(text, wanted_words(near, "body"))) == bool(found)
