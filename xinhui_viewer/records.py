"""The things the archive holds, as plain values: every layer speaks in these types.

All offsets are character offsets (Python string indices) into a bulletin's body text, which is its blocks' text
joined by newlines. Spans are half open: ``body[start:end]``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from xinhui_viewer.facts import Facts

BlockKind = Literal["paragraph", "heading", "table", "image"]
Approximation = Literal["exact", "over", "about", "under"]
FigureKind = Literal["count", "money", "percent", "change", "quantity", "rank", "duration"]
Outcome = Literal["imported", "imported-with-warning", "revision", "duplicate", "rejected", "skipped"]
Order = Literal["relevance", "newest", "oldest"]
# Where a fact stands: printed on the page, in a tag of its markup or in its script, in its address or the file's name;
# in the place where its siblings print it, on a list page that links to it, under the signature; or it is the site's.
# What the user has put right is the user's: no reading replaces it, even where it is empty.
Where = Literal["printed", "tag", "script", "address", "name", "place", "list", "signature", "site", "user"]
BODY = "body"  # the fact of a ground on the text itself, which the user has put right
Field = str  # the name of a row of search/fields.py, "any" for the whole bulletin
Span = tuple[int, int]
SMALLEST_TEXT, LARGEST_TEXT = 6.0, 24.0  # points, on paper


@dataclass(frozen=True, slots=True)
class Original:
    """A file as it was retrieved, byte for byte; ``retrieved`` (ISO 8601, UTC) and ``url`` are empty when unknown."""

    sha256: str
    name: str
    media_type: str
    content: bytes
    retrieved: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Provenance:
    """The origin of a bulletin's text and the way it was imported, as a footnote needs them."""

    sha256: str
    name: str
    media_type: str
    url: str
    retrieved: str
    importer: str
    imported: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, with the rows and fields it spans."""

    text: str
    rows: int = 1
    fields: int = 1
    head: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the body, with the file's marks.

    ``level`` (1-6) is a heading's level by its markup and 0 without; ``bold`` says that all of a paragraph is bold:
    both are evidence for the outline. A table's text is its cells joined by tabs, its rows by newlines. An image's
    text is its caption (may be empty) and ``image`` the name of its attachment or its address.
    """

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    bold: bool = False
    rows: tuple[tuple[Cell, ...], ...] = ()
    image: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a bulletin and the span of body text that it governs, the heading's own text included.

    ``body[start:heading_end]`` is the heading, ``body[heading_end:end]`` the text that it governs; level 1 is the top;
    ``marker`` is the number in front (一、, 第三章, 一是) or empty; ``inferred`` says that no markup marked it.
    A ``folded`` one is an article or a point, a paragraph that is listed below its section but is no section.
    """

    level: int
    heading: str
    start: int
    heading_end: int
    end: int
    marker: str = ""
    inferred: bool = True
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """An article of a law, such as 第十二条, and the span of its text.

    ``number`` is printed at ``body[start:number_end]``, maybe with blanks; ``body[number_end:end]`` is its text, all
    its paragraphs and items included.
    """

    number: str
    start: int
    number_end: int
    end: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that a sentence asserts about a named subject: ``text`` at ``start``, ``value`` in the base unit.

    A range has its first bound in ``value`` and its second in ``value_max``. ``sentence`` is the sentence's span.
    """

    text: str
    start: int
    label: str
    value: float
    unit: str
    kind: FigureKind
    approx: Approximation = "exact"
    value_max: float | None = None
    period: str = ""
    sentence: Span = (0, 0)


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A key figure of the archive, number ``n`` of its bulletin or of its ``attachment``, which asserts it.

    ``context`` is what the text before it is about, when its label is not sure (text/label_context.py).
    """

    bulletin_id: int
    n: int
    title: str
    source: str
    published: date | None
    figure: Figure
    written: date | None = None
    context: str = ""
    attachment: HitAttachment | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A key figure in a series, and the day (the last of its period) that it stands for."""

    day: date
    key: KeyFigure


