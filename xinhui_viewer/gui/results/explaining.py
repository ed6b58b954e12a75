"""Lines above an answer: its filters, what else was searched, what was not, and why nothing was found."""

from __future__ import annotations

from collections.abc import Iterator

from xinhui_viewer.gui.results.hints import Hint, Offered
from xinhui_viewer.i18n import listed, tr, trn
from xinhui_viewer.records import Either, Found, Word, joined
from xinhui_viewer.search import own_words
from xinhui_viewer.search.asked import Asked
from xinhui_viewer.search.describe import describe, ignored_signs
from xinhui_viewer.search.explain import Offer, offers, unstated
from xinhui_viewer.search.refine import as_typed, few_words, filters
from xinhui_viewer.search.suggest import near_titles

_MOST = 8
_LONGEST = 30  # characters of a title on a button


def explained(asked: Asked, found: Found) -> tuple[Hint, ...]:
    """Return the lines above an answer, the first to be read first."""
    answer = _of_found(asked) if found.count else _of_nothing(asked)
    lines = (_filters(asked), _suggested(found), answer, _dropped(asked), _also(asked, found), _own_words())
    return tuple(hint for line in lines for hint in line)


def _filters(asked: Asked) -> Iterator[Hint]:
    chips = tuple((tr("{filter}  ×").format(filter=one.words), one.without) for one in filters(asked.root))
    if chips:
        yield Hint("", chips)


def _suggested(found: Found) -> Iterator[Hint]:
    if found.suggested is not None:
        yield Hint(tr("Did you mean:"), ((found.suggested.text, found.suggested.root),), explains=True)


def _of_found(asked: Asked) -> Iterator[Hint]:
    if asked.query.unknown:
        yield Hint(tr("Searched as text: {words}").format(words=listed(asked.query.unknown)))
    if signs := ignored_signs(asked.query):
        yield Hint(tr("Signs are not searched: {signs}").format(signs=" ".join(signs)))


def _of_nothing(asked: Asked) -> Iterator[Hint]:
    """Yield the query as it was understood, and queries that would find something."""
    if asked.root == Either(()):
        return
    if isinstance(asked.root, Word):
        yield Hint(tr("No bulletin matches: {query}.").format(query=describe(asked.query)))
    else:
        yield Hint(tr("No bulletin matches everything. Understood as: {query}").format(query=describe(asked.query)))
    for sentence in unstated(asked):
        yield Hint(sentence)
    near = tuple(_said(offer) for offer in offers(asked))[:_MOST]
    if near:
        yield Hint(tr("Searches with results:"), near, explains=True)
    titles = tuple((one.text[:_LONGEST], one.query) for one in near_titles(asked.db, asked.query.text) if one.query)
    if titles:
        yield Hint(tr("Titles that sound similar:"), titles, explains=True)


def _dropped(asked: Asked) -> Iterator[Hint]:
    """Yield the words of a question that are not searched; a click on them searches them, too."""
    if dropped := asked.query.dropped:
        whole = joined(asked.root, *(Word(word, quoted=True) for word in dropped))
        yield Hint(tr("Not searched:"), ((tr("{words}  +").format(words=listed(dropped)), whole),))


def _also(asked: Asked, found: Found) -> Iterator[Hint]:
    """Yield what was searched beside words of the query; a click on one takes it out."""
    also = [(f"{word} → {listed(others)}", as_typed(asked.root, word)) for word, others in found.also]
    chips = tuple((tr("{filter}  ×").format(filter=said), alone) for said, alone in also if alone != asked.root)
    if chips:
        yield Hint(tr("Also searched:"), chips)
    fixed = [said for said, alone in also if alone == asked.root]
    if fixed:
        yield Hint(tr("Also searched: {words}").format(words="; ".join(fixed)))


def _own_words() -> Iterator[Hint]:
    if problem := own_words.problem():
        yield Hint(problem)


def _said(offer: Offer) -> Offered:
    count = f"{offer.count:,}" + ("+" if offer.capped else "")
    if offer.kind == "nearest":
        text = trn("without {part}: {count} bulletin", "without {part}: {count} bulletins", offer.count)
    else:
        text = trn("{part}: {count} bulletin", "{part}: {count} bulletins", offer.count)
    return text.format(part=few_words(offer.part), count=count), offer.query
