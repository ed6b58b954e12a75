from __future__ import annotations

import os
from pathlib import Path

import pytest

from xinhui_viewer.importers.run.reading import Watch, readings
from xinhui_viewer.importers.web.saved import saved

SINGLE_FILE = """<!DOCTYPE html> <html lang=zh><!--
 Page saved with SingleFile
 url: http://www.donghe.example/1.html
 saved date: Tue Nov 03 2026 10:20:30 GMT+0800 (中国标准时间)
--><meta charset=utf-8><title>防汛会议召开</title><h1>防汛会议召开</h1><p>镇政府召开会议，部署防汛工作。</p>"""
MIRRORED = "<html><!-- Mirrored from www.donghe.example/1.html by HTTrack Website Copier/3.x [XR&CO'2014], {} -->"
MHTML = """From: <Saved by Blink>
Snapshot-Content-Location: http://www.donghe.example/1.html
Subject: =?utf-8?B?5rWL?=
Date: Tue, 3 Nov 2026 02:20:30 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"
"""


@pytest.mark.parametrize(
    "page",
    [
        SINGLE_FILE,
        '<html><head><meta name="savepage-date" content="Tue Nov 03 2026 10:20:30 GMT+0800 (China Standard Time)">',
        MIRRORED.format("Tue, 03 Nov 2026 02:20:30 GMT"),
        MHTML,
        MHTML.replace("\n", "\r\n"),
    ],
)
def test_the_program_that_saved_a_page_says_when(page: str) -> None:
    assert saved(page.encode()) == "2026-11-03T02:20:30+00:00"


@pytest.mark.parametrize(
    "page",
    [
        "<html><p>saved date: Tue Nov 03 2026 10:20:30 GMT+0800</p>",
        "<html><!-- Page saved with SingleFile --><p>saved date: Tue Nov 03 2026 10:20:30 GMT+0800</p>",
        MIRRORED.format("Tue, 31 Feb 2026 02:20:30 GMT"),
        MIRRORED.format("Tue, 03 Foo 2026 02:20:30 GMT"),
        SINGLE_FILE.replace("2026", "0001").replace("Nov 03", "Jan 01"),
        "Date: Tue, 3 Nov 2026 02:20:30 -0000\n\n通知\n",
        MHTML.replace("Date:", "\nDate:"),
        MHTML.replace("multipart/related", "text/plain"),
        "",
    ],
)
def test_nothing_else_is_such_a_note(page: str) -> None:
    assert saved(page.encode()) == ""


def test_a_page_is_not_dated_after_it_was_saved(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(SINGLE_FILE.replace("<p>", "<div>发布时间：2026-11-09</div><p>"), encoding="utf-8")
    os.utime(page, (1_900_000_000, 1_900_000_000))  # copied in 2030
    (reading,) = readings(page, Watch())
    assert reading.drafts[0].facts.published is None


def test_a_file_without_a_time_was_retrieved_on_no_known_day(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(SINGLE_FILE.replace("saved date", "date"), encoding="utf-8")
    os.utime(page, (0, 0))
    (reading,) = readings(page, Watch())
    assert reading.original is not None
    assert reading.original.retrieved == ""


def test_a_bulletin_counts_as_retrieved_when_its_page_was_saved(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(SINGLE_FILE, encoding="utf-8")
    (reading,) = readings(page, Watch())
    assert reading.original is not None
    assert reading.original.retrieved == "2026-11-03T02:20:30+00:00"
