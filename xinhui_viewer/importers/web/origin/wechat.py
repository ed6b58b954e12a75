"""Articles of WeChat accounts, whose source is the account."""

from __future__ import annotations

import re

from xinhui_viewer.importers.web.page import Page

_ARTICLE = ("js_content", "rich_media_title")
_ACCOUNT = "#js_name, #profileBt a, .account_nickname_inner, .wx_follow_nickname, .profile_nickname"
_NICKNAME = re.compile(
    r"""\b(?:nickname|nick_name|profile_nickname)["']?\s*[:=]\s*(?:htmlDecode\()?\s*["']([^"'<>\\]{2,40})["']"""
)


def is_article(page: Page) -> bool:
    """Return whether a page has the elements in which WeChat shows an article."""
    return all(name in page.source for name in _ARTICLE)


def account(page: Page) -> str:
    """Return the name of the account that published an article; empty when the page names none."""
    for node in page.tree.css(_ACCOUNT):
        if name := " ".join(node.text().split()):
            return name
    found = _NICKNAME.search(page.source)
    return found[1].strip() if found else ""
