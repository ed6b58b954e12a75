"""Sentences that carry the text of a section."""

from __future__ import annotations

from xinhui_viewer.text.gist import abstract, gist, lead
from xinhui_viewer.text.outline import outline

_BODY = """今年以来，全县农业农村工作稳步推进，现将有关情况通报如下。
一、粮食生产
春耕备耕有序开展，农资供应总体充足。各镇召开了动员会。完成播种面积12.5万亩，同比增长3.2%。技术人员下到田间。发放种粮补贴1800万元。
二、乡村建设
（一）道路
全年新建农村公路45公里，惠及群众2.3万人，沿线村庄出行更加便利。
"""


def test_the_gist_of_a_section_is_its_first_sentence_and_those_with_figures() -> None:
    sections = outline(_BODY)
    assert gist(_BODY, sections[0], sections) == (
        "春耕备耕有序开展，农资供应总体充足。",
        "完成播种面积12.5万亩，同比增长3.2%。",
        "发放种粮补贴1800万元。",
    )


def test_a_section_of_subsections_only_has_no_sentences_of_its_own() -> None:
    sections = outline(_BODY)
    assert [section.heading for section in sections] == ["一、粮食生产", "二、乡村建设", "（一）道路"]
    assert gist(_BODY, sections[1], sections) == ()


def test_the_lead_stands_before_the_first_section() -> None:
    assert lead(_BODY, outline(_BODY)) == ("今年以来，全县农业农村工作稳步推进，现将有关情况通报如下。",)


def test_without_sections_the_whole_body_is_told() -> None:
    body = "县政府召开了全体会议。会议传达了精神。全县签约项目36个。图片"
    assert lead(body, ()) == ("县政府召开了全体会议。", "全县签约项目36个。")


def test_an_abstract_is_of_the_bulletins_own_sentences_in_their_order_and_at_most_200_characters() -> None:
    body = _BODY + "全县新增就业3210人，完成年度目标的107%，创历史新高。" * 3 + "各部门继续做好有关工作。" * 40
    told = abstract(body, outline(body))
    assert sum(map(len, told)) <= 200
    assert [body.index(sentence) for sentence in told] == sorted(body.index(sentence) for sentence in told)
    assert "完成播种面积12.5万亩，同比增长3.2%。" in told


def test_a_sentence_is_taken_once_however_often_the_text_repeats_it() -> None:
    body = "全县新增就业3210人，完成年度目标的107%。\n" * 5
    assert abstract(body, ()) == ("全县新增就业3210人，完成年度目标的107%。",)


def test_a_note_in_brackets_under_the_title_is_no_sentence_of_a_law() -> None:
    note = "（2019年3月8日云汀区第三次会议通过，根据2023年5月6日第九次会议《关于修改〈办法〉的决定》修正（节选））"
    rule = "第一条　为了做好防汛抢险工作，保护群众的生命财产安全，根据有关法律制定本办法。"
    assert abstract(f"{note}\n{rule}", ()) == (rule,)
