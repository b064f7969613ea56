"""How far a list that misses its total proves an error: a slip mends it, its labels leave no other, it has too much."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from reportgen import patterns as re
from reportgen.model.quantity import Interval
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Proof
from reportgen.statements.equations import SumOf
from reportgen.statements.graded_lists import is_graded
from reportgen.statements.member_slips import exchanged_in_whole, is_misscaled
from reportgen.statements.outgrown_lists import is_outgrown_row, one_outgrows
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.siblings import are_siblings
from reportgen.statements.slips import is_exchange, is_other_digit, is_scaled, is_shifted, other_digit
from reportgen.statements.statement import Role, Statement
from reportgen.statements.sum_closings import SUMMED, WEAK, added_up
from reportgen.statements.sum_heads import are_beside, lacks_one, people_of
from reportgen.statements.sum_place import RANKED, SumList
from reportgen.statements.sum_rows import LITTLE, are_states, follows, opens, overlapping

_REST = re.compile(r"(?:另有|另外|此外|剩)?(?:其他|其它|其余|别的|余下|剩下|剩余|余者|另有|另外|余额|余)")
"""What is left over: the list holds everything."""
_STRONG = re.compile(r"分别|包括|包含|分为|具体|如下|[:：（(]|组成|构成|合计|共计|总计")
_OPEN = re.compile(r"等[^\W\d奖级]{0,6}$|^[^\W\d]{0,6}等(?!奖|级|次)|……|主要")
_IN_FULL = re.compile("(?:全部|均已?|全额|足额)[^，。；\\d]{0,3}(?:到位|完成|下达|拨付|收齐|支付)")
_ADDED = re.compile(
    rf"(?:{SUMMED})(?:就|正好|恰好|共|即|便)?(?:是|为|有|共|等于)?(?:全部的?)?$|[两三四五六七八九](?:部分|[块笔项])合$"
)
_JOINED = re.compile("、[^，。；：、\\d]{1,10}")
_MUCH = Decimal("0.3")
_STAGES = frozenset(("预算", "年初预算", "全年预算", "决算"))
_FEW = 2


def mended(equation: SumOf) -> Statement | None:
    """The one figure that an exchange of two digits, or another scale, would put right."""
    least = _FEW if equation.total.quantity.digits > _FEW * 2 else _FEW + 1
    if odd := next((member for member in equation.members if is_misscaled(member, equation, least)), None):
        return odd
    if odd := exchanged_in_whole(equation, least=_FEW + 1):
        return odd
    total = equation.total
    return total if is_scaled(total.quantity, total.quantity.value - equation.missing) else None


def proof_of(listed: SumList, equation: SumOf, paragraph: Paragraph) -> Proof:
    """How far the words around a list say that it must make its total."""
    total, parts = equation.total, equation.parts
    if total.quantity.kind == "%" or not total.quantity.value:
        return Proof.NONE
    if _leaves_no_other(listed, equation, paragraph):
        return Proof.CERTAIN
    labels = [part.label for part in parts]
    if listed.words in ("", *WEAK):
        return _closes_nearly(listed, equation, paragraph) if listed.words else _follows(equation, paragraph)
    but_for = labels[0].startswith("除")  # 除拨款838万元外，只有其他收入8万元
    if (
        overlapping(people_of(equation) if listed.words == "组成" else labels, paragraph) and not but_for
    ) or _left_open(equation, listed, paragraph):
        return Proof.NONE
    missing = equation.missing / total.quantity.value
    strong = bool(_STRONG.search(listed.words)) or bool(paragraph.lexicon.any_of("合计").search(total.label))
    if _were_added(listed, total, missing) or are_states(equation) or (strong and one_outgrows(equation)):
        return Proof.LIKELY
    excess = missing < 0
    return _proof_of_excess(-missing, len(parts), strong) if excess else _proof_of_lack(equation, missing, strong)


def _follows(equation: SumOf, paragraph: Paragraph) -> Proof:
    first, *_others, last = equation.members[1:]
    if equation.missing < 0 and _REST.match(last.label) and are_beside(equation.total.label, first.label):
        return Proof.NONE  # 物业管理的小区11个，社区托管的9个，余下5个: the first of a row that makes another total
    told = follows(equation, paragraph) or are_states(equation) or is_outgrown_row(equation, paragraph)
    return Proof.LIKELY if told else Proof.NONE


def _closes_nearly(listed: SumList, equation: SumOf, paragraph: Paragraph) -> Proof:
    """行政24名、事业15名，编制总数43名; 运行9.40万元，加上接待1.85万元，支出11.52万元: off by little, or by a slip."""
    total, parts = equation.total, equation.parts
    between = [each for each in paragraph.added_within(parts[0].start, total.start) if each not in parts]
    if listed.words == "上":  # 救生衣1,500件，12.90万元；救生圈300只，4.50万元。以上17.40万元
        between = [each for each in between if same_things(each.quantity, total.quantity)]
        about = [each for each in paragraph.statements if listed.start <= each.start < total.start and not each.exact]
        between += [each for each in about if same_things(each.quantity, total.quantity)]
    if between or len({each.concept for each in parts} & _STAGES) > 1:
        return Proof.NONE
    told = _is_series(total, parts, paragraph) or _names_them(total, parts, paragraph) or _are_joined(equation)
    if listed.words == "末" and not told:
        return Proof.NONE
    near = abs(equation.missing) <= total.quantity.value * LITTLE or abs(equation.missing) == 1
    return Proof.LIKELY if near or any(_is_slip(each, equation.due(each)) for each in equation.members) else Proof.NONE


def _are_joined(equation: SumOf) -> bool:
    """人工费42.80万元、材料费63.50万元、机械费18.70万元，造价125.00万元: joined by 、, and the last behind a comma."""
    total, parts = equation.total, equation.parts
    text = total.passage.text
    behind = [text[part.end : part.end + 1] for part in parts]
    close = bool(re.fullmatch("，[^，。；：、\\d]{1,8}", text[parts[-1].end : total.start]))
    return len(parts) > _FEW and all(mark == "、" for mark in behind[:-1]) and close


def _is_series(total: Statement, parts: Sequence[Statement], paragraph: Paragraph) -> bool:
    """4月38人、5月42人、6月40人，已有120人: names of one kind, and the last is none of them."""
    labels = [part.label for part in parts]
    series = len(parts) > _FEW and are_siblings(labels, paragraph.lexicon)
    return series and not are_siblings([*labels, total.label], paragraph.lexicon)


def _names_them(total: Statement, parts: Sequence[Statement], paragraph: Paragraph) -> bool:
    """职称方面，一级6人，二级15人，三级31人，取得职称的52人: the words that open the sentence stand in its name."""
    begin, first = paragraph.span(total.sentence)[0], parts[0]
    head = paragraph.text[begin : first.start - len(first.label)]
    told = any(total.label[at : at + _FEW] in head for at in range(len(total.label) - 1))
    alike = any(are_siblings([part.label, total.label], paragraph.lexicon) for part in parts)
    return told and not alike and len(parts) > _FEW


def _were_added(listed: SumList, total: Statement, missing: Decimal) -> bool:
    """送温暖14次、送清凉11次，合起来52次; 由7人组成，财务2人，工程3人，绩效7人: however far it is off."""
    return bool(listed.words == "合计" and _ADDED.search(total.label)) or (listed.words == "组成" and missing < 0)


def is_added_up(equation: SumOf) -> bool:
    """两部分合620万元, 凑在一起166.50万元: the words before a total say that its parts were added, and all of them."""
    return added_up(equation.total) == len(equation.parts) or bool(_ADDED.search(equation.total.label))


def _leaves_no_other(listed: SumList, equation: SumOf, paragraph: Paragraph) -> bool:
    """Whether its labels, its last label, or the number of its parts say that a list holds everything."""
    total, parts = equation.total, equation.parts
    if total.concept == "编制" and any(part.concept == "在编" for part in parts):
        return False  # 编制15名，在编13人，临时聘用6名
    labels = [part.label for part in parts]
    larger = max(part.quantity.value for part in parts) > total.quantity.value
    sibling = total.label[-_FEW:] == labels[0][-_FEW:]  # 卫生技术人员390人，其他专业技术人员31人，管理人员42人
    in_a_row = not listed.words and (larger or sibling or _is_total_an_item(equation, paragraph))
    exactly = opens(total, paragraph) and _may_be_meant(equation)
    exactly = exactly and any(sorted(words) == sorted(labels) for words in paragraph.lexicon.closed)
    if paragraph.lexicon.closed_set(labels) and _leads(equation, paragraph) and (exactly or not in_a_row):
        return True
    if not listed.words or overlapping(labels, paragraph) or _left_open(equation, listed, paragraph):
        return False
    if larger and added_up(total) == len(parts) and listed.words == "合计":
        return True  # 两项合计9842.30万元, one of which is more
    return bool(_REST.match(labels[-1])) and len(parts) >= _FEW and total.exact and _leads(equation, paragraph)


def _may_be_meant(equation: SumOf) -> bool:
    """小学30所，初中12所，高中4所: the first is no total of the others, which are far from making it."""
    near = abs(equation.missing) <= equation.total.quantity.value * _MUCH
    return near or any(_is_slip(each, equation.due(each)) for each in equation.members)


def _is_slip(member: Statement, due: Interval | None) -> bool:
    return due is not None and (is_exchange(member.quantity, due, _FEW) or is_other_digit(member.quantity, due, 1))


def _is_total_an_item(equation: SumOf, paragraph: Paragraph) -> bool:
    """甲30个、乙12个、丙8个: the first is parted from the others as they are from each other; 书记员9人、司法警察12人、
    司法行政人员12人；事业人员7人: it stands amidst a list."""
    text, first = paragraph.text, equation.parts[0]
    after = text[equation.total.end : equation.total.end + 1]
    if after == "、" and paragraph.joined_to(equation.total) is not None:
        return True
    return after in "、，" and after == text[first.end : first.end + 1] and text[equation.total.start - 1 :][:1] != "共"


def _proof_of_excess(excess: Decimal, parts: int, strong: bool) -> Proof:
    """How far it proves an error that the parts have too much, as a share of the total."""
    if excess <= _MUCH:
        return Proof.CERTAIN if strong else Proof.LIKELY
    return Proof.LIKELY if excess <= _MUCH * 2 or (strong and parts >= _FEW and excess <= 1) else Proof.NONE


def _proof_of_lack(equation: SumOf, missing: Decimal, strong: bool) -> Proof:
    """How far it proves an error that the parts lack something, as a share of the total."""
    parts = equation.parts
    telling = [each for each in equation.members if each.quantity.digits > 1]  # any single digit may be another
    slip = any(other_digit(each.quantity, equation.due(each).middle) for each in telling)
    many = strong and len(parts) > _FEW
    slip = slip or (many and any(is_exchange(each.quantity, equation.due(each), _FEW) for each in equation.members))
    near = missing <= LITTLE or lacks_one(equation) or (slip and (strong or len(parts) > _FEW))
    if not near:
        shifted = any(is_shifted(each.quantity, equation.due(each)) for each in equation.members)
        return Proof.LIKELY if shifted and strong else Proof.NONE
    if strong:
        return Proof.CERTAIN if len(parts) > _FEW and missing <= LITTLE else Proof.LIKELY
    told = len(parts) > _FEW or _tells(equation) or all(each.label.endswith("的") for each in parts)
    return Proof.LIKELY if told else Proof.NONE


def _tells(equation: SumOf) -> bool:
    """Whether one other digit in a figure that is not round puts it right."""
    if equation.total.quantity.digits <= _FEW + 1:
        return False
    meant = [(each, equation.due(each).middle) for each in equation.members]
    return any(other_digit(each.quantity, due) and len(due.normalize().as_tuple().digits) > _FEW for each, due in meant)


def _leads(equation: SumOf, paragraph: Paragraph) -> bool:
    """Whether the total is no part of a list itself, and no other figure stands between it and its parts."""
    total, first = equation.total, equation.parts[0]
    if is_graded(equation, paragraph.lexicon) or paragraph.lexicon.closed_set(
        [total.label, *(part.label for part in equation.parts)]
    ):
        return False
    between = [
        each for each in paragraph.statements if total.end <= each.start < first.start and each.role is Role.AMOUNT
    ]
    return not any(same_things(each.quantity, total.quantity) for each in between)


def lacks_a_figure(equation: SumOf, paragraph: Paragraph) -> bool:
    """预算320万元，工程费210万元、监理费38万元，余下的72万元收回: what the parts lack is stated beside them."""
    missing = abs(equation.missing)
    return any(
        each.quantity.value == missing
        and each not in equation.members
        and (
            each.quantity.digits > _FEW
            or _is_item(each, equation)
            or _REST.match(each.label)  # 共扣5.43分……余下0.14分
            or (each.quantity.unit == "分" and "扣" in each.label)  # 自评98分，效益30分扣2分
        )
        and (same_things(each.quantity, equation.total.quantity) or _is_among(each, equation))
        for each in paragraph.statements
    )


def _is_among(each: Statement, equation: SumOf) -> bool:
    """讲座42场、展览26场、培训38期、推广314场，共420场: what is counted otherwise, in one list with the parts."""
    counted = each.quantity.kind not in ("%", "元") and equation.total.quantity.unit != "元"
    return counted and _is_item(each, equation)


def _is_item(each: Statement, equation: SumOf) -> bool:
    """Whether a figure stands amidst the parts, or ends their list: 小学17所、初中6所、一贯制学校1所、教学点4个."""
    first, last = equation.parts[0], equation.parts[-1]
    ends = last.end < each.start and _JOINED.fullmatch(each.passage.text, last.end, each.start)
    return first.start < each.start < last.start or bool(ends)


def _left_open(equation: SumOf, listed: SumList, paragraph: Paragraph) -> bool:
    """Whether the words around the parts, or those that open the list, say that there are more."""
    text, last = paragraph.text, equation.parts[-1]
    begin = paragraph.span(equation.parts[0].sentence)[0]
    if equation.missing > 0 and (listed.words == RANKED or _IN_FULL.search(text, begin, equation.parts[0].start)):
        return True  # 中央、省级资金全部到位，市级到位810万元，……合计到位9,810万元
    between = "".join(text[one.end : other.start] for one, other in pairwise(equation.parts))
    mainly = "主要" in listed.words and not _REST.match(
        last.label
    )  # 主要是办公费4.86万元、差旅费4.25万元、其他14.77万元
    return bool(_OPEN.search(text[last.end : max(listed.end, last.end)]) or mainly or "等共" in between)
