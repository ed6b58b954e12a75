"""The rules for labels, a case each: a sentence and the label of one of its quantities."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xinhui_viewer.records import FigureKind
from xinhui_viewer.text.figures import figures
from xinhui_viewer.text.labels import RULES, Rule, explained
from xinhui_viewer.text.quantities import quantities

CASES = {
    "a fine, 处三万元罚款": ("单位在现场搅拌砂浆的，责令改正；逾期不改正的，处一万元罚款。", "单位在现场搅拌砂浆罚款"),
    "a time that a law reckons with, 按二十年计算": ("丧失能力的，按二十年计算。", "丧失能力计算年限"),
    "a term, 之日起十五日内申请": ("审查机关应当自收到申请之日起十五日内作出决定。", "审查机关作出决定期限"),
    "the first of several subjects, A、B分别下降1%、2%": (
        "矿山事故起数、死亡人数分别下降8%。",
        "矿山事故起数、矿山事故死亡人数下降",
    ),
    "the next of several subjects": ("矿山事故起数、死亡人数分别下降38.3%、17.9%。", "矿山事故死亡人数下降"),
    "a value then, 由去年的7%降至4%": ("登记失业率由去年的7.1%降至4.3%。", "登记失业率"),
    "a value now": ("登记失业率由去年的7.1%降至4.3%。", "登记失业率"),
    "a level of the subject, 突破40起，达到42起": ("全国发生的火情超过40起，达到42起。", "全国发生的火情"),
    "a change of the subject, 同比增长8%": ("新增就业3500人，同比增长8%。", "新增就业同比增长"),
    "a rank of the subject, 居全省第三": ("工业投资增长8%，位列三县第二。", "工业投资增速位列三县"),
    "one of a row, 服务站58个、12处广场": ("建成服务站58个、12处文化广场。", "建成文化广场"),
    "another thing of its verb, 办理议案5项、建议8件": ("办理县人大代表议案5件、建议87件。", "办理县人大代表建议"),
    "a share or rank of the subject, 达96%": ("水质优良断面58个，达96%。", "水质优良断面"),
    "an attribute of the subject, 办结率": ("录入网格事件52件，办结率达99.4%。", "网格事件办结率"),
    "a comparison, 占30%": ("培训农民300人，占总数的30%。", "培训农民占总数"),
    "a thing by its extent, 全长9公里的公路": ("全长209公里的环山公路，已经通车。", "环山公路全长"),
    "a side of the subject, 南北宽240公里": ("云岭盆地位于甲县北部，东西长27公里，南北宽24公里。", "云岭盆地南北宽"),
    "a peak of what stands before, 期限最长十年": ("确定合理的护理期限，但最长不超过240个月。", "护理期限最长"),
    "a verb of what stands before, 受理投诉9件，解决8件": ("受理消费者投诉985件，解决567件。", "解决消费者投诉"),
    "what an event caused, 造成3人死亡": ("厂房发生一起特别重大火灾事故，造成38人死亡。", "火灾事故造成死亡"),
    "a subject of its own": ("会议召开，发放补贴1800万元。", "发放补贴"),
}


@pytest.mark.parametrize("row", RULES, ids=lambda row: row.name)
def test_a_rule_labels_its_case(row: Rule) -> None:
    sentence, label = CASES[row.name]
    found = quantities(sentence, legal="law" in row.name)
    kinds: list[FigureKind] = ["duration"] if "law" in row.name else [figure.kind for figure in figures(sentence)]
    assert (label, row) in explained(sentence, found, kinds)


@pytest.mark.parametrize(
    "word",
    [
        "的", "了", "已", "共", "计", "达到", "至", "为", "是", "有", "约", "近", "超过", "突破", "逾", "累计",
        "总计", "合计", "分别", "位居", "名列", "排名", "居", "列", "在", "由", "从", "携", "每年", "以", "等", "各",
        "较", "实现了", "成为", "稳定", "历史性", "提升至", "降至", "升至", "增加到", "减少到",
        "降低到", "提高到", "调整为", "保持", "不低于",
    ],
)  # fmt: skip
def test_a_word_that_leads_to_the_number_stays_out_of_the_label(word: str) -> None:
    assert [figure.label for figure in figures(f"造林面积{word}35.2亩。")] == ["造林面积"]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("一、二、三产业增加值分别为1亿元、2亿元和3亿元。", ["第一产业增加值", "第二产业增加值", "第三产业增加值"]),
        ("一产、二产增加值分别增长6%、5%，分别居全国第二、第七。",
         ["一产增加值增长", "二产增加值增长", "一产增加值增速居全国", "二产增加值增速居全国"]),
        ("免税购物金额、购物件数分别为2亿元、7万件。", ["免税购物金额", "免税购物件数"]),
        ("进出港船舶达5万艘次，货物吞吐量达9亿吨，分别增长4%、5%。",
         ["进出港船舶", "货物吞吐量", "进出港船舶增长", "货物吞吐量增长"]),
        ("事故造成2人死亡、26人受伤。", ["事故造成死亡", "事故造成受伤"]),
        ("发放200元助学金、定制的61套校服。", ["发放助学金", "定制校服"]),
        ("走访31户91人。", ["走访户数", "走访人数"]),
        ("生产总值[2]29.6亿元。", ["生产总值"]),
        ("整顿涣散村（社区）党组织13个。", ["整顿涣散村（社区）党组织"]),
        ("依托甲桥、乙桥等21处重点区域面貌提升。", ["重点区域面貌提升"]),
        ("建成62个网格为单元的服务体系。", ["建成网格"]),
        ("对单位处三万元罚款，对个人处一万元罚款。", ["对单位罚款", "对个人罚款"]),
        ("保有量突破50万辆。", ["保有量"]),
        ("空袭在多地造成23人死亡、超过120人受伤。", ["空袭在多地造成死亡", "空袭在多地造成受伤"]),
        ("水电站、风电场等新建项目分别增长4%、5%。", ["水电站新建项目增长", "风电场新建项目增长"]),
        ("流动量达15亿人次，日均3亿人次。", ["流动量", "流动量日均"]),
        ("对批发企业处二万元罚款。", ["对批发企业罚款"]),
        ("来自22个邻国的百余名画家参加采风。", ["邻国", "邻国画家"]),
        ("风电装机容量已经连续10年领先。", ["风电装机容量"]),
        ("全县城市最低生活保障标准提高到每人每月50元。", ["全县城市最低生活保障标准提高到每人每月"]),
        ("甲镇组织水利、应急等部门对辖区7座水库巡查。", ["辖区水库巡查"]),
        ("节能量超过30万吨标准煤。", ["节能量"]),
        ("县公路车流量日均约6万辆次。", ["县公路车流量日均"]),
        ("今年的花市打造30组花灯。", ["花市打造花灯"]),
        ("渔业、盐业增加值占全县比重分别达到24%、14.1%。", ["渔业占全县比重", "盐业增加值占全县比重"]),
        ("带动全县80万渔民增收。", ["带动全县渔民增收"]),
        ("运动会设8个大项16个分项176个小项。", ["运动会设大项", "分项", "小项"]),
        ("来自30多个国家和地区的500余名渔民参加。", ["国家和地区", "国家和地区渔民"]),
        ("云岭县有21个渔港，其中7个位于海岛。", ["云岭县渔港", "云岭县渔港位于海岛"]),
        ("渔船遭到特别重大风暴袭击，造成3人死亡。", ["风暴袭击造成死亡"]),
        ("车间发生一起火灾事故，造成2人死亡，另有2人受伤。", ["火灾事故造成死亡", "火灾事故造成受伤"]),
        ("转移渔民6600人，59条航道封闭。", ["转移渔民", "航道封闭"]),
        ("出租率由30%提至50%。", ["出租率", "出租率"]),
        ("渔港试点拓展至28家。", ["渔港试点"]),
        ("渔产品出口额增长33%，与丙国增长52%。", ["渔产品出口额增长", "渔产品出口额与丙国增长"]),
        ("县里建立了4个监测点。", ["县里建立监测点"]),
        ("乡里还组建了13个工作队。", ["乡里组建工作队"]),
        ("获得70项金奖和97项银奖。", ["获得金奖", "获得银奖"]),
        ("12个镇（街道）治理中心挂牌。", ["镇（街道）治理中心挂牌"]),
        ("云岭县就出台了拓展渔业消费、发展观光等24条举措。", ["出台举措"]),
        ("渔业贡献率59%，比上年同期高出1.5个百分点。", ["渔业贡献率", "渔业贡献率比上年同期高出"]),
    ],
)  # fmt: skip
def test_each_figure_has_the_subject_that_the_sentence_gives_it(text: str, labels: list[str]) -> None:
    assert [figure.label for figure in figures(text)] == labels


@given(
    st.text(
        st.sampled_from(
            "甲乙丙分别、和，。其中增长下降造成死亡处罚款的由至等每第一二三1234%元人户个全市居占率完成（）[]连续"
        ),
        max_size=60,
    )
)
def test_labels_of_any_text_are_part_of_the_sentence_or_its_unit(body: str) -> None:
    assert all(len(figure.label) <= 60 for figure in figures(body))
