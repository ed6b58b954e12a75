"""The parts of a mail, or of a page that a browser saved in the form of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from xinhui_viewer.errors import UnreadableSource
from xinhui_viewer.i18n import tr

if TYPE_CHECKING:
    from email.message import Message

_PARTS = 2_000  # a page has a few hundred; a file with a million parts is no page
_DEEPEST = 100  # parts in parts: the library reads them by recursion
_NESTS = re.compile(rb"(?im)^content-type[ \t]*:\s*(?:multipart|message)/")


def message(content: bytes, name: str) -> Message:
    """Return a file as a mail; UnreadableSource when its parts are nested too deeply to be read."""
    from email import message_from_bytes  # 7 ms, which few files need

    if sum(1 for _part in _NESTS.finditer(content)) > _DEEPEST:
        problem = tr("{name} is nested too deeply.").format(name=name)
        raise UnreadableSource(problem, tr("Save its parts as files of their own and import these."))
    return message_from_bytes(content)


def leaves(whole: Message) -> Iterator[Message]:
    """Yield the parts that hold no others, at most 2,000."""
    for number, part in enumerate(whole.walk()):
        if number > _PARTS:
            return
        if not part.is_multipart():
            yield part


def content_of(part: Message) -> bytes:
    """Return the bytes of a part; none when it holds others."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def is_damaged(whole: Message) -> bool:
    """Return whether a mail, or a part of it, is cut or malformed."""
    return any(part.defects for part in (whole, *leaves(whole)))
