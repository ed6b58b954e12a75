"""Save the attachments of a bulletin as files."""

from __future__ import annotations

from pathlib import Path

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.files import attachment
from xinhui_viewer.archive.read import bulletin
from xinhui_viewer.exporters.files import cleaned, make_folder, save, unused
from xinhui_viewer.text.file_names import shown_name


def save_attachments(db: Archive, bulletin_id: int, folder: Path) -> tuple[Path, ...]:
    """Write the attachments of a bulletin into a folder and return their paths; existing files are kept.

    The folder is made when there is none; an ExportError says why something could not be written.
    """
    paths = []
    for name in bulletin(db, bulletin_id).attachments:
        kept = attachment(db, bulletin_id, name)
        if kept is not None:
            make_folder(folder)
            paths.append(unused(folder, cleaned(shown_name(name))))
            save(paths[-1], kept.content)
    return tuple(paths)
