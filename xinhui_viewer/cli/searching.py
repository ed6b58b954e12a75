"""Commands that search an archive and show a bulletin."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from xinhui_viewer.archive import connect, read
from xinhui_viewer.cli import values
from xinhui_viewer.cli.options import BULLETIN_ID, archive_argument, json_option, order_option
from xinhui_viewer.cli.output import complain, heading, marked, say, say_json
from xinhui_viewer.cli.reading import bulletin_lines
from xinhui_viewer.facts import day_text
from xinhui_viewer.i18n import listed, tr, trn
from xinhui_viewer.records import Either, Found, Hit, Order
from xinhui_viewer.search import own_words
from xinhui_viewer.search.alike import alike as most_alike
from xinhui_viewer.search.asked import Asked
from xinhui_viewer.search.describe import describe
from xinhui_viewer.search.explain import unstated
from xinhui_viewer.search.fields import FIELDS
from xinhui_viewer.search.find import count, find
from xinhui_viewer.search.hits import attachment_of, partly
from xinhui_viewer.search.parse import parse

_FIELDS = " ".join(f"{field.names[-1]}:" for field in FIELDS.values() if field.names)


@click.command(
    help=tr("Search for bulletins: words, “phrases”, -exclusions, OR, and words in fields: {fields}").format(
        fields=_FIELDS
    )
)
@archive_argument
@click.argument("query", nargs=-1, required=True)
@click.option(
    "--limit", type=click.IntRange(0, 1_000_000), default=20, show_default=True, help=tr("The most bulletins to list.")
)
@order_option
@click.option("--full-only", is_flag=True, help=tr("Leave out partial matches."))
@click.option("--exact-script", is_flag=True, help=tr("Distinguish traditional from simplified characters."))
@json_option
def search(
    archive: Path,
    query: tuple[str, ...],
    limit: int,
    order: Order,
    full_only: bool,
    exact_script: bool,
    as_json: bool,
) -> None:
    """Print the bulletins that a query finds, as lines or JSON."""
    with connect.reading(archive) as db:
        asked = Asked(db, parse(" ".join(query), exact_script=exact_script))
        found = find(asked, order, limit, partial=not full_only)
        if found.capped and not as_json:
            found = replace(found, count=count(asked), capped=asked.plans.stopped)
        lacking = () if found.count else unstated(asked)
    if found.scanned:
        said = tr(
            "{name} was indexed by another version of the program: every text is read, the newest first, "
            "which takes long. rebuild indexes it again."
        )
        complain(said.format(name=archive.name))
    if problem := own_words.problem():
        complain(problem)
    if as_json:
        say_json(values.found(found))
        return
    _say_found(found)
    for sentence in lacking:
        say(sentence)


@click.command(help=tr("List the bulletins most like one."))
@archive_argument
@click.argument("bulletin_id", metavar="ID", type=BULLETIN_ID)
@click.option(
    "--limit", type=click.IntRange(1, 100), default=5, show_default=True, help=tr("The most bulletins to list.")
)
@json_option
def alike(archive: Path, bulletin_id: int, limit: int, as_json: bool) -> None:
    """Print the bulletins most like one, the most alike first, as lines or JSON."""
    with connect.reading(archive) as db:
        read.bulletin(db, bulletin_id)
        found = most_alike(db, bulletin_id, limit)
    if as_json:
        say_json([values.alike(one) for one in found])
        return
    for one in found:
        title = heading(one.title or tr("(untitled)"))
        say("  ".join(part for part in (f"#{one.id}", title, one.source, day_text(one)) if part))
    if not found:
        say(tr("No bulletin is like this one."))


@click.command(help=tr("Show a bulletin; search results give its number."))
@archive_argument
@click.argument("bulletin_id", metavar="ID", type=BULLETIN_ID)
@json_option
def show(archive: Path, bulletin_id: int, as_json: bool) -> None:
    """Print a bulletin, as text or JSON."""
    with connect.reading(archive) as db:
        shown = read.bulletin(db, bulletin_id)
    if as_json:
        say_json(values.bulletin(shown))
        return
    origin = shown.provenance
    facts = [
        (tr("Also at"), " ".join(shown.addresses)),
        (tr("File"), origin.name),
        (tr("Retrieved"), origin.retrieved),
        (tr("Imported"), origin.imported),
        ("SHA-256", origin.sha256),
    ]
    say("\n".join(bulletin_lines(shown, facts)))


def _say_found(found: Found) -> None:
    say(_counted(found))
    if found.query.dropped:
        said = tr("Left out, as words of a question: {words}; quote them to search for them, too.")
        say(said.format(words=listed(found.query.dropped)))
    for everyday, official in found.also:
        said = tr(
            "Also searched for {words}, for it means the same as “{word}”; quote the word to search for it alone."
        )
        say(said.format(words=listed(official), word=everyday))
    if found.suggested is not None:
        say(tr("Did you mean “{query}”? Bulletins found for it are marked.").format(query=found.suggested.text))
    for hit in found.hits:
        say()
        say("\n".join(_hit_lines(hit)))
    if found.count + found.partial > len(found.hits):
        say()
        say(tr("The first {n} are listed; --limit lists more.").format(n=len(found.hits)))


def _counted(found: Found) -> str:
    query = describe(found.query)
    if found.count and found.partial:
        said = tr("{n} match in full, {partial} in part: {query}")
        return said.format(n=f"{found.count:,}", partial=found.partial, query=query)
    if found.count:
        said = trn("{n} bulletin: {query}", "{n} bulletins: {query}", found.count)
        return said.format(n=f"{found.count:,}", query=query)
    if found.partial:
        said = tr("None matches in full, {partial} in part: {query}")
        return said.format(partial=found.partial, query=query)
    if found.query.root == Either(()):
        return tr("There is nothing to search for in this query.")
    return tr("No bulletin matches: {query}.").format(query=query)


def _lacking(hit: Hit) -> str:
    same = tr("same text as #{id}").format(id=hit.same_as) if hit.same_as else ""
    return _joined(same, *partly(hit))


def _joined(*parts: str) -> str:
    return " · ".join(filter(None, parts))


def _hit_lines(hit: Hit) -> list[str]:
    number = f"#{hit.id}"
    indent = " " * max(6, len(number) + 2)
    facts = (tr("damaged") if hit.damaged else "", hit.source, day_text(hit), " › ".join(hit.columns))
    places = trn("{n} match", "{n} matches", hit.count).format(n=hit.count) if hit.count else ""
    below = (
        _joined(*facts),
        _lacking(hit),
        marked(hit.excerpt, hit.spans),
        _joined(attachment_of(hit), f"§ {hit.section}" if hit.section else "", places),
    )
    title = marked(hit.title, hit.title_spans) if hit.title_spans else heading(hit.title or tr("(untitled)"))
    return [number.ljust(len(indent)) + title, *(indent + line for line in below if line)]
