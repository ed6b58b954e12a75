from __future__ import annotations

import io
import zlib

import pikepdf
import pytest

from tests.importers.printed.test_pdf import notice
from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.importers.printed import pdf
from xinhui_viewer.importers.printed.pdf_guard import LARGEST


def test_a_stream_that_would_fill_the_memory_is_refused_before_it_is_opened() -> None:
    out = io.BytesIO()
    packed = zlib.compress(b" " * (LARGEST + 1), level=1)
    with pikepdf.open(io.BytesIO(notice())) as opened:
        opened.pages[0].Contents = opened.make_stream(packed, Filter=pikepdf.Name.FlateDecode)
        opened.save(out, compress_streams=False)
    assert len(out.getvalue()) < 2_000_000
    with pytest.raises(UnreadableSource, match="memory"):
        pdf.read(out.getvalue(), "通知.pdf")
