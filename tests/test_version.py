from __future__ import annotations

import re
import tomllib
from importlib.metadata import distributions
from pathlib import Path

from xinhui_viewer import __version__

ROOT = Path(__file__).parents[1]


def test_the_newest_release_of_the_changelog_is_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert re.findall(r"^## \[?(\d[^\s\]]*)", changelog, re.MULTILINE)[0] == __version__


def test_the_installed_program_has_the_version_of_the_package() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["dynamic"] == ["version"]
    assert project["tool"]["hatch"]["version"]["path"] == "xinhui_viewer/__init__.py"
    assert {found.version for found in distributions(name="xinhui-viewer")} <= {__version__}
