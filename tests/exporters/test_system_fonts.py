from __future__ import annotations

import io

import pikepdf

from tests.exporters.conftest import entry, summary
from xinhui_viewer.exporters.pdf import pdf
from xinhui_viewer.exporters.system_fonts import without_glyph
from xinhui_viewer.records import Layout

RARE, UNASSIGNED, PRIVATE = "\U00030000", "\u0378", "\ue123"


def test_a_character_that_no_font_has_is_named_and_private_ones_are_never_taken_from_the_system() -> None:
    assert without_glyph({UNASSIGNED, PRIVATE}) == {UNASSIGNED, PRIVATE}


def test_pages_are_plain_but_tagged_when_nothing_archival_is_asked_for() -> None:
    with pikepdf.open(io.BytesIO(pdf(summary(entry()), layout=Layout(archival=False)))) as made:
        assert "pdfaid:part" not in made.open_metadata()
        assert made.Root.MarkInfo.Marked
