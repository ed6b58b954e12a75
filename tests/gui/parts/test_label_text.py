"""The words that tables give for labels that are not sure."""

from __future__ import annotations

from typing import get_args

import pytest

from xinhui_viewer.gui.parts.label_text import doubt_text
from xinhui_viewer.records import Figure
from xinhui_viewer.text.label_sureness import Doubt, doubt

LABELS: dict[Doubt, Figure] = {
    "short": Figure("3个", 0, "渔灯", 3, "个", "count"),
    "long": Figure("3个", 0, "渔灯“海风", 3, "个", "count"),
    "told": Figure("3个", 0, "渔民认为渔灯", 3, "个", "count"),
    "compared": Figure("3%", 0, "同比增长", 3, "%", "change"),
    "verb": Figure("3个", 0, "先后新建", 3, "个", "count"),
    "attribute": Figure("3%", 0, "办结率", 3, "%", "percent"),
    "bearer": Figure("3%", 0, "平湖渔区企业", 3, "%", "percent"),
    "plain": Figure("3个", 0, "试点岛屿", 3, "个", "count"),
}


@pytest.mark.parametrize("why", get_args(Doubt))
def test_every_doubt_about_a_label_is_told_in_a_sentence(why: Doubt) -> None:
    figure = LABELS[why]
    assert doubt(figure.label, figure.text, figure.kind) == why
    assert doubt_text(figure).endswith((".", "。"))
