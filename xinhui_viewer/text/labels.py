"""Label figures: by the words of the clause that name the subject, without those that only lead to the number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from xinhui_viewer.records import FigureKind
from xinhui_viewer.text.changes import CHANGE, CHANGES
from xinhui_viewer.text.quantities import Quantity

_BOUNDARY = re.compile(r"[，。；,;：:！？!?\n（）()]")
_OPENING = re.compile(
    r"^(?:[\s、和及与并且又还则将把也”]|其中|同时|其(?!他)|[一二三四五六七八九十]{1,2}是|目前|日前|此外|另外|累计|共计|总共|全年|分别|已经|已|共|正|仅|使得?|对|"
    r"(?:今年|去年|上年|当年|\d{4}年)(?:以来|起|底|前\d+个月|\d+[-—]\d+月份?)?|前\d+个月|\d+[-—]\d+月份?|截至[^，。]{0,12}[日月年末底])+"
)
# The characters its words can begin with: comparing one is cheaper than trying each word at each place.
_CLOSES = r"(?=[\s、的了已共计达到至为是有约近超突逾累总合分位名排居列在由从携每以等各较实成稳历提降升增减调保不])"
_CLOSING = re.compile(
    rf"{_CLOSES}(?:[\s、的了]|已|共|计|达到|达|到|至|为|是|有|约|近|超|超过|突破|逾|累计|共计|总计|合计|分别|位居|位列|名列|排名|居|列|在|由|从|携|每年|以|"
    r"等|各|较|实现了?(?=$)|成为|稳定|历史性|提升至|降至|升至|增加到|减少到|降低到|降低至|提升到|提高到|调整为|保持|不低于|不得低于)+$"
)
_NOUN = re.compile(
    r"[^，。；,;：:！？!?\n（）()、\d]+?(?=[，。；,;：:！？!?\n（）()、\d]|和|及|以及|并|在|从|被|通过|亮相|入选|参加|实现|累计|自发|分布|将|获|全部|完成|$)"
)
_JOINING = re.compile(r"[、和及与或者\s]*")
_COMPARISON = re.compile("占|同比|环比|增速|年增长率")
_LONGEST = 28
_BEHIND = 16  # characters behind a quantity within which its noun ends
_WORD = 2  # characters that mean something by themselves
_PAIRED = 60  # characters before a quantity within which 分别 pairs it with a subject
# How far back a clause is read: none that a person wrote is longer, and no text takes more than linear time.
_REACH = 80


class Mention(NamedTuple):
    """A quantity with the words around it: the evidence that rules judge by.

    ``pieces`` are the clauses since the previous quantity, ``own`` the words of the last one; ``before`` is the label
    of the previous quantity, ``subject`` the subject of the sentence.
    """

    sentence: str
    found: Sequence[Quantity]
    kinds: Sequence[FigureKind]
    at: int
    pieces: Sequence[str]
    own: str
    before: str
    subject: str

    @property
    def joins(self) -> bool:
        """Return whether only 、 or 和 separates the quantity from the previous one."""
        return self.at > 0 and _JOINING.fullmatch(self.pieces[-1]) is not None

    @property
    def noun(self) -> str:
        """Return the word behind the quantity; empty when there is none."""
        end = self.found[self.at].end
        following = self.found[self.at + 1].start if self.at + 1 < len(self.found) else len(self.sentence)
        match = _NOUN.match(self.sentence[end : min(following, end + _BEHIND)].removeprefix("的").lstrip())
        return match[0] if match else ""


class Naming(NamedTuple):
    """The label of a quantity, and the subject of the sentence from there on."""

    label: str
    subject: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: the mentions it fits, and their naming."""

    name: str
    fits: Callable[[Mention], bool]
    naming: Callable[[Mention], Naming]


def labels(sentence: str, found: Sequence[Quantity], kinds: Sequence[FigureKind]) -> list[str]:
    """Return the label of each quantity of a sentence, whose offsets are in it."""
    return [label for label, _rule in explained(sentence, found, kinds)]


def explained(sentence: str, found: Sequence[Quantity], kinds: Sequence[FigureKind]) -> Iterator[tuple[str, Rule]]:
    """Yield the label of each quantity of a sentence, and the rule that made it."""
    label = subject = ""
    for at in range(len(found)):
        mention = _mention(sentence, found, kinds, at, label, subject)
        for rule in RULES:  # the last fits every mention
            if rule.fits(mention):
                break
        named, subject = rule.naming(mention)
        label = _short(named)
        yield label, rule


def _mention(
    sentence: str, found: Sequence[Quantity], kinds: Sequence[FigureKind], at: int, before: str, subject: str
) -> Mention:
    quantity = found[at]
    last = found[at - 1].end if at else 0
    pieces = _BOUNDARY.split(sentence[max(last, quantity.start - _REACH) : quantity.start])
    return Mention(sentence, found, kinds, at, pieces, _trimmed(pieces[-1]), before, subject)


