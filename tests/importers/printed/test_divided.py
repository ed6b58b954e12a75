from __future__ import annotations

import pytest

from tests.importers.printed.test_layout import SERIF, draft
from xinhui_viewer.importers.printed.divided import whole_words, words


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("the infor-", "mation of all"), ["the information of all"]),  # nothing else in the text: the setter's
        (("the Infor-", "mation of all"), ["the Information of all"]),
        (("a long-", "term plan; all long-term plans"), ["a long-term plan; all long-term plans"]),
        (("a long-", "term plan", "of one long term"), ["a long-term plan", "of one long term"]),
        (("plans over-", "all", "over all, an overall plan"), ["plans overall", "over all, an overall plan"]),
        (("by e-", "mail"), ["by e-", "mail"]),  # one letter is not divided from its word
        (("the Wi-", "Fi and COVID-", "19"), ["the Wi-", "Fi and COVID-", "19"]),
        (("from 2020-", "2021"), ["from 2020-", "2021"]),
        (("see para-", "graph and sen-", "tence"), ["see paragraph and sentence"]),
        (("a word -", "and more"), ["a word -", "and more"]),
        ((), []),
    ],
)
def test_a_divided_word_is_whole_and_keeps_a_hyphen_of_its_own(lines: tuple[str, ...], text: list[str]) -> None:
    assert whole_words(lines, words(lines)) == text


def test_words_that_a_setter_divides_are_found_whole() -> None:
    text = "The municipal administration coordinates environmental supervision and organises inspections. " * 4
    found = draft(f'{SERIF}#set text(lang: "en", hyphenate: true)\n#block(width: 150pt)[#par(justify: true)[{text}]]')
    assert text.strip() in found.facts.title + found.body
