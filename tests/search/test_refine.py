from __future__ import annotations

import pytest

from xinhui_viewer.search.refine import filters, refined


@pytest.mark.parametrize(
    ("text", "added", "narrowed"),
    [
        ("扫黑", "日期:2021", "扫黑 日期:2021"),
        ("扫黑 日期:2020", "日期:2021", "扫黑 日期:2021"),
        ("扫黑 日期:无", "日期:2021", "扫黑 日期:2021"),
        ("", '来源:"新会日报"', '来源:"新会日报"'),
        ('扫黑 来源:"新会日报"', '栏目:"首页 > 公告"', '扫黑 来源:"新会日报" 栏目:"首页 > 公告"'),
        ("甲 或 乙", "日期:2021-03", "(甲 或 乙) 日期:2021-03"),
        ("扫黑 -日期:2020", "日期:2021", "扫黑 -日期:2020 日期:2021"),
    ],
)
def test_a_filter_takes_the_place_of_one_of_its_kind(text: str, added: str, narrowed: str) -> None:
    assert refined(text, added) == narrowed
    assert refined(narrowed, added) == narrowed


def test_filters_of_a_query_can_be_taken_out_one_by_one() -> None:
    found = filters('扫黑 日期:2021 来源:"新会日报"')
    assert [one.without for one in found] == ['扫黑 来源:"新会日报"', "扫黑 日期:2021"]
    assert filters("扫黑 标题:除恶") == ()
