"""Names of attachments as readers know them: an address in a page and the text of the link become a file's name."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import unquote

_NUMBER = r"\s*[\d一二三四五六七八九十]{0,3}\s*"
_NUMBERED = re.compile(rf"^\s*附(?:[件表录]{_NUMBER}[:：.．、\-—]?|{_NUMBER}[:：])\s*")
_ORDINAL = re.compile(r"^\s*[(（]?[\d一二三四五六七八九十]{1,2}[)）]?\s*[.．、](?!\d)\s*")
_SAYS_NOTHING = re.compile(
    r"(?:请|点击|点此|此处|这里|立即|我要|本地|在线|查看|打开|预览|下载|附件|文件|原文|详见|此)*[\W\d_]*"
)
_ENDING = re.compile(r"\.[0-9A-Za-z]{2,5}$")
_LONGEST = 80  # characters


def shown_name(address: str) -> str:
    """Return the readable name of an attachment: the last step of its address."""
    return PurePosixPath(unquote(address.partition("?")[0])).name or address


def attachment_name(address: str, label: str) -> str:
    """Return the name of an attachment: that in the text of its link, with its ending, else that in its address."""
    name = shown_name(address)
    said = " ".join(label.split())
    for number in (_NUMBERED, _ORDINAL):
        said = number.sub("", said)
    said = said.strip(' 《》“”"')
    if _SAYS_NOTHING.fullmatch(said) or len(said) > _LONGEST:
        return name
    ending = _ENDING.search(name)
    # The address tells the format, the text of a link may say anything.
    return said if ending is None or said.lower().endswith(ending[0].lower()) else said + ending[0].lower()
