"""The program's own entry, called as from a terminal, and archives and files to call it on."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests import builders
from xinhui_viewer.__main__ import main

PAGE = """首页 > 政务公开 > 工作动态
河口区召开年度工作会议
来源：河口日报  发布日期：2023-04-05
四月四日，河口区召开年度工作会议，总结去年的工作。
一、去年的成绩
全区新建公园12个，完成投资4.66亿元，同比增长8.5%。
二、今年的打算
今年将改造老旧小区30个，惠及居民一万户。
"""


@dataclass(frozen=True)
class Answer:
    """The outcome of a command."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one value that was written."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """The values that were written, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Answer]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def running(*arguments: str | Path | int) -> Answer:
        code = main([str(argument) for argument in arguments])
        return Answer(code, *capsys.readouterr())

    return running


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "河口.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    return builders.archive(tmp_path / "new.xhdb")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Two bulletins on meetings; only the first has a date, a source, columns and sections."""
    return builders.archive(
        tmp_path / "公报.xhdb",
        builders.draft(
            "河口区年度工作会议",
            "一、会议指出",
            "要办好民生实事。",
            "二、会议要求",
            "各镇要抓好落实。",
            headings=["一、会议指出", "二、会议要求"],
            source="河口日报",
            published=date(2023, 4, 5),
            columns=("首页", "工作动态"),
        ),
        builders.draft("无日期的通知", "会议另行通知。"),
    )
