from __future__ import annotations

import time

import pytest

from tests.importers.word.files import (
    draft,
    word,
)
from xinhui_viewer.errors import UnreadableSource


@pytest.mark.parametrize("unit", ["<w:p/>", "<w:p><w:r><w:t>字</w:t></w:r></w:p>", "<w:p><w:r/></w:p>"])
def test_a_document_of_a_million_paragraphs_is_refused_before_it_is_parsed(unit: str) -> None:
    content = word(unit * 1_000_000)
    started = time.process_time()
    with pytest.raises(UnreadableSource, match="too large"):
        draft(content)
    assert time.process_time() - started < 5
