"""Parts and their whole where no list is complete: 支出98万元，其中设备购置30万元. No part is more than its whole."""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.language import _
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import Bounded
from reportgen.statements.flows import LAST
from reportgen.statements.guessed_wholes import guessed_whole, is_no_part_by_name, list_before
from reportgen.statements.names import bare
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.part_lists import is_of_a_list, made_into, named_whole, opened_before
from reportgen.statements.part_ways import is_of_any_time, is_spent_on, never_less
from reportgen.statements.qualities import SOME
from reportgen.statements.siblings import are_siblings
from reportgen.statements.stages import stage_of
from reportgen.statements.statement import Period, Role, Statement

_IN = re.compile(
    r"""
    [^，。；：、\d（）]{0,10}? (?: [（(] [^，。；：、\d（）]{1,8} [）)] )?
    (?: (?<![年期月集途高初]) 中 (?![级型等学小央标心])   # 20个标段中按期完工19个
      | (?<![公英海邻]) 里 (?![程亩长]) [头面边]? )        # 17个村（社区）里到位的13个, 75人里头
    (?: ，[^，。；：、\d]{1,12} (?= ，[^，。；：、]{1,8} \d ) )?   # 322.20万元当中，设备最多，花了146.00万元
    ，? (?= [^，。；：、]{0,16} \d )
    | [^，。；：、\d（）]{1,8} [只仅才] (?= [^，。；：、\d有能需是要在按]{1,6} \d )   # 14个窗口只完成6个
    """,
    re.VERBOSE,
)
_OPENED = re.compile("[中里]，")
_BACK, _OPENS, _PAIR, _LED = 3, 2, 2, 4
_LEFT = re.compile(r"结余|结转|剩余|余额|节余|差额|缺口")
_INSIDE = re.compile(r"[^，。；：、\d（(]{0,8}[（(](?:其中|含)?[^，。；：、\d]{0,16}")
_ANY_THINGS = ("个", "项", "家", "条", "种", "件", "处")
_THING = re.compile(r"(?![均都已未尚被全]|表示|评价|反映|符合|达到)[\u4e00-\u9fff]{1,2}")
_THINGS = re.compile(r"[\u4e00-\u9fff]{1,4}")
_REST = re.compile("剩|其余|其他|其它")
_SAYS_PART = re.compile("其中|含")
_SOME_OF = re.compile(r"[^，。；：、\d]{0,10}(?:(?<![年期月集途高初])中|(?<![公英海邻])里)，?(?:仅|只|仍|尚|还|已)?有?")
_BARE = re.compile("[其仅只仍尚还已又都]?有")
"""19家单位，有4家人员不足: what is said behind the figure is no other thing."""
_AGAIN = re.compile("[￥¥]|即|折|合")
"""壹佰元（￥100）: the same amount once more."""


def parts(paragraph: Paragraph) -> Iterator[Claim]:
    """支出98万元，其中设备购置30万元; 20个标段中按期完工19个: no part is more than its whole."""
    statements = [each for each in paragraph.amounts if each.exact]
    drawn = [each for each in paragraph.statements if each.role is Role.CHANGE and each.label.startswith(("中", "里"))]
    for part in (*statements, *drawn):  # 总预算3,480.00万元中拟调减124.00万元
        near = [each for each in statements if each.end <= part.start and _may_hold(each, part)]
        told = _whole_of(part, near, paragraph)
        whole = told or guessed_whole(part, near, paragraph)
        if whole is None or _is_no_part(part, whole, statements, paragraph):
            continue
        equation = Bounded(part, whole)
        note = _("其中一项 {part} 大于总数 {whole}", part=part, whole=whole)
        some = part.label.endswith(SOME) or paragraph.lexicon.any_of("部分").search(part.label)
        sure = told is not None and whole.sentence == part.sentence and not some
        proof = Proof.CERTAIN if sure else Proof.LIKELY
        yield Claim("part", equation, equation.holds, proof, part, _("大于总数 {whole}", whole=whole), (note,))


def _is_no_part(part: Statement, whole: Statement, statements: Sequence[Statement], paragraph: Paragraph) -> bool:
    """Whether a figure behind another is something else than a part of it."""
    apart = _is_set_beside(part, whole) or _goes_on(part, whole, paragraph) or is_of_a_list(part, whole, statements)
    return (
        (apart and not _is_in(part, whole, paragraph))
        or (_is_another_thing(part, whole) and not _is_one_among(part, whole))
        or _is_of_two(part, whole, paragraph)
        or _is_mean(part, whole, statements)
        or _is_beside(part, whole, statements, paragraph)
        or (LAST.match(part.label) is not None and "其中" not in paragraph.text[whole.end : part.start])  # 现有192辆
    )


