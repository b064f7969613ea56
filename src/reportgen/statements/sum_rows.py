"""Parts that stand in a row behind their total, with no word that says so: 示范片4.84万亩，水稻2.60万亩，油菜…."""

from collections.abc import Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.model.quantity import Interval
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.clauses import closing_bracket
from reportgen.statements.equations import SumOf
from reportgen.statements.graded_lists import is_graded
from reportgen.statements.lexicon import Lexicon, alternation
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.siblings import are_named_alike, are_siblings, leaves_none
from reportgen.statements.slips import is_exchange, is_other_digit
from reportgen.statements.statement import Statement

LITTLE, _SOME = Decimal("0.1"), Decimal("0.5")
_STAGES = ("预算", "年初预算", "全年预算", "编制")
_FEW, _TELLING = 2, 4
_NAME = re.compile(r"(?=[^，]*[^\W\d_])[^\W_]{2,10}")
_UNDECIDED = re.compile(
    r"受理|收到|接到|申[报请]|报名|登记|发放|立案|应|可|抽|预算|编制|计划|目标|收入|比|较|每|率|问卷"
)
"""受理120件，调解成功78件，调解失败34件: of what came in some may be open yet."""
_WHOLE = re.compile("全|共|总|年末|年底|当年|本年|各类|现有|所有|累计|下设|设有|完成|开展|实现|举办")
_THINGS = re.compile(r"[\u4e00-\u9fff]{2,10}，")
_AMONG = re.compile("其中|包括|含")
"""Some of them may be told: no row."""
_FLOW = re.compile("期初|年初|上期末|上年末|月初")
"""期初在校1,860人，转入42人，毕业612人，期末在校1,290人: what came and went."""
_WORDS = re.compile(r"[^\W\d]{2}")
_REST = re.compile("余下|剩下|剩余|其余|其他|其它|别的|还有|尚有|余")
_MOVES = re.compile("追加|调增|调减|核减|收回|新增|结转|比|较")
_IS_ONE, _IS_OTHER = (re.compile(rf"[为是属][^，。；、\d]{{2,10}}{end}") for end in ("，", "[。；]"))
_TO_COME = re.compile("(?:[未不没尚]|[能可])[^\\W\\d]{0,2}?(?:完成|达标)")
"""有偏差但年底能完成的1项，未达标1项: none of those that are done."""
_STATES = re.compile("已|完成|建成|完工|办结"), re.compile("正?在|推进|实施中"), re.compile("[尚还]?未|没有|待")
_BEHIND = re.compile(r"[^，。；：、（(\d]{0,10}")
_RIGHT_BEHIND = re.compile(r"[\u4e00-\u9fff]{0,10}[，：][^，。；：、（）\d]{0,12}“?")


def opens(total: Statement, paragraph: Paragraph) -> bool:
    """Whether it is the first figure of its sentence, and of no list: 支出明细为：炮弹92.60万元，劳务费41.28万元."""
    begin = paragraph.span(total.sentence)[0]
    first = not any(begin <= each.start < total.start for each in paragraph.statements)
    return first and "：" not in paragraph.text[begin : total.start]


def follows(equation: SumOf, paragraph: Paragraph) -> bool:
    """示范片4.84万亩，水稻2.60万亩，油菜1.34万亩，玉米0.90万亩: three and more that follow a total, nearly make it, and
    are named otherwise than it."""
    if is_divided(equation, paragraph) or _leaves_the_rest(equation, paragraph):
        return True
    total, parts = equation.total, equation.parts
    labels = [part.label for part in parts]
    near = len(parts) > _FEW and _is_about(equation)
    near = near or (len(parts) > _FEW and is_other_digit(total.quantity, equation.due(total), _TELLING))
    near = near or _joined_in_row(equation) or _is_pair_off(equation) or (len(parts) > _FEW and _is_exchanged(equation))
    smaller = all(part.quantity.value < total.quantity.value for part in parts)
    graded = total.quantity.unit == "分" or is_graded(equation, paragraph.lexicon)
    if not (near and smaller and total.exact) or graded or parts[0].start < total.end or overlapping(labels, paragraph):
        return False
    if not opens(total, paragraph) and not (_joined_in_row(equation) and _begins(total, paragraph)):
        return False
    between = [
        each
        for each in paragraph.statements
        if total.end <= each.start < parts[-1].start
        and each not in parts
        and each.depth <= total.depth
        and (each.exact or same_things(each.quantity, total.quantity))  # 60周岁以上 is no figure of a list
    ]
    plain = not between or _are_pairs(between, parts)
    named = all(_NAME.fullmatch(label) for label in labels) and len(set(labels)) == len(labels)
    plain = plain and (named or _are_named_behind(parts)) and not _FLOW.match(total.label)
    stages = {part.concept for part in parts} | {total.concept}
    text = paragraph.text[parts[-1].end :][:8]
    return plain and len(stages) < _FEW + 1 and not re.match("等|，其他|，另", text)


