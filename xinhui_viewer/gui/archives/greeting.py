"""The welcoming notice: what to do with the sample, or with an empty archive."""

from __future__ import annotations

from xinhui_viewer.gui.archives.archives import Archives
from xinhui_viewer.gui.archives.importing import Importing
from xinhui_viewer.gui.parts.notice import NoticeBar
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.i18n import tr


def greet(notice: NoticeBar, archive: Opened, bulletins: int, importing: Importing, archives: Archives) -> None:
    """Show the notice for the archive on show; an error on show stays."""
    if notice.tells_error():
        return
    if archive.sample:
        offers = ((tr("Import my bulletins…"), importing.choose_files), (tr("New archive…"), archives.create))
        notice.tell(tr("This is the sample archive."), offers)
    elif not bulletins:
        offers = ((tr("Import files…"), importing.choose_files), (tr("Folder…"), importing.choose_folder))
        notice.tell(tr("This archive is empty: drop files or folders here, or choose them."), offers)
    elif notice.greets:
        notice.put_away()
    notice.greets = archive.sample or not bulletins