def _is_set_beside(part: Statement, whole: Statement) -> bool:
    """支出98万元（全年预算120万元）; 完成36场，其中…，计划40场: what was planned is no part of what was done."""
    return _stage(part) == "预算" != _stage(whole) or (part.planned and not whole.planned)


def _is_in(part: Statement, whole: Statement, paragraph: Paragraph) -> bool:
    """17个社区中人员到位的13个; 剩余14.74万元里预计支付13.24万元: of what stands right before, counted or planned."""
    told = part.planned or not part.quantity.unit.startswith("元")
    found = _IN.match(paragraph.text, whole.end) if told else None
    if found is None or found.end() > part.start:
        return False
    return "，" not in paragraph.text[found.end() : part.start] or _is_led_alike(part, found.end(), paragraph)


def _is_led_alike(part: Statement, opened: int, paragraph: Paragraph) -> bool:
    """810万元中，计划购买地磁340万元，比例42%；计划购买视频388万元: the same words as before the first of the list."""
    first = next(each for each in paragraph.statements if each.start >= opened)
    return first is not part and part.label[:_LED] == first.label[:_LED] and len(part.label) > _LED


def _is_of_two(part: Statement, whole: Statement, paragraph: Paragraph) -> bool:
    """规模场60个、散养户140户，其中满意186户: of both together, which are no less."""
    other = paragraph.joined_to(whole)
    too_much = part.quantity.value - whole.quantity.value
    return other is not None and 0 < too_much <= other.quantity.value


def _is_mean(part: Statement, whole: Statement, statements: Sequence[Statement]) -> bool:
    """综合满意度94.7分，其中环境95.8分、餐饮86.2分: the mean of scores, of which each is about as large."""
    beside = [each for each in statements if each.sentence == part.sentence and each.quantity.kind == "分"]
    others = [each for each in beside if each not in (part, whole) and each.depth == part.depth]
    return whole.quantity.unit == "分" and any(each.quantity.value * 2 > whole.quantity.value for each in others)


def _is_beside(part: Statement, whole: Statement, statements: Sequence[Statement], paragraph: Paragraph) -> bool:
    """实有125人，……党员104人，女干警51人，本科以上119人: two parts of one whole, of which neither holds the other."""
    if part.depth > whole.depth or "其中" in paragraph.text[whole.end : part.start]:
        return False
    itself = paragraph.in_a_list(whole) or paragraph.lexicon.any_of("部分").search(whole.label)
    earlier = [each for each in statements if each.end <= whole.start and _may_hold(each, part)]
    return bool(itself) and any(each.quantity.value >= part.quantity.value for each in earlier)


def _goes_on(part: Statement, whole: Statement, paragraph: Paragraph) -> bool:
    """结余12万元，其中甲项目预算300万元，已支出288万元: how what is left came about, and no part of it; a figure of
    another stage behind the first part says what else there is: 上年结转36万元，其中收回10万元，支出512万元."""
    listed = paragraph.text.rfind("其中", whole.end, part.start)
    apart = listed >= 0 and "，" in paragraph.text[listed + 3 : part.start]
    if apart and _is_full(listed, part, whole, paragraph):
        return True
    return bool(_stage(part)) and (bool(_LEFT.search(whole.label)) or (apart and _stage(part) != _stage(whole)))


def _is_full(listed: int, part: Statement, whole: Statement, paragraph: Paragraph) -> bool:
    """调出1,280件，其中甲960件、乙320件，入库1,500件: a list with 、 ends at the comma, as one that has it all."""
    before = [each for each in paragraph.statements if listed <= each.start < part.start and each.role is Role.AMOUNT]
    before = [each for each in before if same_things(each.quantity, whole.quantity)]
    between = paragraph.text[before[-1].end : part.start] if before else ""
    ended = (
        len(before) > 1
        and not part.label.endswith(SOME)
        and "、" in paragraph.text[before[0].end : before[-1].start]
        and "，" in between
    )
    return ended or (len(before) > 1 and sum(each.quantity.value for each in before) == whole.quantity.value)


def _stage(each: Statement) -> str:
    return stage_of(each.concept)


def _may_hold(whole: Statement, part: Statement) -> bool:
    alike = same_things(whole.quantity, part.quantity)
    alike = alike and (whole.period is part.period or (whole.period is Period.NOW and is_of_any_time(part)))
    return alike and part.sentence - whole.sentence <= _BACK and part.depth >= whole.depth


