"""The time at which a program saved a page, as it notes it in the page; a file's own time changes with each copy."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_HEAD, _LONGEST = 2**16, 4096  # bytes: they write the note at the top; an address in it may be long
_DAY = rb"(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]{2}) (?P<year>20\d\d) (?P<time>\d\d:\d\d:\d\d) "
_DAY_OF_SCRIPTS = (
    rb"(?P<month>[A-Z][a-z]{2}) (?P<day>\d{1,2}) (?P<year>20\d\d) (?P<time>\d\d:\d\d:\d\d) GMT(?P<zone>[-+]\d{4})"
)
_MHTML = re.compile(  # of Chrome, Edge and Internet Explorer
    rb"\A(?=.*^Content-Type: multipart/related).*?^Date: [A-Z][a-z]{2}, " + _DAY + rb"(?P<zone>[-+]\d{4})",
    re.MULTILINE | re.DOTALL,
)
# The words a note begins with, what it ends before, and its time.
_NOTES = (
    (b"Page saved with SingleFile", b"-->", re.compile(rb"saved date: [A-Z][a-z]{2} " + _DAY_OF_SCRIPTS)),
    (b'<meta name="savepage-date"', b">", re.compile(rb'content="[A-Z][a-z]{2} ' + _DAY_OF_SCRIPTS)),  # Save Page WE
    (b"<!-- Mirrored from ", b"-->", re.compile(rb"by HTTrack .*, [A-Z][a-z]{2}, " + _DAY + rb"GMT")),
    (b"From: ", b"\n\n", _MHTML),
)
_MONTHS = b"Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def saved(content: bytes) -> str:
    """Return when a page was saved, in ISO 8601 and UTC; empty when the program that saved it does not say."""
    head = content[:_HEAD]
    for begin, end, time in _NOTES:
        at = head.find(begin)
        if at >= 0 and (found := time.search(head[at : at + _LONGEST].replace(b"\r\n", b"\n").partition(end)[0])):
            return _time(found.groupdict())
    return ""


def _time(said: dict[str, bytes]) -> str:
    """Return a time in ISO 8601 and UTC; empty when there is none such."""
    try:
        month = _MONTHS.index(said["month"]) + 1
        zone = said.get("zone", b"+0000").decode()
        text = f"{said['year'].decode()}-{month:02}-{int(said['day']):02}T{said['time'].decode()}{zone[:3]}:{zone[3:]}"
        return datetime.fromisoformat(text).astimezone(UTC).isoformat(timespec="seconds")
    except ValueError:
        return ""
