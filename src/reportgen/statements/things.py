"""What a figure is of, in words: before it, behind it, before its bracket, without verbs and words of amount."""

from functools import cache, lru_cache

from reportgen import patterns as re
from reportgen.lexicon.lists import either
from reportgen.numbers.clauses import begin_of
from reportgen.numbers.labels import shared
from reportgen.statements.lexicon import lexicon
from reportgen.statements.stages import stage_of
from reportgen.statements.statement import Origin, Role, Statement

_BEHIND = re.compile(r"(?:（[套个次件组]）)?的?(?P<name>[^，。；：、（）()\d“”]{1,12})")
OF_MEMBERS = re.compile("[中里内](?![学心医药央小国等级型程级])|之中|均|都|全部|全都|一律|逐")
"""742件信访中, 38扇闸门均: behind it stands what is told of the members."""
_WORKED_OUT = re.compile("(?:计算|测算|估算|核算|折算).*")
_PLANNED = re.compile(
    r"""
    (?:计划|目标|任务[是为]?|原定|拟)(?P<name>[^\W\d_]{2,14})  # 计划更换设备
    \d[\d,.]*万?(?P<unit>[^\W\d_]{1,3})，                    # 400台，
    (?:(?:\d+[—–\-~～至])?\d+月[底份]?)?[^\W\d_]{1,7}$        # 1—9月换好
    """,
    re.VERBOSE,
)
_STILL = re.compile(r"(?P<of>[^\W\d_]{2,16}?)(?:没有|没|未|不)(?:变|动|作?调整|改变)，(?:仍|还)[为是]$")
"""项目总预算不变，仍为6,900.00万元."""
_BEFORE_BRACKET = re.compile(r"(?P<name>[^，。；：、（）()\d]{1,16})[（(]$")
_BRACKET = re.compile("（[^（）]*）$")
_HEAD = re.compile("数|额|量|标准|预算|支出|计划|完成|金额|单价")
"""Heads of columns of figures, which say what is below them."""
_RATE = re.compile(r"(?P<name>[^\W\d_]{2,}(?:率|满意度|盖度|安全感|获得感|幸福感|知晓度|认可度|美誉度))")
_OF_MONEY = re.compile(r"的?(?P<name>[^\W\d_]{2,4})")
_LEAD = re.compile(r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*)?(?P<name>[^\W\d_]{2,12})[。：:]")
_TO_RATE = re.compile("^(?:明年|下年|下一步|今后|力争|争取|确保|努力|使|总体|全年|本年|年末|[和及与按以将把])+")
"""明年力争流通率, 总体满意度: what leads to the name."""
_LONG, _SHORT, _FEW, _FAR = 18, 3, 2, 28
_IS = ("为", "是")


@lru_cache(maxsize=4096)
def things_of(each: Statement) -> tuple[str, ...]:
    """The words of what it is of; of a rate its name."""
    words = _words_of(each)
    if each.role is Role.RATE:
        return tuple(name for piece in words for name in _rates(piece))
    found = tuple(dict.fromkeys(name for piece in (*words, _planned_before(each)) for name in nouns(piece)))
    if found or each.origin is not Origin.PROSE or stage(each):
        return found
    return nouns(_clause_before(each)) or nouns(_lead(each))


@lru_cache(maxsize=4096)
def stage(each: Statement) -> str:
    """Whether money was planned, spent or received, as the words before it say; else those behind it."""
    if each.concept or each.origin is Origin.CELL:
        return stage_of(each.concept)
    text = each.passage.text
    still = _STILL.search(text, max(0, each.start - _FAR), each.start) if text.endswith(_IS, 0, each.start) else None
    if still:
        return stage_of(lexicon().concept(still["of"]))
    behind = _OF_MONEY.match(text, each.end)
    words = lexicon()
    named = (behind["name"][:size] for size in range(len(behind["name"]), 1, -1)) if behind else ()
    return next((stage_of(words.concepts[name]) for name in named if name in words.concepts), "")


def _words_of(each: Statement) -> tuple[str, str]:
    if each.origin is Origin.CELL:
        row = _BRACKET.sub("", each.row)
        return row, "" if is_of_a_form(each) else each.column.split(" ")[0]
    text = each.passage.text
    behind = _BEHIND.match(text, each.end) if not stage(each) else None
    bracket = _BEFORE_BRACKET.search(text, max(0, each.start - _LONG), each.start) if not each.label else None
    named = OF_MEMBERS.split(_WORKED_OUT.sub("", behind["name"]))[0] if behind else ""
    return bracket["name"] if bracket else each.label, named


