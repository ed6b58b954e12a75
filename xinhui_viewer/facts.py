"""The facts of a bulletin, all that it says of itself beside its text, and the one table of them.

A new fact is an attribute of Facts and a row of FACTS. The details, the command line, every data format and the printed
pages list the rows; the archive keeps it in a column of its name (archive/facts.py).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from xinhui_viewer import i18n
from xinhui_viewer.i18n import N_, tr

Value = str | date | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts that a bulletin states about itself; a missing one is empty or None.

    ``columns`` is the path of its column, the top first; ``edition`` the page of the newspaper that printed it; ``url``
    the address that it says it has. ``document_type`` (公文种类), ``topic`` (主题分类) and ``index_number`` (索引号)
    are those of its 政府信息公开 block; ``validity`` (有效性) is one of the states of text/validity.py, ``effective``
    (施行日期) the day from which it is in force, ``repealed`` (废止日期) that from which it no longer is.
    """

    title: str = ""
    published: date | None = None
    written: date | None = None
    source: str = ""
    issuer: str = ""
    authors: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    document_number: str = ""
    document_type: str = ""
    topic: str = ""
    index_number: str = ""
    validity: str = ""
    effective: date | None = None
    repealed: date | None = None
    edition: str = ""
    url: str = ""


class Dated(Protocol):
    """A bulletin, or what a list knows of one, with its dates."""

    @property
    def published(self) -> date | None:
        """The day of publication."""

    @property
    def written(self) -> date | None:
        """The day under the signature, 成文日期."""


def day(one: Dated) -> date | None:
    """Return the day that a bulletin is sorted, found and cited by: of publication, else of writing."""
    return one.published or one.written


def day_text(one: Dated) -> str:
    """Return the day of a bulletin for a list, named when it is that of writing; empty when there is none."""
    if one.published is None and one.written is not None:
        return tr("written {day}").format(day=one.written)
    return one.published.isoformat() if one.published else ""


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the table: ``name`` is the attribute of Facts and the key in data, ``label`` is for users.

    ``between`` stands between the parts of a value that has several.
    """

    name: str
    label: str
    value: Callable[[Facts], Value]
    between: str = "、"

    def text(self, facts: Facts, between: str = "") -> str:
        """Return the value as text: a date in ISO form, parts joined by ``between``, empty when there is none."""
        value = self.json(facts)
        return (between or self.between).join(value) if isinstance(value, list) else value or ""

    def json(self, facts: Facts) -> str | list[str] | None:
        """Return the value for JSON: a date in ISO form, None without a date."""
        value = self.value(facts)
        if isinstance(value, date):
            return value.isoformat()
        return list(value) if isinstance(value, tuple) else value


FACTS = (
    Fact("title", N_("Title"), lambda facts: facts.title),
    Fact("source", N_("Source"), lambda facts: facts.source),
    Fact("issuer", N_("Issuer"), lambda facts: facts.issuer),
    Fact("authors", N_("Authors"), lambda facts: facts.authors),
    Fact("published", N_("Published"), lambda facts: facts.published),
    Fact("written", N_("Written"), lambda facts: facts.written),
    Fact("document_number", N_("Document number"), lambda facts: facts.document_number),
    Fact("document_type", N_("Document type"), lambda facts: facts.document_type),
    Fact("topic", N_("Topic"), lambda facts: facts.topic),
    Fact("index_number", N_("Index number"), lambda facts: facts.index_number),
    Fact("validity", N_("Validity"), lambda facts: facts.validity),
    Fact("effective", N_("In force from"), lambda facts: facts.effective),
    Fact("repealed", N_("No longer in force from"), lambda facts: facts.repealed),
    Fact("columns", N_("Column"), lambda facts: facts.columns, between=" › "),
    Fact("edition", N_("Edition"), lambda facts: facts.edition),
    Fact("url", N_("Address"), lambda facts: facts.url),
)


def unsure(names: Collection[str]) -> str:
    """Return a sentence on facts that are not sure, by their names; empty when there are none."""
    labels = (tr(fact.label) for fact in FACTS if fact.name in names)
    return tr("Unsure: {facts}.").format(facts=i18n.listed(labels)) if names else ""


def listed(first: Sequence[str] = (), without: Collection[str] = ()) -> list[Fact]:
    """Return the rows of the table in its order, those named in ``first`` in front, those in ``without`` left out."""
    places = {name: place for place, name in enumerate(first)}
    rows = (fact for fact in FACTS if fact.name not in without)
    return sorted(rows, key=lambda fact: places.get(fact.name, len(places)))


def texts(facts: Facts, first: Sequence[str] = (), without: Collection[str] = ("title",)) -> list[tuple[str, str]]:
    """Return the known facts, as (label in the user's language, text); rows are chosen as by ``listed``."""
    found = ((tr(fact.label), fact.text(facts)) for fact in listed(first, without))
    return [(label, text) for label, text in found if text]


def json(facts: Facts) -> dict[str, str | list[str] | None]:
    """Return all facts by name, as values for JSON."""
    return {fact.name: fact.json(facts) for fact in FACTS}
