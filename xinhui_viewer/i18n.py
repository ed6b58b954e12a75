"""Translated texts: the code is written in English, ``resources/i18n`` holds the other languages (gettext)."""

from __future__ import annotations

import gettext
import os
from collections.abc import Iterable

from xinhui_viewer.resources import resource

_DOMAIN = "xinhui_viewer"
_translations: gettext.NullTranslations | None = None
_language = ""


def system_language() -> str:
    """Return zh_CN when the user's locale is Chinese, else en."""
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    if os.environ.get("LANGUAGE", "").startswith("zh"):
        return "zh_CN"
    return "zh_CN" if next((name for name in names if name), "").startswith("zh") else "en"


def use(language: str) -> None:
    """Switch to a language: zh_CN, or English for any other."""
    global _translations, _language
    _language = language
    _translations = gettext.translation(_DOMAIN, resource("i18n"), [language], fallback=True)


def language() -> str:
    """Return the current language."""
    _current()
    return _language


def _current() -> gettext.NullTranslations:
    if _translations is None:
        use(system_language())
    assert _translations is not None
    return _translations


def tr(message: str, context: str = "") -> str:
    """Return ``message`` in the user's language; fill values in afterwards with ``.format``.

    A ``context`` tells two meanings of one English text apart: the size of a file and the size of type.
    """
    return _current().pgettext(context, message) if context else _current().gettext(message)


def trn(singular: str, plural: str, n: int) -> str:
    """Return the message for a count of ``n`` in the user's language."""
    return _current().ngettext(singular, plural, n)


def listed(words: Iterable[str]) -> str:
    """Return words one after another, as the user's language divides them."""
    return tr(", ").join(words)


def spoken(parts: Iterable[str]) -> str:
    """Return what a screen reader says of one thing: its parts that are not empty, with a pause between them."""
    return tr(", ", "between parts of speech").join(filter(None, parts))


def sentences(parts: Iterable[str]) -> str:
    """Return the sentences that are not empty one after another; none but a Chinese one needs a blank behind it."""
    return "".join(f"{part}{'' if part.endswith('。') else ' '}" for part in parts if part).rstrip()


def N_(message: str) -> str:
    """Mark a text in a table for translation; ``tr`` translates it where it is shown."""
    return message


def Nn_(singular: str, plural: str) -> tuple[str, str]:
    """Mark a text for counts in a table; ``trn`` translates it where it is shown."""
    return singular, plural
