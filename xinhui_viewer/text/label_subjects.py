"""Name a quantity by the subject that the sentence has before: a change, a rank, a share, a level of it."""

from __future__ import annotations

import re

from xinhui_viewer.text.changes import CHANGE, CHANGES
from xinhui_viewer.text.label_forms import ATTRIBUTE
from xinhui_viewer.text.label_mentions import Mention, Naming
from xinhui_viewer.text.label_own import clause, in_its_words
from xinhui_viewer.text.label_pairs import Pairing
from xinhui_viewer.text.label_words import WORD, base, joined, object_of, thing, trimmed, verb_of

_COMPARISON = re.compile(
    "(?:占|是[^，。]{0,8}(?:原来|去年|上年|同期|此前|过去)|(?:增速|增幅)?[高低快好]于|为[^，。]{0,6}(?:预算|计划|目标|任务|同期|上年|去年)|接近|同比|环比|增速|年增长率|相当于|完成[^，。]{0,8}(?:计划|任务|目标|预算))"
)
_THEN = re.compile(r"[由从](?P<when>[^由从]{0,10})$")
_WHEN = re.compile(
    r"(?:.{0,8}(?:年|月|期|日|季度|原来|过去|初|底|末|时)的?|.{0,6}(?:预测|预计|预期|计划)的?|(?:现行|目前|现在|当前)均?|的|原来|最初)?"
)
_EARLIER = re.compile(
    r"(?:相比|较|比|对比|而)?(?:于)?(?:\d{4}年|去年|上年|上月|上季度|此前|之前|原来|当时)(?:同期|全年|年?底|末)?的"
)
_NOW = re.compile(
    r".{0,4}(?:升|降|增|增加|提高|提升|减少|下降|下调|上调|调整|增长|上升|扩大|缩短|压缩|压减|跃升|变|放缓|回落|收窄|攀升|延长|跌|扩围|扩展|拓展|发展)[到至为].{0,8}"
)
_LEVEL = re.compile(r"(?:已|现|累计|共)*(?:达到?|增至|升至|突破|超过?|为|稳定在|降至|到)")
_STATED = re.compile(r"(?:为|是|达到?|[升降回][^，]{0,2}至|[升降]到)\d[\d.]*[^\d，]{0,3}$")  # 指数为129.4点，比上月下降
_REALLY = re.compile("(?:实际|名义|可比)$")
_STILL = ("持续", "稳定", "始终", "一直")
_COMPARING = ("占", "是", "接近", "相当于", "为", "高于", "低于", "快于", "好于", "增速", "增幅")
_CAN = re.compile("可(?![再支])|能够")
_FALLING = re.compile("(?:急剧|大幅|明显|持续|逐年|逐步|稳步|快速|显著|不断)+$")
_STATING = re.compile("(?<![作成认])为(?![主了])|位?居|[达升]到")
_WITH = re.compile("[与对同][^，。；比]{2,8}?(?=增长|下降|减少|增加)")  # 与丙国增长5%


def is_then(this: Mention) -> bool:
    """Return whether a quantity is what something was before it changed: 由去年的7%降至4%."""
    match = _THEN.search(this.pieces[-1])
    if match is None or not _WHEN.fullmatch(match["when"]) or this.at + 1 >= len(this.found):
        return False
    between = this.sentence[this.quantity.end : this.found[this.at + 1].start]
    return len(between) <= 2 * WORD**3 and _NOW.fullmatch(between) is not None


def then(this: Mention) -> Naming:
    """Return what changed, which is the subject from there on."""
    match = _THEN.search(this.pieces[-1])
    own = trimmed(this.pieces[-1][: match.start()]) if match else ""
    label = _FALLING.sub("", base(own or this.before.subject or clause(this)))
    return Naming(label, label)


def is_now(this: Mention) -> bool:
    """Return whether a quantity is what something has changed to."""
    if this.at == 0 or not this.before.label or _NOW.fullmatch(this.pieces[-1]) is None:
        return False
    goes_on = "".join(this.pieces[:-1]).strip("，, ") == ""  # 从5吨，增长到6吨
    return len(this.pieces) == 1 or (goes_on and this.kinds[this.at - 1] == this.kind)


def is_earlier(this: Mention) -> bool:
    """Return whether a clause only says when something was as much: 相比2024年的99款."""
    return (
        this.at > 0
        and this.pieces[-1].rstrip().endswith("的")
        and _EARLIER.fullmatch(this.pieces[-1].strip()) is not None
    )


def same(this: Mention) -> Naming:
    """Return the label of the previous quantity."""
    return this.before._replace(pairing=Pairing())