def _is_one_of_subjects(mention: Mention) -> bool:
    if not mention.joins or not mention.before:
        return False
    previous, quantity = mention.found[mention.at - 1], mention.found[mention.at]
    return "分别" in mention.sentence[max(0, previous.start - _PAIRED) : quantity.start]


def _one_of_subjects(mention: Mention) -> Naming:
    return Naming(_shared(mention.sentence, mention.found, mention.at), mention.subject)


def _is_bare_change(mention: Mention) -> bool:
    piece = mention.pieces[-1]
    match = CHANGE.search(piece.strip()) if CHANGES.search(piece) else None
    return match is not None and len(_trimmed(piece[: match.start()])) < _WORD


def _change_of_subject(mention: Mention) -> Naming:
    subject = mention.subject or _clause(mention.pieces[:-1])
    return Naming(_joined(_base(subject), mention.own), subject)


def _is_one_of_row(mention: Mention) -> bool:
    return mention.joins and mention.kinds[mention.at] == mention.kinds[mention.at - 1]


def _one_of_row(mention: Mention) -> Naming:
    noun = mention.noun
    return Naming(_joined(_verb(mention.before), noun) if noun else mention.before, mention.subject)


def _is_part_of_subject(mention: Mention) -> bool:
    return mention.kinds[mention.at] in ("rank", "percent") and len(mention.own) < _WORD and mention.subject != ""


def _part_of_subject(mention: Mention) -> Naming:
    return Naming(_joined(_base(mention.subject), mention.own), mention.subject)


def _is_comparison(mention: Mention) -> bool:
    return _COMPARISON.match(mention.own) is not None


def _comparison(mention: Mention) -> Naming:
    return Naming(_in_its_words(mention), mention.subject)


def _new_subject(mention: Mention) -> Naming:
    label = _in_its_words(mention)
    return Naming(label, label)


def _in_its_words(mention: Mention) -> str:
    shared = "分别" in mention.pieces[-1] and _shared(mention.sentence, mention.found, mention.at)
    label = shared or mention.own or _clause(mention.pieces[:-1])
    return _joined(label, mention.noun)


RULES: tuple[Rule, ...] = (
    Rule("one of several subjects, A、B分别下降1%、2%", _is_one_of_subjects, _one_of_subjects),
    Rule("a change of the subject, 同比增长8%", _is_bare_change, _change_of_subject),
    Rule("one of a row, 服务站58个、12处广场", _is_one_of_row, _one_of_row),
    Rule("a share or rank of the subject, 达96%", _is_part_of_subject, _part_of_subject),
    Rule("a comparison, 占30%", _is_comparison, _comparison),
    Rule("a subject of its own", lambda mention: True, _new_subject),
)


def _short(label: str) -> str:
    """Return the end of a label that is too long, from the beginning of a word where punctuation shows one."""
    return label if len(label) <= _LONGEST else re.split("[、”》]", label[-_LONGEST:], maxsplit=1)[-1]


def _clause(pieces: Sequence[str]) -> str:
    return next((text for piece in reversed(pieces) if len(text := _trimmed(piece)) > 1), "")


def _trimmed(text: str) -> str:
    return _OPENING.sub("", _CLOSING.sub("", text.strip()))


def _base(subject: str) -> str:
    """Return a subject without its latest change."""
    match = CHANGE.search(subject) if CHANGES.search(subject) else None
    return subject[: match.start()] if match and match.start() > 1 else subject


def _verb(label: str) -> str:
    match = re.match(
        r"(?:办理|提请审议|打掉|审议|建成|新增|完成|培育|应对|造成|实现|平均压减|发现|推进|查处|建立)", label
    )
    return match[0] if match else ""


def _joined(first: str, second: str) -> str:
    return first if second and second in first else first + second


def _shared(sentence: str, found: Sequence[Quantity], at: int) -> str:
    """Return the subject that 分别 pairs with the quantity: the second of A、B分别下降1%、2% is B下降."""
    where = sentence.rfind("分别", max(0, found[at].start - _REACH), found[at].start)
    if where < 0:
        return ""
    position = sum(where < quantity.start for quantity in found[max(0, at - 20) : at])
    clause = _BOUNDARY.split(sentence[max(0, where - _REACH) : where])[-1]
    names = [part for part in re.split("[、和及与]", _OPENING.sub("", clause)) if part]
    verb = _CLOSING.sub("", sentence[where + 2 : found[at - position].start]).strip() if position <= at else ""
    if position >= len(names):
        return _trimmed(clause) + verb
    shared = names[-1][2:] if position < len(names) - 1 and len(names[position]) <= 4 < len(names[-1]) else ""
    return names[position] + shared + verb
