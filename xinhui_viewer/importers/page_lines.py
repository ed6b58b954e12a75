"""A page as the lines a reader sees, in order: each a block of text with what its markup says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from xinhui_viewer.records import Cell

_SKIPPED = frozenset(
    """
    script style noscript template svg select button textarea iframe object head -comment
    """.split()  # noqa: SIM905
)
_BLOCKS = frozenset(
    """
    address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead title tr ul
    """.split()  # noqa: SIM905
)
_BOLD = frozenset(("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6"))
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
_MOST_CELLS = 20_000


@dataclass(slots=True)
class Line:
    """A block of text: its element, how much of it is in links and bold, its heading level, a table or an image."""

    node: Any
    text: str = ""
    linked: int = 0
    bold: int = 0
    level: int = 0
    image: str = ""
    rows: tuple[tuple[Cell, ...], ...] = ()
    order: int = 0
    path: tuple[int, ...] = field(default=())

    @property
    def plain(self) -> int:
        """The characters that are not in links."""
        return len(self.text) - self.linked

    @property
    def wholly_bold(self) -> bool:
        return bool(self.text) and self.bold >= len(self.text.replace(" ", "")) > 0


def lines(root: Any) -> list[Line]:
    """Return the lines below an element; scripts, forms and what is hidden are left out."""
    walker = _Walker()
    walker.walk(root)
    walker.close()
    return walker.lines


class _Walker:
    """Goes through a tree without recursion and gathers text until a block begins or ends."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._parts: list[str] = []
        self._linked = self._bold = 0
        self._node: Any = None
        self._level = 0

    def walk(self, root: Any) -> None:
        stack: list[tuple[Any, bool, int, int, tuple[int, ...]]] = [(root, False, 0, 0, ())]
        while stack:
            node, leaving, linked, bold, path = stack.pop()
            tag = node.tag
            if leaving:
                self._close_at(path)
                continue
            if tag == "-text":
                self._text(node, linked, bold, path)
                continue
            if (
                tag in _SKIPPED
                or (tag.startswith("-") and tag != "-text")
                or _HIDDEN.search(node.attrs.get("style") or "")
            ):
                continue
            path = (*path, id(node)) if tag in _BLOCKS else path
            if self._special(node, tag, path):
                continue
            if tag in _BLOCKS:
                self._open(node, tag, path)
                stack.append((node, True, linked, bold, path))
            linked += tag == "a"
            bold += tag in _BOLD or bool(_BOLD_STYLE.search(node.attrs.get("style") or ""))
            children = []
            child = node.child
            while child is not None:
                children.append((child, False, linked, bold, path))
                child = child.next
            stack.extend(reversed(children))

    def close(self) -> None:
        self._close_at(())

    def _special(self, node: Any, tag: str, path: tuple[int, ...]) -> bool:
        if tag == "br":
            self._close_at(path)
            return True
        if tag == "img":
            self._image(node, path)
            return True
        if tag == "table" and (rows := table_rows(node)):
            self._close_at(path)
            text = "\n".join("\t".join(cell.text for cell in row) for row in rows)
            linked = sum(len(link.text(strip=True)) for link in node.css("a"))
            self._add(Line(node, text, linked=linked, rows=rows, path=path))
            return True
        return False

    def _open(self, node: Any, tag: str, path: tuple[int, ...]) -> None:
        self._close_at(path)
        self._node = node
        self._level = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit() else 0

    def _text(self, node: Any, linked: int, bold: int, path: tuple[int, ...]) -> None:
        text = _BLANKS.sub(" ", node.text_content or "")
        if not text.strip() and not self._parts:
            return
        if self._node is None:
            self._node = node.parent
        self._parts.append(text)
        self._linked += len(text.strip()) if linked else 0
        self._bold += len("".join(text.split())) if bold or self._level else 0
        self._path = path

    def _image(self, node: Any, path: tuple[int, ...]) -> None:
        address = node.attributes.get("src") or node.attributes.get("data-src") or ""
        self._close_at(path)
        if address:
            caption = (node.attributes.get("alt") or node.attributes.get("title") or "").strip()
            self._add(Line(node, caption, image=address, path=path))

    def _close_at(self, path: tuple[int, ...]) -> None:
        text = "".join(self._parts).strip(" \xa0\u3000\u200b\ufeff")
        if text:
            where = getattr(self, "_path", path)
            self._add(Line(self._node, text, self._linked, self._bold, self._level, path=where))
        self._parts, self._linked, self._bold = [], 0, 0

    def _add(self, line: Line) -> None:
        line.order = len(self.lines)
        self.lines.append(line)


def table_rows(table: Any) -> tuple[tuple[Cell, ...], ...]:
    """Return the cells of a table of data; () for one that lays a page out: one cell, tables inside, long texts."""
    if len(table.css("table")) > 1:  # the table itself is one of them
        return ()
    rows = tuple(row for row in _rows(table) if row)
    cells = [cell for row in rows for cell in row]
    fields = max((len(row) for row in rows), default=0)
    if len(rows) < 2 or fields < 2 or len(cells) > _MOST_CELLS:
        return ()
    if max(len(cell.text) for cell in cells) > 400:
        return ()
    return rows


def _rows(table: Any) -> Iterator[tuple[Cell, ...]]:
    for row in table.css("tr"):
        yield tuple(
            Cell(
                " ".join(cell.text(deep=True, separator=" ").split()),
                _span(cell.attributes.get("rowspan")),
                _span(cell.attributes.get("colspan")),
                cell.tag == "th",
            )
            for cell in row.css("th, td")
        )


def _span(value: str | None) -> int:
    return min(int(value), 1000) if value and value.strip().isdigit() and int(value) > 0 else 1
