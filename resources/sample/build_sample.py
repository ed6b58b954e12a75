"""Make sample.xhdb, the archive that a new user sees, from the pages beside this script.

usage: python -m resources.sample.build_sample
The pages are written for the program. They count as retrieved at noon of the day after the date in their file names.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from xinhui_viewer.archive import writing
from xinhui_viewer.importers import import_sources
from xinhui_viewer.job import Job

HERE = Path(__file__).parent


def main() -> None:
    """Write the archive, replacing the old one."""
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages"
        shutil.copytree(HERE / "pages", pages)
        for page in pages.iterdir():
            retrieved = datetime.fromisoformat(page.name[:10]).replace(tzinfo=UTC) + timedelta(days=1, hours=12)
            os.utime(page, (retrieved.timestamp(), retrieved.timestamp()))
        archive = Path(folder) / "sample.xhdb"
        writing.create(archive)
        for line in import_sources(archive, sorted(pages.iterdir()), Job()):
            print(line.outcome, Path(line.path).name, *line.warnings, line.error)
        shutil.copyfile(archive, HERE / "sample.xhdb")


if __name__ == "__main__":
    main()
