"""Read what the user pastes or types, and keep it: the pasted bytes are the original, corrections are the user's."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, fields, replace

from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.files import known
from xinhui_viewer.archive.prepare import prepared
from xinhui_viewer.archive.replace import replace_all
from xinhui_viewer.archive.write import Added, add_all
from xinhui_viewer.errors import EmptyPage, UnreadableSource
from xinhui_viewer.facts import Facts
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers import page_kinds
from xinhui_viewer.importers.correcting import corrected
from xinhui_viewer.importers.run.reading import Watch, reread
from xinhui_viewer.records import BODY, Draft, Ground, Original

LONGEST = 1_000_000  # characters that a form shows without delay
_HEAD = 2000  # bytes in which Windows describes HTML of its clipboard
_START, _END = (re.compile(rb"(?m)^%s:(\d{1,12})\s*$" % name) for name in (b"StartHTML", b"EndHTML"))
_SOURCE = re.compile(rb"(?m)^SourceURL:\s*(https?://\S+)")
# The labels of a typed bulletin's original, as pages print them.
_LABELS = {
    "source": "来源",
    "published": "发布日期",
    "issuer": "发文机关",
    "document_number": "文号",
    "url": "网址",
}


@dataclass(frozen=True, slots=True)
class Pasted:
    """Pasted contents: a page's HTML, its text, a picture, each empty if there is none.

    ``name`` is that of its original, ``retrieved`` the time (ISO 8601, UTC), ``url`` the address of its page if known.
    """

    name: str
    retrieved: str
    html: bytes = b""
    text: str = ""
    picture: bytes = b""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Composed:
    """A bulletin to be kept: its original, the reading of it, and what the user entered.

    ``text`` is None where the user left it as it was read; a bulletin that was ``typed`` is all the user's.
    """

    original: Original
    read: Draft
    facts: Facts
    text: str | None = None
    typed: bool = False

    @property
    def draft(self) -> Draft:
        """The bulletin with all that the user entered."""
        made = corrected(self.read, self.facts, self.text)
        if not self.typed:
            return made
        names = (*(field.name for field in fields(Facts)), BODY)
        return replace(made, grounds=tuple(Ground(name, "user", sure=True) for name in names))


def read_pasted(pasted: Pasted) -> tuple[Original, Draft]:
    """Return the original of what was pasted, and the bulletin in it; UnreadableSource when there is none.

    HTML is read as a page is; where no text is found in it, the text that came with it is read.
    """
    html, url = unwrapped(pasted.html)
    url = url or pasted.url
    if max(len(html), len(pasted.text)) > 8 * LONGEST:
        raise _too_long()
    if pasted.text.strip() and html:
        try:
            found = _read(pasted, html, "text/html", url)
        except EmptyPage:
            found = None
        if found is not None and found[1].body:
            return found
    if pasted.text.strip():
        return _read(pasted, pasted.text.encode("utf-8", "replace"), "", url)
    return _read(pasted, html or pasted.picture, "text/html" if html else "", url)


def unwrapped(html: bytes) -> tuple[bytes, str]:
    """Return HTML without the description that Windows puts before it (CF_HTML), and the address that this gives."""
    head = html[:_HEAD]
    start, end, source = _START.search(head), _END.search(head), _SOURCE.search(head)
    if not head.startswith(b"Version:") or start is None or end is None:
        return html, ""
    return html[int(start[1]) : int(end[1])], source[1].decode("utf-8", "replace") if source else ""


def typed(facts: Facts, text: str, name: str, now: str) -> Composed:
    """Return a bulletin that the user typed; its original is a text of what was entered."""
    said = ((label, getattr(facts, fact)) for fact, label in _LABELS.items())
    lines = [facts.title, *(f"{label}：{value}" for label, value in said if value), "", text]
    content = "\n".join(lines).encode("utf-8", "replace")
    original = Original(hashlib.sha256(content).hexdigest(), name, "text/plain", content, now, facts.url)
    return Composed(original, Draft(Facts(), "", (), "plain_text"), facts, text, typed=True)


def keep(db: Archive, composed: Composed) -> Added:
    """Add a bulletin to an archive; one of the same bytes takes what the user has put right this time."""
    original = replace(composed.original, url=composed.facts.url)
    ready = prepared(original, (composed.draft,))
    there = known(db, original.sha256)
    added = add_all(db, (ready,))[0]
    if len(there) == 1 and any(replace_all(db, ((there[0], ready.bulletins[0]),))):
        return replace(added, notes=(*added.notes, tr("What you entered is in it now.")))
    return added


def _read(pasted: Pasted, content: bytes, media_type: str, url: str) -> tuple[Original, Draft]:
    sha256 = hashlib.sha256(content).hexdigest()
    reading = reread(Original(sha256, pasted.name, media_type, content, pasted.retrieved, url), Watch())
    if reading.error is not None:
        raise reading.error
    assert reading.original is not None
    draft = reading.drafts[0]
    if len(draft.body) > LONGEST:
        raise _too_long()
    kind = page_kinds.sentence(draft.passed_over) if draft.passed_over else ""
    warnings = tuple(warning for warning in draft.warnings if warning != kind)
    facts = replace(draft.facts, url=draft.facts.url or reading.original.url)
    if draft.importer == "image":
        facts = replace(facts, title="")  # that is the name, which says nothing of the picture
    return reading.original, replace(draft, facts=facts, warnings=warnings, passed_over="")


def _too_long() -> UnreadableSource:
    problem = tr("What was pasted has more than {n:,} characters.").format(n=LONGEST)
    return UnreadableSource(problem, tr("Save it as a file and import that."))
