"""The scope of a search: the entry of the library that is chosen, said above the results, and left on a click."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from xinhui_viewer.gui.results.hints import Hint
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import All, Node, Query, conjuncts, joined
from xinhui_viewer.search.refine import few_words

EVERYTHING: Node = All(())
_WIDEST = 200  # pixels of its name


class ScopeLine(QWidget):
    """Says in which part of the archive is searched; ``left`` asks for all of it."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton(self)
        self.button.setProperty("tone", "chip")
        self.button.clicked.connect(self.left)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 8, 6)
        layout.addWidget(self.button)
        layout.addStretch(1)
        self.hide()

    def show_scope(self, scope: Node) -> None:
        """Show a part of the archive; nothing for all of it."""
        self.setHidden(scope == EVERYTHING)
        name = "" if scope == EVERYTHING else few_words(scope)
        shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, _WIDEST)
        self.button.setText(tr("Only in {scope}  ×").format(scope=shown).replace("&", "&&"))
        self.button.setToolTip(tr("Searched only in {scope}. Click to search the whole archive.").format(scope=name))
        self.button.setAccessibleName(self.button.toolTip())


def within(typed: Query, scope: Node) -> Query:
    """Return a typed query that finds only what is in a scope."""
    return typed if scope == EVERYTHING else replace(typed, root=joined(typed.root, scope))


def beside(hints: tuple[Hint, ...], scope: Node) -> tuple[Hint, ...]:
    """Return hints whose queries are for the field, which holds no scope; offers that would leave it are left out."""
    if scope == EVERYTHING:
        return hints
    told = (
        replace(hint, offers=tuple((text, _typed(node, scope)) for text, node in hint.offers if _has(node, scope)))
        for hint in hints
    )
    return tuple(hint for hint in told if hint.text or hint.offers)


def _has(node: Node, scope: Node) -> bool:
    return scope in conjuncts(node)


def _typed(node: Node, scope: Node) -> Node:
    return joined(*(part for part in conjuncts(node) if part != scope))
