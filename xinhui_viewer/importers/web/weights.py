"""The weights of all evidence on the facts of a page, and the bars of each fact, in one place.

They are set on pages of many sites, with whole sites left out (tests/benchmarks/weights.py measures each). A row's
meaning is the function of its name in the fact's module.
"""

from __future__ import annotations

from xinhui_viewer.importers.web.evidence import Weights

TITLE = Weights(
    {
        "the title in the standard's tag": 6,
        "part of the page's own title": 3,
        "length of that part": 2,
        "exactly the page's own title": 2,
        "holds the page's own title": 3,
        "a heading": 3,
        "over source or date": 2,
        "right over the date": 1.5,
        "behind prose": -1.5,
    },
    bar=3,
    sure=5,
    ahead=1,
)
