"""The systems that make the digest as PDF from the same data."""

from __future__ import annotations

import os
from collections.abc import Callable

from tests.benchmarks.paper_peers.html import page
from tests.benchmarks.paper_peers.report import reportlab
from xinhui_viewer.exporters import digest
from xinhui_viewer.exporters.pdf import pdf
from xinhui_viewer.records import Layout, Summary
from xinhui_viewer.resources import resource

DIGEST = Layout(template="digest")


def ours(summary: Summary) -> bytes:
    """Return this program's PDF."""
    return pdf(summary, layout=DIGEST)


def weasyprint(summary: Summary) -> bytes:
    """Return WeasyPrint's PDF, tagged."""
    from weasyprint import HTML

    made = HTML(string=page(digest.data(summary, DIGEST))).write_pdf(pdf_tags=True)
    assert isinstance(made, bytes)
    return made


def qt(summary: Summary) -> bytes:
    """Return the PDF of Qt's own writer."""
    from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
    from PySide6.QtGui import QFontDatabase, QGuiApplication, QPageLayout, QPageSize, QPdfWriter, QTextDocument

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    for font in ("XinhuiSerif-Regular.otf", "XinhuiSans-Regular.otf", "XinhuiSans-Bold.otf"):
        QFontDatabase.addApplicationFont(str(resource("fonts", font)))
    out = QBuffer()
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(out)
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF()))
    document = QTextDocument()
    markup = page(digest.data(summary, DIGEST)).replace("10.5pt/1.75 S", "10.5pt 'Xinhui Serif'")
    document.setHtml(markup)
    document.print_(writer)
    del writer, application
    return bytes(out.data().data())


MAKERS: dict[str, Callable[[Summary], bytes]] = {
    "this program": ours,
    "WeasyPrint": weasyprint,
    "reportlab": reportlab,
    "Qt QPdfWriter": qt,
}