@dataclass(frozen=True, slots=True)
class Series:
    """Key figures of one thing over time: of one source, unit and length of period, under one label.

    ``labels`` are the labels as they were written; ``chosen`` says that the user joined the figures.
    """

    label: str
    unit: str
    source: str
    span: str
    points: tuple[Point, ...]
    labels: tuple[str, ...] = ()
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class AttachedText:
    """The text of an attachment, with all offsets in its own ``body``; ``importer`` is the reader of its format."""

    body: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    figures: tuple[Figure, ...]
    importer: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that belongs to a bulletin: an image that it shows or a document that it names.

    ``label`` is the text of the link to it, empty without one; ``text`` is there for a document that could be read.
    """

    name: str
    media_type: str
    sha256: str
    content: bytes
    label: str = ""
    text: AttachedText | None = None


@dataclass(frozen=True, slots=True)
class Attached:
    """A document of a bulletin of the archive, without its bytes; ``number`` counts them in the order of the page.

    ``text`` is None where it has none, could not be read, or is damaged.
    """

    number: int
    name: str
    label: str
    media_type: str
    sha256: str
    text: AttachedText | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link of a page to a document: its address as written in the page, and its text."""

    address: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Reference:
    """A place of a text that names another bulletin of the archive, by its number or its title."""

    start: int
    end: int
    id: int
    title: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A bulletin whose text names another one; ``sentence`` is the one that says that this is repealed, if any does."""

    id: int
    title: str
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Alike:
    """A bulletin like another one, as a list names it."""

    id: int
    title: str
    source: str = ""
    published: date | None = None
    written: date | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """The ground on which a bulletin has a fact (an attribute of Facts, or BODY): its place, whether it is sure."""

    fact: str
    where: Where
    sure: bool


@dataclass(frozen=True, slots=True)
class Draft:
    """A bulletin read from a file, not yet in an archive.

    ``place`` is its place in its file ("Sheet1"), empty where the file is one bulletin.
    ``linked`` are the links of its page to documents. ``passed_over`` is the
    kind of a page that is no bulletin (importers/page_kinds.py), empty for a bulletin; ``called`` is the <title> of a
    page: what stands first on a page that is no bulletin may be anything.
    """

    facts: Facts
    body: str
    blocks: tuple[Block, ...]
    importer: str
    sections: tuple[Section, ...] = ()
    figures: tuple[Figure, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    linked: tuple[Link, ...] = ()
    warnings: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()
    passed_over: str = ""
    called: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Bulletin:
    """A bulletin of the archive; ``id`` never changes, ``revises`` is the id of the revision it replaces.

    ``attachments`` are the names of the files that belong to it, ``attached`` the documents among them with their
    texts, ``addresses`` those at which it stands, too. ``cited_by`` are the bulletins whose texts name it, ``alike``
    those most like it, once they were looked for. ``warnings`` are on what was missing or odd when it was read, in the
    language of the user who imported it.
    """

    id: int
    facts: Facts
    body: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    figures: tuple[Figure, ...]
    provenance: Provenance
    revises: int | None = None
    attachments: tuple[str, ...] = ()
    grounds: tuple[Ground, ...] = ()
    addresses: tuple[str, ...] = ()
    attached: tuple[Attached, ...] = ()
    cited_by: tuple[Citation, ...] = ()
    alike: tuple[Alike, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A leaf of a query: text to be found in a field, after folding; ``quoted`` as the user typed it.

    With a ``*`` at its end it is a prefix of words and numbers. ``exact`` finds only the script it is typed
    in: 會議 but not 会议. A word that is to be marked in a text has in ``near`` those that it must stand close to.
    """

    text: str
    field: Field = "any"
    quoted: bool = False
    exact: bool = False
    near: Near | None = None


@dataclass(frozen=True, slots=True)
class Dates:
    """A leaf of a query: dated (``facts.day``) from ``since`` to ``until``, both included; None is open."""

    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; with no parts, everything does."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one part holds."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Node


@dataclass(frozen=True, slots=True)
class Near:
    """Words of one field that stand in one place, with at most ``distance`` characters between first and last."""

    words: tuple[Word, ...]
    distance: int


