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
_BEFORE_BRACKET = re.compile(r"(?P<name>[^，。；：、（）()\d]{1,16})[（(]$")
_RATE = re.compile(r"(?P<name>[^\W\d_]{2,}(?:率|满意度|盖度|安全感|获得感|幸福感|知晓度|认可度|美誉度))")
_OF_MONEY = re.compile(r"的?(?P<name>[^\W\d_]{2,4})")
_LEAD = re.compile(r"(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*)?(?P<name>[^\W\d_]{2,12})[。：:]")
_LONG, _FEW = 18, 2


@lru_cache(maxsize=4096)
def things_of(each: Statement) -> tuple[str, ...]:
    """The words of what it is of; of a rate its name."""
    words = _words_of(each)
    if each.role is Role.RATE:
        return tuple(name for piece in words for name in _rates(piece))
    found = tuple(dict.fromkeys(name for piece in words for name in nouns(piece)))
    if found or each.origin is not Origin.PROSE or stage(each):
        return found
    return nouns(_clause_before(each)) or nouns(_lead(each))


@lru_cache(maxsize=4096)
def stage(each: Statement) -> str:
    """Whether money was planned, spent or received, as the words before it say; else those behind it."""
    if each.concept or each.origin is Origin.CELL:
        return stage_of(each.concept)
    behind = _OF_MONEY.match(each.passage.text, each.end)
    words = lexicon()
    named = (behind["name"][:size] for size in range(len(behind["name"]), 1, -1)) if behind else ()
    return next((stage_of(words.concepts[name]) for name in named if name in words.concepts), "")


def _words_of(each: Statement) -> tuple[str, str]:
    if each.origin is Origin.CELL:
        return each.row, each.column.split(" ")[0]
    text = each.passage.text
    behind = _BEHIND.match(text, each.end) if not stage(each) else None
    bracket = _BEFORE_BRACKET.search(text, max(0, each.start - _LONG), each.start) if not each.label else None
    return bracket["name"] if bracket else each.label, behind["name"] if behind else ""


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
    """The rates that some words name, without what leads to them: 服务单位满意度."""
    found = (piece for match in _RATE.finditer(words) for piece in _leads().split(match["name"])[-1:])
    return tuple(name for name in found if len(name) > _FEW)


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
