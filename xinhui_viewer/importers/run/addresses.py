"""Lists of addresses: a text file with one URL a line, matched to the pages in the archive."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urldefrag

from xinhui_viewer.archive.addresses import further_at
from xinhui_viewer.archive.archive import Archive
from xinhui_viewer.archive.read import latest_at
from xinhui_viewer.i18n import tr
from xinhui_viewer.records import Imported, Outcome

_LARGEST = 4 * 2**20
_ADDRESS = re.compile(r"https?://\S+$")


def addresses(path: Path) -> tuple[str, ...]:
    """Return the addresses in a text file that holds nothing else; empty for any other file."""
    try:
        if path.suffix.lower() not in (".txt", ".text", ".urls", ".list") or path.stat().st_size > _LARGEST:
            return ()
        with path.open("rb") as file:
            if not file.read(512).lstrip(b"\xef\xbb\xbf \t\r\n#").startswith(b"http"):
                return ()
            file.seek(0)
            text = file.read().decode("utf-8-sig", "replace")
    except OSError:
        return ()
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return tuple(dict.fromkeys(lines)) if lines and all(map(_ADDRESS.match, lines)) else ()


def matched(db: Archive, path: Path, wanted: tuple[str, ...]) -> Iterator[Imported]:
    """Yield, for each address of a list, its bulletins in the archive, or advice when there are none."""
    for address in wanted:
        found = next((number for form in _forms(address) if (number := _at(db, form))), None)
        ids = (found,) if found else ()
        missing = tr(
            "The archive has no page with this address. Import the web archive that contains it, or save the page."
        )
        outcome: Outcome = "duplicate" if ids else "rejected"
        yield Imported(str(path), outcome, ids, error="" if ids else missing, member=address)


def _at(db: Archive, address: str) -> int | None:
    return latest_at(db, address) or further_at(db, address)


def _forms(address: str) -> Iterator[str]:
    """Yield an address and its other forms: without its fragment, by the other protocol."""
    bare = urldefrag(address)[0]
    for form in dict.fromkeys((address, bare, bare.rstrip("/"), f"{bare}/")):
        yield form
        yield re.sub("^https?:", "http:" if form.startswith("https:") else "https:", form)
