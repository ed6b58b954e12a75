"""The day of publication that a page gives in its markup, its script or its address."""

from __future__ import annotations

import re
from datetime import date

from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.text.dates import first_date

_SCRIPT_DATE = re.compile(
    r"""(?i)(?:pub\w*(?:date|data|time)|publish\w*|fbsj|releasedate|docreltime)['"]?\s*[:=]\s*['"]([^'"]{8,30})['"]"""
)
_URL_DATE = re.compile(r"(?:/t|/|_)((?:19|20)\d\d(?:[01]\d[0-3]\d|[-/][01]?\d[-/][0-3]?\d))(?=[_/.]|$)")
_DATE_METAS = (
    "pubdate",
    "publishdate",
    "publish_date",
    "article:published_time",
    "og:published_time",
    "og:release_date",
)


def date_published(printed: date | None, page: Page) -> date | None:
    """Return the day of publication: as printed, in a meta tag, in its script, in its address; else None."""
    if printed is not None:
        return printed
    for name in _DATE_METAS:
        if name in page.metas and (found := first_date(page.metas[name])):
            return found
    match = _SCRIPT_DATE.search(page.scripts)
    if match and (found := first_date(match[1])):
        return found
    return date_in_address(page.url)


def date_in_address(url: str) -> date | None:
    """Return the day in an address (t20210302_123.html, /2021-03-02/), or None."""
    match = _URL_DATE.search(url)
    return first_date(match[1].replace("/", "-")) if match else None
