"""The files that belong to a bulletin, back on the disk."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.files import attachment
from xinhui_viewer.archive.read import bulletin
from xinhui_viewer.exporters.files import cleaned, save, unused


def shown_name(name: str) -> str:
    """Return the name of an attachment as one reads it: the last step of its address."""
    return PurePosixPath(unquote(name.partition("?")[0])).name or name


def save_attachments(db: Archive, bulletin_id: int, folder: Path) -> tuple[Path, ...]:
    """Write the attachments of a bulletin into a folder and return their paths; nothing that is there is replaced."""
    paths = []
    for name in bulletin(db, bulletin_id).attachments:
        kept = attachment(db, bulletin_id, name)
        if kept is not None:
            paths.append(unused(folder, cleaned(shown_name(name))))
            save(paths[-1], kept.content)
    return tuple(paths)
