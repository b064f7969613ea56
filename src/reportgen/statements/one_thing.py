"""What two figures must have in common to be one: their year, their stage, whether they are planned, what is done."""

from functools import lru_cache

from reportgen import patterns as re
from reportgen.model.quantity import Bound
from reportgen.numbers.clauses import begin_of
from reportgen.statements.lexicon import lexicon
from reportgen.statements.statement import Origin, Period, Role, Statement
from reportgen.statements.things import OF_MEMBERS, stage

_PLANNED = re.compile(
    "目标|计划|任务"
    r"|下年|下一年|明年|来年|建议(?!$)|力争|调整(?!后)|追加|核减|压减|调减|调增"  # what is proposed, or was changed
    r"|[日月底]前|20\d\d[—–\-~～至][—–\-]?20\d\d年"  # what is to be done by then, figures of several years
)
_DONE = re.compile(
    r"""
      实际 | 已 | 现[为有] | 仍[为是]                # 实际建成42个, 现为864.0万元
    | 完成 | 实有 | 做了 | 建成                      # 目标1,200件，完成1,240件
    | (?:\d+[—–\-~～至]){1,2}\d+月[底份]?            # 全年计划400台，1—9月换好326台
    | 任务[^\d，。；：、]{0,2}[完只仅做没未]         # 12个的任务只做了11个
    | 目前                                           # 力争流通率由目前的72.60%提高到80%
    | 涉及资金                                       # 6个项目编制了绩效目标，涉及资金472.00万元
    """,
    re.VERBOSE,
)
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
_PART_OF_YEAR = re.compile(r"[上下]半年|[一二三四]季度|\d+(?=月)")
_AT_FIRST = re.compile("[年期月]初(?:的|[结存库有在实未]|$)")
"""年初结存320吨, 年初的86件: what there was, and no budget (年初预算)."""
_BEFORE = re.compile(r"上年|去年|同期|往年|前年|20\d\d(?=年(?!\d))")
_KNOWN = re.compile(
    r"^(?:上述|以上|前述|按照?|对于?|根据|这|该|以|把|将|给|为|从|由|在|就|经|用|凭|所有|全部|全|共|每)*"
    r"(?:[^\d，。；：、其另余新]{1,8}的)?$"  # 按5,482台次手术, 栽下去的31,600株桃树
)
_OF_KNOWN = re.compile(rf"的?[^\d，。；：、（]{{0,10}}?(?:{OF_MEMBERS.pattern}|[^\d，。；：、（]，(?:其中)?有\d)")
"""742件信访中, 47处隐患，其中有12处: what is told of the members of a number that was told."""
_ALL_OF_THEM = re.compile("(?:上述|以上|前述|这|该|全部|所有|抽中的|选中的|(?:目前|现[有行在])的?)$")
"""全部抽中的85家企业, 目前的72台: right before the number."""
_MARKS = re.compile(r"[，。；：、（）\n]")
_NOUN = re.compile(r"的?[^\W\d_]")
_STATED = (Bound.EXACT, Bound.AT_LEAST, Bound.AT_MOST)
_FEWEST, _FAR, _FEW_BEHIND = 2, 40, 16
_NO_COUNT = ("", "分", "倍", "个百分点", "百分点")


def may_be_told_again(each: Statement) -> bool:
    """Whether it may be told again: an amount, a rate or a target, of this year or of another that is not over."""
    quantity = each.quantity
    plain = (
        quantity.bound in _STATED
        and quantity.number > 0
        and quantity.digits >= _FEWEST
        and quantity.unit not in _NO_COUNT
    )
    return plain and _role(each) in (Role.AMOUNT, Role.RATE) and each.period is not Period.BEFORE


def _role(each: Statement) -> Role:
    """What it does; 指标值 and 完成值 of a form are what no column adds up, and amounts by themselves."""
    indicator = each.origin is Origin.CELL and each.role is Role.EACH and "值" in each.column
    return Role.AMOUNT if indicator and "/" not in each.quantity.unit else each.role


def may_be_one(each: Statement, one: Statement, year: int | None) -> bool:
    """Whether nothing that is said of two figures speaks against their being one."""
    if (
        _are_of_one_sentence(each, one)
        or _role(one) is not _role(each)
        or (each.concept == "编制") is not (one.concept == "编制")
    ):
        return False
    if _told_as(each) != _told_as(one) or _are_siblings(each, one) or len({stage(each), stage(one)} - {""}) > 1:
        return False
    return year_of(each, year) == year_of(one, year) and not _are_of_two_times(each, one)


def _are_of_two_times(each: Statement, one: Statement) -> bool:
    """一季度新收612件 and 二季度新收621件."""
    times = _times(each), _times(one)
    return all(times) and not times[0] & times[1]


@lru_cache(maxsize=4096)
def _times(each: Statement) -> set[str]:
    """The months, quarters and halves of the year that its sentence has named."""
    if each.origin is Origin.CELL:
        return {*_PART_OF_YEAR.findall(f"{each.row} {each.column}")}
    text = each.passage.text
    return {*_PART_OF_YEAR.findall(text, begin_of(text, each.start, "。\n"), each.start)}


@lru_cache(maxsize=4096)
def _told_as(each: Statement) -> tuple[bool, bool, bool, bool]:
    """Whether it is what shall be, what there ought to be, what was agreed, what there was when the year began."""
    words = clause(each)
    return (
        _is_planned(each),
        bool(_NEEDED.search(each.label)),
        bool(_AGREED.search(words)),
        bool(_AT_FIRST.search(words)),
    )


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
    before, behind = _words_before(each), text[each.end : each.end + _FEW_BEHIND]
    return bool(_OF_KNOWN.match(behind)) or (bool(_KNOWN.match(before)) and bool(_NOUN.match(behind)))


@lru_cache(maxsize=4096)
def must_be_known(each: Statement) -> bool:
    """Whether nobody tells of it who has not told the number before: 47处隐患里有12处, 全部抽中的85家企业."""
    if each.origin is Origin.CELL:
        return False
    members, before = _OF_KNOWN.match(each.passage.text, each.end), _words_before(each)
    return bool((members and _KNOWN.match(before)) or _ALL_OF_THEM.search(before))


def _words_before(each: Statement) -> str:
    """What stands between the last mark and the figure."""
    text = each.passage.text
    return text[begin_of(text, each.start, "，。；：、（）\n") : each.start]


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
    behind = OF_MEMBERS.split(text[each.end : each.end + _FAR], 1)[0]
    return _MARKS.split(before)[-1] + _MARKS.split(behind, 1)[0]


def _is_planned(each: Statement) -> bool:
    """Whether it is what shall be; 目标1,200件，完成1,240件: what was done stands behind what was meant."""
    if each.origin is Origin.CELL or not each.exact:
        return each.planned or not each.exact
    text = each.passage.text
    done = [*_DONE.finditer(text, begin_of(text, each.start, "，。；："), each.start)]
    begin = done[-1].end() if done else begin_of(text, each.start, "。；")
    return (each.planned and not done) or bool(_PLANNED.search(text, begin, each.start))


def of_some(each: Statement) -> tuple[str, ...]:
    """The words by which it is of some of them, or of what is missing."""
    return tuple(sorted(_SOME.findall(clause(each))))
