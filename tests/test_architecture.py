from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest
from radon.complexity import cc_visit_ast
from radon.visitors import Class, Function

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "xinhui_viewer"
FILES = {path.relative_to(PACKAGE).as_posix(): path for path in sorted(PACKAGE.rglob("*.py"))}
# From the ground up; a layer may import those below it, and parts of one layer do not import each other.
LAYERS = (
    ("__init__", "resources"),
    ("logfile",),
    ("log",),
    ("i18n",),
    ("facts",),
    ("records", "errors"),
    ("job",),
    ("spawning",),
    ("text",),
    ("archive",),
    ("search",),
    ("summary",),
    ("importers", "exporters"),
    ("gui", "cli"),
    ("__main__",),
)
HEIGHTS = {part: height for height, parts in enumerate(LAYERS) for part in parts}
# Libraries that take more than 10 ms to import, and the files that may import them at once: the command line,
# the window of the chart, and the schema, which is imported when an archive is created or changed.
HEAVY = {
    "sqlite_utils",
    "typst",
    "pikepdf",
    "PIL",
    "selectolax",
    "click",
    "lxml",
    "docx",
    "pypdfium2",
    "warcio",
    "brotli",
    "pyqtgraph",
}
AT_ONCE = {"pyqtgraph": "gui/figures/series_chart.py", "click": "cli/", "sqlite_utils": "archive/migrations.py"}
SQL = re.compile(
    r"\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|REPLACE\s+INTO\s|WITH\s+RECURSIVE\s|"
    r"(CREATE|DROP|ALTER)\s+(TABLE|INDEX|VIEW|TRIGGER|VIRTUAL)\s|PRAGMA\s|BEGIN\s+IMMEDIATE|VACUUM\b|ATTACH\s)"
)
LONGEST = 300  # lines
MOST_COMPLEX = 12  # branches and boolean operators, as radon counts them
ONE_IDEA_ALL_THE_SAME = {"records.py"}  # the vocabulary


def _part(file: str) -> str:
    return file.partition("/")[0].removesuffix(".py")


def _imports(tree: ast.AST, *, at_once: bool = False) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield modules and the names taken from them; ``at_once`` leaves out imports inside functions."""
    for node in _running_at_import(tree) if at_once else _nodes(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, ()) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, tuple(alias.name for alias in node.names)


def _running_at_import(tree: ast.AST) -> Iterator[ast.AST]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            continue
        yield node
        yield from _running_at_import(node)


def _own_parts(file: str) -> Iterator[str]:
    """Yield the parts of the package that a file imports from."""
    for module, names in _imports(_tree(file)):
        package, _dot, inside = module.partition(".")
        if package == "xinhui_viewer":
            yield from (
                [inside.partition(".")[0]] if inside else (name if name in HEIGHTS else "__init__" for name in names)
            )


def _touching_the_engine(tree: ast.Module) -> Iterator[str]:
    """Yield names taken from the engine's modules, and methods called on an open archive."""
    for module, _names in _imports(tree):
        if module.partition(".")[0] in ("sqlite3", "sqlite_utils"):
            yield module
    for node in _nodes(tree):
        if isinstance(node, ast.Attribute):
            of_an_archive = isinstance(node.value, ast.Name) and node.value.id == "db"
            if of_an_archive or node.attr in ("execute", "executemany", "executescript", "interrupt"):
                yield node.attr


def _functions(blocks: Sequence[Function | Class]) -> Iterator[Function]:
    """Yield functions and methods, nested ones included; a class is the sum of its own."""
    for block in blocks:
        if isinstance(block, Class):
            yield from _functions([*block.methods, *block.inner_classes])
        else:
            yield block
            yield from _functions(block.closures)


@cache
def _tree(file: str) -> ast.Module:
    return ast.parse(FILES[file].read_text(encoding="utf-8"), file)


@cache
def _nodes(tree: ast.AST) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(tree))


def _module(file: str) -> str:
    return "xinhui_viewer." + file.removesuffix(".py").replace("/", ".").removesuffix(".__init__")


def _targets(tree: ast.AST) -> Iterator[str]:
    """Yield the modules of the package that are imported, at once, late or for types only."""
    modules = {_module(file) for file in FILES}
    for module, names in _imports(tree):
        inside = [f"{module}.{name}" for name in names if f"{module}.{name}" in modules]
        yield from inside or [module] * (module in modules)


def _circles(arrows: dict[str, set[str]]) -> list[list[str]]:
    """Return the sets of modules that import each other, by way of others or directly."""
    reached = {start: _reached(arrows, start) for start in arrows}
    circles = {frozenset({one, *(other for other in reached[one] if one in reached.get(other, ()))}) for one in arrows}
    return sorted(sorted(circle) for circle in circles if len(circle) > 1)


def _reached(arrows: dict[str, set[str]], start: str) -> set[str]:
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        for other in arrows.get(waiting.pop(), set()) - reached:
            reached.add(other)
            waiting.append(other)
    return reached


def _is_a_feature(file: str) -> bool:
    return file.startswith("gui/") and not file.startswith("gui/shell/")


