"""Mail (.eml): a message is a bulletin, its subject the title; what is attached to it is kept with it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.facts import Facts
from xinhui_viewer.i18n import tr
from xinhui_viewer.importers import mime
from xinhui_viewer.importers.attachments import LARGEST, MOST
from xinhui_viewer.importers.encoding import decoded, stated
from xinhui_viewer.importers.finish import Piece, draft
from xinhui_viewer.importers.member import ALONE, Around
from xinhui_viewer.importers.mime import content_of
from xinhui_viewer.importers.plain_text import paragraphs
from xinhui_viewer.importers.signature import offices
from xinhui_viewer.importers.web.flat import read_flat
from xinhui_viewer.importers.web.guard import is_parsable, without_bombs
from xinhui_viewer.importers.web.markup.lines import lines
from xinhui_viewer.importers.web.pieces import piece
from xinhui_viewer.records import Attachment, Draft, Ground
from xinhui_viewer.text.names import is_person

if TYPE_CHECKING:
    from email.message import Message

_HEADERS = re.compile(rb"(?:[!-9;-~]+[ \t]*:.*\r?\n(?:[ \t].*\r?\n)*)+")
_SENDER = re.compile(rb"(?im)^From[ \t]*:(?!\s*[\"<]*Saved by)")  # as browsers sign the pages that they save
_SENT = re.compile(rb"(?im)^(?:Received|Return-Path|Delivered-To|Message-ID|To|Subject)[ \t]*:")
_SAVED = re.compile(rb"(?im)^Snapshot-Content-Location[ \t]*:")
# In a text it is that of a part whose beginning was not found.
_INNER_HEADER = re.compile(r"(?i)Content-transfer-encoding:\s*(?:quoted-printable|base64|[78]bit)$")
_FACTS = ("title", "published", "source", "authors")
_TEXTS = ("text/html", "text/plain")
_IN_A_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def recognises(head: bytes, _name: str) -> bool:
    """Return whether a file begins with the headers of a message that somebody sent, not of a page in its form."""
    headers = _HEADERS.match(head.lstrip(b"\r\n"))
    if headers is None or _SAVED.search(headers[0]):
        return False
    return bool(_SENDER.search(headers[0]) and _SENT.search(headers[0]))


def read(content: bytes, name: str, _around: Around = ALONE) -> tuple[Draft, ...]:
    """Return the bulletin of a message; UnreadableSource when it holds neither text nor a subject."""
    message = mime.message(content, name)
    parts = list(_parts(message))
    body, pieces = _body(parts)
    facts = _facts(message)
    if not facts.title and not any(one.text for one in pieces):
        raise UnreadableSource(tr("{name} contains no text.").format(name=name), tr("Retrieve it again."))
    attachments, left = _attachments([part for part in parts if part is not body], pieces)
    kept = {"", *(one.name for one in attachments)}
    pieces = [one for one in pieces if one.text or one.image in kept]
    grounds = tuple(Ground(fact, "tag", True) for fact in _FACTS if getattr(facts, fact))
    return (draft("mail", facts, pieces, _warnings(message, left, pieces), attachments, grounds=grounds),)


def _warnings(message: Message, left: int, pieces: Sequence[Piece]) -> Iterator[str]:
    if not any(one.text for one in pieces):
        yield tr("No text was found under the title.")
    bad = sum(one.text.count("\ufffd") for one in pieces)
    if bad:
        yield tr("{n} unreadable characters are shown as \ufffd.").format(n=bad)
    if left:
        yield tr("{n} attachments were left out: too many or too large.").format(n=left)
    if mime.is_damaged(message) or any(_INNER_HEADER.match(one.text) for one in pieces):
        yield tr("The file is damaged or incomplete; what could be read was kept.")


def _parts(message: Message) -> Iterator[Message]:
    """Yield the parts of a message; another message that is attached to it is one part."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        inner = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(inner, list):
            waiting += [one for one in reversed(inner) if not isinstance(one, str)]
        else:
            yield part


