from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinhui_viewer import i18n
from xinhui_viewer.records import All, Dates, Either, Near, Node, Not, Word, leaves, mapped
from xinhui_viewer.search.describe import describe, ignored_signs
from xinhui_viewer.search.fields import wanted_words
from xinhui_viewer.search.lexer import MOST_SIGNS, MOST_WORDS
from xinhui_viewer.search.parse import parse

TODAY = date(2024, 3, 31)
A, B, C = Word("扫黑"), Word("除恶"), Word("图片")


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("", All(())),
        (" 　\n", All(())),
        ("扫黑", A),
        ("扫黑 除恶", All((A, B))),
        ("扫黑　除恶", All((A, B))),
        ("扫黑 AND 除恶", All((A, B))),
        ('"扫黑 除恶"', Word("扫黑 除恶", quoted=True)),
        ("“扫黑 除恶”", Word("扫黑 除恶", quoted=True)),
        ("＂扫黑 除恶＂", Word("扫黑 除恶", quoted=True)),
        ("「扫黑 除恶」图片", All((Word("扫黑 除恶", quoted=True), C))),
        ("“扫黑 除恶", Word("扫黑 除恶", quoted=True)),
        ("近:10(扫黑 除恶)", Near((A, B), 10)),
        ("近：１０（扫黑　除恶） 图片", All((Near((A, B), 10), C))),
        ("near:3(扫黑 除恶 图片)", Near((A, B, C), 3)),
        ("NEAR(扫黑 除恶)", Near((A, B), 10)),
        ("标题:近:5(扫黑 除恶)", Near((Word("扫黑", "title"), Word("除恶", "title")), 5)),
        ("近:10(扫黑)", A),
        ("近:10(扫黑 -除恶)", All((A, Not(B)))),
        ("近:10()", Either(())),
        ("附近(扫黑)", Word("附近(扫黑)")),
        ("gov*", Word("gov*")),
        ("原字:會議 扫黑", All((Word("會議", exact=True), A))),
        ("-exact:會議", Not(Word("會議", exact=True))),
        ("标题:原字:(會議 扫黑)", All((Word("會議", "title", exact=True), Word("扫黑", "title", exact=True)))),
        ("原字:", Either(())),
        ('"gov*"', Word("gov", quoted=True)),
        ("扫黑 -图片", All((A, Not(C)))),
        ("扫黑 －图片", All((A, Not(C)))),
        ("扫黑 非 图片", All((A, Not(C)))),
        ("扫黑 NOT 图片", All((A, Not(C)))),
        ("-图片", Not(C)),
        ("--图片", C),
        ("扫黑 - 图片", All((A, C))),
        ("扫黑 -", A),
        ("扫黑 或 除恶", Either((A, B))),
        ("扫黑 OR 除恶", Either((A, B))),
        ("扫黑|除恶", Either((A, B))),
        ("扫黑 ｜ 除恶 || 图片", Either((A, B, C))),
        ("扫黑 或 除恶 图片", All((Either((A, B)), C))),
        ("扫黑 或 (除恶 图片)", Either((A, All((B, C))))),
        ("（扫黑 或 除恶） -图片", All((Either((A, B)), Not(C)))),
        ("-(扫黑 或 除恶)", Not(Either((A, B)))),
        ("非 (扫黑 或 除恶", Not(Either((A, B)))),
        ("扫黑) 除恶", All((Word("扫黑)"), B))),
        ("()", Either(())),
        ("扫黑 ()", A),
        ("村(社区)党组织 (乡(镇) 或 村)", All((Word("村(社区)党组织"), Either((Word("乡(镇)"), Word("村")))))),
        ("非遗 或许", All((Word("非遗"), Word("或许")))),
        ("非", Word("非")),
        ("或", Word("或")),
        ("扫黑 或", A),
        ("或 扫黑", A),
        ("扫黑 非", A),
        ("扫黑 或 -除恶", Either((A, Not(B)))),
        ("，。 扫黑 ！", A),
        ("标题:扫黑", Word("扫黑", "title")),
        ("標題：扫黑", Word("扫黑", "title")),
        ("ＴＩＴＬＥ：扫黑", Word("扫黑", "title")),
        ("标题: 扫黑 除恶", All((Word("扫黑", "title"), B))),
        ("标题:(扫黑 或 除恶) 图片", All((Either((Word("扫黑", "title"), Word("除恶", "title"))), C))),
        ("标题:(扫黑 正文:除恶)", All((Word("扫黑", "title"), Word("除恶", "body")))),
        ("-标题:扫黑", Not(Word("扫黑", "title"))),
        ("标题:-扫黑", Not(Word("扫黑", "title"))),
        ("标题:", Either(())),
        ("扫黑 标题:", A),
        ("扫黑 标题:| 除恶", Either((A, B))),
        ("body:扫黑", Word("扫黑", "body")),
        ("章节:扫黑 section:除恶", All((Word("扫黑", "heading"), Word("除恶", "heading")))),
        ('来源:"南方日报"', Word("南方日报", "source", quoted=True)),
        ("source:南方日报", Word("南方日报", "source")),
        ('栏目:"首页 > 公告"', Word("首页 > 公告", "column", quoted=True)),
        ("column:公告 文号:新府〔2021〕8号", All((Word("公告", "column"), Word("新府〔2021〕8号", "number")))),
        ("number:8号", Word("8号", "number")),
        ('来源:"" 日期:无', All((Word("", "source", quoted=True), Not(Dates(None, None))))),
        ("来源: 栏目:“”", Either(())),
        ('"标题:扫黑"', Word("标题:扫黑", quoted=True)),
        ("扫黑，除恶、图片", All((A, B, C))),
        ("（扫黑、除恶）", All((A, B))),
        ("扫黑， 除恶，", All((A, B))),
        ("1，024、《扫黑、除恶条例》", All((Word("1，024"), Word("《扫黑、除恶条例》")))),
        ("标题:扫黑、除恶 -除恶、图片", All((Word("扫黑、除恶", "title"), Not(Word("除恶、图片"))))),
        ("“扫黑、除恶”", Word("扫黑、除恶", quoted=True)),
        ("村(社区、街道)、图片", All((Word("村(社区、街道)"), C))),
        ("印发“十四五”规划的通知", Word("印发“十四五”规划的通知")),
        ("“十四五”规划 图片", All((Word("“十四五”规划"), C))),
        ("关于「甲、乙」的通知、图片", All((Word("关于「甲、乙」的通知"), C))),
        ('“甲”"乙"的通知', Word('“甲”"乙"的通知')),
        ("扫黑“除恶", Word("扫黑“除恶")),
        ("标题:“扫黑”除恶 -“图片”", All((Word("“扫黑”除恶", "title"), Not(Word("图片", quoted=True))))),
        ('"扫黑"或"除恶"', Either((Word("扫黑", quoted=True), Word("除恶", quoted=True)))),
        ('"扫黑"|"除恶"', Either((Word("扫黑", quoted=True), Word("除恶", quoted=True)))),
        ('"扫黑""除恶"', All((Word("扫黑", quoted=True), Word("除恶", quoted=True)))),
        ('("扫黑"、"除恶")', All((Word("扫黑", quoted=True), Word("除恶", quoted=True)))),
        ("扫黑怎么除恶", All((A, B))),
        ("“扫黑怎么除恶” 怎么", Word("扫黑怎么除恶", quoted=True)),
    ],
)
def test_a_query_is_understood(text: str, root: Node) -> None:
    assert parse(text, TODAY).root == root
    assert parse(text, TODAY).unknown == ()


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("2020", "2020-01-01", "2020-12-31"),
        ("２０２０年", "2020-01-01", "2020-12-31"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2020年2月", "2020-02-01", "2020-02-29"),
        ("202002", "2020-02-01", "2020-02-29"),
        ("2020-03-05", "2020-03-05", "2020-03-05"),
        ("2020/3/5", "2020-03-05", "2020-03-05"),
        ("2020.3.5", "2020-03-05", "2020-03-05"),
        ("2020年3月5日", "2020-03-05", "2020-03-05"),
        ("20200305", "2020-03-05", "2020-03-05"),
        ("2020..2021", "2020-01-01", "2021-12-31"),
        ("2020-2021", "2020-01-01", "2021-12-31"),
        ("2020…2021", "2020-01-01", "2021-12-31"),
        ("2020-03..2021-06", "2020-03-01", "2021-06-30"),
        ("2020年3月至2021年6月5日", "2020-03-01", "2021-06-05"),
        ("2021~2020", "2020-01-01", "2021-12-31"),
        ("2021..", "2021-01-01", None),
        ("..2021", None, "2021-12-31"),
        ("近30天", "2024-03-02", "2024-03-31"),
        ("近1个月", "2024-02-29", "2024-03-31"),
        ("最近2年", "2022-03-31", "2024-03-31"),
        ("近2周", "2024-03-18", "2024-03-31"),
        ("30d", "2024-03-02", "2024-03-31"),
        ("今年", "2024-01-01", "2024-12-31"),
        ("去年", "2023-01-01", "2023-12-31"),
        ("今天", "2024-03-31", "2024-03-31"),
    ],
)
def test_a_period_is_understood(text: str, since: str | None, until: str | None) -> None:
    expected = Dates(since and date.fromisoformat(since), until and date.fromisoformat(until))  # type: ignore[arg-type]
    for field in ("日期:", "date:", "日期："):
        assert parse(field + text, TODAY).root == expected
    assert parse(f"扫黑 -日期:{text}", TODAY).root == All((A, Not(expected)))


