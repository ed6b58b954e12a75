"""The name of the project that a tender is about, behind its label on the cover (项目名称：…)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from xinhui_viewer.importers.heads.described import is_spoken_of

_LABEL = re.compile(r"(?:采购|招标|工程|本)?项\s*目\s*名\s*称\s*[:：]\s*([\u4e00-\u9fff\w“《][^\t。；]{3,79})$")
_TENDER = re.compile(
    "(?:招标|采购|磋商|谈判|询价|询比|比选|遴选|投标|响应|竞价)[^，。]{0,6}(?:文件|公告|邀请书|通知书|文本)(?:[（(][^（）()]{1,12}[）)])?$"
)


def project(lines: Sequence[str], title: str) -> str:
    """Return the project that a cover names, where its title is that of a form of tenders which names another or none.

    Purchasers print their form of papers above it: 服务类项目公开招标文件（2.0版）, 项目名称：某学校保洁服务.
    """
    if not _TENDER.search(title.strip()):
        return ""
    found = (_LABEL.match(line.strip()) for line in lines)
    name = next((match[1].strip() for match in found if match), "")
    return "" if is_spoken_of(name, title) else name
