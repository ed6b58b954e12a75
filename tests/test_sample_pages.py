"""The sample archive's texts, the icons and the desktop files are whole and agree with themselves."""

from __future__ import annotations

import re
from configparser import ConfigParser
from datetime import date
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from selectolax.lexbor import LexborHTMLParser

from xinhui_viewer.archive.connect import APPLICATION_ID
from xinhui_viewer.resources import resource

PAGES = sorted(resource("sample", "pages").iterdir())
WEB_PAGES = [page for page in PAGES if page.suffix == ".html"]
REPORTS = [page for page in PAGES if page.stem.endswith("political-legal-report")]
ICONS = sorted(resource("icons").glob("*.svg"))
LINE_ICONS = [icon for icon in ICONS if icon.stem != "xinhui_viewer"]
SVG = "{http://www.w3.org/2000/svg}"

SERIES = {
    "disputes settled": r"全区共排查化解矛盾纠纷(\d+)宗",
    "settlement rate": r"化解率达([\d.]+)%",
    "criminal cases": r"刑事案件立案数(\d+)宗，同比下降",
    "fraud cases": r"电信网络诈骗案件立案数(\d+)宗",
    "calls to the police": r"全区共接处警([\d.]+)万宗",
    "grid events": r"全区共录入网格事件([\d.]+)万件",
    "grid events done": r"万件，办结率达([\d.]+)%",
    "losses recovered": r"为群众挽回经济损失(\d+)万元",
    "legal aid": r"全区共办理法律援助案件(\d+)宗",
    "contentment": r"群众安全感满意度达([\d.]+)%",
}
ECONOMY = (
    r"地区生产总值([\d.]+)亿元",
    r"一般公共预算收入([\d.]+)亿元",
    r"城镇新增就业(\d+)人",
    r"居民人均可支配收入(\d+)元",
)