def is_of_a_form(each: Statement) -> bool:
    """| 预算数 | 832.00万元 | and | 实验室（个） | 14 |: what a cell is of stands beside it, and not above it."""
    if each.origin is not Origin.CELL or each.role is Role.RATE:
        return False
    own = each.quantity.unit != "" and each.text.endswith(each.quantity.unit)
    return (own or each.row.endswith("）")) and ("值" in each.column or not _HEAD.search(each.column))


def _planned_before(each: Statement) -> str:
    """全年计划修缮墓穴400座，1—9月修好326座: what was done is of what was planned."""
    text, begin = each.passage.text, max(0, each.start - _LONG)
    if each.origin is not Origin.PROSE or each.quantity.unit == "元" or "，" not in text[begin : each.start]:
        return ""
    found = _PLANNED.search(text, begin_of(text, each.start, "。；"), each.start)
    return found["name"] if found and found["unit"] == each.quantity.kind else ""


def _clause_before(each: Statement) -> str:
    """四是群众报修仍多，达2,460件: where the words beside it say nothing, those of the clause before."""
    text = each.passage.text
    begin = begin_of(text, each.start, "。；：（）、\n")
    words = text[max(begin, each.start - _LONG) : each.start]
    return words if not any(char.isdecimal() for char in words) else ""


def _lead(each: Statement) -> str:
    """4.配备救生衣。目标1,200件，完成1,240件: what opens the item, a sentence of its own without a figure."""
    lead = _LEAD.match(each.passage.text)
    return lead["name"] if lead and lead.end() <= each.start else ""


@lru_cache(maxsize=16384)
def nouns(words: str) -> tuple[str, ...]:
    """The pieces of some words that name things."""
    between, ends = _fillers()
    return tuple(piece for each in between.split(words) if len(piece := ends.sub("", each)) >= _FEW)


@lru_cache(maxsize=16384)
def _rates(words: str) -> tuple[str, ...]:
    """The rates that some words name, without what leads to them: 服务单位满意度; 公用经费控制率 is no 控制率."""
    found = [(match["name"], _leads().split(match["name"])[-1]) for match in _RATE.finditer(words)]
    told = (name if is_general_rate(name) or len(name) > _SHORT else whole for whole, name in found)
    return tuple(plain_rate(name) for name in told if len(name) > _FEW)


def plain_rate(name: str) -> str:
    """The name of a rate without what leads to it: 明年力争流通率 is 流通率."""
    return _TO_RATE.sub("", name)


@cache
def _fillers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words that part names, and those of one character, which only stand at their ends."""
    stages = {word for word, concept in lexicon().concepts.items() if stage_of(concept)}  # 项目资金批复
    words = {*lexicon().lists["动词"], *lexicon().lists["虚词"], *stages}
    parting = either(word for word in words if len(word) > 1)
    single = "".join(word for word in words if len(word) == 1)
    return re.compile(rf"(?:{parting})|[的了过]|\d+年?|\W"), re.compile(rf"^[{single}]+|[{single}]+$")


@cache
def _leads() -> re.Pattern[str]:
    """What parts the name of a rate from the words before it."""
    return re.compile(rf"(?:{either(word for word in lexicon().lists['虚词'] if len(word) > 1)})|[的了由]|\W")


@cache
def _general_rates() -> set[str]:
    words = lexicon().lists
    return {*words["不超百"], *words["可超百"]}


def is_general_rate(name: str) -> bool:
    """合格率, 执行率: what such a rate is of stands elsewhere."""
    return name in _general_rates()


def in_common(first: Statement, second: Statement) -> int:
    """How many characters of what they are of two figures share."""
    common = _common_name if first.role is Role.RATE else common_words
    return max((common(one, other) for one in things_of(first) for other in things_of(second)), default=0)


def _common_name(one: str, other: str) -> int:
    """Of names of rates the one is the end of the other, and says more than that it is a rate: 在线率, no 合格率."""
    short, long = sorted((one, other), key=len)
    return len(short) if long.endswith(short) and not is_general_rate(short) else 0


def common_words(one: str, other: str) -> int:
    """How many characters of two names are the same words."""
    if (ending := _ending(one, other)) and len(ending) < min(len(one), len(other)):
        return 0  # 小型机扫车 and 大型机扫车
    word = shared(one, other)
    ends = zip(one.partition(word)[::2], other.partition(word)[::2], strict=True) if word else ()
    rest = [len(shared(*pieces)) for pieces in ends]  # 热线涉厕工单 and 涉厕投诉工单
    return len(word) + sum(size for size in rest if size >= _FEW)


def _ending(one: str, other: str) -> str:
    """With what both names end."""
    size = 0
    while size < min(len(one), len(other)) and one[-size - 1] == other[-size - 1]:
        size += 1
    return one[len(one) - size :]
