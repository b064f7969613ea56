"""Ways to read a list that are none of the whole list: what is joined to the first figure, the heads of its pieces."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from reportgen import patterns as re
from reportgen.numbers.units import counts
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import SumOf
from reportgen.statements.flows import LAST
from reportgen.statements.lexicon import Lexicon
from reportgen.statements.names import bare
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.siblings import are_siblings, leaves_none
from reportgen.statements.stages import stage_of
from reportgen.statements.statement import Role, Statement
from reportgen.statements.sum_place import SumList

_FEW, _MOVED = 2, 4
_MADE_UP = re.compile("[，,]?由[^，。；、\\d]{1,16}")
_FULL = re.compile(r"(?:满分|分值|权重|标准|总)分?(?:各?为|共|是|[:：])*$")
_POINTS = re.compile("满分|分值|权重|标准分")
_HANZI = re.compile("[一二三四五六七八九十]")
_TIMES = ("×", "*", "÷")
JOINED = re.compile(r"\s*(?:[、和及与]|以及)[^，；。：、]*")
_OFF = re.compile("^(?:再|并|应|另)?(?:减去|减除|扣除|扣减|剔除)")
_BUT_FOR = re.compile(r"[^，。；\d]{0,8}外")
"""除拨款838万元外，只有其他收入8万元: these are added; 427台（两类450台中，除免装的23台）: they are taken off."""
_HALVED = re.compile(r"[^，。；、\d]{0,3}(?:折半|减半|折合|折算|按[^，。；]{1,4}折)")
"""专任440人加校外72人折半计，为476人."""
_CLOSED = re.compile("(?:共|[共合总]计|总共|一共)(?:为|是|达)?")
_FOREMOST = re.compile(r"前[一二两三四五六七八九十\d]{1,2}[位名大类]|排名?前|[较最][多大高]的")
_DENIES = re.compile("(?:还?没有?|尚?未)(?P<what>[^\\W\\d]+)")
_SOME = 2


def is_made_up(claim: Claim) -> bool:
    """收入960万元，由本年收入846万元和结转27万元构成；支出873万元: whatever else the parts make, they are its own."""
    total, first = claim.members[:2]
    return bool(_MADE_UP.fullmatch(total.passage.text, total.end, first.start))


def is_told_first(claim: Claim, others: Iterable[Claim]) -> bool:
    """演出318场，上半年136场，下半年128场。按场所，进乡村204场……: what its own sentence lists is not what others do."""
    total, *parts = claim.members
    ways = [each.members[1] for each in others if each.holds and each.members[0] is total]
    return all(each.sentence == total.sentence for each in parts) and all(
        each.sentence != total.sentence for each in ways
    )


def is_closed_behind(claim: Claim, lexicon: Lexicon) -> bool:
    """一季度12人、二季度17人、三季度20人，共49人；按类别分，……: what 共 closes is its own, however else it is made."""
    total, *parts = claim.members
    behind = total.start >= parts[-1].end and len(parts) > _FEW and bool(_CLOSED.fullmatch(total.label))
    return behind and are_siblings([part.label for part in parts], lexicon)


def joined_to_semicolon(equation: SumOf) -> bool:
    """其中货物54.20万元、服务132.20万元；授予中小企业186.40万元: 、 joins the parts, and a semicolon ends them."""
    parts, text = equation.parts, equation.total.passage.text
    return text[parts[-1].end : parts[-1].end + 1] == "；" and all(text[each.end] == "、" for each in parts[:-1])


def are_times_of(part: Statement, total: Statement, listed: SumList) -> bool:
    """第一期54人，第二期43人，合计97人次: people of each time make how often somebody came."""
    return listed.words == "合计" and total.quantity.unit == "人次" and counts(part.quantity.kind) == "人"


def is_second_way(claim: Claim, made: Sequence[set[Statement]]) -> bool:
    """由结转310万元、留成1,204万元和补助600万元构成，安排1,860万元，其余290万元: two digits exchanged, and
    the total comes out right with other parts."""
    odd = claim.at is not None and claim.at is not claim.members[0] and claim.proof is Proof.CERTAIN
    behind = claim.members[1].start > claim.members[0].end and claim.members[1].block == claim.members[0].block
    joined = JOINED.match(claim.members[1].passage.text, claim.members[1].end)
    return (odd or bool(behind and joined)) and not any({*claim.members[1:]} & parts for parts in made)


def special_ways(listed: SumList, inside: Sequence[Statement], paragraph: Paragraph) -> Iterator[tuple[Statement, ...]]:
    """What is joined to the first figure, and the heads of pieces."""
    vacant = paragraph.lexicon.any_of("空缺")
    if any(vacant.fullmatch(each.label) for each in inside):  # 在编31人，缺3人；聘用12人，共43人
        yield tuple(each for each in inside if not vacant.fullmatch(each.label))
    item = not listed.words and paragraph.joined_to(listed.totals[0]) is not None  # 行政32名、事业46名，在编行政30名
    if ("各" in listed.words or listed.words in ("", "：")) and not item and (joined := _joined(inside, paragraph)):
        yield joined  # 各为180份、96份和44份，满意的291份
    if not listed.words and (pair := _closed_pair(inside, paragraph)):
        yield pair  # 在岗43人，男职工28人，女职工15人，有证书的19人
    if not listed.words and (closed := _to_the_rest(inside)):
        yield closed  # 作品318件，书画141件，剪纸66件，别的111件，展出106件
    if heads := _of_pieces(listed, inside, paragraph):  # 甲168万元，每期12万元；乙76万元；丙48万元
        yield heads
    if listed.words == "上" and (tails := _of_pieces(listed, inside[::-1], paragraph)):
        yield tails[::-1]  # 开放120晚，每晚0.86万元，计103.2万元；改造28.6万元；宣传8万元。合计139.8万元


def _joined(inside: Sequence[Statement], paragraph: Paragraph) -> tuple[Statement, ...]:
    """The first figures, as far as nothing but 、 and 和 stands between them."""
    count = 1
    while count < len(inside) and JOINED.fullmatch(paragraph.text[inside[count - 1].end : inside[count].start]):
        count += 1
    return tuple(inside[:count]) if _FEW <= count < len(inside) else ()


def _closed_pair(inside: Sequence[Statement], paragraph: Paragraph) -> tuple[Statement, ...]:
    """The first two, where they leave no other and more is told behind them."""
    pair = tuple(inside[:_FEW])
    ends = {re.sub("^[男女]", "", each.label) for each in pair}
    closed = paragraph.lexicon.closed_set([each.label for each in pair]) and len(ends) == 1
    return pair if closed and len(inside) > _FEW else ()


def _to_the_rest(inside: Sequence[Statement]) -> tuple[Statement, ...]:
    """The first figures up to the one that is what is left over, where more is told behind it."""
    at = next((at for at, each in enumerate(inside) if leaves_none([each.label])), 0)
    return tuple(inside[: at + 1]) if _FEW <= at + 1 < len(inside) else ()


def _of_pieces(listed: SumList, inside: Sequence[Statement], paragraph: Paragraph) -> tuple[Statement, ...]:
    """The first figure of each piece between semicolons, where some have more than one."""
    first: dict[int, Statement] = {}
    for each in inside:
        first.setdefault(paragraph.text.count("；", listed.start, each.start), each)
    return tuple(first.values()) if _FEW < len(first) < len(inside) else ()


def is_ordinal(each: Statement) -> bool:
    """分三期推进：一期完成900万页，二期（2022—2023年）完成850万页: the second one, and not two of them."""
    behind = each.passage.text[each.end : each.end + 1]
    return not each.label and bool(_HANZI.match(each.text)) and behind not in ("，", "、", "；", "。", "")


def is_factor(each: Statement) -> bool:
    """6人×12个月×3,500元: what something is made of, and no part of a sum."""
    text = each.passage.text
    return text[each.start - 1 : each.start] in _TIMES or text[each.end : each.end + 1] in _TIMES


def is_full(each: Statement) -> bool:
    """Whether it says how many points there are to be had."""
    return each.concept == "满分" and bool(_FULL.search(each.label) or not _POINTS.search(each.label))


def is_divided_within(equation: SumOf) -> bool:
    """其中保卫科21人，科长、副科长3人，队员18人: the first part is what the others make."""
    first, *others = [part.quantity.value for part in equation.parts]
    apart = equation.total.passage.text[equation.parts[0].end :][:1] == "，"
    return (len(others) >= _FEW and apart and first == sum(others)) or _has_become(equation)


def _has_become(equation: SumOf) -> bool:
    """原有412艘，减船转产38艘，新增更新12艘，现有386艘: the last is what has become of the first."""
    *moved, last = equation.parts
    if not LAST.search(last.label) or len(moved) > _MOVED or last.start < equation.total.end:
        return False
    now = {equation.total.quantity.value}
    for each in moved:
        now = {value + way * each.quantity.value for value in now for way in (-1, 1)}
    return last.quantity.value in now


def without_budgets(spent: Statement, inside: Sequence[Statement]) -> list[Statement]:
    """支出469.86万元（含追加28.40万元，追加后预算472.00万元）: what might be spent is no part of what was.

    Where one budget is more than all that was spent, none of those beside it is a part.
    """
    budgets = [each for each in inside if (stage_of(spent.concept), stage_of(each.concept)) == ("决算", "预算")]
    told = any(each.quantity.value > spent.quantity.value for each in budgets)
    return [each for each in inside if not (told and each in budgets)]


def told_as_rate(equation: SumOf, paragraph: Paragraph) -> Statement | None:
    """预算2,186.00万元。基本支出486.40万元，项目支出1,626.70万元，执行率96.67%: a rate behind the parts that says how
    much of the total they make, and that is not all of it."""
    added = sum([part.quantity.value for part in equation.parts], Decimal(0))
    made = added / equation.total.quantity.value if equation.total.quantity.value else Decimal(0)
    rates = (
        each
        for each in paragraph.statements
        if each.role in (Role.RATE, Role.SHARE) and each.quantity.unit == "%" and each.exact
    )
    return next(
        (
            each
            for each in rates
            if each.start > equation.parts[-1].end and abs(each.quantity.value - made) <= each.quantity.half_place
        ),
        None,
    )


def is_one_of_more(total: Statement, ways: Sequence[tuple[Statement, ...]], paragraph: Paragraph) -> bool:
    """368个孩子里，田径队最多，有126人，游泳队84人，举重队42人、射击队116人: with those behind it, it makes what stands
    before: the first of its row, and no total."""
    before = {each.quantity.number for each in paragraph.statements if each.end <= total.start}
    values = (total.quantity.number + sum(part.quantity.number for part in way) for way in ways)
    same = all(part.quantity.unit == total.quantity.unit for part in ways[0]) and len(ways[0]) > _SOME
    return same and any(value in before for value in values)


def is_denied_within(equation: SumOf) -> bool:
    """办结296条，其中一般的288条，还没有办结的22条: of what a total counts, nothing is denied."""
    name = bare(equation.total.label)
    denied = (_DENIES.search(part.label) for part in equation.parts)
    return bool(name) and any(found["what"].startswith(name) for found in denied if found)


def is_no_plain_list(equation: SumOf) -> bool:
    """Whether not all is added: a list has only the foremost (居前5位的为……), or one is no part, or has no figure."""
    foremost = _FOREMOST.search(equation.parts[0].label) is not None
    return foremost or any(map(_is_not_added, equation.parts)) or _tells_again(equation) or _has_a_bare_item(equation)


def _is_not_added(part: Statement) -> bool:
    """Whether a part is taken off, or halved: 支出52.8亿元，加上上解3.1亿元，减去收回0.6亿元."""
    text = part.passage.text
    but_for = part.label.startswith("除") and not _BUT_FOR.match(text, part.end)
    return bool(but_for or _OFF.search(part.label) or _HALVED.match(text, part.end))


def _tells_again(equation: SumOf) -> bool:
    """审结58件。其中涉公安的52件，审结33件: what is told once more, of one of them."""
    name = bare(equation.total.label)
    return bool(name) and {bare(part.label) == name for part in equation.parts} == {True, False}


def _has_a_bare_item(equation: SumOf) -> bool:
    """18家：局机关本级；参公单位3家；事业单位14家: an item without a figure of its own."""
    text, parts = equation.total.passage.text, equation.parts
    if parts[0].start < equation.total.end:
        return False
    items = text[equation.total.end : parts[-1].end].split("；")
    starts = accumulate((len(item) + 1 for item in items), initial=equation.total.end)
    return len(items) > _FEW and not all(
        any(start <= part.start < start + len(item) for part in parts)
        for item, start in zip(items, starts, strict=False)
    )
