from __future__ import annotations

import gettext
import re
from pathlib import Path

import pytest

from xinhui_viewer import i18n
from xinhui_viewer.resources import resource

_FIELD = re.compile(r"\{[^}]*\}")


def test_every_text_in_the_code_is_in_the_chinese_catalogue_and_no_other() -> None:
    pytest.importorskip("babel", reason="babel is in the dev extra")
    from resources.i18n import update_catalogue

    messages = [message for message in update_catalogue.updated() if message.id]
    missing = [message.id for message in messages if not all(_strings(message.string))]
    assert missing == []
    written = Path(update_catalogue.PO).read_text("utf-8")
    singulars = [message.id[0] if isinstance(message.id, tuple) else message.id for message in messages]
    assert written.count("\nmsgid ") == len(singulars) + 1  # and the head


def test_no_translation_is_a_guess_and_the_head_is_filled_in() -> None:
    po = Path(resource("i18n", "zh_CN", "LC_MESSAGES", "xinhui_viewer.po")).read_text("utf-8")
    assert [word for word in ("fuzzy", "VERSION", "YEAR-MO-DA", "FULL NAME", "EMAIL@ADDRESS") if word in po] == []


def test_a_translation_keeps_the_values_that_are_filled_in() -> None:
    with resource("i18n", "zh_CN", "LC_MESSAGES", "xinhui_viewer.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    texts = {key[0] if isinstance(key, tuple) else key: text for key, text in catalogue.items() if key}
    assert len(texts) > 200
    lost = [key for key, text in texts.items() if set(_FIELD.findall(key)) != set(_FIELD.findall(text))]
    assert lost == []


@pytest.mark.parametrize(
    ("language", "open_", "places"), [("zh_CN", "打开资料库(&O)…", "3 处"), ("en", "&Open archive…", "3 places")]
)
def test_both_languages_are_spoken(language: str, open_: str, places: str) -> None:
    try:
        i18n.use(language)
        assert i18n.tr("&Open archive…") == open_
        assert i18n.trn("{n} place", "{n} places", 3).format(n=3) == places
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
