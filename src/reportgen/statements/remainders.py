"""What is left, missing, added: 预算100万元，支出98万元，结余2万元; 年初＋追加＝全年预算; 编制73名，在岗69，空缺4名."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from reportgen import patterns as re
from reportgen.language import _
from reportgen.numbers.arithmetic import same_things
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import SumOf
from reportgen.statements.flows import flows, had_some_before
from reportgen.statements.member_slips import is_mistyped
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.rest_in_brackets import rest_in_brackets
from reportgen.statements.rest_of_three import rest_of_three
from reportgen.statements.slips import is_exchange, is_other_scale
from reportgen.statements.statement import Period, Role, Statement
from reportgen.statements.sum_claims import rest_claim, sum_claim
from reportgen.statements.sum_proofs import lacks_a_figure

_LEFT = re.compile(
    r"""
      余|剩下|省下|尚有|尚未               # 结余2万元，其余71名
    | 未支出|未使用|未完成
    | 差额|相差|少于|多于|还差|尚缺         # 比预算还差3万元
    | 缺口|空编|空缺|空额|缺编|缺员         # 编制73名，在岗69，空缺4名
    | ^(?:另?有)?无效的?$                   # 收回180份，有效176份，无效4份
    | ^(?:还|尚|仍)?[空缺](?:着|了|出)?$    # 编制9名，在岗8人，空1名
    | (?:扣[款减发除缴]|减免)(?:了|额|金额)?$   # 应付64.20万元，实付60.99万元，扣款3.21万元
    """,
    re.VERBOSE,
)
_NOT_DONE = re.compile(r"(?P<end>年末|期末|月末|年底|月底)?(?:尚)?(?:未|(?P<is_not>不))(?P<what>[^\W\d]{1,4}?)的?$")
_NEXT = re.compile(r"[^，。；：、\d]{0,4}，[^，。；：、\d]{1,10}")
_DUE, _DONE = re.compile("应(?P<what>[付发收缴交拨配建])"), re.compile("[实已](?:际)?(?P<what>[付发收缴交拨配建])")
_REST = re.compile(r"(?:[其剩尚]余|余下|剩下|余(?!额))的?[^，。；、]{0,6}$")
_PENDING = re.compile(r"(?:还|仍|尚|正)在?[^\W\d]{1,6}?的?$")
_PENDING_OF = re.compile(r"[收受接]到?|受理|申[请报]|线索|报名|发现|举报|投诉|反映|登记")  # 受理47起，还在查的2起
_OTHERS, _ONLY = re.compile("另有?|还有"), re.compile("只有?$|仅有?$")
_WAITS = re.compile("[^，。；：、\\d]{0,3}(?:待|[未尚还正在没])")
_NOT_OF = re.compile(r"比|较|增|减|超|平均|目标|计划|上年")
_REACH, _NEAR, _PAIR = 1, 6, 2


def remainders(paragraph: Paragraph) -> Iterator[Claim]:
    """Every remainder with the two figures whose difference it is."""
    for left in paragraph.statements:
        if left.exact and left.quantity.unit and left.quantity.kind != "%" and _is_left(left):
            yield from _difference(left, paragraph)
    yield from rest_in_brackets(paragraph)
    yield from rest_of_three(paragraph)
    yield from flows(paragraph)


def _is_left(left: Statement) -> bool:
    said = _LEFT.search(left.label) or _NOT_DONE.match(left.label) or _PENDING.fullmatch(left.label)
    return bool(said or _OTHERS.fullmatch(left.label))


def _denied(equation: SumOf) -> bool:
    """发现275处，已整改264处，未整改11处: what is done and what is not."""
    done, left = equation.parts
    found = _NOT_DONE.match(left.label)
    if "无效" in left.label:
        return done.label.removesuffix("的").endswith("有效") and done.sentence == left.sentence
    if found is None:
        return False
    if found["is_not"]:  # 抽查120户，符合条件114户，不符合6户
        of_all = found["what"] not in equation.total.label  # 满意45份，基本满意28份，不满意7份: three of a scale
        return of_all and found["what"] in done.label and _are_alone(equation)
    said = done.label.removeprefix("其中").removeprefix("已")
    told = said.endswith(found["what"]) or (said[:1] == found["what"] and len(said) == _PAIR)
    return told and not (found["end"] and had_some_before(equation.total, done))


def _are_alone(equation: SumOf) -> bool:
    """Whether total, part and what is left stand in this order, parted by commas alone."""
    total, (done, left) = equation.total, equation.parts
    text = total.passage.text
    return all(_NEXT.fullmatch(text, one.end, other.start) for one, other in ((total, done), (done, left)))


def _is_due(equation: SumOf) -> bool:
    """应付64.20万元，实付60.99万元，扣款3.21万元: what was due, and what was done of it."""
    due, done = _DUE.search(equation.total.label), _DONE.search(equation.parts[0].label)
    return bool(due and done and due["what"] == done["what"])


def _side_by_side(equation: SumOf, paragraph: Paragraph) -> bool:
    """完成4项、基本完成3项、未完成3项: three kinds, and none of them is the whole of the others."""
    beside = paragraph.joined_to(equation.parts[-1])
    return beside is equation.parts[0] and paragraph.joined_to(beside) is not None


def _amounts(paragraph: Paragraph) -> list[Statement]:
    amounts = [each for each in paragraph.statements if each.exact and each.role is Role.AMOUNT]
    if all(each.period is not Period.BEFORE for each in amounts) or paragraph.times.tells_one_year(paragraph.text):
        return amounts
    return [each for each in amounts if each.period is not Period.BEFORE]


def _difference(left: Statement, paragraph: Paragraph) -> Iterator[Claim]:
    near = [
        each
        for each in _amounts(paragraph)
        if each is not left
        and each.end <= left.start
        and left.sentence - each.sentence <= _REACH
        and each.quantity.kind != "%"
    ][-_NEAR:]
    pairs = [
        (more, less) for more in near for less in near if more is not less and _alike(more, less) and _alike(less, left)
    ]
    equations = [SumOf(more, (less, left)) for more, less in pairs if more.quantity.value > less.quantity.value]
    right = next((each for each in equations if each.holds and left.quantity.value), None)
    if right is not None:
        yield Claim("remainder", right, True)
        return
    if pieces := _of_pieces(left, near):
        told = pieces.holds or _is_mended(pieces)
        yield Claim("sum", pieces, pieces.holds) if not told or pieces.holds else sum_claim("sum", pieces, Proof.LIKELY)
        return
    if (rest := _rest_of_two(left, near, paragraph)) is not None:
        yield from _wrong_rest(rest)
        return
    yield from _wrong_left(left, _meant(left, equations, paragraph))


def _meant(left: Statement, equations: Sequence[SumOf], paragraph: Paragraph) -> list[SumOf]:
    """Those that the words around say are meant: what is not done, what the budget leaves, what is not paid."""
    meant = [each for each in equations if _denied(each) and not _side_by_side(each, paragraph)][-1:]
    meant = meant or [
        each
        for each in equations
        if each.total.concept in ("预算", "年初预算", "全年预算", "编制") and each.parts[0].concept in ("决算", "在编")
    ]
    meant = meant or [each for each in equations if _is_vacant(each, paragraph)]
    meant = meant or [each for each in equations if _is_due(each)]
    meant = [each for each in meant if each.parts[0].sentence == left.sentence or each.total.sentence == left.sentence]
    meant = [each for each in meant if not _goes_on(each, paragraph)]
    return [each for each in meant if not lacks_a_figure(each, paragraph)]  # 编制42名，在职37人，拟招聘3人，空编2名


def _goes_on(equation: SumOf, paragraph: Paragraph) -> bool:
    """受理438人，批准329人，不批准97人，未办结12人: there is a third kind, which is told behind."""
    last = equation.parts[-1]
    behind = [each for each in paragraph.statements if each.start > last.end and each.sentence == last.sentence]
    beside = [each for each in paragraph.statements if each.start > last.end and each not in behind]
    told = [each for each in beside if each.sentence - last.sentence <= 1 and _alike(each, last)]
    others = any(one.quantity.value + two.quantity.value == equation.missing for one, two in combinations(told, _PAIR))
    return others or any(each.quantity.value == equation.missing and each.depth == last.depth for each in behind)


def _wrong_left(left: Statement, meant: Sequence[SumOf]) -> Iterator[Claim]:
    if not meant:
        return
    slip = next((each for each in meant if any(_slipped(member, each) for member in each.members)), None)
    chosen = slip or meant[-1]
    whole = chosen.total.quantity.value
    due, more = whole - chosen.parts[0].quantity.value, left.quantity.value > whole  # 应650万元，已520万元，缺口734万元
    posts = chosen.total.concept == "编制" and len(meant) == 1 and chosen.parts[0].sentence == left.sentence
    if slip is not None or more or posts or due / 3 <= left.quantity.value <= due * 3:
        yield rest_claim(chosen, Proof.CERTAIN if slip and not _is_due(slip) else Proof.LIKELY)


def _of_pieces(left: Statement, near: Sequence[Statement]) -> SumOf | None:
    """造价142.80万元。预付42.84万元，验收后付92.82万元，余7.14万元为质保金: the second piece is larger than the first,
    so that it is no part of it, and the whole stands in the sentence before."""
    alike = [each for each in near if _alike(each, left) and each.depth == left.depth]
    own = [each for each in alike if each.sentence == left.sentence]
    before = [each for each in alike if each not in own]
    if len(own) < _PAIR or not before or own[0].quantity.value >= max(each.quantity.value for each in own[1:]):
        return None
    pieces = SumOf(before[-1], (*own, left))
    return pieces if all(each.quantity.value < pieces.total.quantity.value for each in pieces.parts) else None


def _is_mended(pieces: SumOf) -> bool:
    """Whether the pieces nearly make the whole, or would but for a slip."""
    near = abs(pieces.missing) * 10 <= pieces.total.quantity.value
    return near or any(is_mistyped(each, pieces) for each in pieces.members)


def _rest_of_two(left: Statement, near: Sequence[Statement], paragraph: Paragraph) -> SumOf | None:
    """编制112名，员额法官41名，其余71名; 现有8,640穴，已用6,912穴，余1,728穴: a total, a part and what is left."""
    own = [each for each in near if each.sentence == left.sentence and each.depth == left.depth]
    if len(own) < _PAIR:
        return None
    total, part = own[-2:]
    equation = SumOf(total, (part, left))
    if not _REST.match(left.label) and not _is_pending(equation) and not _is_other(equation):
        return None
    between = [each for each in paragraph.statements if total.end <= each.start < left.start and each is not part]
    begin = paragraph.span(left.sentence)[0]
    first = not any(_alike(each, total) for each in own[:-2]) and begin <= total.start
    siblings = total.label[-_PAIR:] == part.label[-_PAIR:] or (total.label.endswith("的") and part.label.endswith("的"))
    plain = not between and first and not siblings and _alike(total, part) and _alike(part, left) and not part.planned
    listed = paragraph.text.startswith(("、", "和"), total.end)
    if not plain or listed or _NOT_OF.search(part.label):
        return None
    # 物业管理的小区11个，社区托管的9个，余下5个: of all of them, told elsewhere
    beside = (
        part.label.endswith("的")
        and not equation.holds
        and not any(_slipped(each, equation) for each in equation.members)
    )
    return None if beside else equation


def _is_vacant(equation: SumOf, paragraph: Paragraph) -> bool:
    """编制62名，年底60人，空着2个: whoever is there, of posts nothing else is left."""
    total, (held, left) = equation.total, equation.parts
    vacant = re.sub("[着了出]$", "", left.label)
    return (
        total.concept == "编制" and total.end <= held.start and bool(paragraph.lexicon.any_of("空缺").fullmatch(vacant))
    )


def _is_other(equation: SumOf) -> bool:
    """课程21门，通过审查19门，另2门待修改; 17个只有14个配了专人，还有3个由他人兼: too much, or but for a slip."""
    part, left = equation.parts
    waits = _OTHERS.fullmatch(left.label) and _WAITS.match(left.passage.text, left.end)
    only = left.label == "还有" and _ONLY.search(part.label)
    near = equation.missing < 0 or any(_slipped(each, equation) for each in equation.members)
    return bool(only) or bool(waits and near)


def _is_pending(equation: SumOf) -> bool:
    """Of what came in something is done, and something is not yet: nearly all of it, or but for a slip."""
    total, (_part, left) = equation.total, equation.parts
    near = abs(equation.missing) * 10 <= total.quantity.value or any(
        _slipped(each, equation) for each in equation.members
    )
    return near and bool(_PENDING.fullmatch(left.label) and _PENDING_OF.search(total.label))


def _wrong_rest(equation: SumOf) -> Iterator[Claim]:
    total, part = equation.total, equation.parts[0]
    if part.quantity.value > total.quantity.value:
        note = _("其中一项 {part} 大于总数 {whole}", part=part, whole=total)
        yield Claim("remainder", equation, False, Proof.CERTAIN, part, _("大于总数 {whole}", whole=total), (note,))
    else:
        yield rest_claim(equation, Proof.LIKELY)


def _alike(first: Statement, second: Statement) -> bool:
    people = {"人", "名", "位", "个"}
    return same_things(first.quantity, second.quantity) or {first.quantity.unit, second.quantity.unit} <= people


def _slipped(member: Statement, equation: SumOf) -> bool:
    due = equation.due(member)
    least = _PAIR if equation.total.concept == "编制" else _PAIR + 1
    return is_exchange(member.quantity, due, least) or is_other_scale(member.quantity, due)
