"""A figure of the running text whose name is a row of a table: it must be one of the figures of that row."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from reportgen import patterns as re
from reportgen.language import _
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.column_told import column_told
from reportgen.statements.equations import Same
from reportgen.statements.lexicon import alternation, lexicon
from reportgen.statements.repeats import STATED
from reportgen.statements.stages import stage_of
from reportgen.statements.statement import Period, Role, Statement
from reportgen.statements.table_slips import of_the_same_thing, slip

_PLAIN = re.compile(r"[（(][^）)]*[）)]|[“”\s]|^其中[:：]?|^[一二三四五六七八九十\d]+[、.．]")
_TAILS = re.compile(r"(?:支出|经费|资金|收入|数量|人数|数|费|指标|得分|得|率)+$")
_OF_RATE = re.compile(r"得分|完成|执行|占|增|控制|进度")
_GENERAL_ROW = re.compile(r"占比|比例|比重|金额|合计|小计|总计|数量|单价|累计进度|进度|完成率|执行率")
"""These name no thing."""
_TOTAL_ROW = re.compile("合计|总计|共计")
_SCORED = re.compile(r"得分|分值|权重")
_INCREASE = re.compile(
    r"(?:追加|调增|调减|核增|核减|增加|减少|压减|新增|收回|结转|结余|超支|节约)[^，。；：、\d（]{0,8}\d[\d,.]*[万亿]?元[，,（：]?"
    r"(?:其中|包括|包含|分别为|主要是|主要为|用于)[^。；]*$"
)
_LEAST, _FAR = 2, 20
_PART = re.compile("[^，]?其中的?有?|(?:其余|余下|剩下|另外?)的?[^，]{0,2}")
"""监测市民9,000人，为其中6,000人出具处方; 省下6.20万元，其余1.36万元是零星节约: some of what a row tells."""


def text_against_tables(prose: Sequence[Statement], cells: Sequence[Statement]) -> Iterator[Claim]:
    """Every figure of the text that a row of its name holds, and those that the row should hold and does not."""
    rows: dict[str, list[Statement]] = defaultdict(list)
    for cell in cells:
        if len(name := plain_name(cell.row)) >= _LEAST and not _GENERAL_ROW.fullmatch(name):
            rows[name].append(cell)
        if head := _head_of_total(cell):
            rows[head].append(cell)
    yield from of_the_same_thing(list(_told(prose, rows)))


def _told(prose: Sequence[Statement], rows: dict[str, list[Statement]]) -> Iterator[Claim]:
    """What each figure of the text is to the rows of its name."""
    known = [(row, _core(row), _without_tail(row)) for row in rows]
    named: dict[Statement, list[Statement]] = {}
    right: dict[Statement, Statement] = {}
    wrong: set[Statement] = set()
    for each in prose:
        if (
            each.quantity.bound in STATED
            and each.quantity.number > 0
            and each.role in (Role.AMOUNT, Role.RATE, Role.SHARE, Role.EACH)
            and not _PART.fullmatch(each.label)
        ):
            named[each] = [cell for name in _rows_of(each, known) for cell in rows[name] if _comparable(each, cell)]
            for claim in _of_row(each, named[each]):
                if not claim.holds and _is_of_an_increase(each):
                    continue
                yield claim
                right |= {each: claim.members[0]} if claim.holds else {}
                wrong |= set() if claim.holds else {each}
    for each, cell in column_told(named, right):
        if each not in wrong and not _is_of_an_increase(each):
            yield _differ(each, cell, Proof.LIKELY)


def _is_of_an_increase(each: Statement) -> bool:
    """年中追加214.35万元，包括司法救助资金17.50万元: a part of what was added, and not all that there is."""
    if not each.quantity.unit.endswith("元"):
        return False
    return bool(_INCREASE.search(_sentence(each)))


def _head_of_total(cell: Statement) -> str:
    """触达人次 of the line 合计: it goes by the head of its column, where that names a thing."""
    head = plain_name(cell.column.split(" ")[0])
    telling = len(head) > _LEAST and not _GENERAL_ROW.fullmatch(head)
    return head if telling and cell.quantity.kind != "%" and _TOTAL_ROW.fullmatch(plain_name(cell.row)) else ""


@lru_cache(maxsize=8192)
def _core(words: str) -> str:
    """What a name is of, without verbs and fillers at either end: 施划道路标线 and 道路标线施划 are 道路标线."""
    verbs = _verbs()
    name = plain_name(words)
    while True:
        shorter = verbs[1].sub("", verbs[0].sub("", name))
        if shorter == name:
            return name
        name = shorter


@cache
def _verbs() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = alternation((*lexicon().lists["动词"], *lexicon().concepts))
    return re.compile(rf"^(?:{words})"), re.compile(rf"(?:{words})$")


def plain_name(words: str) -> str:
    """The name of a row without brackets, quotes, its number and 其中."""
    return _PLAIN.sub("", words)


@lru_cache(maxsize=8192)
def _without_tail(name: str) -> str:
    return _TAILS.sub("", name)


def _of_row(each: Statement, cells: Sequence[Statement]) -> Iterator[Claim]:
    if not cells:
        return
    right = next((cell for cell in cells if Same(cell, each).holds or _bare(cell, each)), None)
    if right is not None:
        yield Claim("text_table", Same(right, each), True)
        return
    for cell in cells:
        if (proof := slip(each, cell)) and _same_head(each, cell) and not _is_general(cell, proof):
            yield _differ(each, cell, proof)
            return
    core = _core(each.label)
    exact = [
        cell
        for cell in cells
        if _same_head(each, cell)
        and not _of_two_budgets(each, cell)
        and (
            plain_name(cell.row) in (plain_name(each.name), plain_name(each.label))
            or (len(core) >= _LEAST and _core(cell.row) == core and _of_one_stage(each, cell))
            or _is_named_before(each, cell)
        )
    ]
    if (
        len({cell.quantity.value for cell in exact}) == 1
        and each.exact is exact[0].exact  # 满意度96.1% and the target ≥95% are no one figure
        and each.period is Period.NOW
        and each.planned is exact[0].planned
        and exact[0].quantity.value / 2 <= each.quantity.value <= exact[0].quantity.value * 2
    ):
        yield _differ(each, exact[0], Proof.LIKELY)


def _is_general(cell: Statement, proof: Proof) -> bool:
    """合计 below 实际支出: of such totals there are many, and only two digits exchanged tell which one is meant."""
    total = _TOTAL_ROW.fullmatch(plain_name(cell.row))
    return bool(total) and plain_name(cell.column.split(" ")[0]) in lexicon().concepts and proof is not Proof.CERTAIN


def _bare(cell: Statement, each: Statement) -> bool:
    """Whether a cell of a table that names no unit states the same number."""
    return not cell.quantity.unit and not cell.quantity.scale and cell.quantity.number == each.quantity.number


def _rows_of(each: Statement, rows: Sequence[tuple[str, str, str]]) -> list[str]:
    """The rows whose name the figure bears: its label ends with it, or its subject is it; the longest names first."""
    label, subject = plain_name(each.label), plain_name(each.subject)
    name = plain_name(each.name)
    core, tail = _core(each.label), _without_tail(label)
    found = [
        row
        for row, row_core, row_tail in rows
        if (len(core) >= _LEAST and core == row_core)
        or row in label
        or row in name
        or (row in subject and len(row) > _LEAST)
        or (len(tail) >= _LEAST and tail == row_tail)
        or (len(row) > _LEAST and row in _words_before(each))
    ]
    return sorted(found, key=len, reverse=True)[:4]


def _words_before(each: Statement) -> str:
    """渔港维护，执行率65.00%; 三献宣传最低，为94.19%: the words since the figure before, where it is a rate."""
    if each.quantity.kind != "%":
        return ""
    text = each.passage.text
    ends = [number.end for number in each.passage.numbers if number.end <= each.start]
    begin = max(ends[-1] if ends else 0, text.rfind("。", 0, each.start) + 1, each.start - _FAR)
    return text[begin : each.start]


def _is_named_before(each: Statement, cell: Statement) -> bool:
    """另一处是渔港维护，执行率65.00%: the name right before a rate that goes by the head of the column."""
    row, words = plain_name(cell.row), _words_before(each)
    head = cell.column.split(" ")[0]
    named = (
        len(row) > _LEAST and words.rfind(row) >= 0 and len(words) - words.rfind(row) - len(row) <= len(head) + _LEAST
    )
    return named and len(head) > _LEAST and head in each.label


def _comparable(each: Statement, cell: Statement) -> bool:
    kinds = each.quantity.kind, cell.quantity.kind
    people = {"人", "名", "位"}
    alike = kinds[0] == kinds[1] or (not kinds[1] and kinds[0] != "%") or set(kinds) <= people
    spelt = not any(char.isdecimal() for char in each.text) and cell.quantity.decimals  # 四个指标 are no 4.50
    return bool(alike and not spelt) and (
        cell.quantity.unit != "元" or cell.quantity.scale == each.quantity.scale or bool(cell.quantity.implied)
    )


def _same_head(each: Statement, cell: Statement) -> bool:
    """Whether the column is of the same stage: a budget against a budget, where both say so; rates of one name."""
    if each.period is not cell.period:
        return False
    if cell.quantity.kind == "%":
        head = _OF_RATE.search(cell.column.split(" ")[0])
        return head is None or head[0] in each.label or (len(each.label) <= _LEAST and head[0] in _sentence(each))
    if _SCORED.search(cell.column.split(" ")[0]) and each.quantity.unit != "分":
        return False
    words = [plain_name(each.label), f"{cell.row} {cell.column}"]
    if any(("收入" in one) and "收入" not in other and "支出" in other for one, other in (words, words[::-1])):
        return False
    families = [stage_of(statement.concept) for statement in (each, cell)]
    return families[0] == families[1] or (not families[1] and families[0] != "预算") or not families[0]


def _sentence(each: Statement) -> str:
    """The words of its sentence before it."""
    text = each.passage.text
    return text[text.rfind("。", 0, each.start) + 1 : each.start]


def _of_one_stage(each: Statement, cell: Statement) -> bool:
    """Whether a budget stands beside a budget; of money that names no stage nobody knows."""
    return not each.quantity.unit.endswith("元") or stage_of(each.concept) == stage_of(cell.concept) != ""


def _of_two_budgets(each: Statement, cell: Statement) -> bool:
    """Whether one is the budget of the beginning of the year and the other what became of it."""
    return {each.concept, cell.concept} == {"年初预算", "全年预算"}


def _differ(each: Statement, cell: Statement, proof: Proof) -> Claim:
    words = " ".join(filter(None, (cell.row, cell.column)))
    note = _("表格「{words}」是 {figure}", words=words, figure=cell.text)
    label = _("与表格不符：{figure}", figure=cell.text)
    return Claim("text_table", Same(cell, each), False, proof, each, label, (note,))
