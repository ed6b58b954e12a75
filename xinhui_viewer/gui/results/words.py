"""Open the file of the user's own words in the system's editor."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from xinhui_viewer.gui.parts.notice import NoticeBar
from xinhui_viewer.i18n import tr


def edit_own_words(notice: NoticeBar) -> None:
    """Open the file, made if need be, and say what it is for; lines in it that cannot be read are told first."""
    from xinhui_viewer.search import own_words  # the core is imported after the first paint

    try:
        file = own_words.created()
    except OSError as error:
        notice.tell(
            tr("The file for your own words cannot be made: {reason}").format(reason=error.strerror), error=True
        )
        return
    if file is None:
        notice.tell(tr("You have no folder for settings, where the file for your own words would be."), error=True)
        return
    told = own_words.problem() or tr("A line like everyday=official in {file} holds as soon as it is saved.")
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))):
        told = tr("No editor was found; your own words are in {file}.")
    notice.tell(told.format(file=file))
