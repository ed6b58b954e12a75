"""Word files written for the tests: with python-docx, or part by part."""

from __future__ import annotations

from base64 import b64decode
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.document import Document as Written
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from xinhui_viewer.importers.word import docx
from xinhui_viewer.records import Draft

_SPACE = "http://schemas.openxmlformats.org"
DOT = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==")
TITLE = "云汀区召开防汛工作会议"
FIRST = "7月10日，云汀区召开防汛工作会议。会议部署主汛期各项防范措施，要求做好值班值守。"
SECOND = "全区已转移低洼地段群众1200人，备足沙袋5.2万个，巡查山塘水库63座。"
SPACES = (
    f'xmlns:w="{_SPACE}/wordprocessingml/2006/main" xmlns:r="{_SPACE}/officeDocument/2006/relationships" '
    f'xmlns:wp="{_SPACE}/drawingml/2006/wordprocessingDrawing" xmlns:a="{_SPACE}/drawingml/2006/main" '
    f'xmlns:mc="{_SPACE}/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    f'<Types xmlns="{_SPACE}/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}"/></Types>'
)


def related(*targets: tuple[str, str, str]) -> str:
    """The relationships part that gives each key a kind and a target."""
    rows = "".join(
        f'<Relationship Id="{key}" Type="{_SPACE}/officeDocument/2006/relationships/{kind}" Target="{target}"/>'
        for key, kind, target in targets
    )
    return f'<Relationships xmlns="{_SPACE}/package/2006/relationships">{rows}</Relationships>'


PACKAGE = related(("r1", "officeDocument", "word/document.xml"))


def p(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph with its properties and those of its one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def text(body: str) -> str:
    """The text part around a body."""
    return f"<w:document {SPACES}><w:body>{body}</w:body></w:document>"


def packed(files: dict[str, str | bytes]) -> bytes:
    """An archive of some files."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def word(body: str, files: dict[str, str | bytes] | None = None) -> bytes:
    """A Word file with a body; ``files`` are further parts, or replace the usual ones."""
    usual: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": PACKAGE,
        "word/document.xml": text(body),
    }
    return packed(usual | (files or {}))


def saved(document: Written) -> bytes:
    """The bytes of a document made with python-docx."""
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def line(document: Written, text: str, size: int = 16, bold: bool = False, centred: bool = False) -> None:
    """Add a paragraph as official documents have it: the size in points, and where it stands."""
    paragraph = document.add_paragraph()
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.bold = bold
    if centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def empty() -> Written:
    """A new document of python-docx, with its usual styles."""
    return Document()


def draft(content: bytes) -> Draft:
    """Return the draft that the importer reads from a Word file."""
    return docx.read(content, "bulletin.docx")[0]


def body(content: bytes) -> list[str]:
    """The lines of the body that is read."""
    return draft(content).body.split("\n")


def notice() -> bytes:
    """An issued document: red head, number, title in two lines, text, signature."""
    document = empty()
    line(document, "云汀区人民政府文件", 36, centred=True)
    line(document, "云府〔2021〕8号", centred=True)
    line(document, "云汀区人民政府", 22, centred=True)
    line(document, "关于做好防汛工作的通知", 22, centred=True)
    line(document, "各镇人民政府，区直各单位：")
    line(document, "一、落实责任")
    line(document, FIRST)
    line(document, "云汀区人民政府")
    line(document, "2021年3月2日")
    line(document, "抄送：区委办公室。")
    return saved(document)
