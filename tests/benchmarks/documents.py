"""Score the reading of office documents: text files, Word, printed pages, spreadsheets, slides, books, mail.

usage: python -m tests.benchmarks.documents [--office] [--per-file] [--kinds KIND,…] [FOLDER GOLD]
Needs ../shared. FOLDER and GOLD (score_docs.py tells its form) are another set of files. Each file is read by the
command `read --json` in a process of its own, without LibreOffice unless --office is given. --per-file lists the
faults; --kinds reads these alone, such as doc,xls.
"""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.page_readers import SHARED, scored

_CHECKOUT = Path(__file__).parents[2]


def main() -> None:
    """Read the documents, print the score by kind and the slowest files in seconds of wall time."""
    options = [argument for argument in sys.argv[1:] if argument.startswith("--")]
    rest = [argument for argument in sys.argv[1:] if not argument.startswith("--")]
    kinds = rest.pop(0).split(",") if "--kinds" in options and rest else []
    documents = SHARED / "data" / "docs"
    folder, gold = map(Path, rest) if len(rest) == 2 else (documents, documents / "gold.jsonl")
    with tempfile.TemporaryDirectory() as temporary:
        chosen, predicted = Path(temporary) / "gold.jsonl", Path(temporary) / "predicted.jsonl"
        rows = [line for line in gold.read_text("utf-8").splitlines() if line]
        wanted = [row for row in rows if not kinds or json.loads(row)["kind"] in kinds]
        chosen.write_text("\n".join(wanted) + "\n", "utf-8")
        predicted.write_text(_predicted(Path(temporary), folder, chosen, office="--office" in options), "utf-8")
        print(scored("score_docs", chosen, predicted, *(one for one in options if one == "--per-file")), end="")
        found = [json.loads(line) for line in predicted.read_text("utf-8").splitlines()]
    slowest = sorted(found, key=lambda one: -one["seconds"])[:5]
    print("slowest: " + ", ".join(f"{one['file']} {one['seconds']} s" for one in slowest))


def _predicted(temporary: Path, folder: Path, gold: Path, *, office: bool) -> str:
    """Return what this checkout's command reads from the files, a line of JSON each."""
    command = temporary / "xinhui-viewer"
    python, checkout = shlex.quote(sys.executable), shlex.quote(str(_CHECKOUT))
    command.write_text(f'#!/bin/sh\nPYTHONPATH={checkout} exec {python} -m xinhui_viewer "$@"\n', "utf-8")
    command.chmod(0o755)
    tool = str(SHARED / "tools" / "predict_docs.py")
    arguments = [sys.executable, tool, str(command), str(folder), str(gold), *([] if office else ["--no-office"])]
    return subprocess.run(arguments, check=True, capture_output=True, text=True, env=os.environ).stdout


if __name__ == "__main__":
    main()
