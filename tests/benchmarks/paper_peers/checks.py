"""Checks of a digest's PDF: the strings extracted from it, and its line breaks."""

from __future__ import annotations

import io
import re
import subprocess
from dataclasses import dataclass

from xinhui_viewer.exporters import digest
from xinhui_viewer.records import Layout, Summary

_CLOSING = "，。、；：？！）】》〉”’」』"
_WORD = re.compile(r'xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]+)</word>')
_FOOTER = re.compile(r"第\d+页(·共\d+页)?|Page\d+of\d+|Madeon[\d-]+withXinhuiViewer;thesentencesarethebulletin'sown\.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """The strings that a digest prints."""

    titles: tuple[str, ...]
    headings: tuple[str, ...]
    strings: tuple[str, ...]
    checksums: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """Strings and checksums extracted exactly, by the worse of two readers; bookmarks on their pages;
    headings at a page's foot; lines that begin with closing punctuation; whether qpdf finds nothing wrong.
    """

    strings: int
    checksums: int
    bookmarks: int
    stranded: int
    closing: int
    sound: bool


def wanted(summary: Summary) -> Wanted:
    """Return every title, heading, sentence, figure, address and checksum, without blanks."""
    entries = digest.data(summary, Layout(template="digest"))["entries"]
    titles = tuple(_flat(entry["title"]) for entry in entries)
    headings = tuple(_flat(section["heading"]) for entry in entries for section in entry["sections"])
    checksums = tuple(entry["sha256"] for entry in entries)
    sentences = [
        sentence
        for entry in entries
        for part in (entry, *entry["sections"])
        for sentence in part.get("lead", part.get("gist", ()))
    ]
    cells = [cell for entry in entries for figure in entry["figures"] for cell in figure[:2]]
    urls = [entry["url"] for entry in entries]
    strings = (*titles, *headings, *map(_flat, (*sentences, *cells, *urls)), *checksums)
    return Wanted(titles, headings, strings, checksums)


def checked(content: bytes, want: Wanted) -> Checked:
    """Return the checks of a PDF."""
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(content))
    lines = _run("pdftotext", "-", "-", content=content)
    pages = [_flat(page.extract_text()) for page in reader.pages]
    texts = [_text(lines.split("\f")), _text(pages)]
    tops = [one for one in reader.outline if not isinstance(one, list)]
    right = sum(
        _flat(str(top.title)) == title and title in pages[reader.get_destination_page_number(top) or 0]
        for top, title in zip(tops, want.titles, strict=False)
    )
    heads = {*want.titles, *want.headings}
    feet = [_last(page) for page in lines.split("\f")]
    closing = _closing(_run("pdftotext", "-bbox", "-", "-", content=content), want)
    sound = subprocess.run(["qpdf", "--check", "-"], input=content, capture_output=True, check=False).returncode == 0
    return Checked(
        min(sum(one in text for one in want.strings) for text in texts),
        min(sum(one in text for one in want.checksums) for text in texts),
        right,
        sum(foot in heads for foot in feet),
        closing,
        sound or _check_file(content),
    )


def _closing(boxes: str, want: Wanted) -> int:
    """Return how many lines begin with closing punctuation that no string begins with."""
    starts, count = {string[:1] for string in want.strings}, 0
    for page in boxes.split("<page ")[1:]:
        words = [(float(x), round(float(y)), word) for x, y, word in _WORD.findall(page)]
        lefts = {y: min(x for x, other, _word in words if abs(other - y) <= 2) for _x, y, _word in words}
        count += sum(word[0] in _CLOSING and word[0] not in starts and x == lefts[y] for x, y, word in words)
    return count


def _check_file(content: bytes) -> bool:
    import tempfile

    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(content)
        file.flush()
        return subprocess.run(["qpdf", "--check", file.name], capture_output=True, check=False).returncode == 0


def _text(pages: list[str]) -> str:
    return "".join(_FOOTER.sub("", _flat(page)) for page in pages)


def _last(page: str) -> str:
    lines = [
        flat for line in page.split("\n") if (flat := _FOOTER.sub("", _flat(line))) and "文句均摘自原文" not in flat
    ]
    return lines[-1] if lines else ""


def _flat(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _run(*command: str, content: bytes) -> str:
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode()
