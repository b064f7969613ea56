"""A narrower kind of what was counted right before: 开放床位800张，重症床位40张; 新招聘人员46名，硕士以上12名."""

from collections.abc import Sequence

from reportgen import patterns as re
from reportgen.lexicon.lists import characters, lists
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.siblings import common_start
from reportgen.statements.statement import Statement

_HEAD, _LONGEST, _PAIR = 2, 10, 2
_UNITS = lists("units")
_OWN, _WHOLE, _PLACES = (characters(_UNITS[key]) for key in ("自称", "整体", "处所"))
_SCOPE = re.compile(
    rf"(?:全年|本年|当年|今年|年度)?(?:[本我该][{_OWN}]+|全[{_WHOLE}]|[{_OWN}])?"  # 我院, 全县
    r"(?:现|共|总|实|在|登)?(?:共|计|有|设|册|岗|记|用|管|建)*(?:各类|各种|所有|全部)?"
)
_MEASURED = re.compile("(?:元|米|公里|亩|吨|公顷|斤|克|升|度|天|日|小时|分钟|年|月|岁)$")
"""展厅面积2,740平方米，展陈面积3,600平方米: two measures of two things."""
_PLACE = re.compile(f"[{_PLACES}]")
_NEXT = re.compile(r"[^，。；：、\d]{0,4}[，。][^，。；、\d]{2,14}")


def of_a_kind(part: Statement, own: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """What the part is a narrower kind of: the figure right before it, whose name ends alike or takes in all kinds."""
    whole = own[-1] if own else None
    if whole is None or whole.depth != part.depth or not _stands_next(part, whole, paragraph):
        return None
    elsewhere = paragraph.lexicon.any_of("不是其中的").search(part.label)
    if part.planned or whole.planned or elsewhere or part.quantity.kind in ("分", "%"):
        return None
    return whole if _is_narrower(part, whole, paragraph) or _is_of_a_class(part, whole, paragraph) else None


def _stands_next(part: Statement, whole: Statement, paragraph: Paragraph) -> bool:
    """Whether nothing but the comma and the name of the part stands between, and the whole has none before it."""
    between = paragraph.text[whole.end : part.start]
    before = [each for each in paragraph.statements if each.sentence == whole.sentence and each.end <= whole.start]
    alike = [each for each in before if same_things(each.quantity, whole.quantity)]
    return bool(_NEXT.fullmatch(between)) and not alike


def _is_narrower(part: Statement, whole: Statement, paragraph: Paragraph) -> bool:
    """水库46座，病险水库7座: the same noun with a word before it, where the whole has none but a verb and its scope."""
    shared = common_start([part.label[::-1], whole.label[::-1]])
    head = part.label[len(part.label) - shared :]
    kind, lead = part.label.removesuffix(head), whole.label.removesuffix(head)
    if not _HEAD <= len(head) <= _LONGEST or not 1 < len(kind) <= _LONGEST:
        return False
    verbs = paragraph.lexicon.any_of("动词")
    done = verbs.search(kind) or paragraph.lexicon.any_of("做法").search(kind)  # 新建水库2座，除险加固水库12座
    again = kind in lead or kind.startswith(lead or "，")  # 检查企业32家，检查小微企业120家
    rest = paragraph.lexicon.any_of("有与给").sub("", verbs.sub("", lead))
    return not done and not again and (bool(_SCOPE.fullmatch(rest)) or _is_qualified(part, head, lead, paragraph))


def _is_qualified(part: Statement, head: str, lead: str, paragraph: Paragraph) -> bool:
    """监控探头860个，高清探头620个: a noun with a word of its own, which is no class, and no more of them follow."""
    others = [each for each in paragraph.statements if each.quantity.unit == part.quantity.unit]
    listed = any(each.start > part.end and each.sentence == part.sentence for each in others)
    listed |= sum(each.label.endswith(head) for each in others) > _PAIR
    words = [paragraph.lexicon.any_of(key) for key in ("类别", "通称", "并列的种类")]
    places = _PLACE.match(head) or (_PLACE.search(part.label.removesuffix(head)) and _PLACE.search(lead))
    apart = places or any(each.search(lead) for each in words) or words[-1].search(part.label)
    return not _MEASURED.search(part.quantity.unit) and not listed and not apart


def _is_of_a_class(part: Statement, whole: Statement, paragraph: Paragraph) -> bool:
    """培训各类人员2,480人次，女性1,120人次: a word for a class of people or things, behind one that takes in all."""
    classes, general = paragraph.lexicon.any_of("类别"), paragraph.lexicon.any_of("通称")
    found = [*general.finditer(whole.label)]
    ends = bool(found) and found[-1].end() == len(whole.label)
    again = part.label.startswith(whole.label[:_HEAD])  # 检查企业32家，检查小微企业120家
    return ends and not again and bool(classes.search(part.label)) and not classes.search(whole.label)
