"""Two figures and the word between them: 满意度88.2%，低于目标值90%; 亩均1830元，低于1900元的控制标准."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from reportgen import patterns as re
from reportgen.language import _
from reportgen.lexicon.lists import either, lists
from reportgen.model.quantity import Bound
from reportgen.statements.apart import apart
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Bounded
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.reached import reached, within
from reportgen.statements.statement import Role, Statement

_WORD = re.compile(
    r"""
    [^。；]{0,16}?
    (?P<word> (?P<more> 高于|超过|大于|多于|超出|突破|快于|长于|好于|优于|强于|胜过|高过|多过 )  # 高于目标值90%
            | (?P<less> 低于|小于|少于|短于|差于|劣于|逊于|弱于|不如|低过|少过|不及(?![时格])|慢于  # 不及90%, no 不及时
                      | 未达到|未达(?![成标])|不到|不足 ) )  # 未达90%, no 未达成
    (?P<of> (?: [^，。；、\d] | 20\d\d(?=年) ){0,16} ) [（(]?  # 低于2023年的4.2万元
    """,
    re.VERBOSE,
)
_ADVERBS = re.compile(
    r"(?:但|却|虽|仍|未|没有|也|均|都|且|并|还|已|略|稍|远|明显|显著|大幅|大大|总体|比例|数值|同比|平均|仅|只|实际|分别|不|均|普遍|而|又|同时|整体|基本|略微|稍微"
    r"|刚|刚刚|勉强|依然|依旧|大大|较大幅度)*"
)
_IS_OF = re.compile(
    r"""
      (?:的)? [^，。；\d]{0,8} 的 (?:有|是|为|共)      # 69.22%，高于75%的序时进度的有…: of what is named behind it
    | [^，。；\d]{1,8} 的? (?:平均|均值|总[分数额和]|合计)  # 高于5个项目的平均分: what they come to together
    """,
    re.VERBOSE,
)
_LEADING = re.compile(r"(?:未|没有|并未)?(?:高于|超过|大于|多于|低于|小于|少于|突破)|不足|不到")
_DENIES = re.compile("(?:未|没有)$")
"""未超过2.00%的标准: it is no more than that. 不超过 says what may be, and not what is."""
_LEADING_CHANGE = re.compile(r"(?:超出|超过|高出|低于|少于|高于|多于)[^，。；\d]{0,6}$")
_BETTER = ("好于", "优于", "差于", "强于", "胜过", "劣于", "逊于", "弱于", "不如")
_MORE_IS_BETTER = re.compile(f"(?<!不)(?:{either(lists('report_words')['越大越好'])})")
"""报废率0.89%，优于1.5%: less is better of most other rates."""
_IN_BRACKETS = re.compile(r"^（[^（）]*\d[^（）]*）")
_SET = re.compile("的?[^，。；\\d]{0,6}(?:控制|标准|目标|上限|下限|限额|警戒|红线)")
"""0.02‰，低于0.10‰的控制线: what is held against a standard may be far from it."""
_AIM = re.compile("的?[^，。；\\d]{0,6}(?:目标|计划|任务|标准|要求|规定|上限|限额|限价|定额)")
_CLASSES = re.compile("([高低多少大小快慢长短优差]于|超过|不足|达到)@")
_GAIN = re.compile("^[^比较与同]*[均年月][^比较与同]{0,4}增[收产值]$")
_NAME_OF_SHARE = re.compile(rf"，(?P<of>[^，。；\d]{{2}})[^，。；\d]{{0,4}}(?:率|比例|占比)(?:{_ADVERBS.pattern})")
_BEGINS, _CLOSE = re.compile("^|[，。；：]"), 40
_NEAR, _FAR = Decimal(3), Decimal(30)


def comparisons(paragraph: Paragraph) -> Iterator[Claim]:
    """Every pair of neighbouring figures with such a word between them, or of which one is said to reach the other."""
    yield from reached(paragraph)
    yield from apart(paragraph)
    yield from within(paragraph)
    figures = [each for each in paragraph.statements if each.role is not Role.CHANGE or _is_aim(each) or _is_gain(each)]
    held: dict[Statement, Statement] = {}
    for near, second in [*pairwise(figures), *_over_brackets(figures)]:
        between = _IN_BRACKETS.sub("", paragraph.text[near.end : second.start])
        first = held[near] if near in held and "，" in between else near  # 低于6万元，也低于上年的4.2万元
        found = _WORD.fullmatch(between + _own_word(second, paragraph))
        if found is None or not _comparable(first, second) or "，" in between[found.end("word") :]:
            continue
        if _tells_classes(found, second, paragraph):
            continue
        if found["of"].startswith("或") or _is_of_others(second, paragraph):
            continue
        if not is_better_of(found["word"], first.label):
            continue
        led = between[: found.start("word")]
        if (
            (_is_another_item(led) and not _names_the_share(led, first))
            or _is_in_brackets(between, len(led))
            or _is_of_each(led, second, paragraph)
        ):
            continue
        held[second] = first
        yield _judged(first, second, found, "，" in between and first is near)


def _judged(first: Statement, second: Statement, found: re.Match[str], apart: bool) -> Claim:
    """Whether the word is true of the two figures; surely not, where it opens a clause of its own."""
    denied = _DENIES.search(found.string, 0, found.start("word"))
    more = bool(found["more"]) is not bool(denied)
    equation = Bounded(second, first) if more else Bounded(first, second)
    moved = first.quantity.value - second.quantity.value
    holds = (moved > 0 if more else moved < 0) or (bool(denied) and not moved)
    right = _("高于") if moved > 0 else _("低于")
    word = (denied[0] if denied else "") + found["word"]
    label = _("写的是「{word}」，应为「{right}」", word=word, right=right)
    note = _("前面是 {first}，后面是 {second}", first=first, second=second)
    proof = Proof.LIKELY if denied or not moved or not apart else Proof.CERTAIN
    return Claim("compared", equation, holds, proof, first, label, (note,))


def is_better_of(word: str, label: str) -> bool:
    """Whether a word says more or less of a figure: 优于 and 差于 do so of a rate that is the better the more it is."""
    return not word.startswith(_BETTER) or bool(_MORE_IS_BETTER.search(label))


def _is_aim(each: Statement) -> bool:
    """超出2,200人次的目标: what something is held against, and no change of it."""
    aim = _AIM.match(each.passage.text[each.end :][:12])
    return bool(aim and _LEADING_CHANGE.search(each.label))


def _is_of_others(second: Statement, paragraph: Paragraph) -> bool:
    """高于5个项目的平均分: no figure that is held against, unless it is one of the average itself (7.2%的全市平均)."""
    found = _IS_OF.match(paragraph.text, second.end)
    of_itself = second.quantity.unit == "%" and paragraph.text.startswith("的", second.end)
    return found is not None and not (of_itself and not found[0].endswith(("有", "是", "为", "共")))


def _tells_classes(found: re.Match[str], second: Statement, paragraph: Paragraph) -> bool:
    """快于全院的37个，慢于全院的49个: what some are and what others are, and no figure against another."""
    of = found["of"]
    words = _CLASSES.findall(paragraph.text[slice(*paragraph.span(second.sentence))].replace(of, "@")) if of else []
    return of.endswith("的") and len({*words}) > 1


def _is_gain(each: Statement) -> bool:
    """户均增收1,860元，高于1,540元: a gain of its own, which nothing is held against."""
    return bool(_GAIN.search(each.label))


def _over_brackets(figures: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """成活率92.99%（成活3,199株，引进3,440株），高于90%: what is worked out in a bracket stands between the two."""
    outside = [each for each in figures if not each.depth]
    return ((one, two) for one, two in pairwise(outside) if figures[figures.index(one) + 1] is not two)


def _is_another_item(led: str) -> bool:
    """电费欠缴8座、进水量不足6座; 占36.3%，现场覆盖率高于50%: the word is said of what the second figure is."""
    mark = max(led.rfind("、"), led.rfind("，"))
    return mark >= 0 and not _ADVERBS.fullmatch(led[mark + 1 :])


def _names_the_share(led: str, first: Statement) -> bool:
    """变更金额占中标价的1.89%，变更率突破3%的上限: a share is called by the name of what it is a share of."""
    named = _NAME_OF_SHARE.fullmatch(led) if first.role is Role.SHARE else None
    text, begin = first.passage.text, max(0, first.start - _CLOSE)
    return named is not None and any(text.startswith(named["of"], at) for at in _clauses(text, begin, first.start))


def _clauses(text: str, begin: int, end: int) -> Iterator[int]:
    """Where clauses begin in a stretch of text."""
    return (found.end() for found in _BEGINS.finditer(text, begin, end))


def _is_of_each(led: str, second: Statement, paragraph: Paragraph) -> bool:
    """0.42%，1.87%，均低于1%和3%的控制指标: each of several is held against its own."""
    return bool(re.search("[均都]|分别", led)) and paragraph.text.startswith(("和", "、", "及"), second.end)


def _is_in_brackets(between: str, word: int) -> bool:
    """21辆（车龄不足8辆）; 水压不足（25户）和通知不够（17户）: the word is of what stands in a bracket of its own."""
    return "（" in between[:word] or ("）" in between and "（" in between)


def _own_word(second: Statement, paragraph: Paragraph) -> str:
    """低于 of 低于1900元, which the reader of numbers takes for a bound."""
    worded = second.quantity.bound in (Bound.AT_LEAST, Bound.AT_MOST)
    worded = worded or paragraph.text.startswith(("未", "没有"), second.start)
    found = _LEADING.match(paragraph.text, second.start) if worded else None
    return found[0] if found else ""


def _comparable(first: Statement, second: Statement) -> bool:
    """Whether both are of one unit and of one order: 低于计划600万元 may say by how much."""
    if (
        first.quantity.unit != second.quantity.unit
        or first.sentence != second.sentence
        or "百分点" in second.quantity.unit
    ):
        return False
    one, other = first.quantity.value, second.quantity.value
    far = first.quantity.unit in ("%", "‰") and _SET.match(second.passage.text, second.end)
    room = _FAR if far else _NEAR
    return one > 0 and other > 0 and one / room <= other <= one * room
