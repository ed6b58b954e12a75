"""An open archive, the one place that talks to the engine."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from xinhui_viewer.archive.faults import told
from xinhui_viewer.job import Job

ENGINE = ("SQLite", sqlite3.sqlite_version)  # its name and version

Row = tuple[Any, ...]


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


class Archive:
    """An open archive; any thread may use it, one at a time.

    Errors of the engine are raised as ArchiveErrors. Once the job that it was opened for is cancelled, the running
    query and every later one raise Cancelled. Outside ``archive/`` it is only passed on.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, job: Job | None = None) -> None:
        self.connection, self.path = connection, path
        self._job = job or Job()
        self._tables: tuple[object, frozenset[str]] | None = None
        self._defined: dict[str, Callable[..., int]] = {}

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[Row]:
        """Return all rows of an answer."""
        try:
            return self._asked(sql, values).fetchall()
        except sqlite3.Error as error:
            raise told(error, self.path) from error

    def each(self, sql: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """Yield the rows of an answer one by one, when it is too large for memory."""
        try:
            yield from self._asked(sql, values)
        except sqlite3.Error as error:
            raise told(error, self.path) from error

    def row(self, sql: str, values: Sequence[object] = ()) -> Any:
        """Return the first row of an answer; None when it has none."""
        try:
            return self._asked(sql, values).fetchone()
        except sqlite3.Error as error:
            raise told(error, self.path) from error

    def record(self, sql: str, values: Sequence[object] = ()) -> dict[str, Any] | None:
        """Return the first row of an answer by the names of its columns; None when it has none."""
        try:
            asked = self._asked(sql, values)
            found = asked.fetchone()
        except sqlite3.Error as error:
            raise told(error, self.path) from error
        return None if found is None else dict(zip([column[0] for column in asked.description], found, strict=True))

    def value(self, sql: str, values: Sequence[object] = ()) -> Any:
        """Return the first value of an answer's first row; None when it has none."""
        found = self.row(sql, values)
        return None if found is None else found[0]

    def run(self, sql: str, values: Sequence[object] = ()) -> int:
        """Execute a statement; return the number of the row that it inserted, if any."""
        try:
            return self._asked(sql, values).lastrowid or 0
        except sqlite3.Error as error:
            raise told(error, self.path) from error

    def run_many(self, sql: str, rows: Iterable[Sequence[object]]) -> None:
        """Execute a statement once for each row of values."""
        try:
            self.connection.executemany(sql, rows)
        except sqlite3.Error as error:
            raise told(error, self.path) from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Commit all that the block writes atomically; roll back when the block raises."""
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            self.roll_back()
            raise

    def roll_back(self) -> None:
        """Roll back an open transaction; on a full disk the engine has done so itself."""
        if self.connection.in_transaction:
            self.connection.execute("ROLLBACK")

    def knows(self, table: str) -> bool:
        """Return whether the archive has a table; an older archive that nobody has written to yet lacks the newest."""
        now = self.value("PRAGMA schema_version")
        if self._tables is None or self._tables[0] != now:
            self._tables = now, frozenset(name for (name,) in self.rows("SELECT name FROM sqlite_master"))
        return table in self._tables[1]

    @property
    def state(self) -> tuple[object, ...]:
        """A value that is another one after every change of the file, by whichever program."""
        beside = self.path.with_name(f"{self.path.name}-wal")
        return self.path, *(_stamp(path) for path in (self.path, beside))

    @property
    def changes(self) -> int:
        """The number of rows written since the archive was opened."""
        return self.connection.total_changes

    def define(self, name: str, function: Callable[..., int]) -> None:
        """Let statements call a pure function by this name; they cast texts, which may be damaged, to BLOB.

        Once is enough: to define one again, the engine compiles all statements again.
        """
        if self._defined.get(name) is function:
            return
        self._defined[name] = function

        def called(*values: object) -> int:
            return function(
                *(str(value, "utf-8", "replace") if isinstance(value, bytes) else value for value in values)
            )

        self.connection.create_function(name, -1, called, deterministic=True)

    def close(self) -> None:
        """Close the file."""
        self.connection.close()

    def _asked(self, sql: str, values: Sequence[object]) -> sqlite3.Cursor:
        self._job.check()
        return self.connection.execute(sql, values)