def _may_be_used_by(file: str, target: str) -> bool:
    """Return whether a file of gui/ outside shell/ may import a module: its own room, parts, loose files, the core."""
    if not target.startswith("xinhui_viewer.gui."):
        return True
    room = target.split(".")[2]
    return room in (file.split("/")[1], "parts", "settings", "tasks", "display")


def test_every_file_belongs_to_a_layer() -> None:
    assert {_part(file) for file in FILES} == set(HEIGHTS)


def test_imports_point_down_only() -> None:
    wrong = {
        (file, other)
        for file in FILES
        for other in _own_parts(file)
        if other != _part(file) and HEIGHTS[other] >= HEIGHTS[_part(file)]
    }
    assert not wrong


def test_no_imports_run_in_a_circle() -> None:
    assert not _circles({_module(file): set(_targets(_tree(file))) for file in FILES})


def test_a_circle_is_noticed_where_it_imports_late_or_for_types_only() -> None:
    late = ast.parse("def f():\n    from xinhui_viewer.text import fold")
    typed = ast.parse("if TYPE_CHECKING:\n    from xinhui_viewer.gui.shell.desk import Desk")
    arrows = {"xinhui_viewer.gui.shell.desk": set(_targets(late)), "xinhui_viewer.text.fold": set(_targets(typed))}
    assert _circles(arrows) == [["xinhui_viewer.gui.shell.desk", "xinhui_viewer.text.fold"]]


def test_no_feature_of_the_window_imports_another_or_the_shell() -> None:
    wrong = {
        (_module(file), target)
        for file in FILES
        for target in _targets(_tree(file))
        if _is_a_feature(file) and not _may_be_used_by(file, target)
    }
    assert not wrong


@pytest.mark.parametrize(
    ("file", "target", "allowed"),
    [
        ("gui/reader/pane.py", "xinhui_viewer.gui.reader.view", True),
        ("gui/reader/pane.py", "xinhui_viewer.gui.parts.theme", True),
        ("gui/reader/pane.py", "xinhui_viewer.gui.tasks", True),
        ("gui/reader/pane.py", "xinhui_viewer.records", True),
        ("gui/reader/pane.py", "xinhui_viewer.gui.results.pane", False),
        ("gui/reader/pane.py", "xinhui_viewer.gui.shell.window", False),
        ("gui/parts/theme.py", "xinhui_viewer.gui.reader.pane", False),
        ("gui/tasks.py", "xinhui_viewer.gui.shell.window", False),
    ],
)
def test_an_arrow_between_features_is_noticed(file: str, target: str, allowed: bool) -> None:
    assert _may_be_used_by(file, target) == allowed


def test_only_the_archive_speaks_sql() -> None:
    spoken = [
        f"{file}:{node.lineno}"
        for file in FILES
        if not file.startswith("archive/")
        for node in _nodes(_tree(file))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and SQL.match(node.value)
    ]
    assert not spoken


def test_only_the_archive_names_the_engine_and_touches_an_open_archive() -> None:
    touching = {
        (file, name) for file in FILES if not file.startswith("archive/") for name in _touching_the_engine(_tree(file))
    }
    assert not touching


@pytest.mark.parametrize(
    "code", ["import sqlite3", "from sqlite3 import Connection", "db.rows(question)", "connection.execute(statement)"]
)
def test_touching_the_engine_is_noticed(code: str) -> None:
    assert [*_touching_the_engine(ast.parse(code))]


def test_only_the_window_knows_qt() -> None:
    knowing = {
        file
        for file in FILES
        for module, _names in _imports(_tree(file))
        if module.partition(".")[0].startswith(("PySide6", "shiboken6")) and not file.startswith("gui/")
    }
    assert not knowing


def test_heavy_libraries_are_imported_when_they_are_needed() -> None:
    early = {
        (file, library)
        for file in FILES
        for module, _names in _imports(_tree(file), at_once=True)
        if (library := module.partition(".")[0]) in HEAVY and not file.startswith(AT_ONCE.get(library, "-"))
    }
    assert not early


def test_a_file_is_short() -> None:
    lengths = {file: len(path.read_text(encoding="utf-8").splitlines()) for file, path in FILES.items()}
    too_long = {file: n for file, n in lengths.items() if n > LONGEST and file not in ONE_IDEA_ALL_THE_SAME}
    assert not too_long


def test_no_function_is_above_complexity_12_boolean_operators_included() -> None:
    above = {
        f"{file}:{function.fullname}": function.complexity
        for file in FILES
        for function in _functions(cc_visit_ast(_tree(file)))
        if function.complexity > MOST_COMPLEX
    }
    assert not above


def test_twenty_thousand_calls_that_return_nothing_do_not_end_the_program() -> None:
    # PySide6 6.12 on Python 3.11 loses a reference to None at each and aborts after about 5,000.
    code = (
        "from PySide6.QtCore import QObject; thing = QObject();"
        "[thing.setObjectName('x') for _ in range(20_000)]; print('alive')"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", env=environment)
    assert (done.returncode, done.stdout) == (0, "alive\n"), done.stderr
