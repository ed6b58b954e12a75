"""The session: the windows of the program, what each shows, and their form in the session's file."""

from __future__ import annotations

import json
import types
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from xinhui_viewer.gui.parts.state import WindowState

T = TypeVar("T")
_PROGRAM = "xinhui_viewer"
_LARGEST = 2**53  # the numbers that every reader of JSON keeps
_DEFAULT_MOST = 1000
MOST_WINDOWS, _MOST_EARLIER = 20, 8


@dataclass(frozen=True, slots=True)
class Session:
    """The windows in their order, and the last states of archives that none of them shows, the newest first."""

    windows: tuple[WindowState, ...] = field(default=(), metadata={"most": MOST_WINDOWS})
    earlier: tuple[WindowState, ...] = field(default=(), metadata={"most": _MOST_EARLIER})

    def of(self, archive: str) -> WindowState | None:
        """Return the last state of an archive, by its path."""
        return next((state for state in (*self.windows, *self.earlier) if state.archive == archive), None)

    def showing(self, windows: Iterable[WindowState]) -> Session:
        """Return the session with other windows; what is no longer shown is earlier now."""
        shown = tuple(windows)
        seen = {state.archive for state in shown}
        left: dict[str, WindowState] = {}
        for state in (*self.windows, *self.earlier):
            if state.archive not in seen:
                left.setdefault(state.archive, state)
        return Session(shown, tuple(left.values())[:_MOST_EARLIER])

    def left(self, state: WindowState) -> Session:
        """Return the session with the last state of an archive that is no longer shown."""
        others = (one for one in self.earlier if one.archive != state.archive)
        return replace(self, earlier=(state, *others)[:_MOST_EARLIER])

    def moved(self, old: str, new: str) -> Session:
        """Return the session with an archive at its new path."""

        def there(states: tuple[WindowState, ...]) -> tuple[WindowState, ...]:
            return tuple(replace(one, archive=new) if one.archive == old else one for one in states)

        return Session(there(self.windows), there(self.earlier))


def written(session: Session) -> bytes:
    """Return the contents of the session's file."""
    data = {"program": _PROGRAM, **_plain(session)}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def read(content: bytes) -> Session:
    """Return the session in a file's contents; a ValueError when they are something else.

    Unknown fields are passed over, and values of a wrong type or beyond their bounds count as the default; a place
    without a bulletin is left out.
    """
    try:
        data = json.loads(content.decode("utf-8", "surrogatepass"))
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    if not isinstance(data, dict) or data.get("program") != _PROGRAM:
        raise ValueError("not a session")
    session = _dataclass(Session, data)
    return Session(_of_this_system(session.windows), _of_this_system(session.earlier))


def _of_this_system(states: tuple[WindowState, ...]) -> tuple[WindowState, ...]:
    """Return the states whose archives have paths of this system: a relative one would depend on the folder."""
    return tuple(state for state in states if not state.archive or Path(state.archive).is_absolute())


def _plain(value: Any) -> Any:
    """Return a value as JSON knows it; fields with their defaults are left out."""
    if is_dataclass(value):
        kept = ((one, getattr(value, one.name)) for one in fields(value))
        return {one.name: _plain(held) for one, held in kept if one.default is MISSING or held != one.default}
    if isinstance(value, tuple | frozenset):
        return [_plain(one) for one in value]
    return b64encode(value).decode("ascii") if isinstance(value, bytes) else value


def _dataclass(kind: Callable[..., T], data: Any) -> T:
    if not isinstance(data, dict):
        raise ValueError(data)
    values = {}
    for name, (row, wanted) in _rows(kind).items():
        if row.default is MISSING:
            values[name] = _value(wanted, data.get(name), 0)
        elif name in data:
            try:
                values[name] = _value(wanted, data[name], row.metadata.get("most", _DEFAULT_MOST))
            except ValueError:
                continue
    return kind(**values)


@cache
def _rows(kind: Callable[..., Any]) -> dict[str, tuple[Field[Any], Any]]:
    kinds = get_type_hints(kind)
    return {row.name: (row, kinds[row.name]) for row in fields(kind)}  # type: ignore[arg-type]


def _value(kind: Any, data: Any, most: int) -> Any:
    """Return a value of a kind; a ValueError when it is of another."""
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass(kind, data)
    if get_origin(kind) in (Union, types.UnionType):
        return None if data is None else _value(get_args(kind)[0], data, most)
    if get_origin(kind) in (tuple, frozenset):
        return get_origin(kind)(_members(get_args(kind)[0], data, most))
    if kind is bytes:
        return b64decode(_value(str, data, 2 * most), validate=True)
    if type(data) is not kind or (kind is int and abs(data) > _LARGEST) or (kind is str and len(data) > most):
        raise ValueError(data)
    return data


def _members(kind: Any, data: Any, most: int) -> Iterable[Any]:
    """Yield the members of a list that are of a kind; the first of a long list."""
    if not isinstance(data, list):
        raise ValueError(data)
    for one in data[:most]:
        try:
            yield _value(kind, one, _DEFAULT_MOST)
        except ValueError:
            continue
