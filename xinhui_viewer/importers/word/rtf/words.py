"""The words of RTF that stand for characters or begin a group with a text of its own (specification 1.9.1)."""

from __future__ import annotations

from xinhui_viewer.importers.word.rtf.state import Target

# Words for characters.
SIGNS = {
    "tab": "\t",
    "line": "\n",
    "page": "\n",
    "column": "\n",
    "lbr": "\n",
    "emdash": "\u2014",
    "endash": "\u2013",
    "lquote": "\u2018",
    "rquote": "\u2019",
    "ldblquote": "\u201c",
    "rdblquote": "\u201d",
    "bullet": "\u2022",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
}
# Symbols for characters; a break that is escaped ends the paragraph.
SYMBOLS = {"{": "{", "}": "}", "\\": "\\", "~": "\xa0", "_": "-", "\t": "\t"}
BREAKS = ("\r", "\n")
_NOWHERE = (
    *("colortbl", "filetbl", "info", "nonshppict", "xe", "tc", "private", "listtable", "revtbl", "listoverridetable"),
    *("rsidtbl", "generator", "bkmkstart", "bkmkend", "objdata", "mmathPr", "themedata", "datastore", "latentstyles"),
    *("pn", "pnseclvl", "atnid", "atnauthor", "htmltag", "template", "txfieldtext"),
)
# Texts of their own that are not read; in groups that go nowhere else a paragraph is one of the text that got there.
_APART = (
    *("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf", "annotation", "upr"),
    *("ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "fldinst", "shprslt"),
)
PARAGRAPHS = frozenset(("par", "cell", "row"))
# Destinations, and where their text goes; in a shape's property only a picture is of interest.
DESTINATIONS: dict[str, Target] = {
    "fonttbl": "fonts",
    "stylesheet": "styles",
    "listtext": "number",
    "pntext": "number",
    "pict": "picture",
    "title": "title",
    "ud": "text",
    "sp": "quiet",
    **dict.fromkeys(_NOWHERE, "nothing"),
    **dict.fromkeys(_APART, "apart"),
}
# Words that are read in groups whose text goes nowhere, and those that may follow \*.
REVEALED = ("title", "ud")
SHOWN = frozenset(("shppict", "shpinst", "do", "shp"))
