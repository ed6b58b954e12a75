"""Print a PDF: as it is where the system accepts PDF, else its pages as pictures."""

from __future__ import annotations

import shutil
import subprocess
import sys

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from xinhui_viewer.errors import ExportError
from xinhui_viewer.i18n import tr

_DPI = 300


def takes_pdf(printer: QPrinter) -> bool:
    """Return whether the system prints PDF as it is (CUPS), which keeps text sharp and the job small."""
    return sys.platform != "win32" and shutil.which("lp") is not None and not printer.outputFileName()


def send(content: bytes, title: str, printer: QPrinter) -> None:
    """Print a PDF as the user set up ``printer``; raise ExportError when the system refuses. Not for the GUI thread."""
    if takes_pdf(printer):
        _send_to_cups(content, title, printer)
    else:
        _draw(content, printer)


def _send_to_cups(content: bytes, title: str, printer: QPrinter) -> None:
    command = ["lp", "-t", title, "-n", str(printer.copyCount())]
    if printer.printerName():
        command += ["-d", printer.printerName()]
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        command += ["-P", f"{printer.fromPage()}-{printer.toPage()}"]
    sides = {
        QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
        QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
    }
    command += ["-o", f"sides={sides.get(printer.duplex(), 'one-sided')}"]
    answer = subprocess.run(command, input=content, capture_output=True, check=False, timeout=60)
    if answer.returncode:
        problem = tr("The printer did not accept the pages: {reason}.")
        reason = answer.stderr.decode("utf-8", "replace").strip().rstrip(".")
        raise ExportError(problem.format(reason=reason), tr("Check the printer, or save a PDF instead."))


def _draw(content: bytes, printer: QPrinter) -> None:
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    printer.setFullPage(True)
    painter = QPainter(printer)
    if not painter.isActive():
        problem = tr("The pages could not be sent to the printer.")
        raise ExportError(problem, tr("Check the printer, or save a PDF instead."))
    for number, page in enumerate(_pages(document, printer)):
        if number:
            printer.newPage()
        inches = document.pagePointSize(page) / 72
        image = document.render(page, QSize(round(inches.width() * _DPI), round(inches.height() * _DPI)))
        painter.drawImage(QRectF(painter.viewport()), image)
    painter.end()


def _pages(document: QPdfDocument, printer: QPrinter) -> range:
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        return range(max(printer.fromPage() - 1, 0), min(printer.toPage(), document.pageCount()))
    return range(document.pageCount())
