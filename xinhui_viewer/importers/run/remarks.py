"""Tell what is said of a file as a whole with its bulletins; bound the rejections of one file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from xinhui_viewer.errors import Cancelled
from xinhui_viewer.i18n import trn
from xinhui_viewer.records import Imported

_MOST_REJECTED = 200  # lines on members of one file; a damaged or hostile zip has thousands


def with_remarks(lines: Iterable[Imported]) -> Iterator[Imported]:
    """Yield the lines of a report; a remark on a file as a whole becomes a warning of one of its bulletins.

    Where a file has none, it is the reason why it was rejected: nothing is said to be imported without an id. Beyond
    200 members of a file that could not be read, one line counts the others.
    """
    file = _File("")
    try:
        for line in lines:
            if line.path != file.path:
                yield from file.end()
                file = _File(line.path)
            yield from file.told(line)
    except Cancelled:
        yield from file.end()
        raise
    yield from file.end()


@dataclass(slots=True)
class _File:
    """The lines on one file: the latest with bulletins is held back, for a remark may follow."""

    path: str
    held: Imported | None = None
    remarks: list[str] = field(default_factory=list)
    rejected: int = 0
    last: Imported | None = None  # of the rejections

    def told(self, line: Imported) -> Iterator[Imported]:
        """Take a line; yield those that are complete."""
        if line.outcome == "imported-with-warning" and not line.ids:
            self.remarks += line.warnings
        elif line.ids:
            if self.held is not None:
                yield self.held
            self.held = line
        elif line.outcome != "rejected":
            yield line
        else:
            self.rejected += 1
            if self.last is not None and self.rejected <= _MOST_REJECTED:
                yield self.last
            self.last = line

    def end(self) -> Iterator[Imported]:
        """Yield the lines that were held back, with what is said of the file."""
        if self.held is not None:
            yield _remarked(self.held, self.remarks)
            self.remarks.clear()
        if self.last is not None and self.rejected <= _MOST_REJECTED:
            yield replace(self.last, error=" ".join((*self.remarks, self.last.error)))
        elif self.last is not None:
            more = self.rejected - _MOST_REJECTED + 1
            told = trn("{n} more file in it could not be read.", "{n} more files in it could not be read.", more)
            yield Imported(self.path, "rejected", error=" ".join((*self.remarks, told.format(n=more))))
        elif self.remarks:
            yield Imported(self.path, "rejected", error=" ".join(self.remarks))


def _remarked(line: Imported, remarks: list[str]) -> Imported:
    if not remarks:
        return line
    outcome = "imported-with-warning" if line.outcome == "imported" else line.outcome
    return replace(line, outcome=outcome, warnings=(*remarks, *line.warnings))
