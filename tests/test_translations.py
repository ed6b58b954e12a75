from __future__ import annotations

import ast
import gettext
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from xinhui_viewer import i18n
from xinhui_viewer.resources import resource

_FIELD = re.compile(r"\{[^}]*\}")
_MNEMONIC = re.compile(r"&(\w)")


class _Text(NamedTuple):
    """A text of the catalogue in both languages; each form of a plural is one."""

    context: str
    english: str
    chinese: str


@cache
def _texts() -> tuple[_Text, ...]:
    """Return the texts of the compiled catalogue, as the program reads it."""
    with resource("i18n", "zh_CN", "LC_MESSAGES", "xinhui_viewer.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    found = []
    for key, chinese in catalogue.items():
        context, between, english = (key[0] if isinstance(key, tuple) else key).rpartition("\x04")
        if english:
            found.append(_Text(context if between else "", english, chinese))
    return tuple(found)


def _end(text: str) -> str:
    return text[-1] if text and text[-1] in ".:?…。：？" else ""


def _bare(text: str) -> str:
    """Return a text without mnemonic, dots, and the names and forms of the values that are filled in."""
    return _FIELD.sub("{}", re.sub(r"\(&\w\)|&", "", text)).rstrip("…")


def test_every_text_in_the_code_is_in_the_chinese_catalogue_and_no_other() -> None:
    pytest.importorskip("babel", reason="babel is in the dev extra")
    from resources.i18n import update_catalogue

    messages = [message for message in update_catalogue.updated() if message.id]
    missing = [message.id for message in messages if not all(_strings(message.string))]
    assert missing == []
    written = Path(update_catalogue.PO).read_text("utf-8")
    assert written.count("\nmsgid ") == len(messages) + 1  # and the head


def test_no_text_is_translated_inside_an_f_string_where_the_catalogue_misses_it() -> None:
    inside = [
        f"{path.name}: {ast.unparse(call)}"
        for path in Path(i18n.__file__).parent.rglob("*.py")
        for string in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("tr", "trn")
    ]
    assert inside == []


def test_no_translation_is_a_guess_and_the_head_is_filled_in() -> None:
    po = Path(resource("i18n", "zh_CN", "LC_MESSAGES", "xinhui_viewer.po")).read_text("utf-8")
    assert [word for word in ("fuzzy", "VERSION", "YEAR-MO-DA", "FULL NAME", "EMAIL@ADDRESS") if word in po] == []


def test_a_translation_keeps_the_values_that_are_filled_in() -> None:
    assert len(_texts()) > 600
    assert [one for one in _texts() if set(_FIELD.findall(one.english)) != set(_FIELD.findall(one.chinese))] == []


def test_a_translation_ends_as_the_text_does() -> None:
    ends = {".": "。", ":": "：", "?": "？", "…": "…"}
    assert [one for one in _texts() if ends.get(_end(one.english), "") != _end(one.chinese)] == []


def test_a_translation_has_the_mnemonic_of_the_text() -> None:
    pairs = ((_MNEMONIC.search(one.english), one) for one in _texts())
    other = [one for letter, one in pairs if letter and f"(&{letter[1].upper()})" not in one.chinese]
    assert other == []


def test_one_thing_has_one_name_in_chinese() -> None:
    names: dict[str, set[str]] = {}
    for one in _texts():
        if not one.context:
            names.setdefault(_bare(one.english), set()).add(_bare(one.chinese))
    assert {english: chinese for english, chinese in names.items() if len(chinese) > 1} == {}


@pytest.mark.parametrize(
    "rule",
    [
        r"[「」『』\"']",  # quotation marks are “” (GB/T 15834)
        r"……|\.\.\.|。。",  # an ellipsis is one sign
        r"[一-鿿][,:;?!()]|[,;?!)][一-鿿]",  # signs between Han are full-width
        r"[一-鿿][A-Za-z0-9]|[A-Za-z0-9][一-鿿]",  # a blank between Han and Latin letters or digits
        r"[，。：；？！（）“”、] | [，。：；？！（）“”、]",  # and none beside a full-width sign
    ],
)
def test_chinese_is_written_by_one_rule(rule: str) -> None:
    texts = (re.sub(r"\(&\w\)|近30天|中文 / English|(日期|数据):\S+", "", one.chinese) for one in _texts())
    assert [text for text in texts if re.search(rule, text)] == []


@pytest.mark.parametrize(
    "word",
    [
        "anew",
        "Take back",
        " apart…",
        "a mistake of",
        "files in files",
        "what is in it",
        "Put a ",
        "no more",
        "cut off:",
    ],
)
def test_no_english_text_has_a_stilted_word(word: str) -> None:
    assert [one.english for one in _texts() if word in one.english] == []


@pytest.mark.parametrize(
    "word", ["搜索", "发布机关", "份公报", "回车", "题录", "引文", "查找", "原文件", "屏幕", "最匹配", "导入器", "/共"]
)
def test_no_chinese_text_has_a_second_name_for_a_thing(word: str) -> None:
    assert [one.chinese for one in _texts() if word in one.chinese.replace("在本篇中查找", "")] == []


def test_one_english_text_with_two_meanings_has_two_translations() -> None:
    try:
        i18n.use("zh_CN")
        assert (i18n.tr("Size", "of a file"), i18n.tr("Size", "of type")) == ("大小", "字号")
        i18n.use("en")
        assert i18n.tr("Size", "of a file") == i18n.tr("Size", "of type") == "Size"
    finally:
        i18n.use("en")


def test_sentences_are_divided_as_their_language_does() -> None:
    assert i18n.sentences(("One.", "", "Two.")) == "One. Two."
    assert i18n.sentences(("一。", "", "二。")) == "一。二。"


@pytest.mark.parametrize(
    ("language", "open_", "places"), [("zh_CN", "打开资料库(&O)…", "3 处"), ("en", "&Open archive…", "3 matches")]
)
def test_both_languages_are_spoken(language: str, open_: str, places: str) -> None:
    try:
        i18n.use(language)
        assert i18n.tr("&Open archive…") == open_
        assert i18n.trn("{n} match", "{n} matches", 3).format(n=3) == places
    finally:
        i18n.use("en")


@pytest.mark.parametrize(
    ("environment", "language"),
    [({"LANG": "zh_CN.UTF-8"}, "zh_CN"), ({"LANG": "zh_TW.UTF-8", "LC_ALL": "C.UTF-8"}, "en"), ({}, "en")],
)
def test_the_language_is_the_systems(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], language: str
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert i18n.system_language() == language


def _strings(string: object) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, tuple | list) else (str(string or ""),)
