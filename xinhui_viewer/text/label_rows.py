"""Name the quantities of a row: paired by 分别 with subjects, or served by one verb."""

from __future__ import annotations

import re

from xinhui_viewer.text.changes import CHANGE
from xinhui_viewer.text.label_forms import VERB
from xinhui_viewer.text.label_mentions import Mention, Naming
from xinhui_viewer.text.label_nouns import COUNTED, noun
from xinhui_viewer.text.label_own import counted
from xinhui_viewer.text.label_pairs import Pairing, paired_names
from xinhui_viewer.text.label_subjects import scope
from xinhui_viewer.text.label_words import WORD, base, deed_of, joined, trimmed, verb_of

_PAIRED = "分别"
_MOST = 20  # values that 分别 pairs
_JOINED = re.compile("[、和及与]")
_COMING = re.compile("(?<=.)(?:参|报名|到会|角逐)")
_FROM = re.compile("(?:来自|邀请了?|吸引了?)[^，。；、]{0,6}$")
_REACH = 20  # characters behind a number in which those stand that come from there
_LONGEST_NAME = 10
_ROW_ACROSS = re.compile(r"[、和及与或者，,\s]*")


def is_paired(this: Mention) -> bool:
    """Return whether 分别 pairs a quantity, the first of several, with subjects."""
    return _PAIRED in this.pieces[-1] and bool(_names(this))


def _names(this: Mention) -> tuple[str, ...]:
    """Return the subjects that 分别 pairs: of its clause, else those that the sentence paired before."""
    named = paired_names(re.sub("(?:同比|环比)$", "", this.pieces[-1].rpartition(_PAIRED)[0]), _values(this))
    if any(len(name) >= WORD for name in named) and len("".join(named)) > WORD:
        return named
    if this.before.pairing.names:
        return this.before.pairing.names
    return (paired_names(this.pieces[-2]) if len(this.pieces) > 1 else ()) or _earlier(this)


def _earlier(this: Mention) -> tuple[str, ...]:
    """Return the labels of as many figures before as values follow: 数量达5万，吞吐量达9亿吨，分别增长1%、2%."""
    values = _values(this)
    return tuple(map(base, this.earlier[-values:])) if 1 < values <= len(this.earlier) else ()


def _values(this: Mention) -> int:
    """Return the number of values in a row from this one on."""
    at, most = this.at + 1, this.at + _MOST
    while at < min(len(this.found), most):
        if not _JOINED.fullmatch(this.sentence, this.found[at - 1].end, this.found[at].start):
            break
        at += 1
    return at - this.at


def paired(this: Mention) -> Naming:
    """Return the first subject with the words behind 分别."""
    verb = trimmed(this.pieces[-1].rpartition(_PAIRED)[2])
    if this.kind == "rank":
        verb = f"{'增速' if this.at and this.kinds[this.at - 1] == 'change' else ''}{verb}{scope(this)}"
    names = _names(this)
    before = this.pieces[-1].rpartition(_PAIRED)[0]
    if this.kind == "change" and before.endswith(("同比", "环比")) and not names[-1].endswith(before[-WORD:]):
        verb = f"{before[-WORD:]}{verb}"
    elif verb in ("完成", "实现") and names == paired_names(before):
        verb = ""  # what is done with each: 产销分别完成
    pairing = Pairing(names if _values(this) > 1 else ("、".join(names),), verb, 1)
    return Naming(pairing.label(0), this.before.subject or pairing.names[0], pairing)


def is_next_of_pair(this: Mention) -> bool:
    """Return whether a quantity is the next of those that 分别 pairs."""
    return this.joins and this.before.pairing.met > 0


def next_of_pair(this: Mention) -> Naming:
    """Return the next subject with the words behind 分别."""
    pairing = this.before.pairing
    return Naming(
        pairing.label(pairing.met), this.before.subject, Pairing(pairing.names, pairing.verb, pairing.met + 1)
    )


def is_origin(this: Mention) -> bool:
    """Return whether a quantity counts where those of the next come from: 来自20个国家的100名选手."""
    return this.kind == "count" and _FROM.search(this.pieces[-1]) is not None and _come(this) != ""


def origin(this: Mention) -> Naming:
    """Return who comes from there: 选手来自国家."""
    who = _come(this)
    return Naming(f"{who}来自{this.noun}", this.before.subject)


def _come(this: Mention) -> str:
    """Return the people or things behind the place that a quantity counts, which may have a number of their own."""
    end = this.quantity.end
    place = COUNTED.match(this.sentence, end, end + _REACH)
    if place is None:
        return ""
    number = this.found[this.at + 1] if this.at + 1 < len(this.found) else None
    begin = number.end if number and number.start == place.end() + 1 else place.end() + 1
    following = this.sentence[begin : begin + _REACH]
    who = noun(following, "", False) if len(following) == _REACH or following else ""
    who = _COMING.split(who, maxsplit=1)[0] or who
    return who if WORD <= len(who) <= _LONGEST_NAME else ""


def is_one_of_row(this: Mention) -> bool:
    """Return whether only 、 or 和 stands between two quantities of a kind: 58个、12处广场."""
    if this.at == 0 or this.kind != this.kinds[this.at - 1]:
        return False
    row = len(this.pieces) == 1 and _ROW_ACROSS.fullmatch(this.pieces[0]) is not None
    return row and (this.joins or this.noun != "")


def one_of_row(this: Mention) -> Naming:
    """Return the noun behind a quantity with the verb of its row."""
    noun, before = this.noun, this.before.label
    if not noun:
        verb = verb_of(before)
        alone = before.endswith("数") and len(before) <= len(verb) + WORD + 1
        return Naming(counted(this, verb if alone else before), this.before.subject)
    return Naming(joined(deed_of(before), noun), this.before.subject)


def is_parallel(this: Mention) -> bool:
    """Return whether a verb serves another thing of its row: 办理议案5项、建议877件."""
    leads = this.at > 0 and len(this.pieces) == 1 and re.match("[、和及]|或者?", this.pieces[0].strip()) is not None
    same = leads and this.kind == this.kinds[this.at - 1] and this.kind in ("count", "money", "change", "percent")
    return (
        same
        and len(this.own) >= WORD
        and bool(verb_of(this.before.label))
        and VERB.match(this.own) is None
        and not CHANGE.search(this.own)
    )


def parallel(this: Mention) -> Naming:
    """Return the verb of a row with another thing, and what both share: 办理代表议案5项、建议8件."""
    verb = verb_of(this.before.label)
    rest = this.before.label[len(verb) :]
    shared = rest[: -len(this.own)] if len(this.own) == WORD and len(rest) > WORD + 1 and "和" not in rest else ""
    return Naming(f"{verb}{shared}{this.own}", this.before.subject)
