"""tantivy (pip install tantivy), fed the same terms: bigrams for title and body, the distinct characters besides."""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.benchmarks.search.keeping import Built, batches
from tests.benchmarks.search.queries import Asked
from tests.benchmarks.search.sqlite_peers import PAGE, Page, cut
from tests.benchmarks.search.timing import Clock
from xinhui_viewer.records import Draft, Word
from xinhui_viewer.search.excerpt import excerpt
from xinhui_viewer.text.matches import matches
from xinhui_viewer.text.terms import characters, phrase, terms

INSTALLED = find_spec("tantivy") is not None
TITLE_BOOST = 3.0


def build(path: Path, drafts: Iterable[Draft]) -> Built:
    """Make the index with one thread; return seconds and bytes, the terms are made within them as ours are."""
    path.mkdir()
    tantivy, clock = _tantivy(), Clock()
    index = tantivy.Index(_schema(tantivy), path=str(path))
    writer = index.writer(heap_size=256_000_000, num_threads=1)
    at = 0
    for batch in batches(drafts):
        with clock.running():
            for draft in batch:
                writer.add_document(_document(tantivy, at, draft))
                at += 1
    with clock.running():
        writer.commit()
        writer.wait_merging_threads()
    return {"wall": clock.wall, "cpu": clock.cpu, "bytes": sum(file.stat().st_size for file in path.iterdir())}


class Tantivy:
    """tantivy's answers: phrases of bigrams, the title weighing more, 50 documents fetched for their excerpts."""

    def __init__(self, path: Path) -> None:
        self._tantivy = _tantivy()
        self._schema = _schema(self._tantivy)
        self.searcher = self._tantivy.Index.open(str(path)).searcher()

    def relevance(self, one: Asked) -> Page:
        """Return the best first, without counting: tantivy may then skip what cannot be among them."""
        return self._page(self.searcher.search(self.query(one), PAGE, count=False).hits, one)

    def counted(self, one: Asked) -> Page:
        """Return the best first, counting the results."""
        return self._page(self.searcher.search(self.query(one), PAGE, count=True).hits, one)

    def newest(self, one: Asked) -> Page:
        """Return the newest first, by a fast field."""
        return self._page(self.searcher.search(self.query(one), PAGE, count=False, order_by_field="day").hits, one)

    def excerpted(self, one: Asked) -> Page:
        """Return the best first with the excerpts that this program cuts: of all places the densest, by sentences."""
        hits = self.searcher.search(self.query(one), PAGE, count=False).hits
        words = [Word(word) for word in one.words]
        found = ((each["n"][0], bytes(each["body"][0]).decode()) for each in map(self.searcher.doc, _addresses(hits)))
        return [(number, excerpt(body, matches(body, words)).text) for number, body in found]

    def ids(self, one: Asked, limit: int, either: bool = False) -> list[int]:
        """Return the numbers of the best documents; with ``either`` one word is enough."""
        hits = self.searcher.search(self.query(one, either), limit, count=False).hits
        return [self.searcher.doc(address)["n"][0] for _, address in hits]

    def query(self, one: Asked, either: bool = False) -> Any:
        """Return the query for tantivy."""
        occur = self._tantivy.Occur
        wanted = occur.Should if either else occur.Must
        parts = [(wanted, self._word(word)) for word in one.words]
        parts += [(occur.MustNot, self._word(word)) for word in one.without]
        return self._tantivy.Query.boolean_query(parts)

    def _word(self, word: str) -> Any:
        asked = phrase(word)
        query = self._tantivy.Query
        if asked.single:
            return query.term_query(self._schema, "single", asked.tokens[0], "basic")
        title, body = (self._phrase(field, list(asked.tokens)) for field in ("title_terms", "body_terms"))
        should = self._tantivy.Occur.Should
        return query.boolean_query([(should, query.boost_query(title, TITLE_BOOST)), (should, body)])

    def _phrase(self, field: str, tokens: list[str]) -> Any:
        query = self._tantivy.Query
        if len(tokens) == 1:
            return query.term_query(self._schema, field, tokens[0])
        return query.phrase_query(self._schema, field, tokens)

    def _page(self, hits: list[Any], one: Asked) -> Page:
        found = (self.searcher.doc(address) for _, address in hits)
        return [(each["n"][0], cut(bytes(each["body"][0]).decode(), one.words)) for each in found]


def _addresses(hits: list[Any]) -> list[Any]:
    return [address for _, address in hits]


def _tantivy() -> Any:
    return importlib.import_module("tantivy")


def _schema(tantivy: Any) -> Any:
    builder = tantivy.SchemaBuilder()
    for field in ("title", "body"):
        builder.add_bytes_field(field, stored=True)  # a text field would be indexed, too
        builder.add_text_field(f"{field}_terms", tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("single", tokenizer_name="whitespace", index_option="basic")
    builder.add_integer_field("n", stored=True)
    builder.add_integer_field("day", fast=True)
    return builder.build()


def _document(tantivy: Any, n: int, draft: Draft) -> Any:
    assert draft.facts.published is not None
    return tantivy.Document(
        n=n,
        day=draft.facts.published.toordinal(),
        title=draft.facts.title.encode(),
        body=draft.body.encode(),
        title_terms=terms(draft.facts.title),
        body_terms=terms(draft.body),
        single=characters(f"{draft.facts.title}\n{draft.body}"),
    )
