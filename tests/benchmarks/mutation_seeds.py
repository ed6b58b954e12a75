"""Sound documents of every kind, as seeds for mutations: of the tests' own, and of ../shared where it is there."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf

from tests.benchmarks.mutating import packed, unpacked
from tests.importers.books.files import chapter, epub, ncx
from tests.importers.containers.files import wacz, warc, zipped
from tests.importers.pages import bare, standard
from tests.importers.printed.papers import NOTICE, paper
from tests.importers.sheets.books import Page, book
from tests.importers.sheets.records import SHARE, old_book
from tests.importers.sheets.test_ods import book as ods_book
from tests.importers.sheets.test_ods import cell, row, table, value
from tests.importers.slides.files import pptx, slide
from tests.importers.slides.files import table as slide_table
from tests.importers.slides.files import text as slide_text
from tests.importers.test_mail import message
from tests.importers.web.test_mhtml import saved
from tests.importers.word import documents
from tests.importers.word.twin import TWINS, twin

SHARED = Path(__file__).parents[2].parent / "shared" / "data"
KINDS = (
    *("pdf", "ofd", "docx", "doc", "wps", "rtf", "odt", "xls", "xlsx", "ods", "csv", "pptx", "epub"),
    *("md", "eml", "mhtml", "html", "txt", "zip", "warc", "wacz"),
)
_MOST = 320_000  # bytes of a seed: of a larger one a mutation is rarely where it matters
_RAW = 300_000
_LINES = tuple(f"第{n}条 云汀区各镇街应当在第{n}季度末前报送巡查记录，共{n * 7}件。" for n in range(1, 30))


def seeds() -> dict[str, list[bytes]]:
    """Return the seeds of each kind; those of pictures are left out of shared documents to keep them small."""
    found = {kind: list(make()) for kind, make in _OWN.items()}
    for folder in ("docs", "field", "cases"):
        for path in sorted((SHARED / folder).rglob("*.*")):
            kind = path.suffix[1:]
            kind = {"et": "xls", "htm": "html"}.get(kind, kind)
            if kind in found:
                content = _slim(path.read_bytes())
                if len(content) <= (_RAW if kind == "pdf" else _MOST):
                    found[kind].append(content)
    return {kind: found[kind] for kind in KINDS}


def _slim(content: bytes) -> bytes:
    members = unpacked(content) if len(content) > _MOST else None
    if members is None:
        return content
    return packed({name: one for name, one in members.items() if len(one) < _MOST or name.endswith("xml")})


def _plain(content: bytes) -> bytes:
    """Return a PDF with its streams unpacked: a change then meets what they say."""
    out = BytesIO()
    with pikepdf.open(BytesIO(content)) as opened:
        opened.save(
            out,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
        )
    return out.getvalue()


def _pdfs() -> list[bytes]:
    own = documents.printed()
    noted = paper(
        NOTICE,
        head="云汀区人民政府办公室文件",
        number="云汀府办〔2021〕7号",
        title=["关于加强沟渠", "巡查的通知"],
        body=["一、巡查范围", *_LINES, "（一）重点河段"],
        signed=["云汀区人民政府办公室", "2021年7月8日"],
    )
    return [own, _plain(own), noted, _plain(noted)]


def _workbook() -> bytes:
    rows = [("云汀区巡查情况表",), ("单位：件",), ("镇街", "2020年", "2021年")]
    return book(
        Page("巡查", [*rows, *((f"鹤湾{n}镇", n * 3, n * 5.5) for n in range(40))], ("A1:C1",)), Page("附注", [("注",)])
    )


def _old_workbook() -> bytes:
    head = [("云汀区巡查情况表",), ("镇街", "2020年", "占比")]
    return old_book([*head, *((f"鹤湾{n}镇", n * 3.0, (0.25, SHARE)) for n in range(40))], merged=(0, 0, 0, 2))


def _open_workbook() -> bytes:
    rows = (row(cell(f"鹤湾{n}镇"), value(str(n)), attributes='table:number-rows-repeated="1"') for n in range(40))
    return ods_book(
        table(row(cell("巡查情况", 'table:number-columns-spanned="2"')), row(cell("镇街"), cell("件数")), *rows)
    )


def _show() -> bytes:
    shown = [
        slide(slide_text(f"第{n}章 巡查"), slide_text(_LINES[n]), slide_table(("镇街", "件"), ("鹤湾镇", "7")))
        for n in range(6)
    ]
    return pptx(*shown)


def _epub() -> bytes:
    chapters = {f"c{n}.xhtml": chapter(f"<h1>第{n}章 河段</h1><p>{_LINES[n]}</p>") for n in range(8)}
    return epub(chapters, ncx(*((f"第{n}章 河段", f"c{n}.xhtml") for n in range(8))))


def _mail() -> bytes:
    made = message()
    made.add_alternative(standard(), subtype="html")
    made.add_attachment(twin(), maintype="application", subtype="octet-stream", filename="附件.docx")
    return made.as_bytes()


def _warcs() -> list[bytes]:
    pages = [
        (f"http://www.yunting.example/a/{n}.html", standard(f"第{n}期简报").encode(), "text/html") for n in range(4)
    ]
    file = ("http://www.yunting.example/a/f.docx", twin(), "application/octet-stream")
    return [warc(*pages, file, packed=False), warc(*pages, file)]


def _texts() -> list[bytes]:
    text = "\n".join(("关于加强沟渠巡查的通知", "云汀区水务局 2021年7月8日", "一、巡查范围", *_LINES))
    return [text.encode(), text.encode("gb18030"), text.encode("utf-16")]


def _markdown() -> bytes:
    return "\n\n".join(
        (
            "# 关于加强沟渠巡查的通知",
            "> 云汀区水务局",
            "| 镇街 | 件 |\n|---|---|\n| 鹤湾 | 7 |",
            "- 一\n  - 二",
            *_LINES,
        )
    ).encode()


def _csv() -> bytes:
    return "\n".join(
        ("云汀区巡查情况表,,", "镇街,2020年,2021年", *(f'"鹤湾{n}镇",{n},"{n},000"' for n in range(60)))
    ).encode()


_OWN: dict[str, Callable[[], list[bytes]]] = {
    "pdf": _pdfs,
    "ofd": lambda: [documents.ofd()],
    "docx": lambda: [twin()],
    "doc": lambda: [(TWINS / "notice.doc").read_bytes()],
    "wps": lambda: [(TWINS / "notice.doc").read_bytes()],
    "rtf": lambda: [(TWINS / "notice.rtf").read_bytes()],
    "odt": lambda: [(TWINS / "notice.odt").read_bytes()],
    "xls": lambda: [_old_workbook()],
    "xlsx": lambda: [_workbook()],
    "ods": lambda: [_open_workbook()],
    "csv": lambda: [_csv(), _csv().decode().encode("gb18030")],
    "pptx": lambda: [_show()],
    "epub": lambda: [_epub()],
    "md": lambda: [_markdown()],
    "eml": lambda: [_mail()],
    "mhtml": lambda: [saved(standard())],
    "html": lambda: [standard().encode(), bare("来源：云汀区水务局 日期：2021-07-08").encode("gb18030")],
    "txt": _texts,
    "zip": lambda: [
        zipped({"a.html": standard().encode(), "b/c.docx": twin(), "d.txt": _texts()[0], "e.xlsx": _workbook()})
    ],
    "warc": lambda: [_warcs()[0]],
    "wacz": lambda: [wacz(_warcs()[1]), wacz(gzip.compress(_warcs()[0]))],
}
