"""The details of a bulletin: its facts, its origin and its import."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from xinhui_viewer.facts import Fact, listed
from xinhui_viewer.gui.parts import theme
from xinhui_viewer.gui.parts.ground_text import ground_text
from xinhui_viewer.gui.parts.quiet import QuietMessage
from xinhui_viewer.gui.reader.details_row import DetailRow
from xinhui_viewer.gui.reader.side_pane import SidePane
from xinhui_viewer.gui.reader.whole import BULLETIN
from xinhui_viewer.i18n import N_, tr, trn
from xinhui_viewer.records import BODY, Alike, Bulletin, Citation
from xinhui_viewer.text.file_names import shown_name

_MOST_CITED = 30  # bulletins that are listed


def _abstract(bulletin: Bulletin) -> str:
    from xinhui_viewer.text.gist import abstract  # not for the start

    return "\n".join(abstract(bulletin.body, bulletin.sections))


def _local(time: str) -> str:
    """Return a moment as a clock here showed it, to the minute; a day, or what is no time, as it is."""
    with suppress(ValueError):
        if "T" in time:
            return f"{datetime.fromisoformat(time).astimezone():%Y-%m-%d %H:%M}"
    return time


@dataclass(frozen=True, slots=True)
class Detail:
    """A line of the pane: its name, and a function to a bulletin's value as text, empty when there is none.

    ``fact`` is the name of the fact that it shows, if it is one; ``names`` are the bulletins that lines of it name.
    """

    name: str
    value: Callable[[Bulletin], str]
    link: bool = False
    fact: str = ""
    names: Callable[[Bulletin], Sequence[Citation | Alike]] = lambda _bulletin: ()


_PROVENANCE = (
    Detail(N_("Also at"), lambda b: "\n".join(b.addresses)),
    Detail(N_("Original file"), lambda b: b.provenance.name),
    Detail(N_("Media type"), lambda b: b.provenance.media_type),
    Detail(N_("SHA-256"), lambda b: b.provenance.sha256),
    Detail(N_("Retrieved"), lambda b: _local(b.provenance.retrieved)),
    Detail(N_("Imported"), lambda b: _local(b.provenance.imported)),
    Detail(N_("Importer"), lambda b: b.provenance.importer),
    Detail(N_("Revision"), lambda b: tr("replaces bulletin {id}").format(id=b.revises) if b.revises else ""),
    Detail(N_("Characters"), lambda b: f"{len(b.body):,}", fact=BODY),
    Detail(N_("Attachments"), lambda b: " · ".join(map(shown_name, b.attachments))),
)
_CITATIONS = (
    Detail(
        N_("Repealed, according to"),
        lambda b: "\n".join(f"{_numbered(one)}\n“{one.sentence}”" for one in _repealing(b)),
        names=lambda b: _repealing(b),
    ),
    Detail(N_("Cited by"), lambda b: _named(b.cited_by), names=lambda b: b.cited_by[:_MOST_CITED]),
    Detail(N_("More like this"), lambda b: "\n".join(map(_numbered, b.alike)), names=lambda b: b.alike),
)
_FIRST = ("title", "source", "issuer", "authors", "published", "written", "columns")


def details() -> list[Detail]:
    """Return the lines of the pane: the bulletin's facts, the abstract under its title, and its origin."""
    title, *others = (_said(fact) for fact in listed(_FIRST))
    return [title, Detail(N_("Abstract"), _abstract), *others, *_CITATIONS, *_PROVENANCE]


def _repealing(bulletin: Bulletin) -> tuple[Citation, ...]:
    return tuple(one for one in bulletin.cited_by if one.sentence)[:_MOST_CITED]


def _named(cited: Sequence[Citation]) -> str:
    more = len(cited) - _MOST_CITED
    told = [trn("and {n} more", "and {n} more", more).format(n=more)] if more > 0 else []
    return "\n".join([*map(_numbered, cited[:_MOST_CITED]), *told])


def _numbered(one: Citation | Alike) -> str:
    title = one.title or tr("(untitled)")
    return f"#{one.id} {title}"


def _said(fact: Fact) -> Detail:
    if fact.name == "url":
        return Detail(fact.label, lambda b: b.facts.url or b.provenance.url, link=True, fact=fact.name)
    return Detail(fact.label, lambda b: fact.text(b.facts), fact=fact.name)


class DetailsPane(SidePane):
    """One row for each known value; rows without a value are hidden."""

    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bulletin: Bulletin | None = None
        self._compared: int | None = None  # the id of the bulletin whose like were asked for
        self._rows: list[tuple[DetailRow, Detail]] = []
        self._inner = QWidget(self)
        self._layout = QVBoxLayout(self._inner)
        self._layout.setContentsMargins(12, 8, 4, 12)
        self._layout.setSpacing(8)
        self._area, self._message, self._stack = QScrollArea(self), QuietMessage(self), QStackedWidget(self)
        self._lay_out()
        self.show_bulletin(None)

    def show_bulletin(self, bulletin: Bulletin | None) -> None:
        self._bulletin, self._compared = bulletin, None
        self._message.say("", tr("No bulletin is open."))
        self._stack.setCurrentWidget(self._area if bulletin is not None else self._message)
        if self.isVisible():
            self._fill()

    def show_alike(self, alike: tuple[Alike, ...]) -> None:
        if self._bulletin is not None:
            self._bulletin = replace(self._bulletin, alike=alike)
            if self.isVisible():
                self._fill()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icons()

    def _lay_out(self) -> None:
        self._inner.setAutoFillBackground(False)
        self._area.setWidget(self._inner)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(tr("Details"))
        self._area.viewport().setAutoFillBackground(False)
        self._stack.addWidget(self._message)
        self._stack.addWidget(self._area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.setFocusProxy(self._area)

    def _fill(self) -> None:
        """Make the rows when they are first seen (not at every start of the program) and fill them."""
        if self._bulletin is None:
            return
        if not self._rows:
            self._make_rows()
        grounds = {ground.fact: ground for ground in self._bulletin.grounds}
        for row, detail in self._rows:
            ground = grounds.get(detail.fact)
            row.show_value(detail.value(self._bulletin), ground_text(ground), sure=ground is None or ground.sure)
            row.show_links([(_numbered(one), f"{BULLETIN}{one.id}") for one in detail.names(self._bulletin)])
        if self._compared is None:
            self._compared = self._bulletin.id
            self.alike_wanted.emit()

    def _make_rows(self) -> None:
        for detail in details():
            row = DetailRow(self._inner, tr(detail.name), link=detail.link)
            row.copy_wanted.connect(self._copy)
            row.link_wanted.connect(self.link_clicked)
            row.aside_wanted.connect(self.link_aside)
            self._layout.addWidget(row)
            self._rows.append((row, detail))
        self._layout.addStretch(1)
        self._paint_icons()

    def _paint_icons(self) -> None:
        for row, _detail in getattr(self, "_rows", ()):  # Qt sends palette changes before there is anything to paint
            row.set_theme(theme.shown())

    @Slot(str)
    def _copy(self, value: str) -> None:
        QGuiApplication.clipboard().setText(value)
        self.copied.emit(value)
