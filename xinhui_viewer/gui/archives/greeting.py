"""The line that welcomes: what can be done with the sample, or with an archive that is still empty."""

from __future__ import annotations

from xinhui_viewer.gui.archives.archives import Archives
from xinhui_viewer.gui.archives.importing import Importing
from xinhui_viewer.gui.parts.notice import NoticeBar
from xinhui_viewer.gui.parts.opened import Opened
from xinhui_viewer.i18n import tr


def greet(notice: NoticeBar, archive: Opened, bulletins: int, importing: Importing, archives: Archives) -> None:
    """Tell what suits the archive on show; a line that says something went wrong stays."""
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
