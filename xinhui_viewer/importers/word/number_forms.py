"""The forms of numbers that .doc and RTF know by codes ([MS-OSHARED], 2.2.1.3), by their names in DOCX."""

from __future__ import annotations

BULLET = 23
_FORMS = {
    0: "decimal",
    1: "upperRoman",
    2: "lowerRoman",
    3: "upperLetter",
    4: "lowerLetter",
    10: "ideographDigital",
    11: "japaneseCounting",
    14: "decimalFullWidth",
    17: "japaneseDigitalTenThousand",
    18: "decimalEnclosedCircle",
    19: "decimalFullWidth",
    22: "decimalZero",
    BULLET: "bullet",
    26: "decimalEnclosedFullstop",
    27: "decimalEnclosedParen",
    28: "decimalEnclosedCircleChinese",
    29: "ideographEnclosedCircle",
    30: "ideographTraditional",
    31: "ideographZodiac",
    33: "taiwaneseCounting",
    35: "taiwaneseCountingThousand",
    36: "taiwaneseDigital",
    37: "chineseCounting",
    39: "chineseCountingThousand",
    255: "none",
}


def form(code: int) -> str:
    """Return the name of a form; digits for one that is not known."""
    return _FORMS.get(code, "decimal")
