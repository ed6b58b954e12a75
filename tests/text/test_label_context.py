"""The words before a figure whose label is not sure."""

from __future__ import annotations

import pytest

from xinhui_viewer.text.figures import figures
from xinhui_viewer.text.label_context import context


def _contexts(body: str) -> list[str]:
    return [context(figure, body) for figure in figures(body)]


def test_a_sure_label_has_no_context() -> None:
    assert _contexts("全县开展渔港整治。新建村级服务站58个。") == [""]


@pytest.mark.parametrize(
    ("body", "about"),
    [
        ("巡查队开展河道清理行动，共完成12次。", "巡查队开展河道清理行动"),
        ("2031年，云岭县推进渔港整治。共完成12次。", "云岭县推进渔港整治"),
        ("全县推进老旧小区改造。\n一、渔港整治情况\n共完成12次。", "渔港整治情况"),
    ],
    ids=["its own sentence", "the sentence before", "the heading"],
)
def test_an_unsure_label_has_the_nearest_words_that_name_something(body: str, about: str) -> None:
    assert _contexts(body)[-1] == about


def test_neither_another_paragraph_nor_a_line_that_is_no_heading_is_a_context() -> None:
    assert _contexts("全县推进渔港整治工作。\n共完成12次。") == [""]


def test_a_piece_of_the_text_gives_the_same_context() -> None:
    body = "第一段说明。" * 100 + "\n2031年，云岭县推进渔港整治。共完成12次。"
    (figure,) = figures(body)
    at = figure.start - 60
    assert context(figure, body[at:], at) == context(figure, body) == "云岭县推进渔港整治"


def test_a_long_text_takes_no_longer_than_its_last_words() -> None:
    body = "渔港，" * 200_000 + "共完成12次。"
    assert all(len(about) <= 24 for about in _contexts(body))
