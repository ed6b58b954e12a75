"""Check the bytes of a PDF before it is parsed, for streams that would fill the memory."""

from __future__ import annotations

import re
import zlib

LARGEST = 96 * 2**20  # inflated; the text of 20,000 pages fits, and the parser holds a few times as much
_STREAM = re.compile(rb"stream\r?\n(?=[\x08\x18\x28\x38\x48\x58\x68\x78])")
_MOST_RATIO = 1032  # no zlib stream inflates to more
_CHUNK = 2**20


def is_bomb(content: bytes) -> bool:
    """Return whether a compressed stream of a file (of anything but an image) inflates beyond LARGEST."""
    for match in _STREAM.finditer(content):
        if content[match.start() - 3 : match.start()] == b"end":
            continue
        before = content[max(match.start() - 400, 0) : match.start()].rpartition(b"obj")[2]
        layers = min(len(re.findall(rb"/(?:FlateDecode|Fl\b)", before)), 4)
        if b"/Image" in before and b"/Contents" not in before:
            continue
        end = content.find(b"endstream", match.end())
        size = (end if end >= 0 else len(content)) - match.end()
        if size * _MOST_RATIO**layers > LARGEST and _inflated(content, match.end(), size, layers) > LARGEST:
            return True
    return False


def _inflated(content: bytes, start: int, size: int, layers: int) -> int:
    """Return the inflated size of a stream as far as it is compressed, or some number over LARGEST."""
    view = memoryview(content)[start : start + size]
    chain = [zlib.decompressobj() for _ in range(layers)]
    largest = [0] * layers

    def feed(data: bytes | memoryview, layer: int) -> None:
        """Inflate a piece of a layer and pass the result to the next layer."""
        while data and layer < layers and max(largest) <= LARGEST and not chain[layer].eof:
            out = chain[layer].decompress(data, _CHUNK)
            largest[layer] += len(out)
            feed(out, layer + 1)
            data = chain[layer].unconsumed_tail

    try:
        for at in range(0, size, _CHUNK):
            feed(view[at : at + _CHUNK], 0)
    except zlib.error:
        return max(largest, default=0)
    return max(largest, default=0)
