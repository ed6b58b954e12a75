from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from PySide6 import QtCore, QtGui, QtPrintSupport, QtWidgets

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "xinhui_viewer").rglob("*.py"))
TREES = {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text("utf-8")) for path in FILES}
CLASSES = {node.name: node for tree in TREES.values() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
QUESTIONS = {"What", "How", "Which", "Where", "Whether", "When", "Why", "Who", "Whose"}


def _undocumented(tree: ast.Module | ast.ClassDef, classes: Mapping[str, ast.ClassDef]) -> Iterator[str]:
    """Yield the public classes, functions and methods without a docstring of their own or of the one they override."""
    for node in tree.body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef) or node.name.startswith("_"):
            continue
        inherited = isinstance(tree, ast.ClassDef) and _is_documented_above(tree, node.name, classes)
        if not ast.get_docstring(node) and not inherited:
            yield node.name
        if isinstance(node, ast.ClassDef):
            yield from (f"{node.name}.{name}" for name in _undocumented(node, classes))


def _is_documented_above(of: ast.ClassDef, method: str, classes: Mapping[str, ast.ClassDef]) -> bool:
    """Return whether a base class documents a method: one of ours in its docstring, one of Qt's in its manual."""
    for base in of.bases:
        name = base.id if isinstance(base, ast.Name) else ""
        if name not in classes:
            if any(hasattr(getattr(qt, name, None), method) for qt in (QtCore, QtGui, QtPrintSupport, QtWidgets)):
                return True
            continue
        ours = (node for node in classes[name].body if isinstance(node, ast.FunctionDef) and node.name == method)
        if any(map(ast.get_docstring, ours)) or _is_documented_above(classes[name], method, classes):
            return True
    return False


def _questions(tree: ast.Module) -> Iterator[str]:
    """Yield the first lines of the docstrings that open with a question word instead of a verb or noun."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            said = ast.get_docstring(node) or ""
            if said.split(maxsplit=1)[:1] and said.split(maxsplit=1)[0].rstrip(",:") in QUESTIONS:
                yield said.splitlines()[0]


def test_every_public_class_function_and_method_has_a_docstring() -> None:
    assert [f"{file}: {name}" for file, tree in TREES.items() for name in _undocumented(tree, CLASSES)] == []


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("def shown():\n    return 1", ["shown"]),
        ("class Pane:\n    '''A pane.'''\n    def show(self):\n        pass", ["Pane.show"]),
        ("class Pane(QWidget):\n    def sizeHint(self):\n        pass", ["Pane"]),
        ("class Pane(QWidget):\n    '''A pane.'''\n    def size_hint(self):\n        pass", ["Pane.size_hint"]),
        ("class Pane(SidePane):\n    '''A pane.'''\n    def show_bulletin(self):\n        pass", []),
        ("class Pane(SidePane):\n    '''A pane.'''\n    def show_other(self):\n        pass", ["Pane.show_other"]),
        ("def _shown():\n    return 1", []),
    ],
)
def test_a_missing_docstring_is_noticed(code: str, found: list[str]) -> None:
    assert [*_undocumented(ast.parse(code), CLASSES)] == found


def test_no_docstring_opens_with_a_question_word() -> None:
    tests = {path.as_posix(): ast.parse(path.read_text("utf-8")) for path in (ROOT / "tests").rglob("*.py")}
    assert [f"{file}: {line}" for file, tree in {**tests, **TREES}.items() for line in _questions(tree)] == []


@pytest.mark.parametrize(
    "code", ["'''What a list says.'''", "class _Row:\n    def shown(self):\n        '''Whether it is.'''"]
)
def test_a_docstring_that_opens_with_a_question_word_is_noticed(code: str) -> None:
    assert [*_questions(ast.parse(code))]
