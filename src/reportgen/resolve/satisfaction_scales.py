"""What the options of a question about satisfaction are worth: 赋分 as it is written, or the usual points."""

from collections.abc import Mapping as Mapping_
from decimal import Decimal

from reportgen.diagnostics.text_kinds import QUESTIONNAIRE
from reportgen.language import _
from reportgen.lexicon.lists import lists
from reportgen.model.questionnaire import Option
from reportgen.place import Place, Written
from reportgen.record import replace
from reportgen.resolve.quantities import read_fact
from reportgen.source.expect import Expect, did_you_mean
from reportgen.source.node import Node

POINTS, SATISFIED = "赋分", "算满意"
_NOT_COUNTED, _SATISFIED = "不计", "满意"
_MOST = 100


def worth(
    options: list[Option], points: Node | None, satisfied: Node | None, expect: Expect, place: Place
) -> list[Option]:
    """The options with their points and whether they count as satisfied; what is wrong is told."""
    names = [option.name for option in options]
    known = _points(points, expect) if points is not None else _usual(names)
    if not any(name in known for name in names):
        label = _("不知道这些选项各值多少分：{options}", options=_("、").join(names))
        fix = _(
            "加一行「赋分: {example}」；没有表态的选项不写", example="{非常满意: 100, 满意: 80, 一般: 60, 不满意: 0}"
        )
        expect.report(QUESTIONNAIRE, place, label, fix)
    chosen = _chosen(satisfied, names, expect) if satisfied is not None else set(filter(_is_satisfied, names))
    return [replace(each, points=known.get(each.name), satisfied=each.name in chosen) for each in options]


def _points(node: Node, expect: Expect) -> Mapping_[str, Decimal]:
    mapping = expect.mapping(node, POINTS)
    found: dict[str, Decimal] = {}
    for entry in mapping or ():
        fact = read_fact((POINTS, entry.key.text), entry.value, expect, "分")
        number = fact.quantity.number if fact and fact.quantity else None
        if fact and number is not None and not 0 <= number <= _MOST:
            expect.report(QUESTIONNAIRE, fact.place, _("分数写 0 到 100，最满意的写 100"))
        found |= {entry.key.text: number} if number is not None else {}
    return found


def _usual(names: list[str]) -> Mapping_[str, Decimal]:
    """The points of a scale that is in general use; none for other options."""
    scales = lists("questionnaires")
    asked = {name for name in names if name not in scales[_NOT_COUNTED]}
    for words in (words for name, words in scales.items() if name not in (_NOT_COUNTED, _SATISFIED)):
        pairs = dict(word.split("/") for word in words)
        if asked == pairs.keys():
            return {option: Decimal(points) for option, points in pairs.items()}
    return {}


def _chosen(node: Node, names: list[str], expect: Expect) -> set[str]:
    chosen = [each for each in expect.sequence(node, SATISFIED) if isinstance(each, Written)]
    for each in chosen:
        if each.text not in names:
            label = _("选项里没有「{name}」", name=each.text)
            expect.report(QUESTIONNAIRE, each.place, label, did_you_mean(each.text, names))
    return {each.text for each in chosen}


def _is_satisfied(name: str) -> bool:
    return name.endswith(lists("questionnaires")[_SATISFIED]) and "不" not in name