def test_a_group_of_periods_is_understood() -> None:
    root = parse("日期:(2020 或 2022-03)").root
    periods = (Dates(date(2020, 1, 1), date(2020, 12, 31)), Dates(date(2022, 3, 1), date(2022, 3, 31)))
    assert root == Either(periods)


@pytest.mark.parametrize(
    "value", ["昨晚", "2021-13", "2021-02-30", "0000", "1..2..3", "..", "近99999年", "-扫黑", "12"]
)
def test_an_invalid_period_is_searched_as_text_and_marked(value: str) -> None:
    query = parse(f"日期:{value}", TODAY)
    assert query.unknown
    assert not isinstance(query.root, Dates)


@pytest.mark.parametrize(("text", "unknown"), [("档案:扫黑", "档案:扫黑"), ("foo：扫黑", "foo：扫黑")])
def test_an_unknown_operator_is_searched_as_text_and_marked(text: str, unknown: str) -> None:
    assert parse(text).root == Word(text)
    assert parse(text).unknown == (unknown,)


@pytest.mark.parametrize("text", ["12:30", "http://a.cn/b", "https://a.cn", "：扫黑", "1:2"])
def test_a_colon_alone_makes_no_operator(text: str) -> None:
    assert parse(text).unknown == ()


def test_words_keep_what_the_user_typed() -> None:
    assert parse("會議Ａ 標題:「會 議」").root == All((Word("會議Ａ"), Word("會 議", "title", quoted=True)))


