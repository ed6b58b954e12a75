"""The rules for quantities, a case each: a text with one number, and whether that counts something."""

from __future__ import annotations

import pytest

from xinhui_viewer.text.quantities import mention, quantities
from xinhui_viewer.text.quantity_forms import QUANTITY
from xinhui_viewer.text.quantity_rules import COUNT_RULES, DURATION_RULES, IDIOM_RULES, Mention, Rule, rule

CASES = {
    "digits in a row, 二〇二一": "从二〇二一年",
    "二次, again": "进行二次飞防",
    "a scale alone, 千家万户": "走进千家",
    "一个, an article": "这是一个问题",
    "an idiom, 三口之家": "够三口之家用",
    "同一天, the same": "在同1天",
    "a year of the calendar": "于2021年",
    "a day of the month": "8日到会",
    "some day, 总有一天, 最热的一天": "总有一天会来",
    "a service by its hours, 24小时值班": "执行24小时专人值班",
    "a term that a law sets, 七日以前": "在会议召开10日以内前",
    "a time that passes or names, 近五年, 五年规划": "制定5年规划",
    "a limit, 七日内": "在7日内答复",
    "a time that lasts, 连续八年": "连续8年",
    "a point in time, 三年": "是3年",
    "a body by its size, 七人合议庭": "由7人合议庭",
    "one of a series, 每户, 同一批": "每1户",
    "a place by its distance, 百米之内": "在300米之内",
    "a bound that ends a phrase, 80%以上，": "投资20亿元以上，",
    "a class by its bound, 6级以上大风": "有60件以上案件",
    "a figure of speech, 三方面": "围绕3个方面",
    "a name by its reach, 15分钟生活圈": "打造15分钟便民生活圈",
    "a term of a law, 按二十年计算": "按二十年计算",
    "a time to come, 两年内": "两年内完成",
    "a class by its sum, 超10亿元的强镇450个": "超10亿元的产业强镇近百",
    "an ordinal that goes on, 第一至三项": "第一至三项",
    "a contest by its length, 女子500米": "参加女子500米",
    "a train or flight by its number, 75052次列车": "随着75052次班列开出",
    "a numbered clause, 2.3本工程": "2.3本工程",
    "a class by its size, 4000吨级": "交付4000吨级起重机",
    "an age that bounds a class, 60岁以上老人": "有60岁以上老人",
    "kinds that name what is measured, 十种有色金属产量": "十种有色金属产量下降",
    "a bound of what was done, 培育出5家以上企业": "培育出5家以上企业",
    "a ratio, 3:1": "比例为3个:1",
    "a rate, 1美元兑157日元": "跌至1美元兑157日元",
    "the name of a place, 五台山": "登上五台山",
}
LEGAL = {"a term that a law sets, 七日以前", "a term of a law, 按二十年计算"}


def _mention(text: str, legal: bool) -> Mention:
    match = next(QUANTITY.finditer(text))
    found = mention(text, match, legal)
    assert found is not None
    return found


@pytest.mark.parametrize("row", [*IDIOM_RULES, *DURATION_RULES, *COUNT_RULES], ids=lambda row: row.name)
def test_a_rule_decides_its_case(row: Rule) -> None:
    text, legal = CASES[row.name], row.name in LEGAL
    assert rule(_mention(text, legal)) is row
    assert (len(quantities(text, legal)) == 1) == row.counts


@pytest.mark.parametrize(
    ("text", "legal"), [("新增就业3210人", False), ("培训45分钟", False), ("处20日以上拘留", True)]
)
def test_a_number_that_no_rule_fits_counts(text: str, legal: bool) -> None:
    assert len(quantities(text, legal)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "成百上千的渔民",
        "成千上万艘渔船",
        "海岛篮球赛三人篮球开赛",
        "假期过半，渔民返航",
        "已走过半个多世纪",
        "今明两天有雨",
        "审评六部原部长",
        "双人3米板决赛",
        "出售155毫米火炮",
    ],
)
def test_a_figure_of_speech_and_a_name_count_nothing(text: str) -> None:
    assert quantities(text) == ()


def test_a_share_between_two_is_one_figure() -> None:
    (share,) = quantities("处工程造价百分之五以上百分之十以下罚款", legal=True)
    assert (share.value, share.maximum, share.approx) == (5, 10, "exact")


def test_what_a_sum_is_changed_for_is_the_figure() -> None:
    assert [each.value for each in quantities("一度跌至1美元兑换157.5日元")] == [157.5]


def test_money_is_told_by_the_word_behind_its_number() -> None:
    assert [(each.unit, each.value) for each in quantities("6200万中央投资支持渔港")] == [("元", 62_000_000)]


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("置放重量超过5000千克", "千克", 5000),
        ("震源深度10千米", "千米", 10),
        ("发出绿电1900亿度。", "度", 1900e8),
        ("首年发电8兆瓦时。", "兆瓦时", 8),
    ],
)
def test_thousand_before_a_unit_is_the_unit_s(text: str, unit: str, value: float) -> None:
    assert [(each.unit, each.value) for each in quantities(text)] == [(unit, value)]


def test_a_number_behind_a_classifier_says_of_what_size_the_things_are() -> None:
    assert [each.value for each in quantities("推动10个五千亿产业集群")] == [10]


@pytest.mark.parametrize(
    ("text", "value"), [("运行11小时30分左右", 11.5), ("最快1小时12分可达", 1.2), ("用时两个半小时", 2.5)]
)
def test_minutes_behind_an_hour_are_a_share_of_it(text: str, value: float) -> None:
    assert [each.value for each in quantities(text)] == [value]


@pytest.mark.parametrize("text", ["在三门峡市举行", "云岭班列X（行）8086次从县城开出", "云岭班列X 8086次开出"])
def test_a_place_and_a_train_count_nothing(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize("text", ["三台山地车", "两头山羊", "十座山", "三门市场课", "开行8086次"])
def test_things_before_the_word_for_a_place_are_counted(text: str) -> None:
    assert len(quantities(text)) == 1


@pytest.mark.parametrize(
    ("text", "unit", "value"), [("日产1.06亿桶左右", "桶", 1.06e8), ("消费4.8亿吨标准煤左右", "吨标准煤", 4.8e8)]
)
def test_a_word_for_about_stands_behind_the_whole_unit(text: str, unit: str, value: float) -> None:
    assert [(each.unit, each.value, each.approx) for each in quantities(text)] == [(unit, value, "about")]


def test_a_lower_bound_and_not_quite_an_upper_one_are_a_range() -> None:
    assert [(each.value, each.maximum) for each in quantities("数额在十万元以上不满二十万元的")] == [(100_000, 200_000)]
