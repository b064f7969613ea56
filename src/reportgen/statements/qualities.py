"""Some of what was counted before, by what they are like: 讲解员84人，持证79人; 船闸6座，运行满20年的4座."""

from collections.abc import Sequence

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.clauses import begin_of
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.siblings import are_siblings
from reportgen.statements.stages import stage_of
from reportgen.statements.statement import Role, Statement

SOME = ("的", "的有", "的只有", "的仅有", "的仅", "的已有", "的还有")
"""The words right before a figure of some: 需要更正的58个."""
_OF_THEM = re.compile(r"[^，。；：、（）]{2,20}的(?:只|仅|已|还)?有?$")
_ENDS = re.compile(r"(?:[，。；、）]|$)")
_HAVE = re.compile("有|持|取得|获|具|满|超|以上")
"""Of those in post some have a certificate; those who are retired are beside them."""
_BESIDE = re.compile(
    "全部|总|合计|合起来|另|其他|其余|剩|不在|未在|编外|外聘|退|上年|去年|以前|往年|今后|外部|新增|原有|增加|相当"
)
_GENERAL = re.compile("人员|项目|单位|全年|情况|年末|其中|工作|问题|资金|经费|支出|数量|上述|以上|所有")
_WORD = 2
_OPENS_PART = re.compile("(?:其中|有|获得?|取得|拥有|已|尚)?[^，。全共]{0,3}")
_BACK = 3


def alike_within(whole: Statement, part: Statement) -> bool:
    """Whether a figure of the sentences right before, in a bracket too, counts the same things."""
    alike = same_things(whole.quantity, part.quantity) and whole.role is Role.AMOUNT and whole.exact
    return alike and part.sentence - whole.sentence <= _BACK


def of_a_quality(part: Statement, own: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """讲解员84人（专职26人、兼职58人），持证79人: of those counted before some have what a word says."""
    some = paragraph.lexicon.any_of("部分")
    found = some.search(part.label)
    if found is None or part.depth or (not own and not _OPENS_PART.fullmatch(part.label[: found.start()])):
        return None
    before = own or [
        each
        for each in paragraph.statements
        if part.sentence - each.sentence == 1 and alike_within(each, part) and each.period is part.period
    ]
    first = next((each for each in before if each.depth == part.depth), None)
    if not own and first and part.quantity.value > first.quantity.value:
        level = [each for each in before if each.depth == part.depth]
        first = max(level, key=lambda each: each.quantity.value)
        if part.quantity.value <= sum(each.quantity.value for each in level):
            return None  # 男38人，女58人。持证80人
    if first is None or some.search(first.label) or "；" in paragraph.text[first.end : part.start]:
        return None
    listed = any(paragraph.text[each.end : each.end + 1] in "和与及" for each in before)
    return None if listed or stage_of(first.concept) else first


def among_them(part: Statement, told: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """船闸6座，运行满20年的4座: of what the sentence counts first some are as a clause says that ends with 的."""
    text = paragraph.text
    clause = text[begin_of(text, part.start, "，。；：、（") : part.start]
    if not _OF_THEM.fullmatch(clause) or _BESIDE.search(clause) or not _ENDS.match(text, part.end):
        return None
    own = [each for each in told if each.sentence == part.sentence]
    half = text.rfind("；", 0, part.start) if own else len(text)
    own = own or [each for each in told if part.sentence - each.sentence == 1]
    level = [each for each in own if each.depth == part.depth and same_things(each.quantity, part.quantity)]
    near = [each for each in level if each.start > half]
    if not near and not _divided(level):
        return None
    level = near or level
    if not level or level[0].label.endswith(SOME) or level[0].planned is not part.planned:
        return None
    first, *others = level
    held = bool(paragraph.lexicon.any_of("部分").search(first.label))
    held = held or (first.concept in ("编制", "在编") and not _HAVE.search(clause))
    return None if held or stage_of(first.concept) or not _is_first(first, others, paragraph) else first


def _divided(level: Sequence[Statement]) -> bool:
    """监测点412个，地表水260个，地下水152个: the first is what the others make."""
    values = [each.quantity.value for each in level]
    return bool(values) and values[0] == sum(values[1:])


def _is_first(first: Statement, others: Sequence[Statement], paragraph: Paragraph) -> bool:
    """Whether a figure is the whole of what follows, and no first one of several: 城区20所，乡镇18所，寄宿制的30所."""
    divided = [each for each in others if not each.label.endswith(SOME)]
    if not divided or _divided([first, *divided]):
        return True
    largest = all(each.quantity.value <= first.quantity.value for each in divided)
    listed = paragraph.joined_to(divided[0]) is first
    return largest and not listed and not are_siblings([first.label, divided[0].label], paragraph.lexicon)


def of_the_name(name: str, before: Sequence[Statement], part: Statement) -> Statement | None:
    """救助生活无着人员3,268人次。所救助的人员里未成年人146人次: the largest that has a word of the name."""
    words = _GENERAL.sub(" ", name)
    pairs = [words[at : at + _WORD] for at in range(len(words) - 1) if " " not in words[at : at + _WORD]]
    called = [each for each in before if any(pair in each.label for pair in pairs) and not each.planned]
    called = [each for each in called if each.depth <= part.depth and part.sentence - each.sentence < _BACK]
    return max(called, key=lambda each: each.quantity.value, default=None)
