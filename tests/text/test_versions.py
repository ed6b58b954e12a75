"""Each VERSION is tied to the data derived from the sample's pages: archives derive it again when the VERSION grows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import astuple

import pytest

from xinhui_viewer.importers import read
from xinhui_viewer.records import Draft
from xinhui_viewer.resources import resource
from xinhui_viewer.text import terms, understanding
from xinhui_viewer.text.gist import abstract, gist, lead
from xinhui_viewer.text.outline import outline

# When one of these fails, raise the VERSION it names and write it here with the new sum; if only the sample's pages
# have changed, the sum alone.
UNDERSTOOD = (6, "62ebe9766a46eeb5")
INDEXED = (3, "8115b62a4bae6396")


@pytest.fixture(scope="module")
def drafts() -> tuple[Draft, ...]:
    pages = sorted(resource("sample", "pages").iterdir())
    return tuple(draft for page in pages for draft in read(page)[1])


def test_outlines_figures_and_gists_are_others_only_in_another_version(drafts: tuple[Draft, ...]) -> None:
    assert (understanding.VERSION, _sum(_understood(drafts))) == UNDERSTOOD


def test_terms_are_others_only_in_another_version(drafts: tuple[Draft, ...]) -> None:
    assert (
        terms.VERSION,
        _sum(" ".join(terms.terms(draft.facts.title + "\n" + draft.body)) for draft in drafts),
    ) == INDEXED


def _understood(drafts: tuple[Draft, ...]) -> Iterator[str]:
    for draft in drafts:
        sections = outline(draft.body, draft.blocks)
        yield from (repr(astuple(section)) for section in sections)
        yield from (
            repr(astuple(figure)) for figure in understanding.key_figures(draft.body, draft.blocks, draft.facts.title)
        )
        yield repr((lead(draft.body, sections), abstract(draft.body, sections)))
        yield from (repr(gist(draft.body, section, sections)) for section in sections)


def _sum(lines: Iterator[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
