from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path, PurePath

import pytest

from xinhui_viewer import __version__, log, logfile

ONLY_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the log of this system lies elsewhere")


def failed() -> Exception:
    """Return an error with another one as its cause, both with the words of a bulletin in their messages."""
    cause, error = ValueError("扫黑除恶"), KeyError("办结率")
    try:
        raise cause
    except ValueError:
        return _raised(error)


def _raised(error: Exception) -> Exception:
    try:
        raise error
    except KeyError as same:
        return same


@ONLY_LINUX
def test_an_error_is_logged_with_the_version_its_kind_its_calls_and_its_cause_first(log_file: Path) -> None:
    assert log.record(failed()) == log_file
    told = log_file.read_text(encoding="utf-8")
    assert f" xinhui_viewer {__version__}, Python " in told.splitlines()[0]
    assert 'test_log.py", line' in told
    assert "in failed" in told
    assert 0 < told.index("builtins.ValueError") < told.index("builtins.KeyError")


@ONLY_LINUX
def test_no_message_is_logged_for_it_may_quote_a_bulletin_but_the_reason_of_the_system_is(log_file: Path) -> None:
    log.record(ValueError("扫黑除恶"))
    log.record(PermissionError(13, "Permission denied", "/公报/扫黑除恶.html"))
    told = log_file.read_text(encoding="utf-8")
    assert "扫黑" not in told
    assert "PermissionError: Permission denied\n" in told


def test_an_error_that_is_its_own_cause_is_logged_once() -> None:
    error = ValueError()
    error.__cause__ = error
    assert logfile.entry(error).count("ValueError") == 1


def test_the_log_stays_small_and_keeps_the_newest(tmp_path: Path) -> None:
    file = tmp_path / "a.log"
    for n in range(40):
        logfile.append(file, f"{n} {'x' * 32_000}")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.log", "a.log.1", "a.log.2"]
    assert all(path.stat().st_size <= logfile.SIZE for path in tmp_path.iterdir())
    assert " 39 x" in file.read_text()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_only_the_user_may_read_the_log_whatever_the_umask(tmp_path: Path) -> None:
    file = tmp_path / "state" / "a.log"
    umask = os.umask(0)
    try:
        for _ in range(2):
            logfile.append(file, "x" * (logfile.SIZE - 100))
    finally:
        os.umask(umask)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (file.parent, *file.parent.iterdir())}
    assert modes == {"state": 0o700, "a.log": 0o600, "a.log.1": 0o600}


@ONLY_LINUX
@pytest.mark.parametrize("barred", ["folder", "file"])
def test_a_log_that_cannot_be_written_is_no_second_error(log_file: Path, barred: str) -> None:
    if barred == "folder":
        log_file.parent.parent.write_text("a file where the folder should be")
    else:
        log_file.mkdir(parents=True)
    assert log.record(ValueError()) is None


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full disk to write to")
def test_a_full_disk_is_no_second_error(log_file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    log_file.parent.mkdir(parents=True)
    log_file.symlink_to("/dev/full")
    assert log.record(ValueError()) is None
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("system", "environment", "place"),
    [
        ("linux", {}, "/home/li/.local/state/xinhui_viewer/xinhui_viewer.log"),
        ("linux", {"XDG_STATE_HOME": "/state"}, "/state/xinhui_viewer/xinhui_viewer.log"),
        ("linux", {"XDG_STATE_HOME": "state"}, "/home/li/.local/state/xinhui_viewer/xinhui_viewer.log"),
        ("darwin", {}, "/home/li/Library/Logs/xinhui_viewer/xinhui_viewer.log"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/xinhui_viewer/Logs/xinhui_viewer.log"),
    ],
)
def test_the_log_lies_where_the_system_keeps_logs(
    monkeypatch: pytest.MonkeyPatch, system: str, environment: dict[str, str], place: str
) -> None:
    for name in ("XDG_STATE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": "/home/li", "USERPROFILE": "/home/li", **environment}.items():
        monkeypatch.setenv(name, value)
    assert log.path(system) == Path(PurePath(place))


def test_no_logging_is_imported_before_there_is_an_error() -> None:
    code = (
        "import sys; from xinhui_viewer import log; log.path();"
        "print(sorted({'logging', 'traceback', 'platform'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "[]\n"
