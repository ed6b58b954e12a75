from __future__ import annotations

import pikepdf
from PySide6.QtPrintSupport import QPrinter

from tests.exporters.conftest import entry, summary
from xinhui_viewer.exporters.pdf import pdf
from xinhui_viewer.gui.paper import printing


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
