"""The texts of attachments: stored once for each file, however many bulletins have it, and shown with each of them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from xinhui_viewer.archive import attached_rows, damage, packing
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.entries import Entering, Words
from xinhui_viewer.archive.prepare import PreparedFile, PreparedText
from xinhui_viewer.records import Attached, AttachedText

_TEXT = "importer, text_sha256, figures, sections, blocks, body"


@dataclass(frozen=True, slots=True)
class Indexed:
    """The text of an attachment as it is searched, its sections still packed."""

    number: int
    name: str
    label: str
    sections: str
    body: str


class Owner(NamedTuple):
    """A bulletin that has a file as an attachment."""

    id: int
    title: str


def attached(db: Archive, bulletin_id: int) -> tuple[Attached, ...]:
    """Return the attachments of a bulletin that are no pictures, in the order of the page."""
    if not db.knows("attachment_texts"):  # an archive of a schema before 5
        label, texts, order = "''", "", "name"
        columns = ", ".join(["NULL"] * 5)
    else:
        label, order = "label", "n, name"
        texts = "LEFT JOIN attachment_texts USING (attachment_id)"
        columns = "importer, figures, sections, blocks, body"
    found = db.rows(
        f"""SELECT name, {label}, media_type, sha256, {columns} FROM bulletin_attachments
        JOIN attachments ON attachments.id = attachment_id {texts}
        WHERE bulletin_id = ? AND media_type NOT LIKE 'image/%' ORDER BY {order}""",
        (bulletin_id,),
    )
    return tuple(
        Attached(number, name, said, media_type, sha256, _text(*stored))
        for number, (name, said, media_type, sha256, *stored) in enumerate(found, 1)
    )


def with_texts(db: Archive, rows: Sequence[int]) -> frozenset[int]:
    """Return the rows, of some, whose bulletins have texts of attachments."""
    # FTS5's table of lengths is asked in a step; an archive may have no index, or one of another version.
    by_index = "CROSS JOIN attached_terms_docsize AS attached ON attached.id = wanted.value"
    by_files = """CROSS JOIN bulletins ON row = wanted.value JOIN bulletin_attachments ON bulletin_id = bulletins.id
        JOIN attachment_texts USING (attachment_id)"""
    joined = by_index if db.knows("attached_terms_docsize") else by_files
    found = db.rows(f"SELECT wanted.value FROM json_each(?) AS wanted {joined}", (json.dumps(list(rows)),))
    return frozenset(row for (row,) in found)


def texts(db: Archive, row: int) -> Iterator[Indexed]:
    """Yield the texts of the attachments of the bulletin in a row, in the order of the page; not the damaged ones."""
    found = db.rows(
        """SELECT name, label, attachment_texts.sections, attachment_texts.body FROM bulletins
        JOIN bulletin_attachments ON bulletin_id = id LEFT JOIN attachment_texts USING (attachment_id)
        WHERE row = ? AND media_type NOT LIKE 'image/%' ORDER BY n, name""",
        (row,),
    )
    for number, (name, label, sections, body) in enumerate(found, 1):
        if body is not None and not isinstance(body, damage.Damaged):
            yield Indexed(number, name, label, sections, body)


def owner(db: Archive, sha256: str) -> Owner | None:
    """Return the bulletin that has a file as an attachment, by its hash, the oldest of several; None without one."""
    found = db.row(
        """SELECT bulletins.id, title FROM attachments JOIN bulletin_attachments ON attachment_id = attachments.id
        JOIN bulletins ON bulletins.id = bulletin_id WHERE sha256 = ? AND latest ORDER BY bulletins.id LIMIT 1""",
        (sha256,),
    )
    return None if found is None else Owner(*found)


def keep_attachment(db: Archive, index: Entering, bulletin_id: int, file: PreparedFile) -> bool:
    """Store a file once, however many bulletins have it, and its text; return whether the bulletin changed by that.

    Of two files of one name in a bulletin the first stays.
    """
    db.run(
        "INSERT INTO attachments(sha256, size, encoding, content) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (file.sha256, file.size, file.encoding, file.content),
    )
    number = db.value("SELECT id FROM attachments WHERE sha256 = ?", (file.sha256,))
    key = (bulletin_id, file.name)
    there = db.row("SELECT attachment_id, label FROM bulletin_attachments WHERE bulletin_id = ? AND name = ?", key)
    if there is None:
        _join(db, index, bulletin_id, file, number)
    elif file.label and there[1] != file.label:
        db.run("UPDATE bulletin_attachments SET label = ? WHERE bulletin_id = ? AND name = ?", (file.label, *key))
    if file.text is None or (there is not None and there[0] != number):
        return there is None
    return _keep_text(db, index, number, file.text) or there is None


def _join(db: Archive, index: Entering, bulletin_id: int, file: PreparedFile, number: int) -> None:
    """Give a bulletin a stored file; if it has a text already, the bulletin is found by it from now on."""
    if db.row("SELECT 1 FROM attachment_texts WHERE attachment_id = ?", (number,)) is not None:
        _change(db, index, "id = ?", bulletin_id)
    db.run(
        """INSERT INTO bulletin_attachments(bulletin_id, name, media_type, attachment_id, label, n)
        SELECT ?, ?, ?, ?, ?, count(*) FROM bulletin_attachments WHERE bulletin_id = ?""",
        (bulletin_id, file.name, file.media_type, number, file.label, bulletin_id),
    )


def _keep_text(db: Archive, index: Entering, number: int, text: PreparedText) -> bool:
    """Store the text of a file in place of a former one; return whether it is another."""
    index.know(text.text_sha256, Words((text.words,), text.single))
    figures = packing.packed(text.figures)
    values = (text.importer, text.text_sha256, figures, text.sections, text.blocks, text.body)
    if db.row(f"SELECT {_TEXT} FROM attachment_texts WHERE attachment_id = ?", (number,)) == values:
        return False
    _change(db, index, "id IN (SELECT bulletin_id FROM bulletin_attachments WHERE attachment_id = ?)", number)
    db.run(
        f"INSERT OR REPLACE INTO attachment_texts(attachment_id, {_TEXT}) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (number, *values),
    )
    attached_rows.keep(db, number, text.figures, text.mentions)
    return True


def _change(db: Archive, index: Entering, which: str, value: int) -> None:
    for (row,) in db.rows(f"SELECT row FROM bulletins WHERE latest AND {which}", (value,)):
        index.change(row)


def _text(
    importer: str | None, figures: str | None, sections: str | None, blocks: str | None, body: str | None
) -> AttachedText | None:
    """Return a stored text; None when there is none or it can no longer be read."""
    if importer is None or figures is None or sections is None or blocks is None or body is None:
        return None
    try:
        damage.require(figures, sections, blocks, body)
        return AttachedText(
            body, packing.blocks(blocks), packing.sections(sections), packing.figures(figures), str(importer)
        )
    except damage.UNREADABLE:
        return None
