"""Key figures: value in the base unit, unit, label, approximation, period; and numbers that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinhui_viewer.records import Figure
from xinhui_viewer.text.figures import figures


def _only(text: str) -> Figure:
    (figure,) = figures(text)
    return figure


@pytest.mark.parametrize(
    ("text", "value", "unit", "kind"),
    [
        ("全县完成投资4.66亿元。", 466_000_000, "元", "money"),
        ("共走访农户31.1万户。", 311_000, "户", "count"),
        ("惠及45万学生。", 450_000, "", "count"),
        ("六成村庄用上了清洁能源。", 60, "%", "percent"),
        ("一半的农户参加了培训。", 50, "%", "percent"),
        ("全县七分之二的耕地完成改造。", 200 / 7, "%", "percent"),
        ("出口货值4500亿美元。", 450_000_000_000, "美元", "money"),
        ("新建道路30公里。", 30, "公里", "quantity"),
        ("工业增加值居全市第六。", 6, "名", "rank"),
        ("已连续八年获评先进。", 8, "年", "duration"),
        ("失业率下降0.4个百分点。", -0.4, "百分点", "change"),
        ("工业用电量同比增长5.2%。", 5.2, "%", "change"),
        ("水质优良率达96.9%。", 96.9, "%", "percent"),
    ],
)
def test_a_figure_has_its_value_in_the_base_unit(text: str, value: float, unit: str, kind: str) -> None:
    figure = _only(text)
    assert figure.value == pytest.approx(value)
    assert (figure.unit, figure.kind) == (unit, kind)


@pytest.mark.parametrize(
    ("text", "approx"),
    [
        ("受理案件52.2万多件。", "over"), ("服务群众超百万人次。", "over"), ("刊发稿件70余篇。", "over"),
        ("培训近300人。", "under"), ("时延在20毫秒以内。", "under"), ("投资约20亿元。", "about"),
        ("耗时20天左右。", "about"), ("共有27个网点。", "exact"),
    ],
)  # fmt: skip
def test_words_around_a_number_say_how_exact_it_is(text: str, approx: str) -> None:
    assert _only(text).approx == approx


@pytest.mark.parametrize(
    "text",
    [
        "2021年3月2日召开会议。", "联系电话0750-6661234。", "召开第二次会议。", "荣获二等功。", "落实“两会”部署。",
        "十三五规划完成。", "庆祝建县40周年。", "建成五级体系。", "组建“三人工作小组”。", "围绕三方面部署。",
        "干部一个接一个上台。", "比分为3:1。", "依照第三十条处理。", "前7个月平稳。", "浓度达到PM2.5标准。",
        "走进千家万户。", "6级以上大风来袭。", "零件已备好。",
    ],
)  # fmt: skip
def test_dates_names_ordinals_and_limits_are_no_figures(text: str) -> None:
    assert figures(text) == ()


def test_a_range_is_one_figure_with_both_bounds() -> None:
    figure = _only("气温将下降3～7℃。")
    assert (figure.text, figure.value, figure.value_max) == ("3～7℃", -3, -7)


def test_a_threshold_is_a_figure_where_it_is_the_rule() -> None:
    law = "第一条 为了管理，制定本办法。\n第二条 违者处三千元以上九千元以下罚款。\n第三条 应当在七日内答复，不得拖延。"
    assert [(figure.value, figure.value_max, figure.unit) for figure in figures(law)] == [
        (3000, 9000, "元"),
        (7, None, "日"),
    ]


def test_one_verb_serves_the_figures_that_share_it() -> None:
    first, second = figures("事故起数、死亡人数分别下降38.3%、17.9%。")
    assert (first.value, second.value) == (-38.3, -17.9)
    assert (first.label, second.label) == ("事故起数下降", "事故死亡人数下降")


@pytest.mark.parametrize("scope", ["全国", "世界", "亚洲", "五省二市"])
def test_a_rank_names_the_scope_that_it_holds_in(scope: str) -> None:
    assert [figure.text for figure in figures(f"造林面积{scope}第三。")] == [f"{scope}第三"]


def test_each_figure_of_a_row_is_labelled_by_its_own_noun() -> None:
    found = figures("全县建成村级服务站58个、文化广场12处，培育家庭农场133家。")
    assert [figure.label for figure in found] == [
        "全县建成村级服务站",
        "全县建成文化广场",
        "培育家庭农场",
    ]


def test_a_figure_knows_its_sentence_and_the_period_it_is_about() -> None:
    body = "会议召开。2020年，全县新增就业3500人，比2019年增长8%。"
    first, second = figures(body)
    assert (first.period, second.period) == ("2020年", "2020年")
    assert body[slice(*second.sentence)] == "2020年，全县新增就业3500人，比2019年增长8%。"


@given(
    st.text(
        st.sampled_from(
            "0123456789.,，。%％一二十百千万亿两半成分之第个元年日名内以上超近约多余至—～增长下降同比居全国市“”\n 的"
        ),
        max_size=60,
    )
)
def test_figures_of_any_text_stand_where_they_say(body: str) -> None:
    for figure in figures(body):
        assert body[figure.start : figure.start + len(figure.text)] == figure.text
        assert figure.sentence[0] <= figure.start < figure.sentence[1]
        assert abs(figure.value) < 10**40


def test_names_rates_and_idioms_with_numbers_are_no_figures() -> None:
    text = (
        "同一天发布通报。正在进行二次飞防作业。七人合议庭开庭前应当制作清单。"
        "统筹国内国际两个大局、发展安全两件大事。日元汇率跌至兑1美元的低位。"
    )
    assert figures(text) == ()


def test_a_share_may_be_a_range_and_a_time_may_have_a_half() -> None:
    (share,) = figures("企业承担全部损害的百分之九十至百分之六十。")
    (time,) = figures("工期较去年缩短一个半月。")
    assert (share.value, share.value_max, share.unit) == (90, 60, "%")
    assert (time.value, time.unit, time.text) == (1.5, "个月", "一个半月")


def test_a_limit_and_a_peak_are_no_changes() -> None:
    assert [(f.value, f.kind) for f in figures("破坏率高达92%。赔偿不低于全部损失的百分之五十。")] == [
        (92, "percent"),
        (50, "percent"),
    ]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("办结案件１，２３４宗。", 1234, "宗"), ("完成投资1，234.56万元。", 12_345_600, "元"),
        ("捐款93，708，580元。", 93_708_580, "元"), ("完成投资12 345.6万元。", 123_456_000, "元"),
        ("存款余额12亿3000万元。", 1_230_000_000, "元"), ("罚没款3万6千元。", 36_000, "元"),
        ("人口1万2千人。", 12_000, "人"), ("历时一年半。", 1.5, "年"),
        ("修路3公里半。", 3.5, "公里"), ("补缴费用123元1角1分。", 123.11, "元"),
        ("罚款共计叁万贰仟伍佰元整。", 32_500, "元"), ("项目总投资：3541.07万元", 35_410_700, "元"),
        ("年产值达3亿。", 300_000_000, "元"), ("出游人次49.98亿，持续向好。", 4_998_000_000, "人次"),
        ("工业增加值增长-3.4%。", -3.4, "%"), ("培育出5家以上企业。", 5, "家"),
        ("梳理10项重点事项。", 10, "项"), ("展会为期4天。", 4, "天"),
        ("人均预期寿命78岁。", 78, "岁"), ("发展指数132.6。", 132.6, ""),
        ("出动车辆300辆次。", 300, "辆次"), ("完成20标准箱。", 20, "标准箱"),
        ("投资5亿人民币。", 500_000_000, "元"), ("时速350公里。", 350, "公里/小时"),
        ("减时间83%。", -83, "%"), ("参保人数3600人。", 3600, "人"),
        ("面积500㎡。", 500, "平方米"), ("面积500m2。", 500, "平方米"),
        ("死亡人数位列第2位[1-2]。", 2, "名"), ("降低存款准备金率0.25个百分点。", -0.25, "百分点"),
        ("生产总值[2]29.6亿元。", 2_960_000_000, "元"), ("十种有色金属产量5万吨。", 50_000, "吨"),
        ("利率下调25个基点。", -25, "基点"), ("安排航班近60万班，均已售出。", 600_000, "班"),
        ("2.3本工程占地20亩。", 20, "亩"), ("完成周转量403.5亿吨公里。", 40_350_000_000, "吨公里"),
    ],
)  # fmt: skip
def test_a_value_is_read_however_it_is_written(text: str, value: float, unit: str) -> None:
    figure = _only(text)
    assert figure.value == pytest.approx(value)
    assert figure.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "填报第一、第二志愿。", "实现两位数增长。", "唱好三部曲。", "打造15分钟养老服务圈。", "两年内完成。",
        "世界需要一个多样的渔业。", "总有一天会丰收。",
        "震中300公里范围内震感明显。",
        "有第四、五、六项行为的。", "24小时开放。", "提供24小时退票服务。", "坚持五项原则。",
        "60岁以上老人免票。", "数百人参加。", "推行7*24小时通关。", "促进二手车交易。",
        "比分3：1。", "9:30开会。", "联系电话：0750-6661234",
    ],
)  # fmt: skip
def test_numbers_of_names_and_choices_are_no_figures(text: str) -> None:
    assert figures(text) == ()


def test_a_law_sets_terms() -> None:
    law = (
        "第一条 制定本办法。\n第二条 赔偿金按二十年计算。\n第三条 期限为六个月，应当提前十五日报告，三年规划另行制定。"
    )
    assert [(figure.value, figure.unit, figure.kind) for figure in figures(law)] == [
        (20, "年", "duration"),
        (6, "个月", "duration"),
        (15, "日", "duration"),
    ]


@pytest.mark.parametrize(
    ("text", "approx"),
    [
        ("发放能力不得低于生产能力的百分之九十。", "over"),
        ("发放能力达不到生产能力百分之九十。", "under"),
        ("发放证书50至100张以上。", "over"),
        ("处三千元以上九千元以下罚款。", "exact"),
    ],
)
def test_a_bound_stands_before_what_is_shared_or_behind_a_range(text: str, approx: str) -> None:
    assert _only(text).approx == approx


def test_a_share_that_bounds_a_class_is_no_figure() -> None:
    assert [figure.text for figure in figures("开工率在一半以上的企业占比超过75%。")] == ["超过75%"]


@pytest.mark.parametrize(
    "text",
    ["把安全放在第一位。", "够三口之家使用。", "实行收支两条线。", "坚持两手抓、两手硬。", "用好两个市场两种资源。"],
)
def test_idioms_and_what_is_put_first_are_no_figures(text: str) -> None:
    assert figures(text) == ()


def test_fewer_than_a_number_is_under_it() -> None:
    assert [(figure.value, figure.approx) for figure in figures("检查人员少于2人。")] == [(2, "under")]


def test_a_fine_from_a_share_up_to_the_sum_itself_ends_at_the_whole() -> None:
    text = "第一条 制定本例。\n第二条 适用。\n第三条 有偷运海菜等偷运行为的，处违法金额30%以上等值以下的罚款。"
    assert [(f.value, f.value_max, f.approx, f.label) for f in figures(text)] == [
        (30, 100, "exact", "偷运行为违法金额罚款")
    ]


def test_a_fine_meets_those_whom_the_clause_with_the_warning_names() -> None:
    text = "渔场违反规定的，责令改正；对渔场负有责任的董事和其他直接责任人员给予警告，处5万元以下的罚款。"
    assert [figure.label for figure in figures(text)] == ["渔场违反规定对直接责任人员罚款"]


def test_a_reduced_rate_is_a_level_and_no_fall() -> None:
    assert [(f.value, f.kind) for f in figures("经核定，减按10%税率征收所得税。")] == [(10, "percent")]


def test_more_than_some_months_are_not_some_of_a_thing() -> None:
    assert figures("在岛五个多月，渔工完成巡检。") == ()
