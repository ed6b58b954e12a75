from __future__ import annotations

from xinhui_viewer.importers.run.pacing import Pace


class Clock:
    """A clock that the test moves, in tenths of a second."""

    tenths = 0

    def __call__(self) -> float:
        return self.tenths / 10


def due(pace: Pace, clock: Clock, until: int) -> list[int]:
    """The tenths of a second at which progress is due, asked fifty times in each."""
    found: list[int] = []
    while clock.tenths < until:
        found += [clock.tenths for _time in range(50) if pace.is_due()]
        clock.tenths += 1
    return found


def test_progress_is_due_after_a_second_and_then_at_most_five_times_a_second() -> None:
    pace = Pace(clock := Clock())
    pace.begin()
    assert due(pace, clock, 20) == [10, 12, 14, 16, 18]


def test_each_piece_of_work_has_a_second_of_its_own() -> None:
    pace = Pace(clock := Clock())
    pace.begin()
    assert due(pace, clock, 15) == [10, 12, 14]
    pace.begin()
    assert due(pace, clock, 28) == [25, 27]
