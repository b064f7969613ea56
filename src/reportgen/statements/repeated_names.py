"""What two figures have in common: kind, names, stage; and how it is told that they differ."""

from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache

from reportgen import patterns as re
from reportgen.language import _
from reportgen.lexicon.lists import either, lists
from reportgen.numbers.labels import shared
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Same
from reportgen.statements.statement import Origin, Period, Role, Statement
from reportgen.statements.things import things_of

_PAIR = 2
_FOLDED = {"名": "人", "位": "人", "场次": "场"}
GENERAL = re.compile(
    r"支出|收入|预算|决算|资金|经费|合计|总计|项目|年度|金额|情况|本年|全年|当年|年末|实际|其中|数量|指标|完成|平均|均价|单价|标准|每"
)
"""Words that name no thing."""
_OPENING = re.compile(r"(?P<name>[^\W\d_]{2,18})[：:]")
_NUMBER = re.compile(r"[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十]+、|\d+[.．、]")


def kind_of(each: Statement) -> str:
    """What may be one figure: people by any classifier, a bare number of a table by itself."""
    unit = each.quantity.kind
    return _FOLDED.get(unit, unit)


@lru_cache(maxsize=4096)
def names(each: Statement) -> str:
    """All words that say what a figure is; the heading above it is shared by everything that stands below it."""
    subject = each.subject if each.subject != each.passage.section else ""
    name = each.name.removeprefix(each.passage.section)
    behind = things_of(each) if each.origin is Origin.PROSE else ()
    return "\n".join(filter(None, (name, each.row, each.column, subject, each.label, *behind)))


def common(first: Statement, second: Statement) -> int:
    """How many characters the longest word has that the names of two figures share, general words left out."""
    others = _own_words(names(second))
    return max(len(shared(words, others)) for words in _own_words(names(first)).split("\n"))


@lru_cache(maxsize=4096)
def _own_words(words: str) -> str:
    return GENERAL.sub("\n", words)


def of_several(every: Sequence[Statement]) -> set[str]:
    """The names with three and more figures in running text: they say of each of several things what it has."""
    values: dict[str, set[Decimal]] = defaultdict(set)
    for each in every:
        if each.origin is Origin.PROSE and each.role is Role.AMOUNT:
            values[each.name].add(each.quantity.value)
    return {name for name, found in values.items() if len(found) > _PAIR}


def of_two_units(first: Statement, second: Statement) -> bool:
    """Whether the one is told below, or behind, the name of one unit and the other of another: 城关卫生院：床位80张."""
    names = [_unit_of(each) for each in (first, second)]
    return all(names) and names[0] != names[1]


def _unit_of(each: Statement) -> str:
    """The unit, or the project, that opens the paragraph, else that of its heading."""
    opening = _OPENING.match(each.passage.text)
    heading = _NUMBER.split(each.passage.section)[-1]
    return next((name for name in (opening["name"] if opening else "", heading) if _units().fullmatch(name)), "")


@cache
def _units() -> re.Pattern[str]:
    return re.compile(rf"[^\W\d_]{{2,16}}?(?:{either(lists('units')['单位'])}|项目|工程)")


def comparable(first: Statement, second: Statement) -> bool:
    """Whether two figures may be one: of one time, no change of the other, and not two of one sentence."""
    apart = first.passage is second.passage and (first.sentence == second.sentence or first.name != second.name)
    apart = apart or (first.origin is second.origin is Origin.PROSE and of_two_units(first, second))
    cells = first.origin is second.origin is Origin.CELL
    if cells and (first.row != second.row or not first.row):
        return False
    before = (first.period is Period.BEFORE) != (second.period is Period.BEFORE)
    told = any(each.origin is Origin.CELL and each.period is Period.BEFORE for each in (first, second))
    times = before and (told or Origin.CELL not in (first.origin, second.origin))
    roles = first.role is not second.role and {first.role, second.role} & {Role.CHANGE}
    return not apart and not times and not roles


def later(each: Statement, other: Statement) -> bool:
    """Whether it stands behind the other; what a table says is right."""
    if Origin.CELL in (each.origin, other.origin) and each.origin is not other.origin:
        return other.origin is Origin.CELL
    return (each.block, each.start) > (other.block, other.start)


def differ(first: Statement, second: Statement, proof: Proof, relation: str = "same") -> Claim:
    """The finding about the second of two figures of one thing, with the words of the first."""
    where = _where(first)
    note = _(
        "{where}写的是 {figure}（{name}）", where=where, figure=first.text, name=first.row or first.label or first.name
    )
    label = _("这里写的是 {typed}", typed=second.text)
    return Claim(relation, Same(first, second), False, proof, second, label, (note,))


def _where(each: Statement) -> str:
    if each.origin is Origin.CELL:
        return _("表格中")
    section = each.passage.section.rstrip("：:；。")
    return _("「{section}」中", section=section) if section else _("另一处")
