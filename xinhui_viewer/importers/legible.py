"""Whether decoded bytes are text at all: a picture or an archive under a text's name is none."""

from __future__ import annotations

from xinhui_viewer.importers.encoding import Decoded

_SAMPLE = 100_000
_ASCII = ("utf-8", "gb18030", "big5hkscs")  # encodings in which a control byte is a control character
_CONTROLS = bytes((*range(9), 11, *range(14, 32)))
# Of random bytes an eighth decode to control characters and a tenth to nothing (measured); texts have next to none.
_MOST_CONTROLS, _MOST_BAD = 0.10, 0.05


def is_text(read: Decoded, content: bytes) -> bool:
    """Tell text from other bytes by the share of control characters and of bytes that mean nothing."""
    sample = content[:_SAMPLE] if read.encoding in _ASCII else read.text[:_SAMPLE].encode("utf-8", "replace")
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls <= _MOST_CONTROLS * len(sample) and read.bad <= _MOST_BAD * len(read.text)
