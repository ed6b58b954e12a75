"""Titles that a text says are repealed, and sentences that say no such thing."""

from __future__ import annotations

import pytest

from xinhui_viewer.text.repeals import repeals


def repealed(body: str) -> list[str]:
    return [body[start + 1 : end - 1] for start, end in sorted(repeals(body))]


@pytest.mark.parametrize(
    ("body", "titles"),
    [
        ("本办法自2021年5月1日起施行，《甲办法》同时废止。", ["甲办法"]),
        ("本办法自2021年5月1日起施行。《甲办法》（云府〔2015〕3号）同时废止。", ["甲办法"]),
        ("自印发之日起，《甲办法》（云府〔2015〕3号）、《乙规定》（云府[2016]4号）予以废止。", ["甲办法", "乙规定"]),
        ("2015年3月1日云汀县人民政府发布的《甲办法》和2016年印发的《乙规定》同时废止。", ["甲办法", "乙规定"]),
        ("《甲办法》（云府〔2015〕3号），《乙规定》（云府〔2016〕4号）同时废止。", ["甲办法", "乙规定"]),
        ("根据《丙条例》，《甲办法》同时废止。", ["甲办法"]),
        ("根据《丙条例》和《丁条例》，《甲办法》即行废止。", ["甲办法"]),
        ("现公布《丙条例》，《甲办法》同时废止。", ["甲办法"]),
        ("经研究，决定对《甲办法》等3件文件予以废止。", ["甲办法"]),
        ("决定废止《甲办法》（云府〔2015〕3号）和《乙规定》。", ["甲办法", "乙规定"]),
        ("根据《关于废止部分规章的决定》，现废止2015年发布的《甲办法》。", ["甲办法"]),
        ("《关于印发〈甲办法〉的通知》自印发之日起废止。", ["关于印发〈甲办法〉的通知"]),
        ("废止下列文件：\n1.《甲办法》（云府〔2015〕3号）\n2．《乙规定》和《丙》\n特此通知。", ["甲办法", "乙规定"]),
        ("下列文件予以废止：\n（一）《甲办法》\n（二）《乙规定》\n《丁条例》继续有效。", ["甲办法", "乙规定"]),
        ("决定废止以下文件：《甲办法》、《乙规定》；《丙规定》。《丁条例》要落实。", ["甲办法", "乙规定", "丙规定"]),
        ("《甲办法》不予废止。", []),
        ("《甲办法》已废止。", []),
        ("《甲办法》废止后，按《乙规定》执行。", []),
        ("建议废止《甲办法》。", []),
        ("拟对《甲办法》予以废止。", []),
        ("修改或者废止《甲办法》，应当报批。", []),
        ("收到关于废止《甲办法》的建议。", []),
        ("审议了废止《甲办法》的议案。", []),
        ("学习《关于废止部分文件的通知》和《甲办法》。", []),
        ("违反《甲办法》的文件一律废止。", []),
        ("拟废止下列文件：\n《甲办法》\n", []),
        ("废止情况说明：\n《甲办法》\n", []),
        ("《甲办法》施行满五年。有关文件同时废止。", []),
    ],
)  # fmt: skip
def test_only_titles_that_a_sentence_repeals_are_repealed(body: str, titles: list[str]) -> None:
    assert repealed(body) == titles


def test_the_sentence_is_the_evidence_and_a_list_has_the_one_above_it() -> None:
    body = "现通知如下。本办法自5月1日起施行，《甲办法》同时废止。特此通知。\n决定废止下列文件：\n《乙规定》\n"
    said = [body[start:end] for start, end in repeals(body).values()]
    assert said == ["本办法自5月1日起施行，《甲办法》同时废止", "决定废止下列文件："]


@pytest.mark.parametrize("text", ["废止" * 200_000, "《甲办法》废止" * 60_000, "《" * 400_000, "（" * 300_000 + "废止"])
def test_odd_texts_take_linear_time(text: str) -> None:
    assert all(start < end for start, end in repeals(text))
