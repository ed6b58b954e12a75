"""Licences as forms: each label is read with its value, wherever the form has them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.importers.printed.test_ofd import CONTENT, code, draft, page, text_object
from tests.importers.word.documents import ofd

FIELDS = (
    ("名称", "云汀水业有限公司"),
    ("地址", "云汀县沿河路8号"),
    ("许可范围", "取用地表水，年取水量不超过五十万立方米"),
)
ISSUED = (("发证机关", "云汀县水利局"), ("发证日期", "2024年4月29日"))


def _apart(label: str, value: str, y: float) -> list[str]:
    return [text_object(code(label), y, x=20), text_object(code(value), y, x=70)]


def _one(label: str, value: str, y: float) -> list[str]:
    return [text_object(code(f"{label}：{value}"), y, x=20)]


def _spread(label: str, value: str, y: float) -> list[str]:
    return [text_object(code("　".join(label) + "："), y, x=20), text_object(code(value), y + 0.5, x=90)]


@pytest.mark.parametrize("field", [_apart, _one, _spread])
def test_the_labels_of_a_licence_say_who_issued_it_and_when(field: object) -> None:
    assert callable(field)
    rows = [one for at, (label, value) in enumerate((*FIELDS, *ISSUED)) for one in field(label, value, 60 + 15 * at)]
    found = draft(ofd(parts={CONTENT: page(text_object(code("取水许可证"), 30, 'Size="10"', 80), *rows)}))
    assert (found.facts.title, found.facts.issuer, found.facts.published) == (
        "取水许可证",
        "云汀县水利局",
        date(2024, 4, 29),
    )
    solid = "".join(found.body.split()).replace("：", "")
    assert all(f"{label}{value}" in solid for label, value in FIELDS)


def test_a_notice_about_licences_is_no_licence() -> None:
    rows = [one for at, (label, value) in enumerate((*FIELDS, *ISSUED)) for one in _one(label, value, 60 + 15 * at)]
    found = draft(ofd(parts={CONTENT: page(text_object(code("取水许可证发放的公告"), 30, 'Size="10"', 60), *rows)}))
    assert (found.facts.issuer, found.facts.published) == ("", None)


def test_an_invoice_is_of_the_day_in_its_form() -> None:
    rows = [*_one("开票日期", "2024年4月29日", 60), *_one("名称", "云汀水业有限公司", 75)]
    found = draft(ofd(parts={CONTENT: page(text_object(code("云汀增值税电子普通发票"), 30, 'Size="10"', 60), *rows)}))
    assert (found.facts.title, found.facts.published) == ("云汀增值税电子普通发票", date(2024, 4, 29))