def test_the_sample_covers_six_years_and_five_sources() -> None:
    assert len(PAGES) >= 16
    assert {_published(page).year for page in PAGES} >= set(range(2019, 2025))
    sources = {found[1] for page in PAGES if (found := re.search(r"来源[:：](\S+)", _visible(page)))}
    assert sources >= {"云汀区委政法委", "云汀区人民政府办公室", "云汀区统计局", "临澜日报", "澜江侨报"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_shows_the_date_of_its_file_name(page: Path) -> None:
    published = _published(page)
    assert re.search(f"{published.isoformat()}|{published:%Y年%m月%d日}", _visible(page))


@pytest.mark.parametrize("page", WEB_PAGES, ids=lambda page: page.stem)
def test_a_page_knows_its_address_on_a_site_that_does_not_exist(page: Path) -> None:
    link = LexborHTMLParser(page.read_text("utf-8")).css_first("link[rel=canonical]")
    assert link is not None
    address = link.attributes["href"] or ""
    assert (urlsplit(address).hostname or "").endswith(".example")
    assert _published(page).strftime("%Y/%m") in address or _published(page).strftime("%Y-%m/%d") in address


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_a_bulletin_of_a_readable_length(page: Path) -> None:
    assert 600 <= len(re.sub(r"\s", "", _visible(page))) <= 2_500


def test_there_is_a_work_report_for_every_year() -> None:
    assert [_year(report) for report in REPORTS] == [2019, 2020, 2021, 2022, 2023, 2024]


@pytest.mark.parametrize("label", SERIES)
def test_a_label_is_worded_alike_in_every_work_report(label: str) -> None:
    assert all(len(re.findall(SERIES[label], _visible(report))) == 1 for report in REPORTS)


@pytest.mark.parametrize("label", ["刑事案件立案数", "电信网络诈骗案件立案数"])
def test_stated_changes_follow_from_the_counts_of_two_years(label: str) -> None:
    stated = [_count_and_change(_visible(report), label) for report in REPORTS]
    for (before, _), (now, change) in pairwise(stated):
        assert change == pytest.approx((now - before) / before * 100, abs=0.0501)


def test_contentment_rises_by_as_many_points_as_each_report_says() -> None:
    levels = [float(_found(SERIES["contentment"], report)) for report in REPORTS]
    rises = [float(_found(r"群众安全感满意度达[\d.]+%，比上年提高([\d.]+)个百分点", report)) for report in REPORTS[1:]]
    assert rises == pytest.approx([now - before for before, now in pairwise(levels)])


def test_the_economic_figures_of_every_year_are_reported_once_by_the_government_or_its_statisticians() -> None:
    yearly = [page for page in PAGES if re.search("government-work-report|statistical-communique", page.stem)]
    assert sorted(_published(page).year - 1 for page in yearly) == [2019, 2020, 2021, 2022, 2023, 2024]
    assert all(re.search(label, _visible(page)) for page in yearly for label in ECONOMY)


def test_the_government_and_its_statisticians_quote_the_figures_of_the_work_reports() -> None:
    reports = {_year(report): _visible(report) for report in REPORTS}
    quoted = 0
    for page in PAGES:
        if re.search("government-work-report|statistical-communique", page.stem):
            for pattern in SERIES.values():
                figures = re.findall(pattern, _visible(page))
                assert figures in ([], re.findall(pattern, reports[_published(page).year - 1])), (page.name, pattern)
                quoted += len(figures)
    assert quoted >= 12


def test_the_tables_state_changes_that_follow_from_their_own_numbers() -> None:
    checked = 0
    for page in WEB_PAGES:
        for row in LexborHTMLParser(page.read_text("utf-8")).css("caption ~ tbody tr"):
            label, _, *numbers = [cell.text() for cell in row.css("td")]
            if len(numbers) != 3 or label == "地区生产总值":  # which grows at constant prices
                continue
            now, before, change = map(float, numbers)
            assert change == pytest.approx((now - before) / before * 100, abs=0.0501), (page.name, label)
            checked += 1
    assert checked >= 10


@pytest.mark.parametrize("icon", LINE_ICONS, ids=lambda icon: icon.stem)
def test_an_icon_is_a_line_drawing_in_the_colour_of_the_text(icon: Path) -> None:
    drawing = ElementTree.parse(icon).getroot()
    assert drawing.tag == f"{SVG}svg"
    assert drawing.get("viewBox") == "0 0 20 20"
    assert (drawing.get("stroke"), drawing.get("stroke-width")) == ("currentColor", "1.5")
    colours = {part.get(name) for part in drawing.iter() for name in ("fill", "stroke")} - {None}
    assert colours <= {"currentColor", "none"}


def test_every_icon_is_named_in_the_code_of_the_window() -> None:
    code = "".join(
        path.read_text(encoding="utf-8") for path in (Path(__file__).parents[1] / "xinhui_viewer" / "gui").rglob("*.py")
    )
    assert [icon.stem for icon in LINE_ICONS if f'"{icon.stem}"' not in code] == []


def test_the_program_icon_needs_no_font() -> None:
    drawing = ElementTree.parse(resource("icons", "xinhui_viewer.svg")).getroot()
    assert drawing.get("viewBox") == "0 0 256 256"
    assert drawing.find(f".//{SVG}text") is None


def test_the_desktop_entry_the_description_and_the_file_type_name_the_same_things() -> None:
    entry = ConfigParser(interpolation=None)
    entry.read(resource("desktop", "xinhui_viewer.desktop"), "utf-8")
    described = ElementTree.parse(resource("desktop", "xinhui_viewer.metainfo.xml")).getroot()
    kind = ElementTree.parse(resource("desktop", "xinhui_viewer-mime.xml")).getroot()[0]
    desktop = entry["Desktop Entry"]
    assert desktop["Name[zh_CN]"] == "新会公报阅览"
    assert desktop["Exec"] == "xinhui-viewer %F"
    assert desktop["MimeType"].split(";")[0] == kind.get("type") == described.findtext("provides/mediatype")
    assert described.findtext("launchable") == "xinhui_viewer.desktop"
    assert resource("icons", f"{desktop['Icon']}.svg").is_file()


def test_the_file_type_is_known_by_the_archives_application_id() -> None:
    kind = ElementTree.parse(resource("desktop", "xinhui_viewer-mime.xml"))
    mark = kind.find(".//{*}match[@offset='68']")
    assert mark is not None
    assert (mark.get("value") or "").encode() == APPLICATION_ID.to_bytes(4, "big")


def _published(page: Path) -> date:
    return date.fromisoformat(page.name[:10])


def _year(report: Path) -> int:
    return int(_found(r"云汀区(\d{4})年政法工作情况报告", report))


def _found(pattern: str, page: Path) -> str:
    found = re.search(pattern, _visible(page))
    assert found is not None, (pattern, page.name)
    return found[1]


def _count_and_change(text: str, label: str) -> tuple[float, float]:
    found = re.search(label + r"(\d+)宗(?:，同比(上升|下降)([\d.]+)%)?", text)
    assert found is not None
    return float(found[1]), float(found[3] or 0) * (-1 if found[2] == "下降" else 1)


def _visible(page: Path) -> str:
    text = page.read_text("utf-8")
    if page.suffix != ".html":
        return text
    body = LexborHTMLParser(text).body
    assert body is not None
    return body.text(separator="\n")