def _are_named_behind(parts: Sequence[Statement]) -> bool:
    """门诊费用186.20万元，96.40万元用于药品，54.60万元用于检查，35.20万元用于治疗: each name behind its figure."""
    behind = [part.passage.text[part.end : part.end + _FEW] for part in parts]
    return not any(part.label for part in parts) and all(_WORDS.fullmatch(words) for words in behind)


def _are_pairs(between: Sequence[Statement], parts: Sequence[Statement]) -> bool:
    """项目58个、投资36.80亿元，续建22个、14.60亿元，新建36个、22.20亿元: each is told in two figures."""
    kinds = {each.quantity.kind for each in between}
    alone = len(kinds) == 1 and parts[0].quantity.kind not in kinds and "%" not in kinds
    return alone and len(between) in (len(parts) - 1, len(parts))


def _is_pair_off(equation: SumOf) -> bool:
    """执收426.50万元，罚没318.20万元，收费108.30万元: two behind their total, nothing behind them, off by one slip."""
    total, parts = equation.total, equation.parts
    if len(parts) != _FEW or _AMONG.match(parts[0].label) or _UNDECIDED.search(total.label) or total.planned:
        return False
    if not _is_apart(equation) and not _is_what_they_are(equation):
        return False
    if any(part.concept not in ("", total.concept) or part.planned or _MOVES.search(part.label) for part in parts):
        return False
    due = [(each, equation.due(each)) for each in equation.members]
    return any(is_exchange(each.quantity, meant, _FEW + 1) or _other_digit(each, meant) for each, meant in due)


def _is_apart(equation: SumOf) -> bool:
    """Whether commas alone part total and parts, and a full stop or a semicolon ends them."""
    total, parts = equation.total, equation.parts
    text = total.passage.text
    commas = all(text[each.end : each.end + 1] == "，" for each in (total, *parts[:-1]))
    return commas and bool(re.match("[^，。；：、\\d]{0,6}(?:[。；]|$)", text[parts[-1].end :]))


def _is_what_they_are(equation: SumOf) -> bool:
    """救助512人次，318人次为流浪人员，194人次为临时遇困人员: behind each part stands what it is, and nothing else."""
    total, (first, second) = equation.total, equation.parts
    text = total.passage.text
    apart = text[total.end : first.start] == "，"
    return apart and bool(_IS_ONE.fullmatch(text, first.end, second.start) and _IS_OTHER.match(text, second.end))


def _other_digit(each: Statement, due: Interval) -> bool:
    written = len(re.sub(r"\D", "", each.text))
    return written > _FEW + 1 and is_other_digit(each.quantity, due, 1)


def _leaves_the_rest(equation: SumOf, paragraph: Paragraph) -> bool:
    """检查企业85家，立案3家，责令改正9家，剩余73家未见异常: the last of them is what is left over."""
    total, parts = equation.total, equation.parts
    labels = [part.label for part in parts]
    if not _REST.match(labels[-1]) or any(_MOVES.search(label) for label in labels) or parts[0].start < total.end:
        return False
    text, stages = paragraph.text, {each.concept for each in equation.members} - {""}
    between = any(total.end <= each.start < parts[-1].start and each not in parts for each in paragraph.amounts)
    if between or len(stages) > 1 or not total.exact or total.planned or not _begins(total, paragraph):
        return False
    right_behind = _RIGHT_BEHIND.fullmatch(text, total.end, parts[0].start)
    slip = _is_exchanged(equation) or _is_digit_off(equation, 1)
    return bool(right_behind) and (_is_about(equation) or slip)


def is_divided(equation: SumOf, paragraph: Paragraph) -> bool:
    """过闸4.84万艘次，上行2.41万艘次，下行2.45万艘次: parts of one kind right behind a total that they nearly make."""
    total, parts = equation.total, equation.parts
    if parts[0].start < total.end or not _RIGHT_BEHIND.fullmatch(paragraph.text, total.end, parts[0].start):
        return False
    if (
        total.planned
        or not total.text[:1].isdecimal()
        or total.period is not parts[0].period
        or _UNDECIDED.search(total.label)
    ):
        return False
    if any(each.planned or each.depth != total.depth or each.concept in _STAGES for each in parts):
        return False
    if total.quantity.unit == "分" or is_graded(equation, paragraph.lexicon) or not _begins(total, paragraph):
        return False
    labels = [part.label for part in parts]
    is_like_them = are_siblings([total.label, labels[0]], paragraph.lexicon) and not _is_whole(total, labels)
    graded = any(paragraph.lexicon.grade(label) for label in labels)
    return (
        are_siblings(labels, paragraph.lexicon)
        and not graded
        and not is_like_them
        and _is_nearly(equation, paragraph.lexicon)
    )