Leaf = Word | Dates
Node = Leaf | All | Either | Not | Near


def conjuncts(node: Node) -> tuple[Node, ...]:
    """Return the parts of a query that must all hold; none for an empty query."""
    return node.parts if isinstance(node, All) else (node,)


def joined(*nodes: Node) -> Node:
    """Return the query whose parts are all parts of these, without nested groups."""
    parts = tuple(part for node in nodes for part in conjuncts(node))
    return parts[0] if len(parts) == 1 else All(parts)


def leaves(node: Node, *, unwanted: bool = True) -> Iterator[Leaf]:
    """Yield the words and periods of a query from left to right, unless ``unwanted`` without excluded ones."""
    match node:
        case Word() | Dates():
            yield node
        case Not(part):
            yield from leaves(part) if unwanted else ()
        case Near(words):
            yield from words
        case All(parts) | Either(parts):
            for part in parts:
                yield from leaves(part, unwanted=unwanted)


def mapped(node: Node, change: Callable[[Word], Word]) -> Node:
    """Return the same tree with every wanted word changed; unwanted ones stay as they are."""
    match node:
        case Word():
            return change(node)
        case Near(words, distance):
            return Near(tuple(map(change, words)), distance)
        case All(parts):
            return All(tuple(mapped(part, change) for part in parts))
        case Either(parts):
            return Either(tuple(mapped(part, change) for part in parts))
    return node


@dataclass(frozen=True, slots=True)
class Query:
    """A query as typed and as understood, and the unknown operators in it that are searched as text.

    ``dropped`` are the words of a question that are left out of it.
    """

    text: str
    root: Node
    unknown: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureFilter:
    """A choice of key figures: ``of`` the bulletins that a query finds, with words in label, text or title, of a unit
    and a kind, and with a text in their period; an empty value selects all.
    """

    of: Node = All(())
    words: tuple[str, ...] = ()
    unit: str = ""
    kind: str = ""
    period: str = ""


@dataclass(frozen=True, slots=True)
class HitAttachment:
    """The attachment that shows a hit: its number among the bulletin's, its stored name, and its name for readers."""

    number: int
    name: str
    shown: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A bulletin in a list: found by a query, or listed by the library (then without spans).

    ``spans`` are in ``excerpt``, ``title_spans`` in ``title``; ``section`` is the heading over the excerpt, in a law
    with its article, ``offset`` the place in the body of the excerpt's first match, ``count`` the number of
    matches in the body. A ``partial`` hit has the words that it lacks in ``missing``, and in ``also`` the official
    words that it has instead; one that a corrected query found has this in ``suggested``. One that says the same as
    another before it on the page names that one in ``same_as``.
    ``damaged``: its text can no longer be read. With an ``attachment``, which holds words that the page lacks,
    ``section``, ``excerpt``, ``offset`` and ``count`` are about its text.
    """

    id: int
    title: str
    source: str
    published: date | None
    written: date | None = None
    columns: tuple[str, ...] = ()
    section: str = ""
    excerpt: str = ""
    spans: tuple[Span, ...] = ()
    title_spans: tuple[Span, ...] = ()
    offset: int = 0
    count: int = 0
    partial: bool = False
    missing: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    suggested: str = ""
    same_as: int | None = None
    damaged: bool = False
    attachment: HitAttachment | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One page of an answer: ``count`` full matches in all, or at least that many when ``capped``.

    In the order of relevance ``partial`` further hits, which hold only a part of what was asked, stand among the full
    matches by the same score; they are listed and not counted. ``sought`` are the pieces of words that found them.
    ``also`` are words of the query, folded, with the official words or other spellings that were searched, too.
    ``suggested`` is the query that the user may have meant; its hits follow the full matches, and are not counted.
    ``scanned``: the texts themselves were read, the newest first, for the index is another version's.
    """

    query: Query
    count: int
    capped: bool
    hits: tuple[Hit, ...]
    partial: int = 0
    also: tuple[tuple[str, tuple[str, ...]], ...] = ()
    sought: tuple[str, ...] = ()
    suggested: Query | None = None
    scanned: bool = False

    @property
    def complete(self) -> bool:
        """Return whether the page, if it is the first, is all of the list."""
        return not self.capped and len(self.hits) >= self.count + self.partial and self.suggested is None


