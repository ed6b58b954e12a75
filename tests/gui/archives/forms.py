"""Steps of a user with the form of a pasted or typed bulletin."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.gui.driving import settle
from xinhui_viewer.gui.archives.bulletin_form import BulletinForm
from xinhui_viewer.gui.shell.desk import Desk
from xinhui_viewer.records import Bulletin

CTRL = Qt.KeyboardModifier.ControlModifier
PAGE = """<html><body>
<!--StartFragment--><h1>关于做好防汛工作的通知</h1><p>来源：云汀日报　2023年6月5日</p><p>各镇街：</p>
<p>一、加强值守。各单位要落实责任。</p><p>二、做好排查。共排查隐患12处。</p><!--EndFragment--></body></html>"""
ADDRESS = "https://www.example.cn/2023/notice.html"


def mime_of(html: str = "", text: str = "", **formats: bytes) -> QMimeData:
    mime = QMimeData()
    if html:
        mime.setHtml(html)
    if text:
        mime.setText(text)
    for name, content in formats.items():
        mime.setData(name.replace("__", "/").replace("_", "-"), content)
    return mime


def pasted_in(desk: Desk, qtbot: QtBot, mime: QMimeData) -> BulletinForm:
    """Copy something, press Ctrl+V in the list and return the form."""
    QGuiApplication.clipboard().setMimeData(mime)
    desk.window.activateWindow()
    qtbot.waitUntil(desk.window.isActiveWindow)
    desk.browse.focus_list()
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_V, CTRL)
    form = form_of(desk, qtbot)
    QGuiApplication.clipboard().clear()  # what is left there when Python ends crashes Qt
    return form


def form_of(desk: Desk, qtbot: QtBot) -> BulletinForm:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in desk.window.findChildren(BulletinForm)))
    form = next(one for one in desk.window.findChildren(BulletinForm) if one.isVisible())
    qtbot.waitUntil(form.isActiveWindow)
    return form


def field_of(form: BulletinForm, name: str) -> QLineEdit:
    return next(one for one in form.findChildren(QLineEdit) if one.accessibleName() == name)


def text_of(form: BulletinForm) -> QPlainTextEdit:
    (found,) = form.findChildren(QPlainTextEdit)
    return found


def put_in(form: BulletinForm, qtbot: QtBot, **values: str) -> None:
    """Type values into fields, each in place of what stands there."""
    for name, value in values.items():
        field = field_of(form, name.replace("_", " "))
        field.setFocus()
        field.selectAll()
        if value:
            field.insert(value)
            field.textEdited.emit(field.text())
        else:
            qtbot.keyClick(field, Qt.Key.Key_Delete)


def kept_by(desk: Desk, qtbot: QtBot, form: BulletinForm) -> Bulletin:
    """Press Ctrl+Enter and return the bulletin that is then on show."""
    before = desk.reading.bulletin
    with qtbot.waitSignal(desk.pasting.opened):
        qtbot.keyClick(QApplication.focusWidget() or form, Qt.Key.Key_Return, CTRL)
    settle(qtbot, desk)
    qtbot.waitUntil(lambda: desk.reading.bulletin is not None and desk.reading.bulletin != before)
    assert desk.reading.bulletin is not None
    return desk.reading.bulletin


def messages_of(form: BulletinForm) -> set[str]:
    return {label.text() for label in form.findChildren(QLabel) if label.isVisible()}
