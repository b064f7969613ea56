"""Some of what was counted before, by what they are like: 讲解员84人，持证79人; 船闸6座，运行满20年的4座."""

from collections.abc import Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.clauses import begin_of
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.siblings import are_siblings
from reportgen.statements.stages import stage_of
from reportgen.statements.statement import Role, Statement

_LEADS = "有 只有 仅有 仅 才 只 已有 还有 尚有 就有 占 占到 达 达到 多达 不过"
SOME = ("的", *(f"的{word}" for word in _LEADS.split()))
"""The words right before a figure of some: 需要更正的58个, 超过8年的占到205台."""
_OF_THEM = re.compile(rf"[^，。；：、（）]{{2,20}}的(?:{'|'.join(_LEADS.split())})?$")
_ENDS = re.compile(r"(?:（[^（）\d]{1,2}）)?(?:[，。；、）]|$)")
"""使用超过十年的2,654台（件）: a second unit stands in a bracket."""
_HAVE = re.compile("有|持|取得|获|具|满|超|以上")
"""Of those in post some have a certificate; those who are retired are beside them."""
_BESIDE = re.compile(
    "全部|总|合计|合起来|另|其他|其余|剩|不在|未在|编外|外聘|退|上年|去年|以前|往年|今后|外部|新增|原有|增加|相当"
)
_GENERAL = re.compile("人员|项目|单位|全年|情况|年末|其中|工作|问题|资金|经费|支出|数量|上述|以上|所有")
_WORD = 2
_ENDS_OR_VERB = re.compile(r"(?:（[^（）\d]{1,2}）)?(?:[，。；、）]|$|[^，。；、\d]{2,14}(?:[，。；]|$))")
_NOT_OF_IT = re.compile(
    "起来|合|之和|总|小计|较|另|其余|其他|最[高多低少]|去年|累计|年末|月末|期末|编外|退|聘|辅|志愿|公益|需|均|平均|增|减|完成|实际|新"
)
_UNTIL = re.compile(
    r"""
      ^[以之]?内                                          # 3日以内办结
    | ^(?:截[至止]|到) [^，。；]{1,10}? (?=已|[通完办验审修建])   # 截至12月底已完工
    | ^(?:截[至止]|到)? (?:[年月季]|今年|去年|本年)? [底末]      # 年底完工
    """,
    re.VERBOSE,
)
_BEHIND = re.compile(r"(?P<what>[^，。；、（）\d]{2,8})[，。；]")
_ONLY = re.compile("(?:仅|只有|仅有|才|只|仅为|不过|不足|占[了去据])$")
_OF_ALL = re.compile("(?:截至[^，]*)?(?:全(?!年|部)|共|现有|在册)")
_POSTS = ("编制", "在编")
_OF_ANYTHING = ("天", "日", "小时", "分钟", "岁", "年", "个月", "工作日", "个工作日", "次", "个", "项", "种", "处")
"""Stretches of time, times, and units of whatever things: one may be more than another that is told before it."""
_FEW = 2
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
    if first is None or first.planned or is_some(first, paragraph) or "；" in paragraph.text[first.end : part.start]:
        return None
    listed = any(paragraph.text[each.end : each.end + 1] in "和与及" for each in before)
    return first if not listed and _is_counted(first) else None


