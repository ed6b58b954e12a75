"""Bring the Chinese catalogue up to date with the texts in the code, and compile it.

usage: python resources/i18n/update_catalogue.py    (needs the dev extra)
New texts are added without a translation, removed ones are dropped. Fill in the missing ones in the .po
file, then run it again. It prints the texts that have no translation.
"""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from xinhui_viewer import __version__

HERE = Path(__file__).parent
PO = HERE / "zh_CN" / "LC_MESSAGES" / "xinhui_viewer.po"
CODE = HERE.parent.parent / "xinhui_viewer"
# The arguments that are texts; the second of two given to tr is the context of the first.
_Places = tuple[int | tuple[int, int] | tuple[int, str], ...] | None
_KEYWORDS: dict[str, dict[int | None, _Places] | _Places] = {
    "tr": {1: None, 2: (1, (2, "c"))},
    "trn": (1, 2),
    "N_": None,
    "Nn_": (1, 2),
}


def main() -> None:
    """Write the .po and the .mo file."""
    catalogue = updated()
    with PO.open("wb") as file:
        write_po(file, catalogue, width=0, no_location=True, omit_header=False, sort_output=True, ignore_obsolete=True)
    with PO.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)
    for message in catalogue:
        if message.id and not all(_strings(message.string)):
            print("no translation:", message.id)


def updated() -> Catalog:
    """Return the catalogue with exactly the texts that are in the code now."""
    template = Catalog(project="xinhui_viewer", charset="utf-8")
    for _file, _line, message, _comments, context in extract_from_dir(CODE, keywords=_KEYWORDS):
        template.add(message, context=context)
    with PO.open("rb") as file:
        catalogue = read_po(file, locale="zh_CN")
    catalogue.update(template, no_fuzzy_matching=True, update_creation_date=False)
    catalogue.obsolete.clear()
    catalogue.fuzzy = False  # msgfmt leaves out the head, and with it the charset, of a catalogue that is
    catalogue.version = __version__
    return catalogue


def _strings(string: object) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, tuple | list) else (str(string or ""),)


if __name__ == "__main__":
    main()
