"""A page as the lines a reader sees, in order: each a block of text with its markup."""

from __future__ import annotations

from typing import Any

from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.web.guard import is_parsable, without_bombs
from xinhui_viewer.importers.web.markup.numbering import Numbers, numbers
from xinhui_viewer.importers.web.markup.raised import only_text, raised
from xinhui_viewer.importers.web.markup.source_text import shown, with_line_ends
from xinhui_viewer.importers.web.markup.styles import LEFT_OUT, styles
from xinhui_viewer.importers.web.markup.tables import table_rows
from xinhui_viewer.importers.web.markup.unbroken import unbroken

# What the elements do to the lines, others only stand in them: a block has its level as a heading.
_SKIPPED, _SPECIAL, _PLAIN = -2, -1, 0
_ELEMENTS = {
    _SKIPPED: "script style noscript template svg select button textarea object head rt rp rtc -comment",
    _SPECIAL: "br iframe img ol pre sub sup table",
    _PLAIN: """
        address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer form
        header hr html li main nav p section tbody td tfoot th thead title tr ul
    """,
}
_HEADINGS = {f"h{level}": level for level in range(10)}  # h7 to h9 and h0 do not exist, but are written
_KINDS = {tag: kind for kind, tags in _ELEMENTS.items() for tag in tags.split()} | _HEADINGS
SKIPPED = frozenset(_ELEMENTS[_SKIPPED].split())
BLOCKS = frozenset((*_ELEMENTS[_PLAIN].split(), *_HEADINGS, "ol", "pre", "table"))
_BOLD = frozenset(("b", "strong", *_HEADINGS))
_INDENTS = ("\u3000", "\xa0", "  ")
_DEEPEST_FRAME, _MOST_FRAMES = 3, 100
_DEEPEST_NUMBERED = 64  # blocks around a list: looking at lists in lists deeper than that would take long


def lines(root: Any, *, scripted: bool = True) -> list[Line]:
    """Return the lines below an element, without forms, hidden and deleted text, and annotations of pronunciation.

    With ``scripted`` false, text for browsers without script, and text that a script makes visible, is included.
    """
    walker = _Walker(scripted=scripted)
    walker.walk_page(root, ())
    return unbroken(walker.lines, walker.broken)