def test_the_words_to_mark_are_those_that_are_wanted() -> None:
    query = parse("甲 -乙 (丙 或 丁) 标题:戊 正文:己 章节:庚 来源:辛 栏目:壬 日期:2020 -(癸 -子) 甲")
    assert [word.text for word in wanted_words(query.root)] == list("甲丙丁戊己庚")
    assert [word.text for word in wanted_words(query.root, "body")] == list("甲丙丁己庚")
    assert [word.text for word in wanted_words(query.root, "title")] == list("甲丙丁戊")


@given(st.text(max_size=60) | st.text('甲a1 ()（）-－|或非:："“”「」标题日期来源..\0\ud800>', max_size=60))
def test_every_string_is_a_query(text: str) -> None:
    query = parse(text)
    assert query.text == text
    assert describe(query)
    wanted_words(query.root)


@pytest.mark.parametrize(
    "text", ["(" * 5000, ")" * 5000, "-" * 5000, "标题:" * 5000, '"' * 5000, "a「" * 9000, "a|" * 5000, "非 " * 5000]
)
def test_endless_queries_are_understood_too(text: str) -> None:
    describe(parse(text))
    describe(parse(text + "扫黑"))


def test_groups_deeper_than_anyone_writes_lose_no_word() -> None:
    query = parse("(甲 " * 30 + "乙" + ") 丙" * 30 + " 丁")
    assert len(wanted_words(query.root)) == 4


def test_a_pasted_page_is_answered_by_its_first_words() -> None:
    query = parse(" ".join(f"词{n}" for n in range(500)))
    assert len(wanted_words(query.root)) == MOST_WORDS
    assert str(MOST_WORDS) in describe(query)


