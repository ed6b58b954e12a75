"""Texts of a command line, in whatever locale they were typed."""

from __future__ import annotations

import click


class TypedText(click.types.StringParamType):
    """A text that Python took for ASCII, as in the locale C, is the UTF-8 that it is (PEP 383); file names are none."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the text as it was typed; bytes that are no UTF-8 are replaced."""
        text = str(super().convert(value, param, ctx))
        try:
            return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        except UnicodeEncodeError:  # half a character of Windows
            return text


TEXT = TypedText()
