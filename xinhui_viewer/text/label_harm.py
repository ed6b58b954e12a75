"""Name the harm that an event caused: the dead, the injured, and who of them."""

from __future__ import annotations

import re

from xinhui_viewer.text.label_mentions import Mention, Naming
from xinhui_viewer.text.label_own import HAPPENED
from xinhui_viewer.text.label_words import WORD, joined

_CAUSING = re.compile("(?:共|已|并)*(?:造成|导致|致使?|引发)")
HARM = ("死亡", "受伤", "失踪", "遇难", "伤亡", "被困", "失联", "丧生", "身亡", "受灾")
_EVENT = re.compile(
    "(?:发生|出现|发动|遭遇|爆发|引发|遭到|遭受|遭)(?:了|一起|一场|一次|一系列|特别|重大)*(?P<what>[\u4e00-\u9fff]{2,14})$"
)
_FURTHER = ("", "另有", "还有", "另")
_ROW_ACROSS = re.compile(r"[、和及与或者，,\s]*")
_NEAR = 3  # labels before within which the harm of one event is told


def is_caused(this: Mention) -> bool:
    """Return whether a clause tells what the event of the clause before caused: 造成3人死亡."""
    if len(this.pieces) < WORD or _EVENT.search(this.pieces[-2]) is None:
        return False
    return _CAUSING.match(this.own) is not None or (this.own == "" and this.noun in HARM)


def caused(this: Mention) -> Naming:
    """Return the event and what it caused."""
    event = _EVENT.search(this.pieces[-2])
    what = re.sub("^(?:一起|一场|特别|重大|较大)+", "", event["what"]) if event else ""
    return Naming(f"{what}{joined(this.own or '造成', this.noun)}", what)


def is_further_harm(this: Mention) -> bool:
    """Return whether an event caused this, too: 造成24人死亡，10人失踪, 造成包括3名儿童在内的19人死亡."""
    if this.at == 0 or this.kind != this.kinds[this.at - 1] or len(this.pieces) > WORD:
        return False
    if this.noun in HARM and this.own in _FURTHER and _harmed(this):
        return True
    return _CAUSING.search(this.before.label) is not None and _goes_on(this)


def _goes_on(this: Mention) -> bool:
    if this.own.endswith("在内") or len(this.pieces) == 1:
        return this.noun != "" and (this.own.endswith("在内") or _ROW_ACROSS.fullmatch(this.pieces[0]) is not None)
    row = this.pieces[1] in _FURTHER and this.before.label.endswith(this.pieces[0])
    return row and this.noun.endswith(HAPPENED)


def further_harm(this: Mention) -> Naming:
    """Return what else an event caused, with the event: 火灾造成受伤."""
    before = _harmed(this) or this.before.label
    causing = [match.end() for match in _CAUSING.finditer(before)]
    lead = before[: causing[-1]] if causing else before.removesuffix(_harm(before))
    return Naming(joined(lead, this.noun), this.before.subject)


def _harm(label: str) -> str:
    """Return the harm that a label ends with: 死亡 of 甲市死亡."""
    return next((harm for harm in HARM if label.endswith(harm) and len(label) >= len(harm) + WORD), "")


def _harmed(this: Mention) -> str:
    """Return the last of the labels before that ends with a harm."""
    return next((label for label in reversed(this.earlier[-_NEAR:]) if _harm(label)), "")
