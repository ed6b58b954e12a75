"""Files that hold others, made of pages of the tests' own."""

from __future__ import annotations

import json
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

ADDRESS = "http://www.yunting.example/a/1.html"
# One pixel.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c636060606000000005"
    "0001a5f645400000000049454e44ae426082"
)


def warc(
    *responses: tuple[str, bytes, str], packed: bool = True, status: str = "200 OK", headers: tuple[str, str] = ("", "")
) -> bytes:
    """A WARC of (address, content, media type), each as a server sent it."""
    made = BytesIO()
    writer = WARCWriter(made, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("tests.warc", {"software": "tests"}))
    for address, content, media_type in responses:
        sent = [("Content-Type", media_type), ("Content-Length", str(len(content))), *([headers] if headers[0] else [])]
        http = StatusAndHeaders(status, sent, protocol="HTTP/1.1")
        record = writer.create_warc_record(
            address,
            "response",
            payload=BytesIO(content),
            http_headers=http,
            warc_headers_dict={"WARC-Date": "2024-05-01T08:09:10Z"},
        )
        writer.write_record(record)
        record.raw_stream.close()  # a temporary file, which the writer leaves open
    return made.getvalue()


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip file of these files."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return made.getvalue()


def wacz(content: bytes, listed: tuple[str, ...] = ("archive/data.warc.gz",)) -> bytes:
    """A WACZ file of one WARC; ``listed`` are the files in its list."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as archive:
        archive.writestr("archive/data.warc.gz", content)
        archive.writestr("datapackage.json", json.dumps({"resources": [{"path": path} for path in listed]}))
    return made.getvalue()
