"""What two figures must have in common to be one: their year, their stage, whether they are planned, what is done."""

from functools import lru_cache

from reportgen import patterns as re
from reportgen.numbers.clauses import begin_of
from reportgen.statements.lexicon import lexicon
from reportgen.statements.statement import Origin, Period, Role, Statement
from reportgen.statements.things import stage

_PLANNED = re.compile(
    "目标|计划|任务"
    r"|下年|下一年|明年|来年|建议(?!$)|力争|调整|追加|核减|压减|调减|调增"  # what is proposed, or was changed
    r"|[日月底]前|20\d\d[—–\-~～至][—–\-]?20\d\d年"  # what is to be done by then, figures of several years
)
_DONE = re.compile("(?:实际)?(?:完成|实有|做了|建成)")
_SOME = re.compile(r"[未尚仅另再又余缺]|其中|还有|部分|个别|按期|如期|及时|结余|剩余|节约|至少|目标|每|不足|欠|只")
"""What is told of some of them, or of what is missing."""
_NEEDED = re.compile("需|应[有当配]|估算|理论")
"""测算需教职工147人: what there ought to be."""
_CHOSEN = re.compile(
    "有效|合格|达标|优秀|良好|符合|发放|发出|收回|回收|应|实际|计划|申报|批准|录取|在岗|在编|持证|开放|使用"
)
"""Those that were chosen, or came back."""
_AGREED = re.compile("合同|概算|估算|送审|审定|控制价|限价|中标")
"""What was agreed is not what was paid."""
_BEFORE = re.compile(r"上年|去年|同期|往年|前年|20\d\d(?=年(?!\d))")
_KNOWN = re.compile(
    r"^(?:上述|以上|前述|按照?|对于?|根据|这|该|以|把|将|给|为|从|由|在|就|经|用|凭|所有|全部|全|共|每)*"
    r"(?:[^\d，。；：、其另余新]{1,8}的)?$"  # 按5,482台次手术, 栽下去的31,600株桃树
)
_OF_KNOWN = re.compile(r"(?:的?[^\d，。；：、（]{0,10}?)(?:[中里内]|之中|均|都|全部|全都|一律|逐)")
"""742件信访中, 38扇闸门均: what is told of the members of a number that was told."""
_MARKS = re.compile(r"[，。；：、（）\n]")
_NOUN = re.compile(r"的?[^\W\d_]")
_FEWEST, _FAR, _FEW_BEHIND = 2, 40, 16
_NO_COUNT = ("", "分", "倍", "个百分点", "百分点")


def may_be_told_again(each: Statement) -> bool:
    """Whether it may be told again: an exact amount or rate, of this year or of another that is not over."""
    quantity = each.quantity
    plain = each.exact and quantity.number > 0 and quantity.digits >= _FEWEST and quantity.unit not in _NO_COUNT
    return plain and each.role in (Role.AMOUNT, Role.RATE) and each.period is not Period.BEFORE


def may_be_one(each: Statement, one: Statement, year: int | None) -> bool:
    """Whether nothing that is said of two figures speaks against their being one."""
    if (
        _are_of_one_sentence(each, one)
        or one.role is not each.role
        or (each.concept == "编制") is not (one.concept == "编制")
    ):
        return False
    if _told_as(each) != _told_as(one) or _are_siblings(each, one) or len({stage(each), stage(one)} - {""}) > 1:
        return False
    return year_of(each, year) == year_of(one, year)


@lru_cache(maxsize=4096)
def _told_as(each: Statement) -> tuple[bool, bool, bool]:
    """Whether it is what there ought to be, what shall be, what was agreed."""
    return bool(_NEEDED.search(each.label)), _is_planned(each), bool(_AGREED.search(clause(each)))


def _are_siblings(each: Statement, one: Statement) -> bool:
    """内科评出先进个人 and 外科评出先进个人: their names are one but for what is first."""
    names = each.label, one.label
    return min(map(len, names)) > _FEWEST and names[0][:1] != names[1][:1] and names[0][1:] == names[1][1:]


def _are_of_one_sentence(each: Statement, one: Statement) -> bool:
    """Whether they stand beside each other; 消火栓215具，与清点的215具消火栓一致: one of them takes the other up."""
    if one.passage is not each.passage or one.sentence != each.sentence:
        return False
    first, second = sorted((each, one), key=lambda figure: figure.start)
    apart = re.findall(r"[，；。、：]", first.passage.text[first.end : second.start])[-1:] in (["，"], ["；"])
    return not apart or is_taken_up(first) or not is_taken_up(second)


@lru_cache(maxsize=4096)
def is_taken_up(each: Statement) -> bool:
    """Whether it takes up a number that was told before: 对136名巡河员, 742件信访中, 上述2,864.50万元."""
    if each.origin is Origin.CELL:
        return False
    text = each.passage.text
    before = text[begin_of(text, each.start, "，。；：、（）\n") : each.start]
    behind = text[each.end : each.end + _FEW_BEHIND]
    return bool(_OF_KNOWN.match(behind)) or (bool(_KNOWN.match(before)) and bool(_NOUN.match(behind)))


def actions(each: Statement) -> set[str]:
    """What is done: 新建农村公路12.6公里 is not what 养护农村公路15.6公里 is."""
    return {*lexicon().any_of("做法").findall(clause(each))}


@lru_cache(maxsize=4096)
def year_of(each: Statement, own: int | None) -> str:
    """The year that the words before it name last, in its part of the sentence; empty for the document's own."""
    text = each.passage.text
    named = ["", *_BEFORE.findall(text, begin_of(text, each.start, "。；"), each.start)]
    return "" if named[-1] == str(own) else named[-1]


def chosen(each: Statement) -> set[str]:
    """The words by which it is of those that are as they should be: 248份有效问卷."""
    return {*_CHOSEN.findall(clause(each))}


def clause(each: Statement) -> str:
    """Its words since the mark before, and behind it; of a cell its row and its head."""
    if each.origin is Origin.CELL:
        return f"{each.row} {each.column}"
    text = each.passage.text
    before = text[max(0, each.start - _FAR) : each.start]
    return _MARKS.split(before)[-1] + _MARKS.split(text[each.end : each.end + _FAR], 1)[0]


def _is_planned(each: Statement) -> bool:
    """Whether it is what shall be; 目标1,200件，完成1,240件: what was done stands behind what was meant."""
    text = each.passage.text
    done = _DONE.match(text, begin_of(text, each.start, "，。；："), each.start)
    begin = done.start() if done else begin_of(text, each.start, "。；")
    return (each.planned and not done) or bool(_PLANNED.search(text, begin, each.start))


def of_some(each: Statement) -> tuple[str, ...]:
    """The words by which it is of some of them, or of what is missing."""
    return tuple(sorted(_SOME.findall(clause(each))))