def come_of(part: Statement, own: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """申请的31个，通过初审27个; 48人次参赛，有22人次获奖: a clause that names no thing tells of the one before."""
    thingless = paragraph.lexicon.pattern("come of", _come_of)
    if part.quantity.unit == "元" or part.depth or not _names_no_thing(part, thingless, paragraph):
        return None
    half = paragraph.text.rfind("；", 0, part.start) if len(own) > 1 else -1  # 总长27.6公里；已完工21.3公里
    level = [each for each in own if not each.depth and each.start > half and _is_counted(each)]
    before = max(level, key=lambda each: each.quantity.value, default=None)
    plain = any(each.label.endswith(SOME) or not thingless.fullmatch(each.label) for each in level)
    parted = "[，；]" if half < 0 else "，"
    told = before and plain and not before.planned and re.search(parted, paragraph.text[level[-1].end : part.start])
    verbs = paragraph.lexicon.any_of("做到").findall(part.label)
    if before is not None and before.concept == "编制":
        return None  # 编制床位420张，实际开放468张: there may be more than was approved
    again = before is not None and any(verb in before.label for verb in verbs)  # 老年人签约2.21万人，签约6.57万人
    return before if told and not again else None


def _names_no_thing(part: Statement, thingless: re.Pattern[str], paragraph: Paragraph) -> bool:
    """通过初审27个; 截至12月底已完工21.3公里; 立案9,482件，8,931件已审结: what is done, before or behind."""
    label = _UNTIL.sub("", part.label)
    if label:
        return bool(thingless.fullmatch(label) and _ENDS_OR_VERB.match(paragraph.text, part.end))
    behind = _BEHIND.match(paragraph.text, part.end)
    return behind is not None and bool(thingless.fullmatch(behind["what"]))


def outgrown(part: Statement, own: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """19家单位，4家人员不足，参与的7家: what a sentence opens with, where nothing of it so far is more than that."""
    half = paragraph.text.rfind("；", 0, part.start)
    level = [each for each in own if not each.depth and each.start > half and same_things(each.quantity, part.quantity)]
    if len(level) < _FEW or part.depth or part.quantity.kind in ("元", "分", "%"):
        return None
    first = max(level, key=lambda each: each.quantity.value)
    listed = paragraph.text.startswith(("、", "和", "及", "与"), first.end)
    listed |= any(are_siblings([first.label, each.label], paragraph.lexicon) for each in [*level, part])
    if first is not level[0] or listed or part.planned or first.planned:
        return None
    odd = any(_NOT_OF_IT.search(each.label) or each.concept in _POSTS for each in (first, part))
    odd = odd or part.quantity.unit in _OF_ANYTHING
    return first if not odd and (_OF_ALL.match(first.label) or _tells_some([*level[1:], part], paragraph)) else None


def _tells_some(others: Sequence[Statement], paragraph: Paragraph) -> bool:
    """人手不足的4家, 通过验收3家: some of what was told; 科学家精神33期，地理知识32期，科学实验35期 have no whole."""
    thingless = paragraph.lexicon.pattern("come of", _come_of)
    told = (each.label.endswith(SOME) or thingless.fullmatch(each.label) or is_some(each, paragraph) for each in others)
    return any(told)


def only_some(part: Statement, own: Sequence[Statement]) -> Statement | None:
    """报警412起，更新过的电梯仅3起: what is said to be few, of the most that the sentence has told."""
    level = [each for each in own if each.depth == part.depth]
    few = _ONLY.search(part.label) and not _BESIDE.search(part.label)
    return max(level, key=lambda each: each.quantity.value, default=None) if few else None


def some_of_all(part: Statement, near: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """共1,512人。住校的126人: more than all told before it, and than the last ones together, cannot be some of them."""
    told = [each for each in near if each.depth == part.depth == 0]
    if not told or told[-1].sentence == part.sentence or not part.label.endswith(SOME) or _BESIDE.search(part.label):
        return None
    last = [each for each in told if each.sentence == told[-1].sentence]
    whole = max(told, key=lambda each: each.quantity.value)
    opened = paragraph.span(whole.sentence)[0]
    among = re.search("[中里头]，", paragraph.text[opened : whole.start])
    small = part.quantity.value <= _together(last)
    return None if among or small or whole.planned or whole.label.endswith(SOME) or not _is_counted(whole) else whole


def _together(level: Sequence[Statement]) -> Decimal:
    """公厕186座，一类38座、二类148座；固定171座，移动15座: no more than the first, which is divided twice."""
    first, *others = [each.quantity.value for each in level]
    made = sum(others, Decimal(0))
    return first if first and not made % first else first + made


def _come_of(lexicon: Lexicon) -> str:
    """By what they came to be so, right before the figure: 已整改并验收, 仅有."""
    how, verbs, objects = (alternation(lexicon.lists[key]) for key in ("怎样做到", "做到", "做到的对象"))
    return rf"(?:{how})*(?:(?:{verbs})(?:[并且]?(?:{verbs}))?(?:{objects})?(?:了|的)?(?:有|仅|为)?|[有只仅]有?)"


def is_some(each: Statement, paragraph: Paragraph) -> bool:
    """持证的79人 are some of others; 在用电梯1,846台 are what others are some of: the word says so that stands last."""
    found = [*paragraph.lexicon.any_of("部分").finditer(each.label)]
    return bool(found) and len(each.label) - found[-1].end() < _WORD


def _is_counted(each: Statement) -> bool:
    """应更新的160台 are things that were counted, 应支付的160万元 is what was planned."""
    return not stage_of(each.concept) or (each.quantity.kind != "元" and each.label.startswith("应"))


def among_them(part: Statement, told: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """船闸6座，运行满20年的4座: of what the sentence counts first some are as a clause says that ends with 的."""
    text = paragraph.text
    clause = text[begin_of(text, part.start, "，。；：、（") : part.start]
    if not _OF_THEM.fullmatch(clause) or _BESIDE.search(clause) or not _ENDS_OR_VERB.match(text, part.end):
        return None
    own = [each for each in told if each.sentence == part.sentence]
    half = text.rfind("；", 0, part.start) if own else len(text)
    own = own or [each for each in told if part.sentence - each.sentence == 1]
    level = [each for each in own if each.depth == part.depth and same_things(each.quantity, part.quantity)]
    near = [each for each in level if each.start > half]
    opens_list = not near and _opens_list(level, text)
    if not (near or opens_list or _divided(level)) or not (opens_list or _ENDS.match(text, part.end)):
        return None
    level = near or level
    if not level or level[0].planned is not part.planned:
        return None
    if level[0].label.endswith(SOME) and _ENDS.match(text, level[0].end):
        return None  # some themselves; in 新买的18台训练仪 a word behind says what they are
    first, *others = level
    held = is_some(first, paragraph)
    held = held or (first.concept in ("编制", "在编") and not _HAVE.search(clause))
    return first if not held and _is_counted(first) and _is_first(first, others, paragraph) else None


def _divided(level: Sequence[Statement]) -> bool:
    """监测点412个，地表水260个，地下水152个: the first is what the others make."""
    values = [each.quantity.value for each in level]
    return bool(values) and values[0] == sum(values[1:])


def _opens_list(level: Sequence[Statement], text: str) -> bool:
    """接种86.40万剂次，其中免费52.10万剂次；扫码核验的81.90万剂次; 19家单位，有4家人员不足；参与的7家均达标."""
    if len(level) != _WORD:
        return False
    return "其中" in text[level[0].end : level[1].start] or text.endswith("，有", 0, level[1].start)


def _is_first(first: Statement, others: Sequence[Statement], paragraph: Paragraph) -> bool:
    """Whether a figure is the whole of what follows, and no first one of several: 城区20所，乡镇18所，寄宿制的30所."""
    divided = [each for each in others if not each.label.endswith(SOME)]
    if not divided or _divided([first, *divided]):
        return True
    largest = all(each.quantity.value <= first.quantity.value for each in divided)
    listed = paragraph.joined_to(divided[0]) is first
    alike = not _OF_ALL.match(first.label) and are_siblings([first.label, divided[0].label], paragraph.lexicon)
    return largest and not listed and not alike


def of_the_name(name: str, before: Sequence[Statement], part: Statement) -> Statement | None:
    """救助生活无着人员3,268人次。所救助的人员里未成年人146人次: the largest that has a word of the name."""
    words = _GENERAL.sub(" ", name)
    pairs = [words[at : at + _WORD] for at in range(len(words) - 1) if " " not in words[at : at + _WORD]]
    called = [each for each in before if any(pair in each.label for pair in pairs) and not each.planned]
    called = [each for each in called if each.depth <= part.depth and part.sentence - each.sentence < _BACK]
    return max(called, key=lambda each: each.quantity.value, default=None)
