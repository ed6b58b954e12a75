from __future__ import annotations

import pytest

from xinhui_viewer.text.series_labels import scope, series_label


@pytest.mark.parametrize(
    ("label", "bare", "of"),
    [
        ("全区共接处警", "接处警", "区"),
        ("2020年全区共接处警", "接处警", "区"),
        ("截至年底累计接处警", "接处警", ""),
        ("新增公办学位", "新增公办学位", ""),
        ("全區實現地區生產總值", "地区生产总值", "区"),
        ("我国粮食总产量", "粮食总产量", "国"),
        ("办结率达", "办结率", ""),
        ("共", "共", ""),
    ],
)
def test_a_label_is_compared_without_words_that_do_not_name_the_thing_and_by_its_scope(
    label: str, bare: str, of: str
) -> None:
    assert (series_label(label), scope(label)) == (bare, of)
