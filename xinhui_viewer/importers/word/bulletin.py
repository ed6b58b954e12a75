"""The bulletin that a document's lines and pictures make, with warnings on what is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.senseless import has_senseless
from xinhui_viewer.importers.word.document import document
from xinhui_viewer.importers.word.images import with_images
from xinhui_viewer.importers.word.paragraph import Paragraph
from xinhui_viewer.records import Attachment, Draft


def bulletin(
    importer: str,
    name: str,
    lines: Iterable[Paragraph],
    image_of: Callable[[str], Attachment | None],
    warnings: Sequence[str] = (),
    named: str = "",
) -> Draft:
    """Return the draft of a file called ``name``; UnreadableSource when it has neither text nor pictures.

    ``image_of`` returns the picture under a line's key; ``named`` is the title that the file stores.
    """
    paragraphs, images, left = with_images(lines, image_of)
    if left:
        told = tr("{n} pictures were left out: too many, too large or of an unknown kind.").format(n=left)
        warnings = (*warnings, told)
    if has_senseless("\n".join(map(_text, paragraphs))):
        told = tr("The file is damaged: some of its text is made of signs without a meaning.")
        warnings = (*warnings, told)
    found = document(importer, paragraphs, warnings, images, named)
    if images and not found.body.strip() and not found.facts.title:
        told = tr("The file contains pictures but no text; it was kept but cannot be searched.")
        return replace(found, warnings=(*found.warnings, told))
    if not found.body and not found.facts.title and not images:
        problem = tr("{name} contains no text.").format(name=name)
        raise UnreadableSource(problem, tr("Open it in an editor and check its contents."))
    return found


def _text(line: Paragraph) -> str:
    return "\n".join((line.text, *(cell.text for row in line.rows for cell in row)))


def too_large(name: str) -> UnreadableSource:
    """Return the error for a file with more text or paragraphs than a document has."""
    return UnreadableSource(tr("{name} is too large to be read.").format(name=name), tr("Save it in several files."))
