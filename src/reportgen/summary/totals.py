"""The money of the whole unit where no field says it: what prose and the last line of a table state.

Only what is said plainly: before the figure stands nothing but the concept, words of time and the unit's own name, and
no figure of the same concept is larger, since no part is larger than the whole.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from reportgen import patterns as re
from reportgen.lexicon.lists import either, lists
from reportgen.rules.scene import Scene
from reportgen.statements.lexicon import lexicon
from reportgen.statements.statement import Period, Role, Statement
from reportgen.summary.entries import Amount, Measure, Source

_CONCEPTS: Mapping[str, Measure] = {
    "年初预算": Measure.INITIAL,
    "全年预算": Measure.BUDGET,
    "决算": Measure.SPENT,
}
_COLUMNS: Mapping[str, Measure] = {**_CONCEPTS, "到位": Measure.RECEIVED}
_TOTALS = re.compile(r"(?:合计|总计|支出合计|本年支出合计|年度资金总额|资金总额)")
_YEAR = re.compile(r"20\d\d年?度?(?:末|终|底)?|截至|[0-9]+[月日]")
_HEADING = re.compile(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|[0-9]+[.．、]")
_INCOME, _BALANCE = "收入", "总计"
"""Beside 收入总计 支出总计 has what is carried over in it, so that both are as much."""
_ACCOUNTS = "决算"
"""The 年初预算 of 决算公开 is that of 财政拨款, unless the document speaks of an adjusted budget, too."""
_ABOUT = 3
"""By how many times a budget and what was spent of it may differ."""
_MOST = 16
"""Characters of a label; a longer one says something of its own."""


def whole_amounts(scene: Scene, unit: str) -> list[Amount]:
    """年初预算, 全年预算 and 支出 of the whole unit as prose states them; of two different figures the larger."""
    stated = list(_stated(scene))
    balanced = any(_BALANCE in each.label and (each.concept == _INCOME or "均" in each.label) for each in stated)
    money = [each for each in stated if each.concept in _CONCEPTS and not (balanced and _BALANCE in each.label)]
    found: dict[Measure, Amount] = {}
    for concept, measure in _CONCEPTS.items():
        own = [each for each in money if each.concept == concept]
        largest = max((each.quantity.value for each in own), default=None)
        for each in own:
            if each.quantity.value == largest and _is_whole(each, unit) and measure not in found:
                found[measure] = _amount(measure, each, Source.PROSE)
    if spent := found.get(Measure.SPENT):
        for amount in _beside_in_tables(scene, spent):
            found.setdefault(amount.measure, amount)
    if _ACCOUNTS in scene.document.metadata.title and Measure.BUDGET not in found:
        found.pop(Measure.INITIAL, None)
    return _plausible(found)


def _beside_in_tables(scene: Scene, spent: Amount) -> Iterator[Amount]:
    """What the line of totals says in the other columns of a table in which it says what prose says was spent."""
    for grid in scene.ledger.grids:
        for row in {row for row, _column in grid.figures}:
            cells = [each for (at, _column), each in grid.figures.items() if at == row and _TOTALS.fullmatch(each.row)]
            measures = [(_COLUMNS.get(lexicon().concept(each.column)), each) for each in cells]
            if any(measure is Measure.SPENT and each.quantity.value == spent.value for measure, each in measures):
                yield from (_amount(measure, each, Source.WHOLE) for measure, each in measures if measure)


def _stated(scene: Scene) -> Iterator[Statement]:
    """The amounts of money of this year that prose states as they are; what only changed or was planned is none."""
    for each in scene.ledger.prose:
        money = each.quantity.unit == "元" and each.role is Role.AMOUNT and each.exact
        if money and each.period is Period.NOW and not each.planned and not each.depth:
            yield each


def _is_whole(each: Statement, unit: str) -> bool:
    """Whether nothing but the unit is spoken of: neither by its label nor by what the sentence or heading names."""
    subject = each.subject
    about = subject in each.label or bool(_HEADING.match(subject)) or _is_bare(subject, unit)
    return about and _is_bare(each.label, unit)


def _is_bare(label: str, unit: str) -> bool:
    """Whether it says nothing of its own beside the concept."""
    words = _YEAR.sub("", label.replace(unit, "") if unit else label)
    return len(label) <= _MOST + len(unit) and not _words().sub("", words).strip("，：:、 （）()")


@cache
def _words() -> re.Pattern[str]:
    named = lexicon()
    concepts = [word for word, concept in named.concepts.items() if concept in (*_CONCEPTS, "预算")]
    return re.compile(either([*lists("summary")["整体"], *concepts]))


def _plausible(found: dict[Measure, Amount]) -> list[Amount]:
    """What is spent is about what there was: where a budget is not, it is that of a part."""
    spent = found.get(Measure.SPENT) or found.get(Measure.BUDGET)
    if spent is None:
        return list(found.values())
    return [
        each for each in found.values() if spent.value <= each.value * _ABOUT and each.value <= spent.value * _ABOUT
    ]


def _amount(measure: Measure, each: Statement, source: Source) -> Amount:
    return Amount(measure, each.quantity.value, each.text, each.place, source)