def test_a_pasted_page_without_blanks_is_answered_by_the_beginning_of_its_words() -> None:
    for text in ("灯会" * 50_000, "“" + "灯会" * 50_000, "灯会、" * 30_000):
        query = parse(text)
        words = wanted_words(query.root)
        assert len(words) <= MOST_WORDS
        assert all(len(word.text) <= MOST_SIGNS for word in words)
    assert str(MOST_SIGNS) in describe(parse("灯会" * 50_000))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Everything"),
        ("扫黑 除恶", "“扫黑” and “除恶”"),
        ("扫黑 或 除恶 -标题:图片", "(“扫黑” or “除恶”) and not “图片” in the title"),
        ("-(扫黑 除恶)", "not (“扫黑” and “除恶”)"),
        ("近:5(甲乙 丙丁)", "“甲乙”, “丙丁” at most 5 characters apart"),
        ("-近:5(甲乙 丙丁) 戊", "not (“甲乙”, “丙丁” at most 5 characters apart) and “戊”"),
        ("近:1(甲 乙) 或 丙", "(“甲”, “乙” at most 1 character apart) or “丙”"),
        ("-日期:2021", "not dated from 2021-01-01 to 2021-12-31"),
        ("来源:南方日报 栏目:公告", "source “南方日报” and column “公告”"),
        ("日期:2021", "dated from 2021-01-01 to 2021-12-31"),
        ("日期:2021-03-02", "dated 2021-03-02"),
        ("日期:2021.. 日期:..2022", "dated since 2021-01-01 and dated until 2022-12-31"),
        (
            "章节:甲 正文:乙 文号:8号",
            "“甲” in a section's heading and “乙” in the text and “8号” in the document number",
        ),
        ('日期:无 来源:""', "without a date and without a source"),
        ("档案:扫黑", "“档案:扫黑”; searched as text: 档案:扫黑"),
    ],
)
def test_a_query_says_how_it_was_understood(text: str, said: str) -> None:
    assert describe(parse(text)) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("-近:5(甲乙 丙丁)", "排除（“甲乙”、“丙丁”相距不超过 5 个字）"),
        ("扫黑 -(除恶 或 日期:2021)", "“扫黑”，且排除（“除恶”或日期在 2021-01-01 至 2021-12-31 之间）"),
        ("(甲 或 -乙) 标题:丙", "（“甲”或排除（“乙”）），且标题含“丙”"),
        ("档案:扫黑", "“档案:扫黑”；按普通文字检索：档案:扫黑"),
    ],
)
def test_a_query_is_described_in_whole_chinese_sentences(text: str, said: str) -> None:
    spoken = i18n.language()
    i18n.use("zh_CN")
    try:
        assert describe(parse(text)) == said
    finally:
        i18n.use(spoken)


def test_the_leaves_of_a_query_stand_in_its_order_and_those_that_are_unwanted_can_be_left_out() -> None:
    root = parse("甲 -(乙 日期:2021) (近:3(丙 丁) 或 戊)", TODAY).root
    year = Dates(date(2021, 1, 1), date(2021, 12, 31))
    assert [*leaves(root)] == [Word("甲"), Word("乙"), year, Word("丙"), Word("丁"), Word("戊")]
    assert [*leaves(root, unwanted=False)] == [Word("甲"), Word("丙"), Word("丁"), Word("戊")]


def test_a_tree_is_changed_word_by_word_and_what_is_unwanted_stays() -> None:
    root = parse("甲 -乙 (近:3(丙 丁) 或 戊) 日期:2021", TODAY).root
    changed = mapped(root, lambda word: replace(word, field="title"))
    assert changed == parse("标题:甲 -乙 (标题:近:3(丙 丁) 或 标题:戊) 日期:2021", TODAY).root


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("C++ 标题:c#", ("++", "#")),
        ("关于“三五”（试行）的《通知》", ()),
        ("R&D 1.5% gov*", ("&",)),
        ("30℃ 二○二一年 来源:a+b", ()),
    ],
)
def test_symbols_beside_letters_are_named_as_not_searched(text: str, signs: tuple[str, ...]) -> None:
    assert ignored_signs(parse(text)) == signs


@pytest.mark.parametrize("text", ["\x01", "\u200b", "\x01 \x02", "。"])
def test_what_has_nothing_to_be_seen_or_searched_asks_for_nothing(text: str) -> None:
    assert parse(text).root == Either(())


@pytest.mark.parametrize("code", [0xDCE6, 0xD800, 0xDFFF])
def test_halves_of_characters_are_no_reason_to_fail(code: int) -> None:
    for text in (chr(code), f"甲{chr(0xDCE6)}{chr(code)}乙"):
        assert isinstance(parse(text).root, All | Either | Word)