def is_level(this: Mention) -> bool:
    """Return whether a clause only says how much: 突破4000起，达到4087起."""
    same = this.at > 0 and this.kind == this.kinds[this.at - 1] and this.quantity.unit == this.found[this.at - 1].unit
    return same and len(this.own) < WORD and not this.joins and _LEVEL.match(this.pieces[-1].strip()) is not None


def is_bare_change(this: Mention) -> bool:
    """Return whether a clause only says that something changed: 同比增长8%."""
    piece = this.pieces[-1]
    match = CHANGE.search(piece.strip()) if CHANGES.search(piece) else None
    if match is None or (this.kind in ("money", "count") and this.noun):  # 增加6亿元债务限额
        return False
    with_other = this.kind == "change" and bool(this.before.subject) and _WITH.match(piece.strip()) is not None
    return with_other or len(_REALLY.sub("", trimmed(piece.strip()[: match.start()]))) < WORD


def change_of_subject(this: Mention) -> Naming:
    """Return the subject of the sentence and how it changed."""
    subject = this.before.subject or _STATED.sub("", clause(this))
    piece = this.pieces[-1].strip()
    return Naming(joined(base(subject), piece if _WITH.match(piece) else this.own), subject)


def is_rank_of_subject(this: Mention) -> bool:
    """Return whether a clause only gives a rank: 居全省第三."""
    return (
        this.kind == "rank"
        and bool(this.before.subject)
        and (len(this.own) < WORD or this.own in _STILL or (scope(this) != "" and this.own in scope(this) + "位列名居"))
    )


def rank_of_subject(this: Mention) -> Naming:
    """Return the subject, or its growth when that was told last, and the scope of the rank."""
    subject = base(this.before.subject)
    pace = "增速" if this.at and this.kinds[this.at - 1] == "change" and "增速" not in subject else ""
    return Naming(f"{subject}{pace}{scope(this)}", this.before.subject)


def is_rank(this: Mention) -> bool:
    """Return whether a clause names what has a rank: 产量居全省第三."""
    return this.kind == "rank" and len(this.own) >= WORD and this.own not in _STILL


def rank_in_its_words(this: Mention) -> Naming:
    """Return what has the rank, and the scope of that: 产量居全省."""
    label, of = in_its_words(this), scope(this)
    if is_attribute(this):
        label = attribute(this).label
    return Naming(label if of.lstrip("位居列名排") in label else f"{label}{of}", label)


def is_part_of_subject(this: Mention) -> bool:
    """Return whether a share or a rank has no words of its own: 达96%."""
    return this.kind in ("rank", "percent") and len(this.own) < WORD and bool(this.before.subject) and not this.noun


def part_of_subject(this: Mention) -> Naming:
    """Return the subject of the sentence."""
    return Naming(joined(base(this.before.subject), this.own), this.before.subject)


def is_attribute(this: Mention) -> bool:
    """Return whether a clause names only what a thing has: 办结率, 保有量."""
    of, own = this.before.subject or _share_of(this), base(this.own)
    return bool(of) and len(own) <= 2 * WORD + 2 and ATTRIBUTE.fullmatch(own) is not None


def _share_of(this: Mention) -> str:
    """Return what a share alone, 占比 or 进度, is of: the subject of the clause before it."""
    if not this.own.endswith(("占比", "比重", "进度")):
        return ""
    return _STATING.split(clause(this), maxsplit=1)[0]


def attribute(this: Mention) -> Naming:
    """Return the thing that the sentence tells of, and the attribute."""
    subject = this.before.subject or _share_of(this)
    if this.own.startswith(("增速", "增幅")):
        return Naming(joined(base(subject), this.own), subject)
    of = object_of(subject) if this.own.endswith(("占比", "比重", "比例", "均")) else thing(subject)
    if len(of) >= 2 * WORD and len(this.own) > WORD:  # 新增运营里程30公里，总里程
        of = of.removesuffix(this.own[-WORD:])
    label = joined(of, this.own)
    return Naming(label, label)


def is_comparison(this: Mention) -> bool:
    """Return whether a clause only compares: 占30%."""
    return _COMPARISON.match(this.own) is not None


def comparison(this: Mention) -> Naming:
    """Return what is compared with what."""
    label = in_its_words(this)
    own = base(this.before.subject)
    if len(own) + len(label) > 2 * WORD**3:
        own = "" if _CAN.search(own) or verb_of(own) else own
    if label.startswith(_COMPARING) and own and len(own) + len(label) <= 3 * WORD**3:
        label = own + label
    return Naming(label, this.before.subject)


def scope(this: Mention) -> str:
    """Return the verb and the scope of a rank: 居全国 of 居全国第二."""
    text = this.sentence[this.quantity.start : this.quantity.end].partition("第")[0]
    verb = re.search("(?:位居|位列|名列|居|列|排名?)[^，。；、第]{0,8}$", this.pieces[-1])
    return f"{verb[0] if verb else '居' if text else ''}{text}"
