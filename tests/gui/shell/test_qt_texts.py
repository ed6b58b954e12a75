from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from tests.gui.conftest import OpenShown
from xinhui_viewer.gui.settings import Settings

HAN = range(0x4E00, 0xA000)


@pytest.mark.parametrize("language", ["zh_CN", "en"])
def test_the_file_dialog_speaks_the_language_of_the_program(
    qapp: QApplication, open_shown: OpenShown, settings: Settings, language: str
) -> None:
    settings.set("language", language)
    open_shown()
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    labels = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
    assert labels
    assert [text for text in labels if any(ord(sign) in HAN for sign in text) != (language == "zh_CN")] == []
    folder = QCoreApplication.translate("QAbstractFileIconProvider", "Folder", "All other platforms")
    assert folder == ("文件夹" if language == "zh_CN" else "Folder")
