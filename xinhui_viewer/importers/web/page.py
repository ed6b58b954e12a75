"""A page as the readers of its facts see it: its tree, its meta tags, its lines, and what is known around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.member import Around
from xinhui_viewer.importers.taught import UNKNOWN, Site
from xinhui_viewer.importers.web.origin.masthead import Masthead, masthead
from xinhui_viewer.importers.web.site.marks import marks

_SAVED_FROM = re.compile(
    r"<!--\s*(?:(?i:saved from url=)\(\d+\)(\S+)\s*-->|(?i:Page saved with SingleFile)\s*(?i:url):\s*(\S+))"
)
_ADDRESS_WITHIN = 3000  # characters at the beginning of a page
_LONGEST_NAME = 200  # characters of a name of the page or its site that are looked at
_MOST_SCRIPTS, _SCRIPTS_WITHIN = 60, 200_000  # elements, characters


@dataclass(frozen=True)
class Page:
    """A parsed page; ``source`` is the text of its file, ``lines`` are what a reader sees, in order."""

    tree: Any
    lines: Sequence[Line]
    source: str
    around: Around

    @cached_property
    def metas(self) -> dict[str, str]:
        """The meta tags by lower-case name; the first that is not empty wins."""
        found: dict[str, str] = {}
        for tag in self.tree.css("meta"):
            attributes = tag.attributes
            name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or ""
            name = name.strip().lower()
            content = (attributes.get("content") or "").strip()
            if name and content and content != "公共头":
                found.setdefault(name, content)
        return found

    @cached_property
    def marks(self) -> list[int]:
        """The marks of its lines, in their order."""
        return marks(self.lines)

    @cached_property
    def site(self) -> Site:
        """The lessons of its siblings; UNKNOWN when no page of its site was seen."""
        return self.around.taught.site(self.marks) if self.around.taught.sites else UNKNOWN

    @cached_property
    def title(self) -> str:
        """The text of <title>; empty without one."""
        tag = self.tree.css_first("title")
        return tag.text().strip() if tag else ""

    @cached_property
    def masthead(self) -> Masthead | None:
        """The head of a newspaper's page; None on any other."""
        metas = self.metas
        names = (self.title, metas.get("sitename", ""), metas.get("og:site_name", ""))
        return masthead(self.lines, [name[:_LONGEST_NAME] for name in names if name])

    @cached_property
    def scripts(self) -> str:
        """The texts of the scripts, one after another, up to a bound."""
        texts = (script.text() or "" for script in self.tree.css("script")[:_MOST_SCRIPTS])
        return " ".join(texts)[:_SCRIPTS_WITHIN]

    @cached_property
    def url(self) -> str:
        """The page's own address: saved-from comment, canonical link, og:url, the standard's Url; else empty."""
        saved = _SAVED_FROM.search(self.source[:_ADDRESS_WITHIN])
        link = self.tree.css_first('link[rel="canonical"]')
        canonical = (link.attributes.get("href") or "") if link is not None else ""
        metas = self.metas
        found = ((saved[1] or saved[2]) if saved else "", canonical, metas.get("og:url", ""), metas.get("url", ""))
        return next((url.strip() for url in found if url.strip().startswith(("http://", "https://"))), "")