def _is_whole(total: Statement, labels: Sequence[str]) -> bool:
    """巡航1,860艘次，主航道巡航1,320艘次; 全年手术2,460台，择期手术2,130台: no first one of the list."""
    return labels[0].endswith(total.label) or bool(_WHOLE.search(total.label))


def _begins(total: Statement, paragraph: Paragraph) -> bool:
    """Whether it is the first such figure since the semicolon, or one that says itself of what it is."""
    begin = max(paragraph.span(total.sentence)[0], paragraph.text.rfind("；", 0, total.start))
    before = [each for each in paragraph.amounts if begin <= each.start < total.start and each.concept != "编制"]
    alike = [each for each in before if same_things(each.quantity, total.quantity)]
    listed = "：" in paragraph.text[begin : total.start]
    return not listed and (not alike or bool(_THINGS.match(paragraph.text, total.end)))


def _is_nearly(equation: SumOf, lexicon: Lexicon) -> bool:
    """A tenth off, one too many, or off by a slip; two digits tell where names are alike and there is too much."""
    missing, whole = abs(equation.missing), abs(equation.total.quantity.value)
    if _is_about(equation) or _is_exchanged(equation):
        return True
    labels = [part.label for part in equation.parts]
    known = equation.missing < 0 and are_named_alike(labels, lexicon)
    if known and leaves_none(labels) and missing <= whole:
        return True  # 执法用车6辆，其他用车2辆
    least, most = (_FEW, _FEW) if known and lexicon.closed_set(labels) else (_FEW if known else _FEW + 1, _SOME)
    return missing <= whole * most and _is_digit_off(equation, least)


def _is_about(equation: SumOf) -> bool:
    """Whether the parts nearly make the total: all but a tenth of it, or all but one of what is counted."""
    return abs(equation.missing) <= abs(equation.total.quantity.value) * LITTLE or _is_one_off(equation)


def _is_exchanged(equation: SumOf) -> bool:
    """Whether two digits of one figure that change places put it right."""
    return any(is_exchange(each.quantity, equation.due(each), _FEW) for each in equation.members)


def _is_digit_off(equation: SumOf, least: int) -> bool:
    """Whether one other digit in a figure of at least so many puts it right."""
    return any(is_other_digit(each.quantity, equation.due(each), least) for each in equation.members)


def _is_one_off(equation: SumOf) -> bool:
    """A级景区9家，4A级2家，3A级5家，2A级3家: of things that are counted, one too many."""
    counted = all(each.quantity.factor == 1 and not each.quantity.decimals for each in equation.members)
    return counted and abs(equation.missing) == 1


def _joined_in_row(equation: SumOf) -> bool:
    """台站28个，测震站21个、强震站9个、形变站4个、流体站3个: in a row behind their total, and nearly that."""
    total, parts = equation.total, equation.parts
    text = total.passage.text
    joined = all(text[one.end : one.end + 1] == "、" for one in parts[:-1] if one.end < parts[-1].start)
    end = closing_bracket(text, total.end + 1) + 1 if text[total.end : total.end + 1] == "（" else total.end
    apart = text[end : end + 1] == "，" and text[parts[-1].end : parts[-1].end + 1] in (
        "。",
        "；",
        "，",
        "",
    )
    near = _is_about(equation) or _is_digit_off(equation, _FEW)
    return joined and apart and (_is_exchanged(equation) or (near and not _AMONG.match(parts[0].label)))


def are_states(equation: SumOf) -> bool:
    """14个乡镇中，9个已建成，3个在建，2个尚未开工: done, underway and not begun, and there is nothing else."""
    total, parts = equation.total, equation.parts
    told = [part.label + "".join(_BEHIND.findall(part.passage.text, part.end)[:1]) for part in parts]
    behind = total.end <= parts[0].start and _RIGHT_BEHIND.fullmatch(total.passage.text, total.end, parts[0].start)
    states = len(parts) == len(_STATES) and all(state.search(words) for state, words in zip(_STATES, told, strict=True))
    return bool(behind) and states


def overlapping(labels: Sequence[str], paragraph: Paragraph) -> bool:
    """Whether one is counted among the others as well: 党员; of 高级24人、一级37人、二级25人 each has one level."""
    overlaps = any(paragraph.lexicon.any_of("重叠").search(_TO_COME.sub("", label)) for label in labels)
    return overlaps and not _are_levels(labels, paragraph.lexicon)


def _are_levels(labels: Sequence[str], lexicon: Lexicon) -> bool:
    levels = lexicon.pattern("levels", _level_words)
    found = [levels.match(label) for label in labels]
    names = {each["level"] for each in found if each}
    return len(labels) > _FEW and len(names) == len(labels)


def _level_words(lexicon: Lexicon) -> str:
    return rf"(?:其中[，：]?)?(?P<level>{alternation(lexicon.lists['级别'])})"
