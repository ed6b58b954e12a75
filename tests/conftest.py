"""Fixtures of many tests: the measuring data where there are any, and archives of their own."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path

import hypothesis
import pytest

from tests.builders import archive, draft
from xinhui_viewer import facts
from xinhui_viewer.facts import Fact

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANGUAGE"] = ""
os.environ["LC_ALL"] = "C.UTF-8"

_ROOT = Path(__file__).parents[1]
os.environ["PYTHONPATH"] = str(_ROOT)  # processes that tests start run this checkout, not an installed copy

# A busy machine is no failure: no example has a deadline. The quick suite tries the same examples each time; with
# --hypothesis-profile=thorough (.ci/run) each property is tried on many others.
hypothesis.settings.register_profile("quick", deadline=None, max_examples=25, derandomize=True)
hypothesis.settings.register_profile("thorough", deadline=None, max_examples=300)
hypothesis.settings.load_profile("quick")

_SHARED = _ROOT.parent / "shared"
_SKIPS = Path(__file__).with_name("skips.txt")


@pytest.fixture(scope="session", autouse=True)
def _log_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The log of errors is not the developer's own, nor are the words for searches."""
    os.environ["XDG_STATE_HOME"] = str(tmp_path_factory.mktemp("state"))
    os.environ["XDG_CONFIG_HOME"] = str(tmp_path_factory.mktemp("config"))


@pytest.fixture
def log_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The log of errors of one test."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "xinhui_viewer" / "xinhui_viewer.log"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of third-party texts that the program is measured on; it is not part of the project."""
    if not (_SHARED / "data").is_dir():
        pytest.skip("the folder ../shared with the measuring data is not here")
    return _SHARED


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of 2,003 bulletins, more than a search counts at once: the tests that share it only read."""
    return archive(
        tmp_path_factory.mktemp("many") / "many.xhdb",
        *(draft(f"第{n}号通知", "各镇街做好防汛工作。", source="云汀日报") for n in range(2003)),
    )


@pytest.fixture
def seed(shared: Path) -> Path:
    """The first real bulletin: the text of a page of Xinhui district."""
    return shared / "data" / "seed.txt"


@pytest.fixture
def signer(monkeypatch: pytest.MonkeyPatch) -> Fact:
    """A new fact: a row in the table of facts, and nothing else."""
    added = Fact("signer", "Signer", lambda one: f"{one.issuer}：王一")
    monkeypatch.setattr(facts, "FACTS", (*facts.FACTS, added))
    return added


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Fail, where CI=true, a test that is skipped and does not stand with its reason in skips.txt."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and os.environ.get("CI") == "true":
        assert isinstance(report.longrepr, tuple)
        skip = f"{item.path.name}: {report.longrepr[2].removeprefix('Skipped: ')}"
        if skip not in _SKIPS.read_text("utf-8").splitlines():
            report.outcome, report.longrepr = "failed", f"It was skipped, but tests/skips.txt has no line\n{skip}"
    return report
