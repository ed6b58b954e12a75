from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from tests.cli.conftest import Run


def test_a_summary_sheet_is_written_as_pdf(run: Run, archive: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.pdf"
    done = run("summary", archive, 1, "-o", sheet)
    assert (done.code, done.err) == (0, "")
    with pikepdf.open(sheet) as pdf, pdf.open_outline() as outline:
        assert str(pdf.docinfo["/Title"]) == "河口区年度工作会议"
        assert outline.root


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not here")
def test_results_of_a_query_are_printed_together(run: Run, archive: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.pdf"
    assert run("summary", archive, "--query", "会议", "-o", sheet).code == 0
    text = subprocess.run(["pdftotext", sheet, "-"], capture_output=True, check=True, encoding="utf-8").stdout
    assert "河口区年度工作会议" in text
    assert "无日期的通知" in text


def test_an_existing_file_is_overwritten_only_when_asked(run: Run, archive: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.pdf"
    sheet.write_bytes(b"mine")
    done = run("summary", archive, 1, "-o", sheet)
    assert (done.code, sheet.read_bytes()) == (1, b"mine")
    assert "sheet.pdf" in done.err
    assert run("summary", archive, 1, "-o", sheet, "--force").code == 0
    assert sheet.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("arguments", [[99], ["--query", "没有的词"]])
def test_without_a_bulletin_nothing_is_written(run: Run, archive: Path, tmp_path: Path, arguments: list[str]) -> None:
    sheet = tmp_path / "sheet.pdf"
    done = run("summary", archive, *arguments, "-o", sheet)
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert not sheet.exists()


@pytest.mark.parametrize("arguments", [[], [1, "--query", "会议"], [1, "--template", "other"], ["one"]])
def test_wrong_use_is_told_with_code_2(run: Run, archive: Path, tmp_path: Path, arguments: list[str]) -> None:
    done = run("summary", archive, *arguments, "-o", tmp_path / "sheet.pdf")
    assert done.code == 2
    assert "Usage:" in done.err


def test_a_folder_that_is_not_there_is_one_sentence(run: Run, archive: Path, tmp_path: Path) -> None:
    done = run("summary", archive, 1, "-o", tmp_path / "nowhere" / "sheet.pdf")
    assert (done.code, done.err.count("\n")) == (1, 1)
    assert "nowhere" in done.err


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not here")
def test_the_whole_text_is_laid_out_as_the_options_say(run: Run, archive: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.pdf"
    options = ("--paper", "16k", "--font", "kai", "--header", "内部资料", "--by", "云汀区档案馆", "--no-archival")
    assert run("summary", archive, 1, "-o", page, "--template", "official", *options).code == 0
    text = subprocess.run(["pdftotext", page, "-"], capture_output=True, check=True, encoding="utf-8").stdout
    assert "内部资料" in text
    assert "Compiled by 云汀区档案馆" in text
    with pikepdf.open(page) as pdf:
        width, height = (float(pdf.pages[0].mediabox[n]) / 72 * 25.4 for n in (2, 3))
        assert (round(width), round(height)) == (184, 260)
        assert "pdfaid:part" not in pdf.open_metadata()


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not here")
def test_parts_of_a_sheet_can_be_left_out(run: Run, archive: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.pdf"
    assert run("summary", archive, 1, "-o", sheet, "--without", "facts", "--without", "figures").code == 0
    text = subprocess.run(["pdftotext", sheet, "-"], capture_output=True, check=True, encoding="utf-8").stdout
    assert "河口区年度工作会议" in text
    assert "SHA-256" not in text
    assert "Key figures" not in text


def test_a_digest_of_a_query_has_its_bulletins_as_bookmarks(run: Run, archive: Path, tmp_path: Path) -> None:
    file = tmp_path / "digest.pdf"
    assert run("summary", archive, "--query", "会议", "-o", file, "--template", "digest").code == 0
    with pikepdf.open(file) as pdf, pdf.open_outline() as outline:
        assert {"河口区年度工作会议", "无日期的通知"} < {str(item.title) for item in outline.root}
