from __future__ import annotations

from tests.builders import draft, original, published
from xinhui_viewer.archive.prepare import prepared
from xinhui_viewer.importers.run.doubts import doubted
from xinhui_viewer.records import Draft, Ground, Imported


def line(*drafts: Draft) -> Imported:
    """The line of a file with these bulletins, numbered from 7."""
    read = prepared(original("a"), drafts).bulletins
    return doubted(Imported("a.html", "imported", tuple(range(7, 7 + len(read))), notes=("一",)), read)


SURE = Ground("title", "printed", sure=True)


def test_a_line_names_the_bulletins_without_a_date_and_those_with_unsure_facts() -> None:
    read = line(
        draft("甲", published=published("2021-01-01"), grounds=(SURE, Ground("published", "address", sure=False))),
        draft("乙", grounds=(SURE,)),
        draft("丙", written=published("2021-01-01"), source="报", grounds=(Ground("source", "site", sure=False),)),
    )
    assert (read.undated, read.unsure) == ((8,), (7, 9))
    assert read.notes == ("一", "No date was found.", "Unsure: Source, Published.")


def test_what_is_sure_and_dated_is_not_in_doubt() -> None:
    read = line(draft("甲", published=published("2021-01-01"), grounds=(SURE,)))
    assert (read.undated, read.unsure, read.notes) == ((), (), ("一",))


def test_a_fact_that_has_no_value_is_not_in_doubt() -> None:
    read = line(draft("甲", written=published("2021-01-01"), grounds=(Ground("source", "site", sure=False),)))
    assert read.unsure == ()
