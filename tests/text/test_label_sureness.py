"""Labels that are sure to name what their numbers count, and labels that are not."""

from __future__ import annotations

import pytest

from xinhui_viewer.records import Figure, FigureKind
from xinhui_viewer.text.label_sureness import is_sure


def _figure(label: str, text: str = "58个") -> Figure:
    return Figure(text, 0, label, 58, "个", "count")


@pytest.mark.parametrize(
    "label", ["建成村级服务站", "登记失业率", "工业增加值同比增长", "网格事件办结率", "新增就业", "居民人均可支配收入"]
)
def test_a_label_that_names_a_thing_is_sure(label: str) -> None:
    assert is_sure(_figure(label))


@pytest.mark.parametrize(
    "label",
    ["", "增长", "占总数", "办结率", "完成", "受访者认为", "居民还可以在全县广场", "推出乙县》重点节目", "先后派出",
     "造成死亡", "它与湖泊", "潮水经过海岛时", "经海岛全长",
     "社区中心通报", "小项的竞争", "国家实行免签政策", "要把安全", "按每人工作时间", "渔民讲述他们的经历", "处违法金额",
     "比上年同期高出", "每平方公里", "渔港将在海岛", "有下列行为之一罚款", "接近总量",
     "依托甲河流域生态保护修复综合治理工程建成服务站", "国家和地区", "试点岛屿", "年发电量", "授予同志",
     "渔产品销量占比", "航线吞吐量", "意外事故在内受伤",
     "平湖石油占比", "渔民没有催告行使期限", "整个渔业增长的贡献率", "渔灯分离时间仅有", "育苗面积",
     "接待游客人次", "数额占应缴税额"],
)  # fmt: skip
def test_a_label_that_names_nothing_or_tells_a_sentence_is_not_sure(label: str) -> None:
    assert not is_sure(_figure(label))


def test_the_label_of_a_cell_is_sure_however_short() -> None:
    assert is_sure(_figure("人口", "58.4"))


def test_a_time_is_sure_only_with_a_word_for_it() -> None:
    lasting = [Figure("8年", 0, label, 8, "年", "duration") for label in ("申请复核期限", "风电装机容量")]
    assert [is_sure(figure) for figure in lasting] == [True, False]


def test_a_place_or_an_institution_without_a_measure_is_not_sure_for_a_share() -> None:
    shares = [
        Figure("99%", 0, label, 99, "%", "percent") for label in ("平湖主产区", "甲县渔业公司", "平湖主产区机收率")
    ]
    assert [is_sure(figure) for figure in shares] == [False, False, True]


def test_a_length_is_sure_only_of_a_side_or_of_what_is_long() -> None:
    lengths = [Figure("4.2米", 0, label, 4.2, "米", "quantity") for label in ("天体测量望远镜", "环岛公路", "主镜口径")]
    assert [is_sure(figure) for figure in lengths] == [False, True, True]


def test_days_are_no_years() -> None:
    assert not is_sure(Figure("4年", 0, "优良天数", 4, "年", "duration"))


def test_a_multiple_of_something_else_is_not_sure() -> None:
    assert not is_sure(Figure("两倍多", 0, "发明平均收益", 2, "倍", "quantity", "over"))


@pytest.mark.parametrize(
    ("label", "text", "kind"),
    [
        ("平湖渔业产值占全县渔业产值比重", "24%", "percent"),
        ("平湖渔业增加值增速高于全县渔业", "3个百分点", "change"),
        ("泄露渔港秘密行政拘留", "15日", "duration"),
        ("渔工来自国家和地区", "28个", "count"),
        ("未取得捕捞许可证违法所得罚款", "2倍", "quantity"),
        ("全县失业率居全省", "第三", "rank"),
    ],
)
def test_a_form_that_was_right_is_sure(label: str, text: str, kind: FigureKind) -> None:
    assert is_sure(Figure(text, 0, label, 2, "", kind))
