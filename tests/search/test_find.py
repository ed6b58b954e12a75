"""Hits are compared with the texts, document by document, on an invented archive."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event, Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import archive, draft
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.errors import Cancelled
from xinhui_viewer.job import Job
from xinhui_viewer.records import All, Dates, Draft, Either, Field, Figure, Found, Node, Not, Query, Word
from xinhui_viewer.search.asked import Asked, asked
from xinhui_viewer.search.describe import describe
from xinhui_viewer.search.facets import facets
from xinhui_viewer.search.find import find
from xinhui_viewer.search.parse import parse
from xinhui_viewer.text.fold import fold

# Few characters, so that words of them are found by chance, and by halves across punctuation.
TEXTS = (
    "会议要求抓好会议", "抓会，议要求", "要求会", "议", "会。", "会议", "抓好2021年会议4.66亿元", "2021", "14件3",
    "要求好好抓", "會議要求", "好抓要求会议抓好要求", "年会", "求要议会", "4.6亿元", "66亿元", "a站b", "A站",
    "ab 会a1", "",
)  # fmt: skip
SOURCES = ("新会日报", "新会日报网", "区政府", "")
COLUMNS = (("首页", "公告"), ("首页", "公告", "会议"), ("公告",), ("首页", "会议", "公告"), ())


def _drafts() -> list[Draft]:
    return [
        draft(
            TEXTS[(n * 7) % len(TEXTS)],
            TEXTS[n % len(TEXTS)] + "。",
            TEXTS[(n * 3 + 1) % len(TEXTS)],
            headings=[TEXTS[(n * 3 + 1) % len(TEXTS)]] if n % 3 == 0 else [],
            published=date(2018 + n % 5, 1 + n % 12, 1 + n % 28) if n % 9 else None,
            source=SOURCES[n % 4],
            columns=COLUMNS[n % 5],
            document_number=f"新府〔20{10 + n % 9}〕{n}号" if n % 2 else "",
        )
        for n in range(60)
    ]


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    path = archive(tmp_path_factory.mktemp("find") / "a.xhdb", *_drafts())
    with reading(path) as db:
        yield db


def _there(node: Node) -> set[int]:
    return {number for number, one in enumerate(_drafts(), 1) if _holds(node, one)}


def _holds(node: Node, one: Draft) -> bool:
    match node:
        case Word(text, field):
            return any(fold(text) in fold(part) for part in _parts(one, field))
        case Dates(since, until):
            return one.facts.published is not None and (since or date.min) <= one.facts.published <= (until or date.max)
        case All(parts):
            return all(_holds(part, one) for part in parts)
        case Either(parts):
            return any(_holds(part, one) for part in parts)
        case Not(part):
            return not _holds(part, one)
    raise AssertionError(node)


def _parts(one: Draft, field: Field) -> tuple[str, ...]:
    headings = tuple(section.heading for section in one.sections)
    return {
        "any": (one.facts.title, one.body, one.facts.document_number),
        "title": (one.facts.title,),
        "body": (one.body,),
        "heading": headings,
        "number": (one.facts.document_number,),
        "source": (one.facts.source,),
        "column": one.facts.columns,
    }[field]


def _found(db: Archive, root: Node, order: str = "newest") -> Found:
    return find(Asked(db, Query("", root)), order)  # type: ignore[arg-type]


WORDS = st.builds(
    Word,
    st.text("会议要求抓好年", min_size=1, max_size=4)
    | st.sampled_from(["會議", "新会", "府", "公告", "首页", "区政府"]),
    st.sampled_from(["any", "any", "any", "title", "body", "heading", "number", "source", "column"]),
)
DAYS = st.dates(date(2017, 6, 1), date(2023, 6, 1)) | st.none()
LEAVES = WORDS | WORDS | st.builds(Dates, DAYS, DAYS)
TREES = st.recursive(
    LEAVES,
    lambda nodes: (
        st.builds(All, st.lists(nodes, max_size=3).map(tuple))
        | st.builds(Either, st.lists(nodes, max_size=3).map(tuple))
        | st.builds(Not, nodes)
    ),
    max_leaves=6,
)


@given(root=TREES)
def test_words_and_or_not_periods_and_places_mean_what_they_say_wherever_they_stand(db: Archive, root: Node) -> None:
    found = _found(db, root)
    there = _there(root)
    assert {hit.id for hit in found.hits} == there
    assert (found.count, found.capped) == (len(there), False)
    hits = _found(db, root, "relevance").hits
    assert {hit.id for hit in hits if not hit.partial} == there
    assert not {hit.id for hit in hits if hit.partial} & there


def test_every_piece_of_han_in_a_text_is_found_and_marked(db: Archive) -> None:
    pieces = {
        text[i : i + length]
        for text in TEXTS
        for length in range(1, 5)
        for i in range(len(text) - length + 1)
        if all("\u4e00" <= sign <= "\u9fff" for sign in text[i : i + length])
    }
    for piece in pieces:
        found = _found(db, Word(piece))
        assert {hit.id for hit in found.hits} == _there(Word(piece)), piece
        for hit in found.hits:
            for start, end in hit.spans:
                assert fold(hit.excerpt[start:end]) == fold(piece)
            for start, end in hit.title_spans:
                assert fold(hit.title[start:end]) == fold(piece)
            assert bool(hit.spans) == (fold(piece) in fold(_drafts()[hit.id - 1].body))


def test_traditional_and_simplified_find_each_other(db: Archive) -> None:
    found = find(asked(db, "會議"))
    assert {hit.id for hit in found.hits} == {hit.id for hit in find(asked(db, "会议")).hits} == _there(Word("会议"))
    assert {hit.excerpt[slice(*hit.spans[0])] for hit in found.hits if hit.spans} == {"会议", "會議"}


@pytest.mark.parametrize(
    ("text", "found", "not_found"),
    [("2021", "2021", "20211"), ("4.66", "4.66亿元", "66亿元"), ("14", "14件3", "4件"), ("a站", "A站", "b站")],
)
def test_numbers_and_latin_words_are_whole(tmp_path: Path, text: str, found: str, not_found: str) -> None:
    with reading(archive(tmp_path / "a.xhdb", draft("题", not_found), draft("题", found))) as db:
        assert [hit.id for hit in find(asked(db, text)).hits] == [2]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("近:4(开会 讨论)", True),
        ("近:3(开会 讨论)", False),
        ("近:4(讨论 开会)", True),
        ("近:20(开会 讨论 道路)", True),
        ("近:5(开会 讨论 道路)", False),
        ("标题:近:9(开会 讨论)", False),
        ("近:9(开会 2021)", False),
    ],
)
def test_words_that_stand_close_together_are_found_by_how_close(tmp_path: Path, query: str, found: bool) -> None:
    body = "上午开会，下午继续讨论，明天看一看道路。二〇二一年"
    with reading(archive(tmp_path / "a.xhdb", draft("通知", body))) as db:
        assert bool(find(asked(db, query), "newest").count) == found


@pytest.mark.parametrize(
    ("text", "found", "not_found"),
    [
        ("5G网络 Government GOVERN gov", ["gov*", "Gov＊", "g*", "网络*"], ["ov*", "overn*"]),
        ("投入1,234.5万元", ["12*", "1,234*", "1234*", "1234.*"], ["234*", "34*"]),
    ],
)
def test_a_word_with_a_star_is_a_prefix(tmp_path: Path, text: str, found: list[str], not_found: list[str]) -> None:
    with reading(archive(tmp_path / "a.xhdb", draft("无", text))) as db:
        for query in found:
            (hit,) = find(asked(db, query), "newest").hits
            assert hit.spans, query
        assert [query for query in not_found if find(asked(db, query), "newest").count] == []


def test_the_script_can_be_asked_for_as_it_is_typed(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb", draft("會議", "甲"), draft("会议", "乙"), draft("丙", "会议里的會議"))
    with reading(path) as db:

        def titles(text: str) -> set[str]:
            return {hit.title for hit in find(Asked(db, parse(text, exact_script=True)), "newest").hits}

        assert titles("會議") == {"會議", "丙"}
        assert titles("会议") == {"会议", "丙"}
        assert titles("会") == {"会议", "丙"}
        assert titles("会议 -會議") == {"会议"}
        assert titles("甲 或 會議") == {"會議", "丙"}


def test_a_query_that_asks_nothing_lists_the_archive_newest_first(db: Archive) -> None:
    dated = sorted(
        ((one.facts.published or date.min, number) for number, one in enumerate(_drafts(), 1)),
        key=lambda item: (item[0], item[1]),
        reverse=True,
    )
    for text in ("", " "):
        found = find(asked(db, text))
        assert [hit.id for hit in found.hits] == [number for _, number in dated]
        assert found.count == 60
        assert not any(hit.spans or hit.title_spans for hit in found.hits)
    assert [hit.id for hit in find(asked(db, ""), "oldest").hits] == [number for _, number in reversed(dated)]


@pytest.mark.parametrize("text", ["，。！", "《》", "标题:", "- |"])
def test_a_query_of_signs_alone_finds_nothing(db: Archive, text: str) -> None:
    found = find(asked(db, text))
    assert (found.count, found.hits) == (0, ())
    assert facets(asked(db, text)).total == 0
    assert describe(found.query) == "nothing that can be searched for"


@pytest.mark.parametrize("order", ["relevance", "newest", "oldest"])
@pytest.mark.parametrize("text", ["会议", "会", "-会议", "来源:新会", ""])
def test_pages_follow_on_each_other_without_repeats(db: Archive, text: str, order: str) -> None:
    whole = [hit.id for hit in find(asked(db, text), order).hits]  # type: ignore[arg-type]
    pages = [hit.id for n in range(0, 63, 7) for hit in find(asked(db, text), order, 7, n).hits]  # type: ignore[arg-type]
    assert pages == whole
    assert find(asked(db, text), order, 7, 7).count == len(whole)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "paths"),
    [
        ('栏目:"首页 > 公告"', {0, 1}),
        ("栏目:首页>公告", {0, 1}),
        ('栏目:"首页 › 公告 › 会议"', {1}),
        ('栏目:"公告 >"', {2}),
        ('栏目:"公告"', {2}),
        ('栏目:"首页"', {0, 1, 3}),
        ('栏目:"会议"', {1, 3}),
        ('栏目:"告"', {0, 1, 2, 3}),
        ('栏目:"首页 >"', {0, 1, 3}),
        ('栏目:"公告 > 会议"', {1}),
        ("栏目:公告", {0, 1, 2, 3}),
        ("栏目:议", {1, 3}),
        ("栏目:没有", set()),
        ('栏目:"会议 > 首页"', set()),
    ],
)
def test_a_column_is_asked_for_by_a_step_or_as_a_branch(db: Archive, text: str, paths: set[int]) -> None:
    found = find(asked(db, text))
    assert {hit.columns for hit in found.hits} == {COLUMNS[n] for n in paths}
    assert found.count == sum(one.facts.columns in {COLUMNS[n] for n in paths} for one in _drafts())


def test_a_source_in_quotes_is_exactly_that_one_where_there_is_one(db: Archive) -> None:
    def sources(text: str) -> set[str]:
        return {hit.source for hit in find(asked(db, text)).hits}

    assert sources('来源:"新会日报"') == {"新会日报"}
    assert sources("来源:新会日报") == sources('来源:"日报"') == {"新会日报", "新会日报网"}
    assert sources("来源:新會") == {"新会日报", "新会日报网"}
    assert sources('来源:""') == {""}


def test_a_title_that_the_words_cover_comes_first(tmp_path: Path) -> None:
    path = archive(
        tmp_path / "a.xhdb",
        draft("工作会议", "抓落实。"),
        draft("关于召开全区政法工作会议的通知等若干事项", "工作会议，工作会议。"),
        draft("简讯", "工作会议。" * 9, published=date(2024, 1, 1)),
    )
    with reading(path) as db:
        assert [hit.id for hit in find(asked(db, "工作会议")).hits] == [1, 2, 3]


def test_an_excerpt_shows_the_place_and_its_section(tmp_path: Path) -> None:
    before, after = "今年以来形势很好，" * 9, "各项事业都有发展，" * 9
    one = draft(
        "题",
        "引言。",
        "会议指出",
        f"{before}狠抓落实。{after}",
        "会议要求",
        "落实落实。",
        headings=["会议指出", "会议要求"],
    )
    with reading(archive(tmp_path / "a.xhdb", one)) as db:
        (hit,) = find(asked(db, "狠抓")).hits
        assert (hit.section, hit.count, hit.offset) == ("会议指出", 1, one.body.index("狠抓"))
        assert "\n" not in hit.excerpt
        assert len(hit.excerpt) < 100
        assert [hit.excerpt[start:end] for start, end in hit.spans] == ["狠抓"]
        (hit,) = find(asked(db, "落实")).hits
        assert (hit.section, hit.count) == ("会议要求", 3)  # where it stands closest
        (hit,) = find(asked(db, "题")).hits
        assert (hit.section, hit.count, hit.spans, hit.title_spans) == ("", 0, (), ((0, 1),))
        assert hit.excerpt.startswith("引言。")


def test_a_place_in_a_law_is_told_by_its_chapter_and_article(tmp_path: Path) -> None:
    chapters = ("第一章 总则", "第二章 巡查")
    lines = (
        chapters[0],
        "第一条 为了巡查堤防。",
        "第二条 适用于干流。",
        chapters[1],
        "第三条 应当记录。",
        "保存三年。",
    )
    law = draft("办法", *lines, headings=chapters)
    bare = draft("规定", *(line for line in lines if line not in chapters))
    with reading(archive(tmp_path / "a.xhdb", law, bare)) as db:
        assert [hit.section for hit in find(asked(db, "保存"), "oldest").hits] == ["第二章 巡查 第三条", "第三条"]
        assert [hit.section for hit in find(asked(db, "总则")).hits] == ["第一章 总则"]


def test_a_search_stops_at_its_next_question_once_it_is_cancelled(tmp_path: Path) -> None:
    job = Job()
    with reading(archive(tmp_path / "a.xhdb", draft("会议")), job=job) as db:
        job.cancel()
        with pytest.raises(Cancelled):
            find(asked(db, "会议"))


def test_cancelling_interrupts_a_search_that_is_running(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb", draft("题", "文"))
    job, running = Job(), Event()
    with reading(path, job=job) as db:
        # A row that takes forever: only an interrupt can end the search.
        db.connection.create_function("noted", 0, running.set)
        cancelling = Thread(target=_cancel_when, args=(running, job))
        cancelling.start()
        with pytest.raises(Cancelled):
            db.rows("WITH RECURSIVE n(i) AS (SELECT noted() UNION ALL SELECT 1 FROM n) SELECT count(*) FROM n")
        cancelling.join()


def _cancel_when(running: Event, job: Job) -> None:
    running.wait()
    job.cancel()


@given(
    text=st.text(max_size=40)
    | st.text("会议a1. ()（）-|或非:：\"“”*^+{}'NEARORD标题日期来源栏目>..\0\ud800", max_size=40)
)
def test_any_string_typed_is_answered(db: Archive, text: str) -> None:
    found = find(asked(db, text))
    assert found.count == sum(not hit.partial for hit in found.hits)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("数据:办结率", {"甲", "乙"}),
        ("数据:办结率>98.5", {"乙"}),
        ("数据:办结率≤98.5", {"甲"}),
        ("數據：案件＞1.2万", {"丙"}),
        ("数据:案件>=12300 -数据:办结率", {"丙"}),
        ("数据:安全感", set()),
    ],
)
def test_key_figures_are_asked_for_by_label_and_value(tmp_path: Path, text: str, titles: set[str]) -> None:
    def with_figure(title: str, figure: Figure) -> Draft:
        return draft(title, f"{title}年{figure.label}{figure.text}。", figures=(figure,))

    path = archive(
        tmp_path / "f.xhdb",
        with_figure("甲", Figure("98.1%", 4, "网格事件办结率", 98.1, "%", "percent")),
        with_figure("乙", Figure("99.2%", 4, "办结率", 99.2, "%", "percent")),
        with_figure("丙", Figure("1.23万宗", 3, "全区案件", 12300, "宗", "count")),
    )
    with reading(path) as db:
        assert {hit.title for hit in find(asked(db, text)).hits} == titles


@pytest.mark.parametrize("text", ["数据:\ud800", "来源:\ud800 会议", '标题:"\ud800"', "会\0议"])
def test_characters_that_no_text_can_hold_are_not_asked_for(db: Archive, text: str) -> None:
    assert find(asked(db, text)).query.text == text


def test_bulletins_that_say_the_same_as_one_above_name_it(tmp_path: Path) -> None:
    text = "各镇人民政府：现将有关事项通知如下。" * 5
    path = archive(
        tmp_path / "a.xhdb",
        draft("关于防汛的通知", text, "一、值班。", published=date(2024, 5, 1)),
        draft("防汛", "通知", published=date(2024, 5, 2)),
        draft("关于防汛的通知", text, "一、值班。二、巡查。", published=date(2024, 5, 3)),
        draft("转发关于防汛的通知", text, "一、值班。", published=date(2024, 5, 4)),
    )
    with reading(path) as db:
        hits = find(asked(db, "防汛 通知")).hits
    assert sorted(hit.same_as is None for hit in hits) == [False, False, True, True]
    first = next(hit for hit in hits if hit.title != "防汛")
    assert {hit.same_as for hit in hits} == {None, first.id}
