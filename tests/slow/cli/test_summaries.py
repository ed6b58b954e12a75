from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_bulletins_left_out_of_paper_are_counted_exactly(run: Run, many: Path, tmp_path: Path) -> None:
    done = run("summary", many, "--query", "防汛", "-o", tmp_path / "sheets.pdf")
    assert "Only the first 250 of 2,003 bulletins are printed." in done.err
