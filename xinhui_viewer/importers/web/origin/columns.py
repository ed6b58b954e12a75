"""Evidence for the column path of a page: a label, an element for it, the home page first, links with separators."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from xinhui_viewer.importers.furniture import LAST_STEP, same_step
from xinhui_viewer.importers.line import Line
from xinhui_viewer.importers.taught import UNKNOWN, Site
from xinhui_viewer.importers.web.evidence import Candidate, Chosen, Evidence, chosen, holds_other
from xinhui_viewer.importers.web.origin.breadcrumbs import Breadcrumbs, breadcrumbs, is_home
from xinhui_viewer.importers.web.page import Page
from xinhui_viewer.importers.web.site.siblings import listed, stands
from xinhui_viewer.importers.web.weights import COLUMNS
from xinhui_viewer.records import Where
from xinhui_viewer.text.blanks import closed_up

Path = tuple[str, ...]

_LONGEST_STEP, _MOST_STEPS = 30, 10  # characters, steps
_MOST_WITHOUT_SEPARATORS = 5  # steps
_RIGHT_ABOVE = 4  # lines above the title
_SITE = re.compile("网$|门户|网站")
_TOOLS = re.compile(
    "设为?(?:首页|主页)|设置首页|(?:加入|添加)?收藏(?:本站|夹)?|登[录陆]|注册|退出|[用个][户人]中心|无障碍.*|长者.*|适老.*|关怀.*|老年.*|手机版|移动版|"
    "电脑版|[简繁][体體](?:版|中文)?|中文版?|English|EN|RSS|搜索|检索|旧版|返回.*|打印|关闭|[上下]一[篇条页]",
    re.IGNORECASE,
)
_TEMPLATE = re.compile("[栏频][目道]名称|网站(?:名称|域名)")  # words that nobody replaced


@dataclass(slots=True)
class Paths:
    """The paths that a page prints, each with the ways in which it does and its line; and the names of its column."""

    ways: dict[Path, set[str]] = field(default_factory=dict)
    lines: dict[Path, Line] = field(default_factory=dict)
    named: frozenset[str] = frozenset()
    lessons: Site = UNKNOWN

    def add(self, path: Path, ways: set[str], line: Line | None = None) -> None:
        """Take a path, or more ways in which it is given."""
        if path and len(path) <= _MOST_STEPS and all(map(_is_step, path)):
            self.ways.setdefault(path, set()).update(ways)
            if line is not None:
                self.lines.setdefault(path, line)

    def where(self, path: Path) -> Where:
        """Return where a path stands."""
        if path in self.lines:
            return "printed"
        return "list" if "in a list" in self.ways[path] else "tag"


def columns(page: Page, title: Line | None, called: str, first: int) -> Chosen[Path] | None:
    """Return the path of the page's column that is printed above its text, else the column that the tag names.

    The last step is dropped where it is the page itself: 正文, or its title.
    """
    name = page.metas.get("columnname", "")
    named = (name, *re.split(r"[_|｜—–\s-]+", page.title)[1:])
    paths = Paths(named=frozenset(filter(None, named)), lessons=page.site)
    order = title.order if title else first
    for printed in breadcrumbs(page.lines[: max(first, order, 1)], order):
        _take(paths, printed, called, order)
    if name and not _TEMPLATE.search(name) and name != page.metas.get("sitename"):
        paths.add((name,), {"in the standard's tag"})
    entry = listed(page)
    if entry is not None:
        paths.add(entry.columns, {"in a list"})
    candidates = [Candidate(path, paths.where(path), paths.lines.get(path)) for path in paths.ways]
    return chosen(candidates, paths, EVIDENCE, COLUMNS, holds_other)


def _take(paths: Paths, printed: Breadcrumbs, called: str, title: int) -> None:
    """Take a printed path; one step alone is none, unless the page itself follows, or a label stands before it.

    The home page alone is the path of no column.
    """
    path, ended = _without_the_page(printed.steps, called)
    ways = set(printed.ways)
    if len(path) == 1 and (is_home(path[0]) or not ("behind a label" in ways or (ended and len(ways) > 1))):
        return
    if ended:
        ways.add("ends at the page")
    if title - _RIGHT_ABOVE <= printed.lines[-1].order <= title:
        ways.add("right above the title")
    paths.add(path, ways, printed.lines[0])


def _without_the_page(steps: Sequence[str], title: str) -> tuple[Path, bool]:
    """Return a path without the steps at its end that are the page itself, and whether it had any."""
    kept = [closed_up(step) for step in steps if not _TEMPLATE.search(step)]  # 首 页
    count = len(kept)
    if "正文" in kept:
        kept = kept[: kept.index("正文")]
    while kept and (LAST_STEP.match(kept[-1]) or same_step(kept[-1], title)):
        kept.pop()
    return tuple(kept), len(kept) < count


def _is_step(text: str) -> bool:
    """Return whether a text is short enough for a step, and not cut out of a sentence."""
    return len(text) <= _LONGEST_STEP and text.count("《") == text.count("》")


def _way(name: str) -> Evidence:
    """Return the evidence that a page gives a path in a certain way."""
    return Evidence(name, lambda candidate, paths: name in paths.ways[candidate.value])


def _begins_at_home(candidate: Candidate[Path], _paths: Paths) -> float:
    return is_home(candidate.value[0])


def _begins_at_the_site(candidate: Candidate[Path], paths: Paths) -> float:
    first = candidate.value[0]
    return not is_home(first) and len(candidate.value) > 1 and (first in paths.named or _SITE.search(first) is not None)


def _is_named(candidate: Candidate[Path], paths: Paths) -> float:
    return candidate.value in paths.lines and candidate.value[-1] in paths.named


def _in_its_siblings_place(candidate: Candidate[Path], paths: Paths) -> float:
    return candidate.line is not None and stands(paths.lessons, "columns", candidate.line)


def _is_menu(candidate: Candidate[Path], paths: Paths) -> float:
    return len(candidate.value) > _MOST_WITHOUT_SEPARATORS and "with separators" not in paths.ways[candidate.value]


def _has_tools(candidate: Candidate[Path], _paths: Paths) -> float:
    return any(map(_TOOLS.fullmatch, candidate.value))


EVIDENCE = (
    *map(
        _way,
        (
            "behind a label",
            "in an element for it",
            "in the standard's tag",
            "with separators",
            "with bars",
            "with links",
            "ends at the page",
            "right above the title",
            "in a list",
        ),
    ),
    Evidence("in its siblings' place", _in_its_siblings_place),
    Evidence("begins at the home page", _begins_at_home),
    Evidence("begins at the site", _begins_at_the_site),
    Evidence("names the page's column", _is_named),
    Evidence("many steps without separators", _is_menu),
    Evidence("the site's tools", _has_tools),
)
