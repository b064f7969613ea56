"""Parts of what a list is of: 在册380人（男338人、女42人；初次95人）; 预算1,260万元，由省级800万元、县级460万元构成."""

from collections.abc import Sequence
from itertools import pairwise

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.paragraph import MADE_OF, Paragraph
from reportgen.statements.qualities import SOME, alike_within, of_the_name
from reportgen.statements.statement import Role, Statement

_NAMED = re.compile(
    r"""
    (?: ^ | (?<=[。；，]) ) (?P<name> [^，。；：、\d（）]{2,12}? ) (?: 的人 )?
    (?: [当之]? 中 (?![职级型等学小央标心考医])   # 专职人员中持证的76人
      | (?<![公英海邻]) 里 (?![程亩长]) [头面边]? )   # 所救助的人员里未成年人146人次
    [，有]? (?= [^，。；、\d]{0,14} $ | [^，。；、\d]{1,14} \d )
    """,
    re.VERBOSE,
)
_AMONG = re.compile("[中里]")
_POINTS_BACK = re.compile("上述|以上|这些|前述")
_REACH, _SHORT, _BACK = 16, 2, 3
_ALSO = re.compile(r"[、，](?:涉及|合计)?(?:金额|资金|价值|面积|价款|人口)")
_NEAR = 12
_NEXT = re.compile(r"[、；][^，。；：、\d]{0,10}")
_NEXT_AMOUNT = re.compile(r"[、；，][^，。；：、\d]{2,10}")
_TWO = 2


def opened_before(part: Statement, own: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """在册380人（男338人、女42人；初次95人）: any figure of a bracket right behind a figure, of the same things."""
    opened = paragraph.text.rfind("（", 0, part.start)
    if not part.depth or opened < 0 or paragraph.depths[part.start] != paragraph.depths[opened - 1] + 1:
        return None
    whole = next((each for each in own if each.end == opened), None)
    inside = [each for each in paragraph.statements if opened < each.start <= part.start]
    plain = all(each.role is Role.AMOUNT and not each.concept and not each.planned for each in inside)
    alike = whole is not None and all(each.quantity.unit == whole.quantity.unit for each in inside)
    return whole if plain and alike and len(part.label) > 1 and _is_one_of_a_list(part, paragraph) else None


def _is_one_of_a_list(part: Statement, paragraph: Paragraph) -> bool:
    """（发放2,400份，回收率89.6%）holds no list."""
    beside = [each for each in paragraph.statements if each.depth == part.depth and each is not part]
    pairs = [sorted((each, part), key=lambda one: one.start) for each in beside]
    amounts = all(each.role is Role.AMOUNT and each.quantity.unit == part.quantity.unit for each in beside)
    marks = _NEXT_AMOUNT if amounts and len(beside) == 1 else _NEXT  # （设计费24.00万元，监理费16.00万元）
    return any(marks.fullmatch(paragraph.text, one.end, other.start) for one, other in pairs)


def made_into(part: Statement, own: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """预算1,260万元，由省级资金800万元、县级资金460万元构成: each of them is a part of what is made of them."""
    begin = paragraph.span(part.sentence)[0]
    spans = [made.span() for made in MADE_OF.finditer(paragraph.text, begin) if made.start() <= part.start < made.end()]
    before = [each for each in own if spans and each.end <= spans[0][0] and each.depth == part.depth]
    return before[-1] if before else None


def named_whole(part: Statement, start: int, paragraph: Paragraph) -> Statement | None:
    """专任教师138人。专任教师中“双师型”教师76人: the figure before the sentence that has the name."""
    among = _AMONG.search(paragraph.text, start, part.start)
    found = [*_NAMED.finditer(paragraph.text, start, part.start)] if among else []
    named = found[-1] if found else None
    if named is None or "；" in paragraph.text[named.end() : part.start]:
        return None
    if named.end() <= part.start - _REACH and not named[0].endswith("，"):
        return None  # 在编人员中，专业技术人员74名，硕士以上学历21名: all that is told behind the comma
    begin = max(start, named.start())
    before = [each for each in paragraph.statements if each.end <= begin and _counted_within(each, part)]
    if _POINTS_BACK.match(named["name"]):
        last = [each for each in before if part.sentence - each.sentence == 1 and each.depth == part.depth]
        return max(last, key=lambda each: each.quantity.value, default=None)
    called = [each for each in before if _is_called(each, named["name"]) and each.depth <= part.depth + 1]
    return called[-1] if called else of_the_name(named["name"], before, part)


def _is_called(each: Statement, name: str) -> bool:
    """教职工54人, 12个二级指标: the name stands before the figure, or right behind it."""
    return each.label.endswith(name) or (len(name) > _SHORT and each.passage.text.startswith(name, each.end))


def _counted_within(whole: Statement, part: Statement) -> bool:
    """Whether a figure may be what a name that stands for it is of: of 人次 some are 人."""
    visits = {whole.quantity.unit, part.quantity.unit} == {"人次", "人"} and whole.quantity.unit == "人次"
    near = part.sentence - whole.sentence <= _BACK and whole.role is Role.AMOUNT and whole.exact
    return alike_within(whole, part) or (visits and near)


def beside_a_part(part: Statement, paragraph: Paragraph) -> Statement | None:
    """合同26份，涉及金额1,986.50万元，先实施的3份、金额74.30万元: each beside a part is of what is beside its whole."""
    counted = paragraph.before(part)
    if counted is None or not counted.label.endswith(SOME):
        return None
    if not _ALSO.fullmatch(paragraph.text, counted.end, part.start):
        return None
    told = [each for each in paragraph.statements if each.end <= counted.start and each.sentence == part.sentence]
    for whole, beside in pairwise(told):
        near = beside.start - whole.end <= _NEAR and beside.role is Role.AMOUNT and beside.exact
        if near and same_things(whole.quantity, counted.quantity) and same_things(beside.quantity, part.quantity):
            return beside
    return None


def is_of_a_list(part: Statement, whole: Statement, statements: Sequence[Statement]) -> bool:
    """30岁以下7人，31岁以上34人，其中持证36人; 主任级4人、副主任级18人，副主任级以上22人: more than one of the
    list, and not more than all of it, where none of them is the total of the others."""
    own = [each for each in statements if each.end <= part.start and each.sentence == part.sentence]
    own = [each for each in own if each.depth == part.depth and same_things(each.quantity, part.quantity)]
    added = sum(each.quantity.value for each in own)
    of_several = part.label.startswith("其中") or part.label.endswith("以上")
    listed = of_several and len(own) > _TWO and whole in own
    none_is_all = listed and max(each.quantity.value for each in own) * 2 != added
    return none_is_all and whole.quantity.value < part.quantity.value <= added
