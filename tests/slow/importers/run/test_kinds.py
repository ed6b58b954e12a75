from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.importers.containers.files import warc
from tests.importers.run.test_kinds import ROOT

IMPORTER = """
from xinhui_viewer.facts import Facts
from xinhui_viewer.importers.finish import Piece, draft


def recognises(head, name):
    return head.startswith(b"MINUTES")


def read(content, name, around):
    title, *lines = content.decode().splitlines()[1:]
    return (draft("minutes", Facts(title=title), [Piece("paragraph", line) for line in lines]),)
"""


ROW = """
from xinhui_viewer.importers import minutes

IMPORTERS += (Importer("minutes", (".minutes",), "text/x-minutes", minutes.read, minutes.recognises),)
"""


DRIVEN = """
import sys
from xinhui_viewer.__main__ import main

for arguments in (
    ["create", "a.xhdb"],
    ["import", "--json", "a.xhdb", "folder"],
    ["read", "--json", "folder/first.minutes"],
    ["read", "--json", "second"],
    ["search", "--json", "a.xhdb", "防汛"],
):
    assert main(arguments) == 0, arguments
"""


def test_an_importer_is_one_file_and_one_row(tmp_path: Path) -> None:
    package = tmp_path / "xinhui_viewer"
    shutil.copytree(ROOT / "xinhui_viewer", package, ignore=shutil.ignore_patterns("gui"))
    (tmp_path / "resources").symlink_to(ROOT / "resources")
    (package / "importers" / "minutes.py").write_text(IMPORTER, "utf-8")
    table = package / "importers" / "table.py"
    table.write_text(table.read_text("utf-8") + ROW, "utf-8")
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "first.minutes").write_text("MINUTES\n防汛会议纪要\n会议决定加固堤防。\n", "utf-8")
    (tmp_path / "second").write_text("MINUTES\n第二次防汛会议纪要\n堤防已经加固。\n", "utf-8")
    crawl = warc(("http://a.example/3", "MINUTES\n网站上的会议纪要\n防汛物资到位。\n".encode(), "text/x-minutes"))
    (folder / "crawl.warc.gz").write_bytes(crawl)
    done = subprocess.run(
        [sys.executable, "-c", DRIVEN],
        cwd=tmp_path,
        env={**os.environ, "LANGUAGE": "en", "PYTHONPATH": ""},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count('"outcome": "imported"') == 2
    assert "第二次防汛会议纪要" in done.stdout
    assert json.dumps("防汛会议纪要", ensure_ascii=False) in done.stdout
