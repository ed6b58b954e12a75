"""Marks: stable numbers by which lines, places and addresses of pages are compared across pages and processes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit
from zlib import crc32

from xinhui_viewer.importers.line import Line

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s\u4e00-\u9fff]+")
_NUMBER = re.compile(r"[0-9][0-9.:,/-]*")
_DIGITS = re.compile(r"\d+")
_LONGEST = 300  # characters of a line that are compared
_LONGEST_NAME = 100  # characters of an image's address
_ABOVE = 3  # elements around an element that tell its place
_STEPS = 3  # last steps of an address, which lead to one page of a site
_LONGEST_ADDRESS = 2_000


@lru_cache(8192)
def mark(text: str) -> int:
    """Return the mark of a line, of which numbers, addresses and blanks do not count."""
    if "//" in text or "www" in text:
        text = _ADDRESS.sub("@", text)
    content = "".join(_NUMBER.sub("0", text).split()).encode("utf-8", "surrogatepass")
    return len(content) << 32 | crc32(content)


def marks(lines: Iterable[Line]) -> list[int]:
    """Return the marks of lines, in their order; of an image, that of its file's name."""
    return [
        mark(line.image[-_LONGEST_NAME:].rpartition("/")[2] if line.image else line.text[:_LONGEST]) for line in lines
    ]


def place(node: Any, beside: str = "") -> int:
    """Return the mark of an element's place: its tag, class and id, and those of three elements around it.

    ``beside`` distinguishes several places in one element.
    """
    steps = [beside]
    for _above in range(_ABOVE + 1):
        if node is None or node.tag in ("body", "html"):
            break
        steps.append(_step(node))
        node = node.parent
    return _of("<".join(steps))


def is_distinct(node: Any) -> bool:
    """Return whether an element has a name of its own, a class or an id."""
    attributes = node.attributes
    return bool(attributes.get("class") or attributes.get("id"))


def _step(node: Any) -> str:
    attributes = node.attributes
    classes = " ".join(sorted((attributes.get("class") or "").split()))
    return _DIGITS.sub("0", f"{node.tag}.{classes}#{attributes.get('id') or ''}")


def addresses(address: str) -> Iterator[int]:
    """Yield the marks of an address or path, the longest first: of its last three steps, its last two and its last.

    They are alike for the address of a page, for a link to it, and for its path in a mirror.
    """
    try:
        parts = urlsplit(address[:_LONGEST_ADDRESS])
    except ValueError:
        return
    path = unquote(parts.path).strip("/")
    host = parts.netloc.lower().removeprefix("www.")
    steps = ([host] if host else []) + path.split("/")
    steps[-1] += f"?{parts.query}" if parts.query else ""
    for count in range(min(_STEPS, len(steps)), 0, -1):
        yield _of("/".join(steps[-count:]))


def resolved(base: str, link: str) -> str:
    """Return the address that a link on a page means, by the page's address or path; empty for none."""
    link = link.strip()
    if not link or link.startswith(("#", "javascript:", "mailto:", "data:")) or len(link) > _LONGEST_ADDRESS:
        return ""
    try:
        return urljoin(base, link).partition("#")[0]
    except ValueError:
        return ""


@lru_cache(4096)
def _of(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
