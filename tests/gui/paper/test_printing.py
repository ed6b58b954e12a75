from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from tests.exporters.conftest import entry, summary
from xinhui_viewer.exporters.pdf import pdf
from xinhui_viewer.gui.paper import printing


@pytest.fixture
def printer(qapp: QApplication, tmp_path: Path) -> QPrinter:
    """A printer that prints into a file."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    return made


def pages(printer: QPrinter) -> int:
    with pikepdf.open(printer.outputFileName()) as printed:
        return len(printed.pages)


def test_every_page_of_the_sheets_is_printed(printer: QPrinter) -> None:
    printing.send(pdf(summary(entry(title="甲"), entry(title="乙"), entry(title="丙"))), "三篇", printer)
    assert pages(printer) == 3


def test_only_the_pages_asked_for_are_printed(printer: QPrinter) -> None:
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    printing.send(pdf(summary(entry(title="甲"), entry(title="乙"), entry(title="丙"))), "三篇", printer)
    assert pages(printer) == 2


def test_the_print_is_a_picture_of_the_same_pages(printer: QPrinter) -> None:
    printing.send(pdf(summary(entry())), "一篇", printer)
    with pikepdf.open(printer.outputFileName()) as printed:
        (image,) = printed.pages[0].get_images().values()
        assert int(image.Width) >= 8 * 300  # 300 dots an inch on A4
