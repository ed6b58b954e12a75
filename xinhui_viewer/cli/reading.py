"""A bulletin as text for a terminal: its facts, its sections, its figures, its body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from xinhui_viewer.cli.output import aligned, heading
from xinhui_viewer.facts import Facts, listed
from xinhui_viewer.i18n import listed as listed_texts
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Attached, Bulletin, Draft, Figure, Section
from xinhui_viewer.search.hits import attachment_title
from xinhui_viewer.text.figure_text import figure_text
from xinhui_viewer.text.file_names import attachment_name
from xinhui_viewer.text.label_context import context
from xinhui_viewer.text.label_sureness import is_sure


def bulletin_lines(read: Bulletin | Draft, beside: Iterable[tuple[str, str]] = ()) -> list[str]:
    """Return the lines of a bulletin; ``beside`` are names and values listed after its own facts."""
    dated = "published" if read.facts.published else "written"
    unsure = {ground.fact for ground in read.grounds if not ground.sure}
    rows = (*_facts(read.facts, ("source", dated, "columns"), unsure), *_citations(read), *beside)
    lines = [heading(read.facts.title or tr("(untitled)")), *aligned(rows)]
    if read.sections:
        lines += ["", heading(tr("Sections")), *map(_section, read.sections)]
    if read.figures:
        figures = (_figure(figure, context(figure, read.body)) for figure in read.figures)
        lines += ["", heading(tr("Key figures")), *aligned(figures, "  ")]
    lines += ["", read.body]
    for one in documents(read):
        lines += ["", *_attached(one)]
    return lines


def _citations(read: Bulletin | Draft) -> Iterator[tuple[str, str]]:
    """Yield the bulletins that name one, and the sentences of those that repeal it."""
    cited = read.cited_by if isinstance(read, Bulletin) else ()
    for one in cited:
        if one.sentence:
            yield tr("Repealed, according to"), f"#{one.id} {one.title}: “{one.sentence}”"
    yield tr("Cited by"), listed_texts(f"#{one.id} {one.title}" for one in cited)


def documents(read: Bulletin | Draft) -> tuple[Attached, ...]:
    """Return the attachments of a bulletin that are no pictures, with their texts."""
    if isinstance(read, Bulletin):
        return read.attached
    found = (one for one in read.attachments if not one.media_type.startswith("image/"))
    return tuple(
        Attached(number, one.name, one.label, one.media_type, one.sha256, one.text)
        for number, one in enumerate(found, 1)
    )


def _attached(one: Attached) -> list[str]:
    title = heading(attachment_title(one.number, attachment_name(one.name, one.label)))
    if one.text is None:
        return [title, "  " + tr("No text of it was read.")]
    return [title, *map(_section, one.text.sections), "", one.text.body]


def _facts(facts: Facts, first: Sequence[str], unsure: Set[str]) -> Iterator[tuple[str, str]]:
    """Yield the names and values of the known facts but the title, marked when they are unsure."""
    for fact in listed(first, without=("title",)):
        if value := fact.text(facts):
            yield tr(fact.label), tr("{value} (unsure)").format(value=value) if fact.name in unsure else value


def _section(section: Section) -> str:
    return "  " * section.level + section.heading


def label_text(figure: Figure, before: str) -> str:
    """Return the label of a figure; with what stands before it, and that it is unsure, if it is."""
    label = figure.label or "–"
    if is_sure(figure):
        return label
    if not before:
        return tr("{value} (unsure)").format(value=label)
    return tr("{label} (unsure; before it: {context})").format(label=label, context=before)


def _figure(figure: Figure, before: str) -> tuple[str, str]:
    period = f"  ({figure.period})" if figure.period else ""
    return label_text(figure, before), figure_text(figure) + period
