"""What is said above an answer: its filters, the official words that were searched, and why nothing was found."""

from __future__ import annotations

from collections.abc import Iterator

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.gui.results.hints import Hint
from xinhui_viewer.i18n import tr, trn
from xinhui_viewer.records import Found, Query
from xinhui_viewer.search.explain import Offer, offers
from xinhui_viewer.search.parse import describe
from xinhui_viewer.search.refine import as_typed, filters
from xinhui_viewer.search.suggest import near_titles

_MOST = 8


def explained(db: Archive, query: Query, found: Found) -> tuple[Hint, ...]:
    """Return the lines above an answer, the first to be read first."""
    return tuple(_hints(db, query, found))


def _hints(db: Archive, query: Query, found: Found) -> Iterator[Hint]:
    chips = tuple((tr("{filter}  ×").format(filter=one.words), one.without) for one in filters(query.text))
    if chips:
        yield Hint("", chips)
    if query.unknown and found.count:  # without a hit, it is said below how all of the query was understood
        yield Hint(tr("Searched as text: {words}").format(words=tr(", ").join(query.unknown)))
    partial = sum(bool(hit.missing) for hit in found.hits)
    if partial and found.count:
        yield Hint(tr("Nearest partial matches: {n}").format(n=partial))  # of how many is not known
    if not found.count:
        yield Hint(tr("No bulletin has all of this. Understood as: {query}").format(query=describe(query)))
        near = tuple(_said(offer) for offer in offers(db, query))[:_MOST]
        if near:
            yield Hint(tr("What would be found:"), near, explains=True)
        titles = near_titles(db, query.text)
        if titles:
            yield Hint(
                tr("Titles that sound so:"), tuple((title.text[:30], title.query) for title in titles), explains=True
            )
    for everyday, official in found.also:
        text = tr("Also searched: {words}").format(words=f"{everyday} → {tr(', ').join(official)}")
        alone = as_typed(query.text, everyday)
        yield Hint(text, ((tr("Only “{word}”").format(word=everyday), alone),) if alone != query.text else ())


def _said(offer: Offer) -> tuple[str, str]:
    count = f"{offer.count:,}" + ("+" if offer.capped else "")
    if offer.kind == "nearest":
        text = trn("without {part}: {count} bulletin", "without {part}: {count} bulletins", offer.count)
    else:
        text = trn("{part}: {count} bulletin", "{part}: {count} bulletins", offer.count)
    return text.format(part=offer.words, count=count), offer.text
