"""A page as the lines a reader sees, in order: each a block of text with its markup."""

from __future__ import annotations

import re
from typing import Any

from xinhui_viewer.importers.line import Line
from xinhui_viewer.records import Cell
from xinhui_viewer.text.fold import BLANKS

_SKIPPED = frozenset(
    """
    script style noscript template svg select button textarea iframe object head -comment
    """.split()  # noqa: SIM905
)
BLOCKS = frozenset(
    """
    address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead title tr ul
    """.split()  # noqa: SIM905
)
_BOLD = frozenset(("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6"))
_HEADINGS = frozenset(f"h{level}" for level in range(10))  # h7 to h9 and h0 do not exist, but are written
_SPECIAL = frozenset(("br", "img", "table"))
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f\v]+")
# Few styles say any of it. Parts of words, without letters that have a third case (s and the long s, i and dotless i).
_STYLED = '[style*="play" i], [style*="dden" i], [style*="nt-we" i]'
_MOST_CELLS = 20_000
_LONGEST_CELL = 400


def lines(root: Any, *, scripted: bool = True) -> list[Line]:
    """Return the lines below an element, without forms, hidden text, and text for browsers without script.

    With ``scripted`` false, text for browsers without script, and text that a script makes visible, is included.
    """
    hidden, bold = _styled(root)
    walker = _Walker(hidden if scripted else set(), bold)
    walker.skipped = _SKIPPED if scripted else _SKIPPED - {"noscript"}
    walker.walk(root)
    walker.close()
    return walker.lines


def _styled(root: Any) -> tuple[set[int], set[int]]:
    """Return the elements whose style hides them, and those whose style is bold."""
    hidden, bold = set(), set()
    for node in root.css(_STYLED):
        style = node.attrs.get("style") or ""
        if _HIDDEN.search(style):
            hidden.add(node.mem_id)
        if _BOLD_STYLE.search(style):
            bold.add(node.mem_id)
    return hidden, bold


