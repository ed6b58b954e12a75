from __future__ import annotations

import pytest

from xinhui_viewer.resources import resource
from xinhui_viewer.search.everyday import everyday, official, spread
from xinhui_viewer.search.word_lines import Line, gapped, lines, parted, prepared, table, unreadable
from xinhui_viewer.text.fold import fold

TABLES = ("everyday.txt", "abbreviations.txt")


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("抽烟", "吸烟"),
        ("住建局", "住房和城乡建设局"),
        ("住房和城乡建设局", "住建局"),
        ("WIFI", "无线局域网"),
        ("環評", "环境影响评价"),
    ],
)
def test_an_everyday_word_or_an_abbreviation_has_its_official_words(word: str, other: str) -> None:
    assert other in official(word)


def test_a_short_form_that_stands_in_other_words_by_chance_is_not_looked_for() -> None:
    assert official("中行") == ("中国银行",)
    assert official("中国银行") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("旧改装电梯", ("旧改", "装电梯")),
        ("中国人民银行公告", ("中国人民银行",)),
        ("国办文件", ("国办",)),
        ("文件由国办", ("国办",)),
        ("全国办理进度", ()),
        ("市人社局通知", ("人社局",)),
    ],
)
def test_words_of_the_tables_are_known_within_longer_ones_but_not_by_chance(text: str, found: tuple[str, ...]) -> None:
    assert everyday(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("本科以上学历", ()),
        ("盲人上学", ("盲人", "上学")),
        ("乱贴小广告", ("贴小广告",)),
        ("酒库上牌", ("上牌",)),
        ("机动车", ()),
        ("公司机构", ()),
        ("渔船不让路", ("让路",)),
        ("上学", ("上学",)),
    ],
)
def test_no_pair_is_taken_out_of_words_that_are_far_more_common(text: str, found: tuple[str, ...]) -> None:
    shares = {"以上": 0.7, "学历": 0.2, "上学": 0.1, "入学": 0.3, "小孩": 0.01, "车上": 0.5, "公司": 0.5, "不让": 0.5}
    assert everyday(text, lambda piece: shares.get(piece, 0.0)) == found


@pytest.mark.parametrize("text", ["打老婆", "打自己老婆", "他天天打自己老婆"])
def test_a_word_with_a_gap_is_known_with_up_to_four_characters_in_it(text: str) -> None:
    assert everyday(text) == (text[text.index("打") :],)
    assert "家庭暴力" in official(text[text.index("打") :])


def test_what_stands_in_a_gap_makes_a_word_a_spread_one_and_its_own_words_are_known() -> None:
    assert spread("打自己老婆")
    assert not spread("打老婆")
    assert official("打了又打又打老婆") == ()
    assert everyday("打自己老婆", within=True) == ("老婆",)


def test_lines_may_have_several_everyday_words_and_each_has_all_official_ones() -> None:
    text = "甲乙|甲…丙=丁戊|己庚"
    assert lines(text) == (Line(("甲乙", "甲…丙"), ("丁戊", "己庚")),)
    assert table(lines(text)) == {"甲乙": ("丁戊", "己庚"), "甲…丙": ("丁戊", "己庚")}
    assert gapped("甲…丙") == ("甲", "丙")
    assert gapped("甲乙") is None
    assert unreadable("甲…丙…丁=戊\n…丙=戊") == (1, 2)


def test_lines_are_read_with_comments_signs_of_full_width_and_blanks() -> None:
    text = "\ufeff# words\n\n甲乙 ＝ 丙丁｜戊己  # why\n短==很长很长\n"
    assert table(lines(text)) == {"甲乙": ("丙丁", "戊己"), "短": ("很长很长",), "很长很长": ("短",)}
    assert unreadable(text) == ()


def test_lines_that_cannot_be_read_are_named_by_their_numbers_and_the_others_hold() -> None:
    text = "甲乙\n甲=\n=乙\n好=妙\n甲=乙=丙\n，=。\n甲=乙||丙\n"
    assert unreadable(text) == (1, 2, 3, 5, 6, 7)
    assert lines(text) == (Line(("好",), ("妙",)),)


@pytest.mark.parametrize("name", TABLES)
def test_every_line_of_the_tables_can_be_read_and_stands_there_once(name: str) -> None:
    text = resource("search", name).read_text("utf-8")
    lines = [line.partition("=")[0] for line in text.splitlines() if line and not line.startswith("#")]
    words = [word.strip() for line in lines for word in line.split("|")]
    assert not unreadable(text)
    assert len(words) == len(set(words))
    assert len(words) >= 300


@pytest.mark.parametrize("name", TABLES)
def test_a_table_read_at_once_says_the_same_as_its_lines(name: str) -> None:
    text = resource("search", name).read_text("utf-8")
    read = {word: parted(others) for word, others in prepared(text).items()}
    assert read == table(lines(text))


@pytest.mark.parametrize("name", TABLES)
def test_no_official_word_of_the_tables_contains_the_everyday_one_for_that_is_found_anyway(name: str) -> None:
    contained = {
        (word, other)
        for line in lines(resource("search", name).read_text("utf-8"))
        for word in map(fold, line.words)
        for other in map(fold, line.others)
        if word in other and other not in word
    }
    assert not contained


def test_the_tables_are_written_in_simplified_characters() -> None:
    for name in TABLES:
        text = resource("search", name).read_text("utf-8")
        assert not [sign for sign in text if "\u4e00" <= sign <= "\u9fff" and fold(sign) != sign]
