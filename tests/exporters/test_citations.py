from __future__ import annotations

from dataclasses import replace

import pytest

from tests.exporters.conftest import MADE, URL, Texts, entry
from xinhui_viewer.exporters.pdf import pdf
from xinhui_viewer.facts import Facts
from xinhui_viewer.records import Layout, Summary
from xinhui_viewer.summary.cite import reference

CITATIONS = Layout(template="citations")


def test_every_reference_is_printed_with_its_number(text_of: Texts) -> None:
    entries = tuple(entry(title=f"第{n}号公告", url=f"{URL}{n}") for n in range(1, 31))
    text = "".join(text_of(pdf(Summary("", entries, MADE), layout=CITATIONS)).split())
    for n, one in enumerate(entries, 1):
        assert f"[{n}]" in text
        assert "".join(reference(one).split()) in text


@pytest.mark.parametrize(
    "title", ["#set page() $x$ *b* _i_ @a <l>", "<script>alert(1)</script>", "a\u202eb\x07c", "长" * 400, "x" * 500]
)
def test_hostile_titles_are_printed_as_they_stand(text_of: Texts, title: str) -> None:
    one = entry(title=title, url="https://example.cn/" + "a" * 400)
    text = "".join(text_of(pdf(Summary("", (one,), MADE), layout=CITATIONS)).split())
    assert "".join(reference(one).split()) in text


def test_a_bulletin_of_which_nothing_is_known_has_a_reference(text_of: Texts) -> None:
    nothing = replace(entry(), facts=Facts())
    assert "[1]" in text_of(pdf(Summary("", (nothing,), MADE), layout=CITATIONS))