class _Walker:
    """Walks a tree without recursion and gathers text until a block begins or ends."""

    def __init__(self, *, scripted: bool) -> None:
        self.lines: list[Line] = []
        self.broken: dict[int, bool] = {}  # lines below one break, and whether they are indented
        self._scripted = scripted
        self._anchors: set[int] = set()  # marks of places in the page, which are written like links
        self._styles: dict[int, int] = {}
        self._parts: list[str] = []
        self._linked = self._bold = self._level = self._blocks = self._breaks = 0
        self._frames = self._depth = 0  # those read, and those around the text
        self._path: tuple[int, ...] = ()  # of the latest text gathered
        self._nodes: list[Any] = [None]  # the blocks by their number
        self._lists: dict[int, Numbers] = {}
        self._number = ""  # of the list's item that begins
        self._item: tuple[int, ...] = ()  # its path
        self._inner: tuple[int, ...] = ()  # of the latest element entered
        self._bolder = False  # whether it makes its text bold
        self._preformatted: set[tuple[int, ...]] = set()

    def walk_page(self, root: Any, path: tuple[int, ...]) -> None:
        """Gather the lines of a page, or of one inside the page at a path."""
        self._styles.update(styles(root, scripted=self._scripted))
        self._anchors.update(node.mem_id for node in root.css("a[name]:not([href])"))
        self.walk(root, path)
        self.close()

    def walk(self, root: Any, path: tuple[int, ...]) -> None:
        """Walk in depth-first order; ``above`` holds the open elements with the state around them."""
        above: list[tuple[Any, int, int, tuple[int, ...]]] = []
        parts, gather, enter = self._parts, self._text, self._enter
        node, linked, bold = root, 0, 0
        while True:
            tag = node.tag
            if tag == "-text":
                text = node.text_content
                if parts or not text.isspace():
                    gather(text, linked, bold, path)
            elif (child := enter(node, tag, path, linked, bold)) is not None:
                above.append((node, linked, bold, path))
                linked += tag == "a" and node.mem_id not in self._anchors
                bold += self._bolder
                node, path = child, self._inner
                continue
            following = node.next
            while following is None and above:
                inner = path
                node, linked, bold, path = above.pop()
                if inner is not path:  # a block ends
                    if parts:
                        self.close()
                    self._level = 0
                following = node.next
            if not above:  # the root, whose neighbours do not belong to it
                return
            node = following

    def _enter(self, node: Any, tag: str, path: tuple[int, ...], linked: int, bold: int) -> Any:
        """Begin an element and return its first child; None when it has none or is left out."""
        self._inner, self._bolder = path, tag in _BOLD
        if self._styles and (style := self._styles.get(node.mem_id)):
            if style == LEFT_OUT:
                return None
            self._bolder = True
        kind = _KINDS.get(tag)
        if kind is None:
            return node.child
        if kind == _SPECIAL:
            return self._special(node, tag, linked, bold)
        if kind == _SKIPPED:
            return node.child if tag == "noscript" and not self._scripted else None
        self._open(node, kind)
        if self._lists and tag == "li":
            self._begin_item(node)
        return node.child

    def _open(self, node: Any, level: int = 0) -> None:
        """Begin a block."""
        if self._parts:
            self.close()
        self._level = level
        self._blocks += 1
        self._nodes.append(node)
        self._inner = (*self._inner, self._blocks)

    def close(self) -> None:
        """End the line being gathered, if any."""
        parts = self._parts
        raw = parts[0] if len(parts) == 1 else "".join(parts)
        text = shown(raw)
        if text:
            path, order = self._path, len(self.lines)
            if self._breaks:
                self._note_break(raw, path, order)
            if self._number:
                text = self._numbered(text, path)
            block = self._nodes[path[-1] if path else 0]
            self.lines.append(Line(text, self._linked, self._bold, self._level, "", (), order, path, block))
        parts.clear()
        self._linked = self._bold = 0

    def _note_break(self, raw: str, path: tuple[int, ...], order: int) -> None:
        """Note a line that stands below a text of the same block, with one break between."""
        before = self.lines[-1] if self.lines and self._breaks == 1 else None
        if before is not None and before.path == path and before.text and not before.rows and not before.image:
            self.broken[order] = raw.startswith(_INDENTS)
        self._breaks = 0

    def _numbered(self, text: str, path: tuple[int, ...]) -> str:
        """Return the first text of a list's item behind its number."""
        number, self._number = self._number, ""
        if path[: len(self._item)] != self._item:
            return text
        self._bold += len(number) if self._bold else 0
        return number + text

    def _text(self, text: str, linked: int, bold: int, path: tuple[int, ...]) -> None:
        """Gather text; blanks do not begin a line."""
        if "\n" in text:
            if self._preformatted and path in self._preformatted:
                text = self._all_but_last(text, linked, bold, path)
            text = with_line_ends(text)
        self._parts.append(text)
        if linked:
            self._linked += len(text.strip())
        if bold or self._level:
            self._bold += len("".join(text.split()))
        self._path = path

    def _all_but_last(self, text: str, linked: int, bold: int, path: tuple[int, ...]) -> str:
        """Gather all lines but the last of a preformatted text; return the last."""
        *before, last = text.split("\n")
        for line in before:
            self._text(line, linked, bold, path)
            self._break()
        return last

    def _break(self) -> None:
        self.close()
        self._breaks += 1

    def _special(self, node: Any, tag: str, linked: int, bold: int) -> Any:
        """Begin one of the elements with a meaning of their own; return its first child if that is to be read, too."""
        path = self._inner
        if tag == "br":
            self._broken_heading() if self._level else self._break()
            return None
        if tag == "img":
            self._image(node, path)
            return None
        if tag == "iframe":
            self._frame(node, path)
            return None
        if tag in ("sub", "sup"):
            return self._raised(node, tag, linked, bold)
        if tag == "table":
            return self._table(node)
        self._open(node)
        if tag == "pre":
            self._preformatted.add(self._inner)
        elif tag == "ol" and len(path) < _DEEPEST_NUMBERED and (found := numbers(node)):
            self._lists[node.mem_id] = found
        return node.child

    def _begin_item(self, node: Any) -> None:
        """Note the number of a list's item for the first text in it."""
        counted = self._lists.get(node.parent.mem_id)
        self._number, self._item = counted.mark(node) if counted else "", self._inner

    def _broken_heading(self) -> None:
        """Go on with a heading that is broken over lines."""
        if self._parts and self._parts[-1][-1:].isascii():
            self._parts.append(" ")

    def _raised(self, node: Any, tag: str, linked: int, bold: int) -> Any:
        """Gather raised or lowered letters where they stand for an exponent, an index or the like."""
        text = only_text(node) if self._parts and not self._parts[-1].isspace() else ""
        apart = raised(text, tag)
        if apart == text:
            return node.child
        self._text(apart, linked, bold, self._inner)
        return None

    def _frame(self, node: Any, path: tuple[int, ...]) -> None:
        """Gather the lines of a page that stands in the address of a frame (srcdoc), as SingleFile writes them."""
        from selectolax.lexbor import LexborHTMLParser

        content = without_bombs((node.attributes.get("srcdoc") or "").encode("utf-8", "replace"))
        unread = self._depth == _DEEPEST_FRAME or self._frames == _MOST_FRAMES or not content.strip()
        root = None if unread or not is_parsable(content) else LexborHTMLParser(content).body
        if root is not None:
            self.close()
            self._frames += 1
            self._depth += 1
            self.walk_page(root, path)
            self._depth -= 1

    def _table(self, node: Any) -> Any:
        """Gather a data table as one line, one that is too large by its rows; a layout table is read like any block."""
        rows = table_rows(node, self._cell)
        self._open(node)
        path = self._inner
        if rows is None:
            for row in node.css("tr"):
                text = row.text(deep=True, separator="\t")
                self._add(Line("\t".join(cell for part in text.split("\t") if (cell := part.strip())), path=path))
            return None
        if not rows or node.css_first("iframe[srcdoc]"):
            return node.child
        text = "\n".join("\t".join(cell.text for cell in row) for row in rows)
        linked = sum(len(link.text(strip=True)) for link in node.css("a"))
        self._add(Line(text, linked, rows=rows, path=path))
        return None

    def _cell(self, node: Any) -> str:
        """Return the text of a cell on one line."""
        child = node.child
        while child is not None and child.next is None:  # most cells have one paragraph, and that one text
            tag = child.tag
            if tag == "-text":
                return " ".join(shown(child.text_content).split())
            if _KINDS.get(tag, _PLAIN) < _PLAIN or child.mem_id in self._styles:
                break
            child = child.child
        if child is None:
            return ""
        walker = _Walker(scripted=self._scripted)
        walker._styles = self._styles
        walker.walk(node, ())
        walker.close()
        return " ".join(word for line in walker.lines if not line.image for word in line.text.split())

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
