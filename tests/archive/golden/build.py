"""Add the golden archive of today's version: pages/ imported, decisions made, and the answers beside it.

usage: python -m tests.archive.golden.build
The pages count as retrieved at noon of the date in their file names.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.archive.golden.questions import answers
from xinhui_viewer.archive.connect import SCHEMA, reading
from xinhui_viewer.archive.figures import choose
from xinhui_viewer.archive.writing import create, writing
from xinhui_viewer.importers import import_sources
from xinhui_viewer.job import Job
from xinhui_viewer.text.series_labels import label_key

HERE = Path(__file__).parent
DECISIONS = {
    "全年地区生产总值": (
        label_key("青澜区统计局", "元", "实现地区生产总值"),
        label_key("青澜区统计局", "元", "全区全年地区生产总值"),
    ),
    "网格事件办结率": (label_key("青澜区委政法委", "%", "办结率"),),
}


def main() -> None:
    """Write the archive and its answers under the next number."""
    number = len(list(HERE.glob("*.xhdb"))) + 1
    name = f"{number:02}-schema-{SCHEMA}"
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / f"{name}.xhdb"
        create(archive)
        for line in import_sources(archive, _pages(Path(folder) / "pages"), Job()):
            print(line.outcome, line.ids, Path(line.path).name, *line.warnings, *line.notes, line.error)
        with writing(archive) as db:
            for series, labels in DECISIONS.items():
                choose(db, labels, series)
        with reading(archive) as db:
            told = answers(db)
        shutil.copyfile(archive, HERE / archive.name)
    written = json.dumps(told, ensure_ascii=False, indent=1)
    (HERE / f"{name}.json").write_text(f"{written}\n", encoding="utf-8")


def _pages(folder: Path) -> Sequence[Path]:
    """Return copies of the pages, in the order of their dates, as they were retrieved."""
    shutil.copytree(HERE / "pages", folder)
    pages = sorted(page for page in folder.iterdir() if page.is_file())
    for page in pages:
        retrieved = datetime.fromisoformat(page.name[:10]).replace(tzinfo=UTC) + timedelta(hours=12)
        os.utime(page, (retrieved.timestamp(), retrieved.timestamp()))
    return pages


if __name__ == "__main__":
    main()