@dataclass(frozen=True, slots=True)
class Facet:
    """A value that bulletins share and their number; ``path`` is a column's full path, else one step."""

    path: tuple[str, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts of the results of a query, or of the whole archive, by year, source and column.

    If ``among`` is not 0, sources and columns are counted only among that many of its newest bulletins.
    """

    years: tuple[Facet, ...] = ()
    sources: tuple[Facet, ...] = ()
    columns: tuple[Facet, ...] = ()
    among: int = 0

    @property
    def total(self) -> int:
        """The number of bulletins: each is counted in a year, or among those without one."""
        return sum(year.count for year in self.years)


@dataclass(frozen=True, slots=True)
class Imported:
    """The outcome of one input: a line of the import report; ``member`` is its place inside the file, if any.

    ``warnings`` are on missing or odd parts of it; ``notes`` are on other things, such as a bulletin of the same text.
    ``undated`` are the ids of new bulletins without a date, ``unsure`` those of new ones with facts that are not sure.
    ``passed_over`` is the kind of a page that was skipped because it is no bulletin (importers/page_kinds.py).
    ``beside`` are files beside a page that it names, and that it takes only when the user says so. ``limited``: it took
    too much time or memory. ``attachments_added``: so many were added to a bulletin that was there.
    """

    path: str
    outcome: Outcome
    ids: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()
    error: str = ""
    member: str = ""
    notes: tuple[str, ...] = ()
    undated: tuple[int, ...] = ()
    unsure: tuple[int, ...] = ()
    passed_over: str = ""
    beside: tuple[str, ...] = ()
    limited: bool = False
    attachments_added: int = 0


@dataclass(frozen=True, slots=True)
class Selection:
    """Bulletins to be printed or exported: those of ``ids``, or the results of ``query`` except those ``without``.

    Results come in the ``order`` of their list.
    """

    ids: tuple[int, ...] = ()
    query: Query | None = None
    order: Order = "relevance"
    without: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SummarySection:
    """A heading on a summary sheet and the sentences that carry its section, verbatim."""

    level: int
    heading: str
    gist: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extract:
    """A piece of a bulletin that a query found: ``spans`` are the matches in ``text``, ``section`` as in a hit."""

    text: str
    spans: tuple[Span, ...]
    section: str = ""


@dataclass(frozen=True, slots=True)
class SummaryEntry:
    """One bulletin on a summary sheet; ``lead`` are the sentences before the first section.

    ``extracts`` are there when the bulletin was found by a query;
    ``body``, ``blocks``, ``spans`` (the sections in the body) and ``images`` are there when the whole text is printed.
    """

    bulletin_id: int
    facts: Facts
    provenance: Provenance
    lead: tuple[str, ...]
    sections: tuple[SummarySection, ...]
    figures: tuple[Figure, ...]
    extracts: tuple[Extract, ...] = ()
    body: str = ""
    blocks: tuple[Block, ...] = ()
    spans: tuple[Section, ...] = ()
    images: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """The contents of a printed document: entries in order, under a title of its own when there are several.

    ``query`` is the query as the user wrote it, ``understood`` its description; both are empty without one.
    ``cut`` is a sentence on the bulletins beyond the template's limit, or empty.
    """

    title: str
    entries: tuple[SummaryEntry, ...]
    made: str
    query: str = ""
    understood: str = ""
    cut: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """The layout of a printed summary: template, sheet and font by their names in exporters/table.py, the size of
    the text in points, the lines around it.

    ``without`` names the parts left out (facts, lead, outline, figures, extracts, sources); ``full_width`` shows signs
    between Han in their full width; ``archival`` asks for PDF/A-2a and PDF/UA-1.
    """

    template: str = "sheet"
    size: str = "a4"
    font: str = "serif"
    points: float = 10.5
    header: str = ""
    footer: str = ""
    compiled_by: str = ""
    without: frozenset[str] = frozenset()
    full_width: bool = False
    archival: bool = True
