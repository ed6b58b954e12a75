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
        "a title by its class": 1.5,
        "over source or date": 2,
        "right over the date": 2.5,
        "behind prose": -1.5,
        "deep in prose": -3,
        "goes on over lines": 1,
        "the site's name": -5,
        "the name of an office": -6,
        "an entry of a menu": -3.5,
        "over a menu": -3,
        "in its siblings' place": 2,
        "as a list has it": 3,
        "a list itself": 3,
        "the standard's tag itself": 4.5,
        "another tag itself": 3,
    },
    bar=3,
    sure=4.4,
    ahead=1,
)

KIND = Weights(
    {
        "some text": 1,
        "sentences": 1,
        "paragraphs": 1,
        "a long text": 1,
        "a title over the text": 2,
        "a day under the title": 3,
        "sentences and hardly a link": 5,
        "a picture or an attachment": 3,
        "a day": 2,
        "no day": 3,
        "neither title nor day over a short text": 2,
        "no text": 2,
        "mostly links": 2,
        "many links with days": 2,
        "only the day of a link": 2,
        "days before the text": 2,
        "more pages": 2,
        "counted entries": 4,
        "a page of links": 1,
        "a password to be entered": 2,
        "fields to be filled in": 2,
        "an error message": 4,
        "nothing but an error message": 4,
        "a price or an offer": 2,
        "answers": 16,
        "a frameset": 16,
        "hardly a text": 1,
    },
    bar=0,
    sure=0,
    ahead=2,
)

PUBLISHED = Weights(
    {
        "near the title or the text": 3,
        "a label of publication": 3,
        "the label of another day": -7,
        "of a reply": 3,
        "with the edition of a newspaper": 3,
        "beside a source or a counter": 1.5,
        "alone in its line": 1,
        "with the time of day": 0.8,
        "in prose": -5,
        "of an event": -5,
        "the day of the visit": -6,
        "in a link": -3,
        "one of many": -4,
        "of a neighbour": -5,
        "under a signature": -2,
        "agrees with another place": 1.5,
        "in a tag": 4,
        "in a script": 3.5,
        "in the address": 3.2,
        "in the file's name": 3,
        "in its siblings' place": 2,
        "in a list": 3.2,
    },
    bar=3,
    sure=3.5,
    ahead=1,
)

ELEMENT = Weights(
    {
        "prose in it": 10,
        "named as text": 2,
        "text left above": -4,
        "prose left below": -3,
        "text right below": -1,
        "links in it": -8,
    },
    bar=0,
    sure=9,
    ahead=1,
)

SOURCE = Weights(
    {
        "behind a label": 6,
        "behind a label under the text": 5,
        "the account": 7,
        "in the standard's tag": 5,
        "in a tag for it": 4,
        "in another tag": 2,
        "in the author's tag": 0.5,
        "behind the label of an author": 2,
        "in an element for it": 2.5,
        "in an element for an author": 2.5,
        "beside the date": 1.5,
        "alone with the date": 2,
        "next to the date": 1.5,
        "in its siblings' place": 4,
        "named as an organisation": 2,
        "the site's own name": 1,
        "a source of its siblings": 2,
        "a person": -2.5,
        "nobody in particular": -2.5,
        "a step of the path": -3,
        "beside a label without a value": -3,
    },
    bar=3.5,
    sure=5,
    ahead=1,
)

COLUMNS = Weights(
    {
        "behind a label": 4,
        "in an element for it": 2,
        "in the standard's tag": 3.5,
        "with separators": 1.5,
        "with bars": -0.5,
        "with links": 0.5,
        "ends at the page": 2,
        "right above the title": 1,
        "begins at the home page": 2.5,
        "begins at the site": 2,
        "names the page's column": 1.5,
        "in a list": 3.5,
        "in its siblings' place": 1.5,
        "many steps without separators": -3,
        "the site's tools": -10,
    },
    bar=3.5,
    sure=5.5,
    ahead=1,
)
