"""Read the documents that belong to a bulletin into texts: one that fails, hangs or is huge costs its text alone."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO
from time import process_time
from typing import NamedTuple, Protocol

from xinhui_viewer import log
from xinhui_viewer.errors import UnreadableSource, UserError
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.attached_text import LARGEST, attached_text
from xinhui_viewer.importers.member import Around, Container
from xinhui_viewer.importers.run import attached_zip
from xinhui_viewer.importers.run.kinds import kind_of
from xinhui_viewer.importers.table import Importer
from xinhui_viewer.job import Unit
from xinhui_viewer.records import AttachedText, Attachment, Draft
from xinhui_viewer.text.file_names import shown_name

_SECONDS = 120.0  # of the processor, for all attachments of a bulletin
_MOST = 2 * LARGEST  # characters of texts that are kept for the next pages


class Read(NamedTuple):
    """The text of an attachment, None without one, and a sentence on what is missing of it, or empty."""

    text: AttachedText | None = None
    missing: str = ""


class Watched(Protocol):
    """Told of each attachment before it is read, and again after the last."""

    def attaching(self, sha256: str, name: str, seconds: float) -> None:
        """Receive that an attachment is read now, and how many ``seconds`` that may take."""

    def reached(self, unit: Unit, at: int, total: int) -> None:
        """Receive that a page, or another unit, of the attachment is begun: ``at``, from 1, of ``total``."""

    def attached(self) -> None:
        """Receive that no attachment is being read any more."""

    def given_up(self, sha256: str) -> str:
        """Return the sentence on an attachment whose reading ended a process; empty for any other."""


class Texts:
    """Reads attachments; remembers the texts of the last ones, for a site's pages name the same documents."""

    def __init__(self, clock: Callable[[], float] = process_time) -> None:
        self._clock = clock
        self._known: OrderedDict[str, Read] = OrderedDict()
        self._length = 0

    def with_texts(self, drafts: Sequence[Draft], watch: Watched) -> tuple[Draft, ...]:
        """Return drafts with the texts of their attachments, and warnings on those that could not be read."""
        end = self._clock() + _SECONDS
        return tuple(self._with_texts(one, watch, end) if one.attachments else one for one in drafts)

    def _with_texts(self, draft: Draft, watch: Watched, end: float) -> Draft:
        read = [self._read(one, watch, end) for one in draft.attachments]
        watch.attached()
        attachments = tuple(replace(one, text=found.text) for one, found in zip(draft.attachments, read, strict=True))
        missing = tuple(dict.fromkeys(found.missing for found in read if found.missing))
        return replace(draft, attachments=attachments, warnings=(*draft.warnings, *missing))

    def _read(self, attachment: Attachment, watch: Watched, end: float) -> Read:
        name = shown_name(attachment.name)
        if attachment.media_type.startswith("image/"):
            return Read()
        if sentence := watch.given_up(attachment.sha256):
            return Read(missing=sentence)
        if attachment.sha256 not in self._known:
            try:
                importer = kind_of(BytesIO(attachment.content), name).importer
            except UserError as error:
                return Read(missing=missing(error))
            if self._clock() > end:
                told = tr("The attachment {name} was kept, but not read: the others took too long.")
                return Read(missing=told.format(name=name))
            self._keep(attachment.sha256, _read_by(importer, attachment, name, watch))
        self._known.move_to_end(attachment.sha256)
        return self._known[attachment.sha256]

    def _keep(self, sha256: str, read: Read) -> None:
        self._known[sha256] = read
        self._length += _length(read)
        while self._length > _MOST and len(self._known) > 1:
            _sha256, dropped = self._known.popitem(last=False)
            self._length -= _length(dropped)


def _length(read: Read) -> int:
    return 1000 + (len(read.text.body) if read.text is not None else 0)


def _read_by(importer: Importer | Container, attachment: Attachment, name: str, watch: Watched) -> Read:
    """Read an attachment, of one that holds others the documents in it."""
    if isinstance(importer, Importer) and "*" in importer.media_type:
        return Read()  # a picture
    if isinstance(importer, Importer):
        watch.attaching(attachment.sha256, name, importer.seconds)
        around = Around(place=name, told=partial(watch.reached, importer.unit))
        read = partial(importer.read, attachment.content, name, around)
        return _read(lambda: (read(), ""), importer.name, name)
    if importer.name != attached_zip.NAME:
        return Read(missing=tr("The attachment {name} was kept; its contents are not searched.").format(name=name))
    watch.attaching(attachment.sha256, name, attached_zip.SECONDS)
    return _read(lambda: attached_zip.documents(attachment.content, name), importer.name, name)


def _read(read: Callable[[], tuple[Sequence[Draft], str]], importer: str, name: str) -> Read:
    """Return the text of the drafts that ``read`` returns, with its sentence on what is missing."""
    try:
        drafts, told = read()
        text, cut = attached_text(drafts, importer)
    except UserError as error:
        return Read(missing=missing(error))
    except Exception as error:  # a bug in an importer costs the text of one attachment
        log.record(error)
        return Read(missing=missing(UnreadableSource(_mistake(name, error))))
    if text is None:
        return Read(missing=told or tr("The attachment {name} has no text.").format(name=name))
    if cut:
        told = tr("Of the attachment {name} only the first {n} characters were read.")
        return Read(text, told.format(name=name, n=f"{len(text.body):,}"))
    return Read(text, told)


def missing(error: UserError) -> str:
    """Return the warning on an attachment that is kept, but without its text."""
    return tr("An attachment was kept, but not read: {reason}").format(reason=error)


def _mistake(name: str, error: Exception) -> str:
    problem = tr("{name} could not be read because of a program error ({error}).")
    return problem.format(name=name, error=repr(error)[:200])