def _whole_of(part: Statement, near: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """What the part is a part of: of the figures before 其中 the largest, lest one of them be taken for the whole."""
    text = paragraph.text
    own = [each for each in near if each.sentence == part.sentence]
    if own and _IN.match(text, own[-1].end) and "，" not in _OPENED.sub("", text[own[-1].end : part.start], 1):
        return own[-1]
    start = paragraph.span(part.sentence)[0]
    if (made := made_into(part, own, paragraph)) or is_no_part_by_name(part, paragraph):
        return made
    if (opened := list_before(part, paragraph)) >= 0:
        return _before_list(part, near, opened, paragraph)
    if named := named_whole(part, start, paragraph) or _opened_with(part, own, paragraph):
        return named
    last = next((each for each in reversed(own) if each.depth == part.depth - 1), None)
    if last is not None and _is_inside(part, last, paragraph):
        return last
    return opened_before(part, own, paragraph) or never_less(part, own or near, paragraph)


def _is_inside(part: Statement, whole: Statement, paragraph: Paragraph) -> bool:
    """编制30名（含工勤2名）: a bracket behind a figure that says of itself that it holds a part."""
    between = paragraph.text[whole.end : part.start]
    some = paragraph.lexicon.any_of("部分").search(part.label)  # 监控620路（当年新装148路）
    said = _INSIDE.fullmatch(between) and (_SAYS_PART.search(between) or some)
    again = _AGAIN.search(paragraph.text[whole.end : part.start + 1])
    stage_alone = _stage(part) and bare(part.label) in paragraph.lexicon.concepts
    return bool(said) and not again and not stage_alone and part.concept != "编制"


def _opened_with(part: Statement, own: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """46个村里已通水的43个，……；建有文化广场的32个: of what the sentence opens with every clause tells some."""
    first = next((each for each in own if each.depth == part.depth), None)
    if first is None or part.depth:
        return None
    if first.label.endswith(SOME) and part.label.endswith(SOME):
        return None  # 参加初训的86人中，合格79人；参加复训的214人: the next of a kind
    if part.label.endswith(SOME) and _IN.match(paragraph.text, first.end):
        opens = not any(each.end <= first.start and each.sentence == first.sentence for each in paragraph.statements)
        return first if opens else None
    return next((each for each in reversed(own) if _is_opened(each, part, paragraph)), _in_turn(part, own, paragraph))


def _in_turn(part: Statement, own: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """1,200头中宰前检出865头，宰后检出335头: the second of a kind behind 中."""
    if len(own) < _PAIR:
        return None
    whole, first = own[-_PAIR:]
    opened = _IN.match(paragraph.text, whole.end)
    apart = paragraph.text[first.end : part.start]
    near = apart.startswith("，") and apart.count("，") == 1 and "；" not in apart
    in_turn = opened and opened.end() <= first.start and near and whole.depth == part.depth
    return whole if in_turn and are_siblings([first.label, part.label], paragraph.lexicon) else None


def _is_opened(whole: Statement, part: Statement, paragraph: Paragraph) -> bool:
    """86台中，完工84台，验收合格82台: all that is told behind the comma, as far as the semicolon."""
    opened = _IN.match(paragraph.text, whole.end)
    if opened is None or not paragraph.text.startswith("，", opened.end() - 1) or whole.depth != part.depth:
        return False
    rest = _REST.search(paragraph.text, part.end, paragraph.span(part.sentence)[1])  # ；修宿舍98.50万元；剩下的……
    if opened.end() > part.start:
        return False
    one_half = "；" not in paragraph.text[opened.end() : part.start]
    return bool(rest) or one_half or _is_led_alike(part, opened.end(), paragraph)


def _is_another_thing(part: Statement, whole: Statement) -> bool:
    """登记品种6个，其中“云雾5号”在12个县推广: counties are no part of sorts."""
    if part.quantity.unit not in _ANY_THINGS or _BARE.fullmatch(part.label):
        return False
    thing = _THING.match(part.passage.text, part.end)
    behind = _THINGS.match(whole.passage.text, whole.end)
    told = whole.label + (behind[0] if behind else "")
    return thing is not None and not any(char in told for char in thing[0])


def _is_one_among(part: Statement, whole: Statement) -> bool:
    """9家定点机构中，2家档案不全: whatever it is that some of them have."""
    return part.passage is whole.passage and bool(_SOME_OF.fullmatch(part.passage.text, whole.end, part.start))


def _before_list(part: Statement, near: Sequence[Statement], opened: int, paragraph: Paragraph) -> Statement | None:
    """The largest figure before 其中, where that opens a list of such things."""
    listed = next((each for each in paragraph.statements if each.start >= opened), part)
    if not same_things(listed.quantity, part.quantity) and "，" in paragraph.text[listed.end : part.start]:
        return None  # 讲座152场，参加18,640人次；其中学校114场，线上12场，观看6.2万人次: the list is of 场
    before = [each for each in near if each.end <= opened and each.depth <= part.depth]
    if opened - paragraph.span(part.sentence)[0] >= _OPENS and not is_spent_on(part.sentence, paragraph):
        before = [each for each in before if each.sentence == part.sentence]
    return max(before, key=lambda each: each.quantity.value, default=None)
