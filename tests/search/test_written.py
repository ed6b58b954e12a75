from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinhui_viewer.records import All, Either, Not, Word, joined
from xinhui_viewer.search.fields import says_something
from xinhui_viewer.search.parse import parse
from xinhui_viewer.search.places import of_column, of_source
from xinhui_viewer.search.quoting import within_quotes
from xinhui_viewer.search.written import written
from xinhui_viewer.text.fold import clean
from xinhui_viewer.text.steps import one_text, steps

TODAY = date(2024, 3, 31)


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("扫黑 古井镇", "扫黑 古井镇"),
        ("“扫黑 除恶” -图片", '"扫黑 除恶" -图片'),
        ("甲 或 乙 丙", "(甲 或 乙) 丙"),
        ("date:2021", "日期:2021"),
        ("日期:2021-03", "日期:2021-03"),
        ("日期:2020..2021-03", "日期:2020-01..2021-03"),
        ("日期:2020..2021", "日期:2020..2021"),
        ("日期:2021..", "日期:2021.."),
        ("日期:..2020-02", "日期:..2020-02"),
        ("日期:2020-02-02..2021", "日期:2020-02-02..2021-12-31"),
        ("日期:2020-02-01..2020-02-29", "日期:2020-02"),
        ("日期:无", "日期:无"),
        ('source:"新会日报"', '来源:"新会日报"'),
        ("near:3(甲 乙)", "近:3(甲 乙)"),
        ("标题:exact:會議 -原字:会", "标题:原字:會議 -原字:会"),
        ('来源:""', '来源:""'),
        ("(村(社区) 或 乡(镇)) 党", "(村(社区) 或 乡(镇)) 党"),
        ('来源:「新会"日报"」', '来源:「新会"日报"」'),
        (r'来源:"新会\"日」报』"', r'来源:"新会\"日」报』"'),
    ],
)
def test_a_query_is_written_as_one_would_type_it(text: str, same: str) -> None:
    assert written(parse(text, TODAY).root) == same


PIECES = (
    "会议",
    "a1",
    "2021",
    "或",
    "非",
    "-",
    "(",
    ")",
    "（",
    "）",
    '"',
    "“",
    "”",
    "标题:",
    "日期:",
    "来源:",
    "近:3(",
)
SIGNS = ("2020", "..", "无", ":", "|", "OR", "*", "，", " ")


@given(text=st.lists(st.sampled_from(PIECES + SIGNS)).map("".join))
def test_a_written_query_parses_to_the_same_tree(text: str) -> None:
    root = parse(text, TODAY).root
    again = parse(written(root), TODAY).root
    assert written(again) == written(root)


NAMES = st.text('甲a1 "“”＂「」『』()（）|:：>-\\*或非', min_size=1, max_size=12) | st.text(
    min_size=1, max_size=12
).map(clean)
PLACES = st.one_of(
    st.builds(of_source, NAMES),
    st.builds(of_column, st.lists(NAMES, min_size=1, max_size=3).map(tuple)),
    st.builds(lambda text: Word(within_quotes(text), "title", quoted=True), NAMES),
)


@given(parts=st.lists(PLACES.filter(says_something), min_size=1, max_size=3, unique=True))
def test_any_name_is_read_as_it_was_written(parts: list[Word]) -> None:
    asked = joined(*parts)
    assert parse(written(asked), TODAY).root == asked
    either = All((Either(tuple(parts)), Not(asked))) if len(parts) > 1 else Not(asked)
    assert parse(written(either), TODAY).root == either


@given(path=st.lists(st.text("甲乙 >›＞\\", min_size=1).map(str.strip).filter(bool), max_size=4).map(tuple))
def test_a_path_is_read_as_it_was_written(path: tuple[str, ...]) -> None:
    assert steps(one_text(path)) == path
