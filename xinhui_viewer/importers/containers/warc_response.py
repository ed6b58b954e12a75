"""The response in a record of a WARC: its address, its media type and the bytes that were retrieved."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from urllib.parse import unquote, urlsplit

from xinhui_viewer.i18n import tr
from xinhui_viewer.importers.containers.warc_records import LARGEST

_RETRIEVED = re.compile(r"(?i)(?:https?|ftps?|file)://")  # a crawler's own notes have addresses of other kinds
_OF_THE_SITE = re.compile(r"(?i)/robots\.txt$|\.(?:js|css|json|map)$")
_CODINGS = ("", "identity", "gzip", "x-gzip", "deflate", "br")
_LONGEST_ADDRESS = 2_000


@dataclass(frozen=True, slots=True)
class Response:
    """A retrieved file; ``content`` is None when it is too large or packed in an unknown way."""

    url: str
    media_type: str
    retrieved: str
    content: bytes | None
    warnings: tuple[str, ...] = ()

    @property
    def is_of_the_site(self) -> bool:
        """Return whether it is a script, a style or the like, whatever media type it was sent as."""
        return _OF_THE_SITE.search(_path(self.url)) is not None

    @property
    def file_name(self) -> str:
        """The last step of the address, as a name."""
        steps = _path(self.url).rstrip("/").rsplit("/", 1)
        return steps[-1][:150] or "index.html"


def target(content: bytes) -> str:
    """Return the address of a record, empty without one."""
    match = re.search(rb"(?im)^WARC-Target-URI[ \t]*:[ \t]*<?([^\r\n>]*)", content[: content.find(b"\r\n\r\n") + 2])
    return match[1].decode("utf-8", "replace").strip()[:_LONGEST_ADDRESS] if match else ""


def response(content: bytes) -> Response | None:
    """Return the file in a record, None without success; raises exceptions of many kinds for a damaged record."""
    from warcio.recordloader import ArcWarcRecordLoader

    record = ArcWarcRecordLoader(verify_http=True).parse_record_stream(BytesIO(content), known_format="warc")
    http = record.http_headers
    url = target(content)
    if record.rec_type not in ("response", "resource") or (url and not _RETRIEVED.match(url)):
        return None
    if http and not str(http.get_statuscode()).startswith("2"):
        return None
    declared = (http.get_header("Content-Type") if http else record.content_type) or ""
    media_type = str(declared).split(";")[0].strip().lower()
    raw = content[len(content) - max(record.payload_length, 0) :] if http else b""
    payload = _payload(record)
    warnings = _warnings(record, raw, payload or b"")
    return Response(url, media_type, _retrieved(record), payload, warnings)


def _payload(record: Any) -> bytes | None:
    http = record.http_headers
    coding = str((http.get_header("Content-Encoding") if http else "") or "").strip().lower()
    if coding not in _CODINGS:
        return None
    content = _from_brotli(record) if coding == "br" else record.content_stream().read(LARGEST + 1)
    return content if content is not None and len(content) <= LARGEST else None


def _from_brotli(record: Any) -> bytes | None:
    # warcio 1.8 fails with brotli 1.2: it sets an attribute that the decompressor no longer has.
    from brotli import Decompressor
    from warcio.bufferedreaders import ChunkedDataReader

    is_chunked = record.http_headers.get_header("Transfer-Encoding") == "chunked"
    stream = ChunkedDataReader(record.raw_stream) if is_chunked else record.raw_stream
    decompressor = Decompressor()
    content: bytes = decompressor.process(stream.read(LARGEST + 1), output_buffer_limit=LARGEST + 1)
    return content if decompressor.is_finished() else None


def _warnings(record: Any, raw: bytes, payload: bytes) -> tuple[str, ...]:
    warnings = []
    http = record.http_headers
    promised = str((http.get_header("Content-Length") if http else "") or "")
    if promised.isdigit() and len(promised) < 15 and len(raw) < int(promised):
        warnings.append(tr("The page was not retrieved completely."))
    digest = record.rec_headers.get_header("WARC-Payload-Digest")
    if http and digest and not any(_is_digest(str(digest), bytes_) for bytes_ in (raw, payload)):
        warnings.append(tr("The page differs from what was retrieved: its checksum in the web archive does not match."))
    return tuple(warnings)


def _is_digest(digest: str, raw: bytes) -> bool:
    """Return whether a digest such as sha1:BASE32 is that of the bytes; one of an unknown kind is assumed to be."""
    kind, _, value = digest.partition(":")
    kind = kind.lower().replace("-", "")
    if kind not in ("md5", "sha1", "sha256", "sha512"):
        return True
    right = hashlib.new(kind, raw).digest()
    return value.strip().lower() in (right.hex(), base64.b32encode(right).decode().lower())


def _retrieved(record: Any) -> str:
    """Return the record's date as ISO 8601 in UTC; empty when it is invalid."""
    match = re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", record.rec_headers.get_header("WARC-Date") or "")
    try:
        found = datetime.fromisoformat(match[0]).replace(tzinfo=UTC) if match else None
    except ValueError:
        return ""
    return found.isoformat(timespec="seconds") if found else ""


def _path(url: str) -> str:
    try:
        return unquote(urlsplit(url).path)
    except ValueError:
        return ""
