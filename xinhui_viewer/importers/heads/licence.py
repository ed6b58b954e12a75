"""A licence or an invoice: the office that issued it (发证机关) and the day (发证日期), behind labels of the form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from xinhui_viewer.importers.heads.letterhead import office, squeezed
from xinhui_viewer.text.dates import first_date

_OFFICE = re.compile("(?:发证|核发|颁发|颁证|登记|批准|审批)(?:机关|机构|部门|单位)")
_DAY = re.compile("(?:发证|核发|颁发|颁证|签发|开票|填发)(?:日期|时间)")
_KIND = re.compile(
    "(?:许可|登记|资质|资格|合格|批准|产权|不动产权|使用)?(?:证书?|执照|许可书|发票|收据)(?:[（(][^（）()]{1,12}[）)])?$"
)
# A label divides, too: behind a full line it may have been joined to that one.
_CELL = re.compile(rf"\t|\n|(?<=[\u4e00-\u9fff])\s*[:：]\s*|(?=(?:{_OFFICE.pattern}|{_DAY.pattern})\s*[:：])")
_MOST = 200  # lines of a form


@dataclass(frozen=True, slots=True)
class Licence:
    """The office that issued a licence, and the day; empty and None where the form does not say."""

    issuer: str = ""
    day: date | None = None


def licence(title: str, lines: Sequence[str]) -> Licence:
    """Return what the labels of a licence say; nothing for a document whose title names none."""
    if not _KIND.search(squeezed(title)):
        return Licence()
    cells = [cell.strip() for line in lines[:_MOST] for cell in _CELL.split(line) if cell.strip()]
    issuer, day = "", None
    for label, value in pairwise(cells):
        if _OFFICE.fullmatch(squeezed(label)):
            issuer = issuer or office(value)
        elif _DAY.fullmatch(squeezed(label)):
            day = day or first_date(value)
    return Licence(issuer, day)
