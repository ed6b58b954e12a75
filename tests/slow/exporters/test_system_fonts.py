from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from tests.exporters.conftest import Texts
from tests.exporters.test_system_fonts import RARE
from xinhui_viewer.exporters.system_fonts import covered
from xinhui_viewer.resources import resource

FREE, RESTRICTED = 0, 2  # OpenType's OS/2 fsType


PRINT = """
import sys
from tests.exporters.conftest import entry, summary
from xinhui_viewer.exporters.pdf import pdf
sys.stdout.buffer.write(pdf(summary(entry(lead=("人名\\U00030000在此。",)))))
"""


def _font(folder: Path, licence: int) -> Path:
    """Write a font that has the rare Han, in the form of 二."""
    library = pytest.importorskip("fontTools.ttLib")
    font = library.TTFont(resource("fonts", "XinhuiKai-Regular.ttf"))
    glyph = font.getBestCmap()[ord("二")]
    for table in font["cmap"].tables:
        table.cmap = {ord("A"): "A", **({ord(RARE): glyph} if table.format == 12 else {})}
    for record in font["name"].names:
        record.string = "Yunting Rare" if record.nameID in (1, 4) else "YuntingRare"
    font["OS/2"].fsType = licence
    folder.mkdir(parents=True)
    font.save(folder / "rare.ttf")
    return folder / "rare.ttf"


def _printed_where_it_is_installed(tmp_path: Path, licence: int) -> bytes:
    _font(tmp_path / "fonts", licence)
    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path), "HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", PRINT], capture_output=True, check=True, env=environment)
    return done.stdout


def test_the_characters_of_a_font_are_read_from_its_file(tmp_path: Path) -> None:
    codes = {ord(one) for one in ("A", "B", RARE, "二")}
    assert covered(_font(tmp_path / "fonts", FREE), 0, codes) == {ord("A"), ord(RARE)}
    damaged = tmp_path / "damaged.ttf"
    damaged.write_bytes(b"ttcf\x00\x01")
    assert covered(damaged, 0, codes) == covered(tmp_path / "none.ttf", 0, codes) == set()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the fonts of a user are elsewhere")
def test_a_rare_character_is_printed_with_the_font_of_the_system_that_has_it(tmp_path: Path, text_of: Texts) -> None:
    content = _printed_where_it_is_installed(tmp_path, FREE)
    assert f"人名{RARE}在此。" in text_of(content)
    with pikepdf.open(io.BytesIO(content)) as made:
        assert made.open_metadata()["pdfaid:part"] == "2"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the fonts of a user are elsewhere")
def test_pages_that_cannot_be_archival_are_plain_and_say_so(tmp_path: Path, text_of: Texts) -> None:
    content = _printed_where_it_is_installed(tmp_path, RESTRICTED)
    assert f"人名{RARE}在此。" in text_of(content)
    assert "These pages are plain PDF, not PDF/A" in text_of(content)
    with pikepdf.open(io.BytesIO(content)) as made:
        assert "pdfaid:part" not in made.open_metadata()