class _Walker:
    """Walks a tree without recursion and gathers text until a block begins or ends."""

    def __init__(self, hidden: set[int], bold: set[int]) -> None:
        self.lines: list[Line] = []
        self.skipped = _SKIPPED
        self._hidden, self._styled_bold = hidden, bold
        self._parts: list[str] = []
        self._linked = self._bold = self._level = self._blocks = 0
        self._path: tuple[int, ...] = ()  # of the latest text gathered
        self._inner: tuple[int, ...] = ()  # of the latest element entered
        self._nodes: list[Any] = [None]  # the blocks by their number

    def walk(self, root: Any) -> None:
        """Walk in depth-first order; ``above`` holds the open elements with the state around them."""
        above: list[tuple[Any, int, int, tuple[int, ...]]] = []
        path: tuple[int, ...] = ()
        node, linked, bold = root, 0, 0
        while True:
            tag = node.tag
            if tag == "-text":
                self._text(node.text_content, linked, bold, path)
            elif (child := self._enter(node, tag, path)) is not None:
                inner = self._inner
                linked_in = linked + (tag == "a")
                bold_in = bold + (tag in _BOLD or (bool(self._styled_bold) and node.mem_id in self._styled_bold))
                if child.next is not None or child.tag != "-text":
                    above.append((node, linked, bold, path))
                    node, linked, bold, path = child, linked_in, bold_in, inner
                    continue
                self._one_text(child.text_content, linked_in, bold_in, path)
            following = node.next
            while following is None and above:
                inner = path
                node, linked, bold, path = above.pop()
                if inner is not path:  # a block ends
                    self.close()
                following = node.next
            if not above:  # the root, whose neighbours do not belong to it
                return
            node = following

    def _one_text(self, text: str | None, linked: int, bold: int, around: tuple[int, ...]) -> None:
        """Take the text of an element with nothing else in it, as most are, and leave the element."""
        self._text(text, linked, bold, self._inner)
        if self._inner is not around:
            self.close()

    def _enter(self, node: Any, tag: str, path: tuple[int, ...]) -> Any:
        """Begin an element and return its first child; None when it has none or is left out."""
        if tag in self.skipped or tag[0] == "-" or (self._hidden and node.mem_id in self._hidden):
            return None
        block = tag in BLOCKS
        if block:
            self._blocks += 1
            self._nodes.append(node)
            path = (*path, self._blocks)
        self._inner = path
        if tag in _SPECIAL and self._special(node, tag, path):
            return None
        if block:
            self._open(tag)
        return node.child

    def close(self) -> None:
        """End the line being gathered, if any."""
        if not self._parts:
            return
        text = "".join(self._parts).strip(BLANKS)
        if text:
            path = self._path
            block = self._nodes[path[-1] if path else 0]
            self.lines.append(Line(text, self._linked, self._bold, self._level, "", (), len(self.lines), path, block))
        self._parts.clear()
        self._linked = self._bold = 0

    def _special(self, node: Any, tag: str, path: tuple[int, ...]) -> bool:
        if tag == "br":
            if not self._level:
                self.close()
            elif self._parts and self._parts[-1][-1:].isascii():
                self._parts.append(" ")  # a heading broken over lines is one
            return True
        if tag == "img":
            self._image(node, path)
            return True
        rows = table_rows(node)
        if rows is None:
            self._rows(node, path)
            return True
        if rows:
            self.close()
            text = "\n".join("\t".join(cell.text for cell in row) for row in rows)
            linked = sum(len(link.text(strip=True)) for link in node.css("a"))
            self._add(Line(text, linked, rows=rows, path=path))
        return bool(rows)

    def _rows(self, table: Any, path: tuple[int, ...]) -> None:
        """Take a table that is too large to be shown as one: each row is a line."""
        self.close()
        for row in table.css("tr"):
            text = row.text(deep=True, separator="\t")
            self._add(Line("\t".join(cell for part in text.split("\t") if (cell := part.strip())), path=path))

    def _open(self, tag: str) -> None:
        self.close()
        self._level = int(tag[1]) if tag in _HEADINGS else 0

    def _text(self, text: str | None, linked: int, bold: int, path: tuple[int, ...]) -> None:
        """Gather text; blanks do not begin a line."""
        if not text or (not self._parts and text.isspace()):
            return
        text = _evenly_spaced(text)
        self._parts.append(text)
        if linked:
            self._linked += len(text.strip())
        if bold or self._level:
            self._bold += len("".join(text.split()))
        self._path = path

    def _image(self, node: Any, path: tuple[int, ...]) -> None:
        attributes = node.attributes
        address = attributes.get("src") or attributes.get("data-src") or ""
        self.close()
        if address:
            caption = (attributes.get("alt") or attributes.get("title") or "").strip()
            self._add(Line(caption, image=address, path=path))

    def _add(self, line: Line) -> None:
        line.order = len(self.lines)
        line.block = self._nodes[line.path[-1] if line.path else 0]
        self.lines.append(line)


def _evenly_spaced(text: str) -> str:
    """Return a text with runs of blanks and line breaks as one blank; most have none to replace."""
    if "\n" in text or "  " in text or "\t" in text or "\r" in text or "\f" in text or "\v" in text:
        return _BLANKS.sub(" ", text)
    return text


def table_rows(table: Any) -> tuple[tuple[Cell, ...], ...] | None:
    """Return the cells of a data table; None when there are too many.

    Empty for a layout table: one cell, tables inside, long texts.
    """
    if len(table.css("table")) > 1:  # the table itself is one of them
        return ()
    rows: list[tuple[Cell, ...]] = []
    left = _MOST_CELLS
    for row in table.css("tr"):
        cells = tuple(map(_cell, row.css("th, td")[: left + 1]))
        left -= len(cells)
        if any(len(cell.text) > _LONGEST_CELL for cell in cells):
            return ()
        if left < 0:
            return None
        if cells:
            rows.append(cells)
    return tuple(rows) if len(rows) > 1 and max(map(len, rows)) > 1 else ()


def _cell(node: Any) -> Cell:
    text = " ".join(node.text(deep=True, separator=" ").split())
    attributes = node.attributes
    return Cell(text, _span(attributes.get("rowspan")), _span(attributes.get("colspan")), node.tag == "th")


def _span(value: str | None) -> int:
    return min(int(value), 1000) if value and value.strip().isdigit() and int(value) > 0 else 1
