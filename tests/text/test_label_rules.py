"""The rules for labels, a case each: a sentence and the label of its last quantity."""

from __future__ import annotations

import pytest

from xinhui_viewer.text.figures import figures
from xinhui_viewer.text.labels import RULES, Rule, explained
from xinhui_viewer.text.quantities import quantities

CASES = {
    "one of several subjects, A、B分别下降1%、2%": ("事故起数、死亡人数分别下降38.3%、17.9%。", "死亡人数下降"),
    "a change of the subject, 同比增长8%": ("新增就业3500人，同比增长8%。", "新增就业同比增长"),
    "one of a row, 服务站58个、12处广场": ("建成服务站58个、12处文化广场。", "建成文化广场"),
    "a share or rank of the subject, 达96%": ("水质优良断面58个，达96%。", "水质优良断面"),
    "a comparison, 占30%": ("培训农民300人，占总数的30%。", "占总数"),
    "a subject of its own": ("会议召开，发放补贴1800万元。", "发放补贴"),
}


@pytest.mark.parametrize("row", RULES, ids=lambda row: row.name)
def test_a_rule_labels_its_case(row: Rule) -> None:
    sentence, label = CASES[row.name]
    found = quantities(sentence)
    kinds = [figure.kind for figure in figures(sentence)]
    assert list(explained(sentence, found, kinds))[-1] == (label, row)


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