def _body(parts: list[Message]) -> tuple[Message | None, list[Piece]]:
    """Return the part with the text, and its pieces: the one with marks, unless only the plain one has a text."""
    texts = [part for part in parts if part.get_content_type() in _TEXTS and not _is_attached(part)]
    found = {part.get_content_type(): part for part in reversed(texts) if content_of(part).strip()}
    body, pieces = None, list[Piece]()
    for body in filter(None, map(found.get, _TEXTS)):
        pieces = list(_pieces(body))
        if any(one.text for one in pieces):
            break
    return body, pieces


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _text(part: Message) -> str:
    content, encoding = content_of(part), part.get_content_charset()
    return (stated(content, encoding) if encoding else decoded(content)).text


def _pieces(body: Message) -> Iterator[Piece]:
    text = _text(body)
    if body.get_content_type() == "text/plain":
        yield from (Piece("paragraph", line) for line in paragraphs(text.splitlines()))
        return
    encoded = without_bombs(text.encode("utf-8", "replace"))
    if not is_parsable(encoded):
        yield from read_flat(text)[1]
    else:
        from selectolax.lexbor import LexborHTMLParser

        root = LexborHTMLParser(encoded.replace(b"\0", b"")).body
        yield from (piece(line, "") for line in lines(root) if root is not None)


def _facts(message: Message) -> Facts:
    """Return the facts that the headers give; who sends is an office, or a person: the author."""
    from email.utils import parseaddr

    sender = parseaddr(_header(message, "From"))[0].strip()
    return Facts(
        title=" ".join(_header(message, "Subject").split()),
        published=_sent(message),
        source=offices(sender),
        authors=(sender,) if is_person(sender) else (),
    )


def _sent(message: Message) -> date | None:
    """Return the day on which a message was sent, in the sender's time."""
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(_header(message, "Date")).date()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _header(message: Message, name: str) -> str:
    """Return a header's text, decoded; empty without one."""
    return _decoded(message.get(name, ""))


def _decoded(raw: object) -> str:
    """Return the text of a header; one with bytes whose encoding it does not name is decoded as texts are."""
    from email.errors import HeaderParseError
    from email.header import decode_header, make_header

    try:
        text = str(make_header(decode_header(raw)))  # type: ignore[arg-type]
    except (HeaderParseError, LookupError, ValueError):
        text = str(raw)
    if "\ufffd" in text or any("\udc80" <= sign <= "\udcff" for sign in text):
        text = decoded(str(getattr(raw, "_chunks", [[raw]])[0][0]).encode("utf-8", "surrogateescape")).text
    return text


def _attachments(parts: Sequence[Message], pieces: Sequence[Piece]) -> tuple[tuple[Attachment, ...], int]:
    """Return the files that came with a message, pictures that its text shows by their addresses, and how many others.

    Another form of the text is no attachment.
    """
    shown = {one.image for one in pieces if one.image}
    found: dict[str, Attachment] = {}
    left = 0
    for part in parts:
        address = f"cid:{str(part.get('Content-ID', '')).strip('<> ')}"
        is_text = part.get_content_type() in _TEXTS and not _is_attached(part)
        content = b"" if is_text and address not in shown else _file(part)
        if len(content) > LARGEST or (content and len(found) >= MOST):
            left += 1
        elif content:
            name = address if address in shown else _name(part, len(found) + 1)
            sha256 = hashlib.sha256(content).hexdigest()
            found.setdefault(name, Attachment(name, part.get_content_type(), sha256, content))
    return tuple(found.values()), left


def _file(part: Message) -> bytes:
    inner = part.get_payload()
    if part.get_content_maintype() == "message" and isinstance(inner, list):
        return b"".join(one.as_bytes() for one in inner if not isinstance(one, str))
    return content_of(part)


def _name(part: Message, number: int) -> str:
    """Return the name of an attached file; of an attached message, its subject."""
    name = _decoded(part.get_filename() or "")
    inner = part.get_payload()
    if not name and isinstance(inner, list) and inner and not isinstance(inner[0], str):
        name = f"{_header(inner[0], 'Subject')}.eml"
    return _IN_A_NAME.sub("_", name).strip(" .") or f"{number}"
