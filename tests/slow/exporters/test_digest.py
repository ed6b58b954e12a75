from __future__ import annotations

import io
import tempfile
from pathlib import Path

import pikepdf
import pytest

from tests.exporters.conftest import Texts, entry
from tests.exporters.digests import (
    DIGEST,
    digest,
    notices,
    page_texts,
    require_bookmarks,
    require_contents,
    require_links,
)
from xinhui_viewer.errors import Cancelled
from xinhui_viewer.exporters.pdf import Scale, pdf
from xinhui_viewer.job import Job
from xinhui_viewer.records import Figure

IN_PARTS = Scale(here=3, whole=6, part=6)


@pytest.fixture(scope="module")
def steps() -> list[tuple[int, int]]:
    """The progress reported while ``in_parts`` was made."""
    return []


@pytest.fixture(scope="module")
def in_parts(steps: list[tuple[int, int]]) -> bytes:
    return pdf(digest(*notices(12)), Job(lambda *step: steps.append(step)), DIGEST, IN_PARTS)


def test_more_bulletins_than_fit_one_document_come_as_one_with_continuous_pages(in_parts: bytes) -> None:
    require_contents(in_parts, 12)
    pages = page_texts(in_parts)
    assert [n for n, page in enumerate(pages, 1) if f"Page{n}of{len(pages)}" not in page] == []


def test_the_bookmarks_of_a_joined_digest_are_the_bulletins_with_their_sections_then_the_tables(
    in_parts: bytes,
) -> None:
    require_bookmarks(in_parts, 12)


def test_the_links_of_a_joined_digest_lead_to_the_bulletins(in_parts: bytes) -> None:
    require_links(in_parts, 12)


def test_hostile_bulletins_are_printed_in_full(text_of: Texts) -> None:
    token = "https://yunting.example/" + "a1b2" * 120
    rows = tuple(Figure(f"{n}处", 0, f"第{n}行隐患数", n, "处", "count") for n in range(60))
    content = pdf(
        digest(
            entry(title='#import "x.typ": * $x^2$ <label>', lead=("#panic() *bold* @ref",)),
            entry(title=token, lead=(token,), url=token),
            entry(title="", lead=(), url=""),
            entry(title="xinhui:0", lead=("<script>alert(1)</script> {0} %s",), url="xinhui:99"),
            entry(title="喜报\U0001f389", lead=("前\x00面\u202e的\ud800话。",), figures=rows),
        ),
        layout=DIGEST,
        scale=Scale(here=1, whole=2, part=3),
    )
    text = text_of(content).replace(" ", "")
    wanted = ('#import"x.typ":*$x^2$<label>', "#panic()*bold*@ref", "(untitled)", "喜报〓", "U+1F389", "前面的话。")
    assert [one for one in wanted if one not in text] == []
    assert text.count(token) >= 3
    assert all(f"第{n}行隐患数" in text for n in range(60))


def test_the_same_data_give_the_same_bytes(in_parts: bytes) -> None:
    again = pdf(digest(*notices(12)), layout=DIGEST, scale=IN_PARTS)
    assert again == in_parts


def test_a_joined_digest_claims_pdf_a_and_ua_is_tagged_and_sound(in_parts: bytes) -> None:
    with pikepdf.open(io.BytesIO(in_parts)) as made:
        metadata = made.open_metadata()
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"], metadata["pdfuaid:part"]) == ("2", "A", "1")
        assert str(made.docinfo["/Title"]) == "“防汛”"
        assert made.check_pdf_syntax() == []
        tree = made.Root.StructTreeRoot
        numbers = [int(n) for n in list(tree.ParentTree.Nums)[::2]]
        assert numbers == sorted(set(numbers))
        used = [int(page.obj.StructParents) for page in made.pages]
        assert len(set(used)) == len(made.pages)
        assert set(used) <= set(numbers)


def test_one_too_long_to_be_tagged_says_that_it_is_plain(text_of: Texts) -> None:
    content = pdf(digest(*notices(7)), layout=DIGEST, scale=Scale(here=3, whole=5, part=7, tagged=5))
    assert "plain PDF, not PDF/A" in text_of(content)
    with pikepdf.open(io.BytesIO(content)) as made:
        assert "pdfaid:part" not in made.open_metadata()
        assert "/StructTreeRoot" not in made.Root


def test_cancelled_work_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    job = Job(lambda done, _total: job.cancel() if done == 2 else None)
    with pytest.raises(Cancelled):
        pdf(digest(*notices(12)), job, DIGEST, IN_PARTS)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("in_parts")
def test_progress_goes_up_to_its_end(steps: list[tuple[int, int]]) -> None:
    total = steps[-1][1]
    assert steps == [(n, total) for n in range(1, total + 1)]
