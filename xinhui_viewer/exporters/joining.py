"""Join the parts of a document, each a PDF, into one: pages, links, bookmarks and tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from xinhui_viewer.exporters.typesetting import save

_PLACE = re.compile(rb"xinhui:(\d+)")  # an address that the template writes for a bulletin of another part
_CLAIMS = ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")


def join(files: Sequence[Path], naming: Sequence[bool], begin: Sequence[int], whole: Path, archival: bool) -> None:
    """Write one PDF of the files: ``begin`` are the pages, from 1, on which the bulletins begin.

    ``naming`` says which files name bulletins of others: their links become places. It claims what the first file
    claims, PDF/A and PDF/UA only when ``archival``.
    """
    import pikepdf

    with pikepdf.open(files[0]) as joined:
        tags = _Tags(joined) if _slim(joined) else None
        marks = _Bookmarks(joined)
        counts = [len(joined.pages)]
        for file in files[1:]:
            with pikepdf.open(file) as part:
                if tags and _slim(part):
                    tags.shift(part)
                joined.pages.extend(part.pages)
                counts.append(len(part.pages))
                if tags:
                    tags.add(joined.copy_foreign(part.Root.StructTreeRoot))
                if "/Outlines" in part.Root:
                    marks.add(joined.copy_foreign(part.Root.Outlines))
        if tags:
            tags.finish()
        marks.finish()
        _link(joined, [name for name, count in zip(naming, counts, strict=True) for _page in range(count)], begin)
        if not archival:
            _claim_nothing(joined)
        save(joined, whole)


def _slim(pdf: Any) -> bool:
    """Remove the names of table heads: they are not unique in the whole, and a head's scope says the same.

    Return whether there are tags.
    """
    import pikepdf

    if "/StructTreeRoot" not in pdf.Root:
        return False
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and "/S" in thing:
            if thing.S == "/TD":
                del thing["/A"]
            elif thing.S == "/TH":
                del thing["/ID"]
    root = pdf.Root.StructTreeRoot
    if "/IDTree" in root:
        del root["/IDTree"]
    return True


class _Tags:
    """The trees of tags of all parts, as one."""

    def __init__(self, joined: Any) -> None:
        self._joined = joined
        self._root = joined.Root.StructTreeRoot
        self._document = _only(self._root.K)
        self._kids = list(self._document.K)
        self._numbers = list(self._root.ParentTree.Nums)
        self._next = int(self._root.ParentTreeNextKey)

    def shift(self, part: Any) -> None:
        """Renumber the pages and links of a part so that no other part has the same numbers."""
        for page in part.pages:
            for thing in (page.obj, *page.obj.get("/Annots", ())):
                for key in ("/StructParents", "/StructParent"):
                    if key in thing:
                        thing[key] = int(thing[key]) + self._next

    def add(self, root: Any) -> None:
        numbers = list(root.ParentTree.Nums)
        for n in range(0, len(numbers), 2):
            self._numbers += (int(numbers[n]) + self._next, numbers[n + 1])
        for kid in _only(root.K).K:
            kid.P = self._document
            self._kids.append(kid)
        self._next += int(root.ParentTreeNextKey)

    def finish(self) -> None:
        import pikepdf

        self._document.K = pikepdf.Array(self._kids)
        self._root.ParentTree = self._joined.make_indirect(pikepdf.Dictionary(Nums=pikepdf.Array(self._numbers)))
        self._root.ParentTreeNextKey = self._next


class _Bookmarks:
    """The bookmarks of all parts, as one list."""

    def __init__(self, joined: Any) -> None:
        self._joined = joined
        self._tops: list[Any] = []
        if "/Outlines" in joined.Root:
            self._tops += _chain(joined.Root.Outlines)

    def add(self, root: Any) -> None:
        self._tops += _chain(root)

    def finish(self) -> None:
        import pikepdf

        if not self._tops:
            return
        root = self._joined.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Outlines, Count=len(self._tops)))
        for before, top in zip((None, *self._tops), self._tops, strict=False):
            top.Parent = root
            if before is not None:
                before.Next, top.Prev = top, before
        root.First, root.Last = self._tops[0], self._tops[-1]
        self._joined.Root.Outlines = root


def _only(kids: Any) -> Any:
    import pikepdf

    return kids[0] if isinstance(kids, pikepdf.Array) else kids


def _chain(root: Any) -> Iterator[Any]:
    one = root.get("/First")
    while one is not None:
        yield one
        one = one.get("/Next")


def _link(joined: Any, naming: Sequence[bool], begin: Sequence[int]) -> None:
    """Replace the addresses that stand for bulletins by places in the joined document."""
    import pikepdf

    pages = list(joined.pages)
    for page in (page for page, name in zip(pages, naming, strict=True) if name):
        for link in page.obj.get("/Annots", ()):
            found = _PLACE.fullmatch(bytes(link.A.URI)) if "/A" in link and "/URI" in link.A else None
            if found:
                del link["/A"]
                there = pages[begin[int(found[1])] - 1].obj
                link.Dest = pikepdf.Array([there, pikepdf.Name.FitH, there.MediaBox[3]])


def _claim_nothing(joined: Any) -> None:
    with joined.open_metadata(set_pikepdf_as_editor=False) as metadata:
        for claim in _CLAIMS:
            if claim in metadata:
                del metadata[claim]
    if "/OutputIntents" in joined.Root:
        del joined.Root["/OutputIntents"]
