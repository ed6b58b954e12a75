"""The tokens of RTF (specification 1.9.1, "Basic entities"): groups, control words and symbols, and bytes of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_TOKEN = re.compile(
    rb"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?|'(?P<byte>[0-9a-fA-F]{2})|(?P<symbol>[^a-zA-Z]))"
    rb"|(?P<brace>[{}])|[\r\n\0]+|(?P<text>[^\\{}\r\n\0]+)",
    re.DOTALL,
)
Kind = Literal["word", "symbol", "byte", "text", "open", "close", "binary"]


@dataclass(slots=True)  # not frozen: that takes four times as long to make
class Token:
    """A token: a ``name`` for words and symbols, bytes for text, and the ``number`` of a word, None without one."""

    kind: Kind
    name: str = ""
    content: bytes = b""
    number: int | None = None


_OPEN, _CLOSE = Token("open"), Token("close")


def tokens(content: bytes) -> Iterator[Token]:
    """Yield the tokens of a file; binary data, which braces do not end, is one token."""
    at = 0
    while found := _TOKEN.match(content, at):
        at = found.end()
        kind = found.lastgroup
        if kind == "text":
            yield Token("text", content=found[0])
        elif kind == "brace":
            yield _OPEN if found[0] == b"{" else _CLOSE
        elif kind == "byte":
            yield Token("byte", content=bytes.fromhex(found["byte"].decode()))
        elif kind == "symbol":
            yield Token("symbol", found["symbol"].decode("latin-1"))
        elif kind:
            number = int(found["number"]) if found["number"] else None
            name = found["word"].decode()
            if name == "bin" and number:
                yield Token("binary", content=content[at : at + max(number, 0)])
                at += max(number, 0)
            else:
                yield Token("word", name, number=number)
        elif at >= len(content):
            return
