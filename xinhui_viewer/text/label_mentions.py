"""A quantity with the words around it: the evidence that the rules for labels judge by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from xinhui_viewer.records import FigureKind
from xinhui_viewer.text.label_nouns import ASIDE, BY_EXTENT, COUNTED, STOPS, noun, people, without_measure
from xinhui_viewer.text.label_pairs import Pairing
from xinhui_viewer.text.label_words import clauses, marked, trimmed
from xinhui_viewer.text.quantities import Quantity

# How far back a clause is read: none that a person wrote is longer, and no text takes more than linear time.
REACH = 80
_BEHIND = 20  # characters behind a quantity within which its noun ends
_JOINING = re.compile(r"[、和及与或者\s]*")
_APART = ("、", "", " ", "和", "及", "与", "或")
_LISTS = re.compile("、|(?:和|及|以及|或者)$")
_CLAUSE = re.compile(rf"[^{STOPS}]*")


class Naming(NamedTuple):
    """The label of a quantity, and what the sentence is about from there on."""

    label: str
    subject: str
    pairing: Pairing = Pairing()


class Mention(NamedTuple):
    """A quantity with the words around it.

    ``pieces`` are the clauses since the previous quantity, ``own`` the words of the last one; ``before`` is the naming
    of the previous quantity, ``earlier`` the labels of the sentence so far.
    """

    sentence: str
    found: Sequence[Quantity]
    kinds: Sequence[FigureKind]
    at: int
    pieces: Sequence[str]
    own: str
    before: Naming
    earlier: Sequence[str] = ()

    @property
    def quantity(self) -> Quantity:
        """Return the quantity itself."""
        return self.found[self.at]

    @property
    def kind(self) -> FigureKind:
        """Return the kind of the quantity."""
        return self.kinds[self.at]

    @property
    def joins(self) -> bool:
        """Return whether only 、 or 和 separates the quantity from the previous one."""
        return self.at > 0 and len(self.pieces) == 1 and _JOINING.fullmatch(self.pieces[-1]) is not None

    @property
    def follows(self) -> bool:
        """Return whether the words before the quantity begin with the noun of the previous one."""
        return self.at > 0 and len(self.pieces) == 1 and self.pieces[0][:1] not in _APART

    @property
    def behind(self) -> str:
        """Return the words behind the quantity, up to the next one or as far as a noun can reach."""
        end = self.quantity.end
        following = self.found[self.at + 1].start if self.at + 1 < len(self.found) else len(self.sentence)
        return self.sentence[end : min(following, end + _BEHIND)]

    @property
    def noun(self) -> str:
        """Return the word behind the quantity; empty when there is none."""
        behind, end = self.behind, self.quantity.end
        if self.at + 1 < len(self.found) and BY_EXTENT.fullmatch(behind):  # 13列时速120公里的列车
            last = self.found[self.at + 1].end
            if self.sentence.startswith("的", last):
                behind, end = self.sentence[last : last + _BEHIND], last
        end += len(behind)
        if self.quantity.unit in ("名", "位") and (who := people(behind)):
            return who
        found = noun(behind, self.sentence[end : end + 1] if len(behind) == _BEHIND else "", self.kind == "count")
        return without_measure(found) if self.leads_on and self.kind == "count" else found

    @property
    def leads_on(self) -> bool:
        """Return whether the clause goes on to a number of another kind: 10个商圈客流量增长5%."""
        if (
            self.kind not in ("count", "duration")
            or self.at + 1 == len(self.found)
            or self.kinds[self.at + 1] == "count"
        ):
            return False
        gap = self.sentence[self.quantity.end : self.found[self.at + 1].start]
        return len(gap) <= 2 * _BEHIND and not any(stop in gap for stop in STOPS)

    @property
    def phrase(self) -> str:
        """Return the rest of the clause behind the quantity, which it is the subject of; numbers left out."""
        end = self.quantity.end
        if (counted := self.noun) and self.sentence.startswith(f"{counted}的", end) and COUNTED.match(f"{counted}的"):
            return counted
        match = _CLAUSE.match(self.sentence, end, end + 2 * _BEHIND)
        last, said = end, ""
        for quantity in self.found[self.at + 1 : self.at + 3]:
            if match and quantity.start < match.end():
                said += self.sentence[last : quantity.start]
                last = quantity.end
        said += self.sentence[last : match.end()] if match else ""
        said = ASIDE.sub("", said)
        return re.sub("^(?:的|是|为)+|[的了]+$", "", said.replace("的", "", 1) if last > end else said).strip()


def mention(
    sentence: str,
    found: Sequence[Quantity],
    kinds: Sequence[FigureKind],
    at: int,
    before: Naming,
    earlier: Sequence[str],
) -> Mention:
    """Return the mention of a quantity of a sentence."""
    quantity = found[at]
    last = found[at - 1].end if at else 0
    pieces = clauses(sentence[max(last, quantity.start - REACH) : quantity.start])
    if at and len(pieces) == 1 and pieces[0][:1] not in _APART:
        pieces[0] = _behind_noun(pieces[0])
    return Mention(sentence, found, kinds, at, pieces, trimmed(pieces[-1]), before, earlier)


def _behind_noun(gap: str) -> str:
    """Return the words behind the noun of the previous quantity, as far as a sign shows it: 、定制 of 助学金、定制."""
    match = _LISTS.search(marked(gap))
    return gap[match.start() :] if match else gap
