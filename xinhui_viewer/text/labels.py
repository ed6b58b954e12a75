"""Label figures: by the words of the clause that name the subject, or by the subject that the sentence has before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from xinhui_viewer.records import FigureKind
from xinhui_viewer.text.label_carried import carried
from xinhui_viewer.text.label_forms import balanced
from xinhui_viewer.text.label_harm import caused, further_harm, is_caused, is_further_harm
from xinhui_viewer.text.label_laws import custody, fine, is_custody, is_fine, is_reckoned, is_term, reckoned, term
from xinhui_viewer.text.label_mentions import Mention, Naming, mention
from xinhui_viewer.text.label_own import deed, is_deed, new_subject
from xinhui_viewer.text.label_rows import (
    is_next_of_pair,
    is_one_of_row,
    is_origin,
    is_paired,
    is_parallel,
    next_of_pair,
    one_of_row,
    origin,
    paired,
    parallel,
)
from xinhui_viewer.text.label_sides import (
    distance,
    extent,
    is_distance,
    is_extent,
    is_lasting,
    is_peak,
    is_side,
    lasting,
    peak,
    side,
)
from xinhui_viewer.text.label_subjects import (
    attribute,
    change_of_subject,
    comparison,
    is_attribute,
    is_bare_change,
    is_comparison,
    is_earlier,
    is_level,
    is_now,
    is_part_of_subject,
    is_rank,
    is_rank_of_subject,
    is_then,
    part_of_subject,
    rank_in_its_words,
    rank_of_subject,
    same,
    then,
)
from xinhui_viewer.text.label_words import marked, shortened, unmarked
from xinhui_viewer.text.quantities import Quantity


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
    before, given, sentence = Naming("", ""), list[str](), marked(sentence)
    for at in range(len(found)):
        this = mention(sentence, found, kinds, at, before, given)
        for rule in RULES:  # the last fits every mention
            if rule.fits(this):
                break
        naming = rule.naming(this)
        label = balanced(unmarked(carried(shortened(naming.label), this)))
        given.append(label)
        before = naming._replace(label=label, subject=label if naming.subject == naming.label else naming.subject)
        yield label, rule


RULES: tuple[Rule, ...] = (
    Rule("a fine, 处三万元罚款", is_fine, fine),
    Rule("a time of custody, 处五日以下拘留", is_custody, custody),
    Rule("a time that a law reckons with, 按二十年计算", is_reckoned, reckoned),
    Rule("a term, 之日起十五日内申请", is_term, term),
    Rule("the first of several subjects, A、B分别下降1%、2%", is_paired, paired),
    Rule("the next of several subjects", is_next_of_pair, next_of_pair),
    Rule("a value then, 由去年的7%降至4%", is_then, then),
    Rule("a value now", is_now, same),
    Rule("what it was at another time, 相比2024年的99款", is_earlier, same),
    Rule("a level of the subject, 突破40起，达到42起", is_level, same),
    Rule("a change of the subject, 同比增长8%", is_bare_change, change_of_subject),
    Rule("a rank of the subject, 居全省第三", is_rank_of_subject, rank_of_subject),
    Rule("further harm of an event, 另有2人受伤", is_further_harm, further_harm),
    Rule("where those come from, 来自20个国家的100名选手", is_origin, origin),
    Rule("one of a row, 服务站58个、12处广场", is_one_of_row, one_of_row),
    Rule("another thing of its verb, 办理议案5项、建议8件", is_parallel, parallel),
    Rule("a share or rank of the subject, 达96%", is_part_of_subject, part_of_subject),
    Rule("a thing by its extent, 全长9公里的公路", is_extent, extent),
    Rule("a rank of its own, 产量居全省第三", is_rank, rank_in_its_words),
    Rule("an attribute of the subject, 办结率", is_attribute, attribute),
    Rule("a comparison, 占30%", is_comparison, comparison),
    Rule("a peak of what stands before, 期限最长十年", is_peak, peak),
    Rule("how long something went on, 产量连续八年增长", is_lasting, lasting),
    Rule("how far something is, 距县城7公里的村庄", is_distance, distance),
    Rule("a side of the subject, 南北宽240公里", is_side, side),
    Rule("a verb of what stands before, 受理投诉9件，解决8件", is_deed, deed),
    Rule("what an event caused, 造成3人死亡", is_caused, caused),
    Rule("a subject of its own", lambda this: True, new_subject),
)
