"""The period of each figure: in all its forms, and as far as it governs."""

from __future__ import annotations

import pytest

from xinhui_viewer.text.figures import figures


def _periods(text: str) -> list[str]:
    return [figure.period for figure in figures(text)]


@pytest.mark.parametrize(
    "period",
    [
        "2020年", "今年", "去年", "前三季度", "今年前八个月", "前10个月", "上半年",
        "2023年上半年", "1—10月", "今年1—2月份", "2020—2024年", "今年1月至12月中旬", "8月份", "7月15日至7月21日",
        "截至10月末", "截至去年底", "截至2023年12月31日", "到2025年底", "到今年底", "自2003年以来", "2020年以来",
        "专项整治开展以来", "近五年来", "三年多来", "近三年", "现在", "目前", "节日期间",
        "“十四五”期间", "国庆假期", "二季度末", "二〇二三年", "全年", "2022年起", "过去五年",
        "截至目前",
    ],
)  # fmt: skip
def test_a_period_is_given_as_it_is_printed(period: str) -> None:
    assert _periods(f"{period}，全县新增就业3500人。") == [period]


def test_the_preposition_in_is_no_part_of_a_period() -> None:
    assert _periods("在2020年，全县新增就业3500人。在春节期间，接待游客3万人次。") == ["2020年", "春节期间"]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("2020年新增就业3500人。接待游客3万人次。", ["2020年", ""]),
        ("上半年投资完成9亿元。其中，工业投资完成3亿元。", ["上半年", "上半年"]),
        ("每人每月发放补助300元，共发放45万元。", ["每月", ""]),
        ("2020年，登记失业率由去年同期的7.1%降至4.3%，新增就业30人。", ["去年同期", "2020年", "2020年"]),
        ("常住人口由上年29万人增加到32万人。", ["上年", ""]),
        ("县城排名从2015年的第90位升至2020年第31位，上升59位。", ["2015年", "2020年", ""]),
        ("甲行今年前5个月贷款增长15%，其中，农贷增长34%；乙行贷款增长50%。", ["今年前5个月", "今年前5个月", ""]),
        ("今年前5个月，甲行贷款增长15%；乙行贷款增长50%。", ["今年前5个月", "今年前5个月"]),
        ("新增就业3500人，比2019年增长8%。", ["", ""]),
        ("县统计局今天（6月10日）发布数据，新增就业3500人。", [""]),
        ("记者8月10日获悉，新增就业3500人。", [""]),
        ("8月10日8时许，仓库起火，造成2人受伤。", ["8月10日8时许"]),
        ("该项目今年7月开工，2024年投产，年产电池1万台。", [""]),
        ("截至8月5日，铁路口岸今年累计完成运量9万吨。", ["截至8月5日"]),
        ("修订《2020年行动方案》，新增就业3500人。", [""]),
    ],
)  # fmt: skip
def test_a_period_governs_as_far_as_the_sentence_carries_it(text: str, periods: list[str]) -> None:
    assert _periods(text) == periods
