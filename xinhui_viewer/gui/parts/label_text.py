"""The labels of key figures as tables show them: an unsure one grey, and with the reason under the pointer."""

from __future__ import annotations

from PySide6.QtGui import QBrush, QGuiApplication, QPalette

from xinhui_viewer.i18n import N_, tr
from xinhui_viewer.records import Figure

_WHY = {
    "short": N_("Unsure label: it is too short to name a thing."),
    "long": N_("Unsure label: it is too long, or cut off."),
    "told": N_("Unsure label: it reads like part of a sentence."),
    "compared": N_("Unsure label: it says that something changed or was compared, but not what."),
    "verb": N_("Unsure label: it says what was done, but not with what."),
    "attribute": N_("Unsure label: it does not say of what."),
    "bearer": N_("Unsure label: it says whose the amount is, but not of what."),
    "plain": N_("Unsure label: it names a thing, but perhaps not the one that is counted."),
}


def doubt_text(figure: Figure) -> str:
    """Return why the label of a figure may not say what it is, in a sentence; empty when it is sure."""
    why = _doubt(figure)
    return "" if why is None else tr(_WHY[why])


def label_brush(figure: Figure) -> QBrush | None:
    """Return the grey that an unsure label is shown in; None for a sure one."""
    if _doubt(figure) is None:
        return None
    return QGuiApplication.palette().brush(QPalette.ColorRole.PlaceholderText)


def label_shown(figure: Figure, context: str) -> str:
    """Return a label as a table shows it: with what the text before it is about, if it is not sure."""
    return "  ·  ".join(filter(None, (figure.label, context)))


def label_tip(figure: Figure, context: str) -> str:
    """Return a label with what the text before it is about, and why it is not sure."""
    about = tr("The text before it: {context}").format(context=context) if context else ""
    return "\n".join(line for line in (figure.label, about, doubt_text(figure)) if line)


def _doubt(figure: Figure) -> str | None:
    from xinhui_viewer.text.label_sureness import doubt  # 70 ms, for which the first bulletin need not wait

    return doubt(figure.label, figure.text, figure.kind)
