from __future__ import annotations

from io import BytesIO

import pytest
from docx.oxml.ns import qn
from docx.shared import Cm

from tests.importers.word.files import (
    DOT,
    FIRST,
    SECOND,
    TITLE,
    draft,
    empty,
    line,
    p,
    related,
    saved,
    word,
)


def test_pictures_are_attachments_in_their_place_with_a_description_of_people_as_caption() -> None:
    document = empty()
    line(document, TITLE, 22, centred=True)
    line(document, FIRST)
    for described in ("防汛演练现场", "图片 1"):
        document.add_picture(BytesIO(DOT), Cm(1))
        next(document.paragraphs[-1]._p.iter(qn("wp:docPr"))).set("descr", described)
    line(document, SECOND)
    found = draft(saved(document))
    (image,) = found.attachments
    assert (image.content, image.media_type) == (DOT, "image/png")
    shown = [(block.image, found.body[block.start : block.end]) for block in found.blocks if block.kind == "image"]
    assert shown == [(image.name, "防汛演练现场"), (image.name, "")]
    assert [block.kind for block in found.blocks] == ["paragraph", "image", "image", "paragraph"]


def test_a_picture_that_cannot_be_shown_is_left_out_and_counted() -> None:
    drawn = '<w:p><w:r><w:drawing><wp:inline><a:blip r:embed="i"/></wp:inline></w:drawing></w:r></w:p>'
    files: dict[str, str | bytes] = {
        "word/_rels/document.xml.rels": related(("i", "image", "media/a.emf")),
        "word/media/a.emf": b"\x01\x00\x00\x00" + bytes(100),
    }
    found = draft(word(p(TITLE) + p(FIRST) + drawn, files))
    assert (found.body, found.attachments) == (FIRST, ())
    assert found.warnings == ("1 pictures were left out: too many, too large or of an unknown kind.",)


@pytest.mark.parametrize("described", ["", "003", "图片 1"])
def test_a_document_of_pictures_alone_is_kept_with_a_warning(described: str) -> None:
    document = empty()
    document.add_picture(BytesIO(DOT), Cm(1))
    next(document.paragraphs[-1]._p.iter(qn("wp:docPr"))).set("descr", described)
    found = draft(saved(document))
    assert len(found.attachments) == 1
    assert found.warnings == ("The file contains pictures but no text; it was kept but cannot be searched.",)
