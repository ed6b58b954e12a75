from __future__ import annotations

import pikepdf
from PySide6.QtPrintSupport import QPrinter

from tests.exporters.conftest import entry, summary
from xinhui_viewer.exporters.pdf import pdf
from xinhui_viewer.gui.paper import printing


def test_the_print_is_a_picture_of_the_same_pages(printer: QPrinter) -> None:
    printing.send(pdf(summary(entry())), "一篇", printer)
    with pikepdf.open(printer.outputFileName()) as printed:
        (image,) = printed.pages[0].get_images().values()
        assert int(image.Width) >= 8 * 300  # 300 dots an inch on A4
