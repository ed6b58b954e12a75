"""The title of a document that sets all in one type: its first line, over paragraphs of sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xinhui_viewer.importers.heads.generic import is_never_title, says_little
from xinhui_viewer.importers.printed.paragraphs import Paragraph
from xinhui_viewer.importers.printed.title import may_be_title
from xinhui_viewer.text.markers import marker

_HAN = re.compile("[\u4e00-\u9fff]")
_SHORTEST, _LONGEST = 4, 40  # Han signs, characters
_WITHIN, _SENTENCE = 12, re.compile("[\u4e00-\u9fff]{4}[^。]*。")  # paragraphs below, of which one has a sentence


def plain_title(found: Sequence[Paragraph]) -> str:
    """Return the first line as the title; empty where it is a sentence, a section, a label, or stands over none."""
    one = found[0]
    below = [other for other in found[1:_WITHIN] if other.page == one.page and not other.rows]
    stands_over_text = any(_SENTENCE.search(other.text) for other in below)
    return one.text if stands_over_text and _is_short(one) and _names_something(one) else ""


def _is_short(one: Paragraph) -> bool:
    """Return whether a paragraph is a line that ends no sentence."""
    long_enough = len(_HAN.findall(one.text)) >= _SHORTEST and len(one.text) <= _LONGEST
    return long_enough and not one.rows and not one.end and one.text[-1] not in "。；：:，、！？"


def _names_something(one: Paragraph) -> bool:
    numbered = marker(one.text.strip()) is not None
    return not (numbered or is_never_title(one.text) or says_little(one.text)) and may_be_title(one)
