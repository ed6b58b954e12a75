"""Full and partial matches in one list, by one score."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.builders import added, archive, draft
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.connect import reading
from xinhui_viewer.archive.writing import writing
from xinhui_viewer.records import Hit
from xinhui_viewer.search.asked import Asked, asked
from xinhui_viewer.search.facets import facets
from xinhui_viewer.search.find import count, find, ids
from xinhui_viewer.search.parse import asking
from xinhui_viewer.search.refine import as_typed
from xinhui_viewer.search.shown import shown

CHANCE = draft("春季绿化工作简讯", "造林八百亩，水库边也种了树。" + "苗木长势良好。" * 60 + "防汛物资另行安排。")
MEANT = draft("水库防洪预案", "水库水位过高时，水库管理所开闸泄洪，做好水库巡查。")
FULL = draft("水库防汛值班安排", "水库防汛期间，各所值班。")
OTHER = draft("学校开学", "九月一日开学。")


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    others = (draft(f"植树{n}", f"第{n}处植树。", published=date(2020, 1, 1 + n)) for n in range(20))
    with reading(archive(tmp_path_factory.mktemp("partial") / "a.xhdb", CHANCE, MEANT, FULL, OTHER, *others)) as opened:
        yield opened


def _titles(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.title for hit in hits]


def test_a_partial_match_that_is_about_the_query_comes_before_a_full_one_by_chance(db: Archive) -> None:
    found = find(asked(db, "水库 防汛"))
    assert _titles(found.hits) == ["水库防汛值班安排", "水库防洪预案", "春季绿化工作简讯"]
    assert [hit.partial for hit in found.hits] == [False, True, False]
    assert [hit.missing for hit in found.hits] == [(), ("防汛",), ()]


def test_a_pasted_title_with_quotes_in_it_finds_its_bulletin_though_a_character_is_wrong(tmp_path: Path) -> None:
    title = "关于印发“三五九”河道整治规划的通知"
    others = [draft(f"关于印发河道整治规划第{n}号简报", "河道整治“三五八”。") for n in range(12)]
    with reading(archive(tmp_path / "a.xhdb", draft(title, "照此执行。"), *others)) as opened:
        for typed in (title, title.replace("九", "八"), title.replace("“三五九”", "「三五六」"), title[2:-2]):
            assert find(asked(opened, typed)).hits[0].title == title


def test_a_remembered_title_is_found_only_where_all_else_holds_that_was_asked(tmp_path: Path) -> None:
    made = [draft(f"关于做好第{n}期河道清淤工程验收的通知", published=date(2019 + n, 5, 1)) for n in range(3)]
    with reading(archive(tmp_path / "a.xhdb", *made)) as opened:
        for more, left in (("", [2, 1, 0]), (" 日期:2020", [1]), (" -第1期", [2, 0])):
            found = find(asked(opened, f"关于作好河道清游工程验收的通知{more}"))
            assert [hit.title for hit in found.hits] == [made[n].facts.title for n in left]


def test_only_full_matches_are_counted_and_taken(db: Archive) -> None:
    query = asked(db, "水库 防汛")
    found = find(query)
    assert (found.count, found.partial, found.capped) == (2, 1, False)
    assert count(query) == facets(query).total == 2
    assert ids(query) == tuple(hit.id for hit in found.hits if not hit.partial)


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_by_date_only_full_matches_are_listed(db: Archive, order: str) -> None:
    found = find(asked(db, "水库 防汛"), order)  # type: ignore[arg-type]
    assert sorted(_titles(found.hits)) == ["春季绿化工作简讯", "水库防汛值班安排"]
    assert found.partial == 0


def test_partial_matches_can_be_left_out_and_the_order_of_the_others_stays(db: Archive) -> None:
    query = asked(db, "水库 防汛")
    whole, full = find(query), find(query, partial=False)
    assert full.hits == tuple(hit for hit in whole.hits if not hit.partial)
    assert (full.count, full.partial) == (2, 0)


def test_pages_of_full_and_partial_matches_follow_on_each_other(db: Archive) -> None:
    query = asked(db, "水库 防汛")
    pages = [find(query, "relevance", 1, n) for n in range(4)]
    assert tuple(hit for page in pages for hit in page.hits) == find(query).hits
    assert {(page.count, page.partial) for page in pages} == {(2, 1)}


@pytest.mark.parametrize(
    "text", ['水库 "防汛物资"', "水库 -泄洪", "水库 日期:2019", "标题:水库 文号:8号", "近:9(水库 防汛)", "水库 或 防汛"]
)
def test_phrases_fields_periods_and_what_is_unwanted_stay_strict(db: Archive, text: str) -> None:
    query = asked(db, text)
    assert all(not hit.partial for hit in find(query).hits), text


def test_a_long_word_that_is_found_once_does_not_hide_what_holds_most_of_it(tmp_path: Path) -> None:
    one = draft("简讯", "会上提到城乡居民养老保险待遇调整方案一词。" + "其他事项。" * 50)
    meant = draft("城乡居民养老保险待遇", "调整城乡居民养老保险待遇，方案如下。")
    with reading(archive(tmp_path / "a.xhdb", one, meant, OTHER)) as db:
        found = find(asked(db, "城乡居民养老保险待遇调整方案"))
        assert set(_titles(found.hits)) == {"简讯", "城乡居民养老保险待遇"}
        assert found.count == 1


def test_a_word_of_a_field_is_missing_where_it_stands_elsewhere(db: Archive) -> None:
    (full, partial) = find(asked(db, "标题:水库 标题:值班")).hits
    assert (full.title, full.partial) == ("水库防汛值班安排", False)
    assert (partial.title, partial.missing) == ("水库防洪预案", ("值班",))


TITLE = "关于印发芦溪区城乡居民养老保险待遇调整实施方案的通知"


@pytest.mark.parametrize(
    "typed",
    [
        "关于印发芦溪区城居民养老保险待遇调实施方案的通知",  # two characters left out
        "关于印发芦溪区城乡民居养老保险待遇调整实施方案的通知",  # two swapped
        "芦溪区城乡居民养保险待遇调整实方案",
        "芦溪区居民养老保险待遇",
    ],
)
def test_a_title_that_is_half_remembered_is_found_first(tmp_path: Path, typed: str) -> None:
    wanted = draft(TITLE, "现将方案印发给你们，请遵照执行。")
    like = (draft(f"关于印发第{n}号实施方案的通知", "养老保险待遇调整。" * n) for n in range(1, 30))
    with reading(archive(tmp_path / "a.xhdb", wanted, *like, OTHER)) as db:
        found = find(asked(db, typed))
        assert found.hits[0].title == TITLE
        assert found.hits[0].partial


def test_what_is_known_of_an_archive_is_forgotten_when_it_changes(tmp_path: Path) -> None:
    path = archive(tmp_path / "a.xhdb", draft("水库", "水库蓄水。"), OTHER)
    with reading(path) as db:
        assert _titles(find(asked(db, "水库 涵闸")).hits) == ["水库"]
    with writing(path) as db:
        added(db, draft("涵闸", "涵闸检修。"))
    with reading(path) as db:
        assert set(_titles(find(asked(db, "水库 涵闸")).hits)) == {"水库", "涵闸"}


def test_excerpts_made_later_are_the_same(db: Archive) -> None:
    query = asked(db, "水库 防汛")
    bare = find(query, excerpts=False)
    assert [(hit.id, hit.partial, hit.excerpt, hit.missing) for hit in bare.hits][1] == (2, True, "", ())
    assert shown(query, bare.hits[1:]) == find(query).hits[1:]


def test_what_is_no_date_is_a_phrase_that_must_stand_there(db: Archive) -> None:
    found = find(asked(db, "日期:2021-13 水库"))
    assert (found.hits, found.query.unknown) == ((), ("日期:2021-13",))


def test_a_title_with_blanks_between_its_characters_counts_like_one_without(tmp_path: Path) -> None:
    spaced = draft("关 于 水 库 防 汛 的 通 知", "见正文。")
    other = draft("关于会议的通知", "水库防汛工作另行安排。" + "会议事项。" * 40)
    with reading(archive(tmp_path / "a.xhdb", other, spaced)) as db:
        assert _titles(find(asked(db, "水库防汛")).hits) == ["关 于 水 库 防 汛 的 通 知", "关于会议的通知"]


def test_words_that_stand_close_together_come_before_the_same_words_far_apart(tmp_path: Path) -> None:
    filler = "各单位按要求落实。" * 40
    apart = draft("工作简报一", f"学校开学检查。{filler}食品抽检合格。{filler}", published=date(2024, 1, 2))
    together = draft("工作简报二", f"{filler}抓好学校食品管理。{filler}", published=date(2020, 1, 2))
    with reading(archive(tmp_path / "a.xhdb", apart, together, OTHER)) as db:
        assert _titles(find(asked(db, "学校 食品"), partial=False).hits) == ["工作简报二", "工作简报一"]


def test_of_a_pasted_page_only_the_beginning_is_cut_into_pieces(db: Archive) -> None:
    for text in ("水库防汛值班" * 20_000, "水库防汛值班 " * 5_000, "水库防汛期间，各所值班。" * 5_000):
        query = asked(db, text)
        assert find(query).capped is False
        assert len(query.units.pieces) < 60


def test_everyday_words_find_official_ones_across_the_words_of_a_question_and_are_turned_off_by_quotes(
    tmp_path: Path,
) -> None:
    made = [draft("滨水地带若干规定", "河道管理范围内禁止修建。"), draft("河边晚会", "先搭个台。")]
    with reading(archive(tmp_path / "a.xhdb", *made)) as opened:
        typed = asked(opened, "河边可以搭个台吗")
        found = find(typed)
        assert "滨水地带若干规定" in _titles(found.hits)
        assert "河边搭" in dict(found.also)
        assert _titles(find(Asked(opened, asking(as_typed(typed.root, "河边搭")))).hits) == ["河边晚会"]


def test_what_people_put_around_a_word_does_not_count(tmp_path: Path) -> None:
    made = [draft("公园里有人在唱歌", "唱歌的人不少。"), draft("控烟新规", "室内禁止吸烟。")]
    with reading(archive(tmp_path / "a.xhdb", *made)) as opened:
        assert _titles(find(asked(opened, "有人在抽烟")).hits) == ["控烟新规"]


def test_an_everyday_word_with_others_in_its_gap_finds_the_official_one(tmp_path: Path) -> None:
    made = [draft("家庭和睦若干规定", "制止家庭暴力。"), draft("球赛", "打了两场。")]
    with reading(archive(tmp_path / "a.xhdb", *made)) as opened:
        assert _titles(find(asked(opened, "他打自己老婆")).hits) == ["家庭和睦若干规定"]
