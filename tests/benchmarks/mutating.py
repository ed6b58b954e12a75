"""Changes to the bytes of a document as accidents and attackers make them, each named by what it does."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

Change = Callable[[bytes, random.Random], bytes]

_NUMBER = re.compile(rb"\d+")
_VALUE = re.compile(rb'(?<==")-?[\d.]+(?=[a-z%]*")')
_ELEMENT = re.compile(rb"<([A-Za-z][\w:.-]*)[^<>]*(?<!/)>[^<>]*</\1>")
_NUMBERS = (b"0", b"-1", b"1", b"255", b"65536", b"999999", b"2147483647", b"4294967296", b"9" * 20, b"1e309", b"")
_LENGTHS = (1, 2, 8, 64, 512, 4_000, 60_000)
_GROUPS = ((b"{", b"}"), (b"[", b"]"), (b"<<", b">>"), (b"(", b")"), (b"> ", b""), (b"- ", b""))
_BYTES = (b"\0", b"\xff", b"\x80", b"\xff\xff\xff\x7f", b"\xff\xff\xff\xff", bytes(64))


def flipped(content: bytes, chance: random.Random) -> bytes:
    """Some bits of it are wrong."""
    made = bytearray(content)
    for _ in range(chance.choice((1, 1, 3, 20, 200))):
        made[chance.randrange(len(made))] ^= 1 << chance.randrange(8)
    return bytes(made)


def cut(content: bytes, chance: random.Random) -> bytes:
    """It ends too early."""
    return content[: chance.randrange(1, len(content))]


def shortened(content: bytes, chance: random.Random) -> bytes:
    """A block is missing."""
    at, length = _block(content, chance)
    return content[:at] + content[at + length :]


def repeated(content: bytes, chance: random.Random) -> bytes:
    """A block is there many times."""
    at, length = _block(content, chance)
    return content[:at] + content[at : at + length] * chance.choice((2, 2, 10, 100)) + content[at + length :]


def exchanged(content: bytes, chance: random.Random) -> bytes:
    """Two blocks stand in each other's place."""
    at, length = _block(content, chance)
    other = chance.randrange(len(content))
    first, second = min(at, other), max(at, other)
    length = min(length, second - first)
    return (
        content[:first]
        + content[second : second + length]
        + content[first + length : second]
        + content[first : first + length]
        + content[second + length :]
    )


def overwritten(content: bytes, chance: random.Random) -> bytes:
    """Some bytes are others, as unsigned numbers at their limits."""
    made = bytearray(content)
    for _ in range(chance.choice((1, 1, 4, 30))):
        at, patch = chance.randrange(len(made)), chance.choice(_BYTES)
        made[at : at + len(patch)] = patch
    return bytes(made)


def misnumbered(content: bytes, chance: random.Random) -> bytes:
    """Some of its numbers are others: huge, negative, none. In markup these are attributes, and the text stays."""
    pattern = _VALUE if b'="' in content else _NUMBER
    found = [one.span() for one in pattern.finditer(content)]
    made, end = [], 0
    for start, stop in sorted(chance.sample(found, min(len(found), chance.choice((1, 1, 3, 30))))):
        made += [content[end:start], chance.choice(_NUMBERS)]
        end = stop
    return b"".join((*made, content[end:]))


def nested(content: bytes, chance: random.Random) -> bytes:
    """An element of markup holds itself, hundreds of times; a group of RTF, a bracket."""
    found = list(_ELEMENT.finditer(content))
    times = chance.choice((20, 200, 2_000, 50_000))
    if not found:
        at, times = chance.randrange(len(content)), min(times, 10**6)
        begin, end = chance.choice(_GROUPS)
        return content[:at] + begin * times + end * times + content[at:]
    one = chance.choice(found)
    opening = one[0][: one[0].index(b">") + 1]
    times = min(times, 20 * 10**6 // len(one[0]))
    return content[: one.start()] + opening * times + one[0] + b"</%b>" % one[1] * times + content[one.end() :]


def multiplied(content: bytes, chance: random.Random) -> bytes:
    """An element is there thousands of times."""
    found = list(_ELEMENT.finditer(content))
    if not found:
        return repeated(content, chance)
    one = chance.choice(found)
    times = min(chance.choice((10, 1_000, 30_000)), 20 * 10**6 // len(one[0]))
    return content[: one.start()] + one[0] * times + content[one.end() :]


PLAIN: tuple[Change, ...] = (
    flipped,
    cut,
    shortened,
    repeated,
    exchanged,
    overwritten,
    misnumbered,
    nested,
    multiplied,
)


def unpacked(content: bytes) -> dict[str, bytes] | None:
    """The members of a zip file; None when it is none."""
    if not content.startswith(b"PK"):
        return None
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: dict[str, bytes]) -> bytes:
    """A zip file of members."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return made.getvalue()


def inside(change: Change) -> Change:
    """Return a change to one member of a zip file, packed again."""

    def changed(content: bytes, chance: random.Random) -> bytes:
        members = unpacked(content) or {}
        named = [name for name, content in members.items() if content]
        marked = [name for name in named if name.endswith((".xml", ".rels", ".opf", "html", ".ncx"))] or named
        name = chance.choice(marked if chance.random() < 0.9 else named)
        return packed({**members, name: change(members[name], chance)})

    changed.__name__ = f"member {change.__name__}"
    return changed


def swapped(content: bytes, chance: random.Random) -> bytes:
    """Two members of a zip file have each other's content."""
    members = unpacked(content) or {}
    one, other = chance.choice(list(members)), chance.choice(list(members))
    return packed({**members, one: members[other], other: members[one]})


def lacking(content: bytes, chance: random.Random) -> bytes:
    """A member of a zip file is missing, or there under another name."""
    members = unpacked(content) or {}
    name = chance.choice(list(members))
    left = {key: value for key, value in members.items() if key != name}
    return packed(left if chance.random() < 0.5 else {**left, name.upper() + chance.choice(("", "/")): members[name]})


PACKED: tuple[Change, ...] = (*(inside(change) for change in PLAIN), swapped, lacking)


def _block(content: bytes, chance: random.Random) -> tuple[int, int]:
    return chance.randrange(len(content)), chance.choice(_LENGTHS)
