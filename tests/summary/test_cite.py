from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import pytest

from tests.builders import RETRIEVED
from xinhui_viewer.facts import Facts
from xinhui_viewer.records import Provenance
from xinhui_viewer.summary.cite import kind, reference

FILE = Provenance("ab", "a.html", "text/html", "", RETRIEVED, "html", RETRIEVED)
URL = "http://www.donghe.example/1.html"
NEWS = Facts("防汛进村", published=date(2021, 3, 2), source="东河日报", edition="3")
NOTICE = Facts("关于防汛的通知", written=date(2021, 2, 22), issuer="东河镇人民政府", source="党政办")


@dataclass(frozen=True)
class One:
    facts: Facts
    provenance: Provenance


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        (NEWS, "防汛进村[N]. 东河日报, 2021-03-02(3)."),
        (replace(NEWS, edition=""), "防汛进村[N]. 东河日报, 2021-03-02."),
        (replace(NEWS, url=URL), f"防汛进村[N/OL]. 东河日报, 2021-03-02(3)[2024-05-06]. {URL}"),
        (replace(NEWS, authors=("张三", "李四")), "张三, 李四. 防汛进村[N]. 东河日报, 2021-03-02(3)."),
        (replace(NEWS, authors=("甲", "乙", "丙", "丁")), "甲, 乙, 丙, 等. 防汛进村[N]. 东河日报, 2021-03-02(3)."),
        (NOTICE, "东河镇人民政府. 关于防汛的通知[Z]. 党政办, 2021-02-22成文."),
        (replace(NOTICE, url=URL), f"东河镇人民政府. 关于防汛的通知[EB/OL]. (2021-02-22成文)[2024-05-06]. {URL}"),
        (replace(NOTICE, published=date(2021, 3, 2)), "东河镇人民政府. 关于防汛的通知[Z]. 党政办, 2021-03-02."),
    ],
)
def test_a_reference_is_made_of_what_is_known(facts: Facts, said: str) -> None:
    assert reference(One(facts, FILE)) == said


def test_a_reference_to_articles_names_them_behind_the_title() -> None:
    assert (
        reference(One(NOTICE, FILE), "第三条") == "东河镇人民政府. 关于防汛的通知: 第三条[Z]. 党政办, 2021-02-22成文."
    )
    numbered = One(replace(NOTICE, document_number="东政〔2021〕3号"), FILE)
    assert "通知: 东政〔2021〕3号, 第三条至第五条[Z]" in reference(numbered, "第三条至第五条")


@pytest.mark.parametrize("source", ["东河日报", "东河晚报社", "东河日报客户端", "大公报", "文汇报"])
def test_an_article_of_a_newspaper_is_cited_as_one(source: str) -> None:
    assert kind(Facts(source=source)) == "N"


@pytest.mark.parametrize("source", ["东河镇党政办", "东河简报", "东河县人民政府公报", "通报", "", "东河电视台"])
def test_what_no_newspaper_printed_is_not(source: str) -> None:
    assert kind(Facts(source=source)) == "Z"
