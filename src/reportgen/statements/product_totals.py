"""Totals that may be meant as the product of a count and a figure for each, and those that are of something else."""

from decimal import Decimal

from reportgen import patterns as re
from reportgen.model.quantity import Interval
from reportgen.numbers.clauses import HALF_ENDS, SENTENCE_ENDS, begin_of, end_of
from reportgen.statements.equations import ProductOf
from reportgen.statements.names import bare
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Role, Statement

_COMPARED = re.compile("[较比低高]|超(?![时期市声标])")
_PAID = re.compile("成交|中标|实际|合同|采购价|结算")
_SET_PRICE = re.compile(
    "预算(?:单|均)?价|控制价|最高限价|估算(?:单|均)?价|计划单价|挂牌价|市场价|原价|定价|(?<!中)标价|码洋"
)
"""预算单价4,500元，成交单价4,180元: what it might have cost."""
_CAPPED = re.compile(r"控制|限额|上限|不超过|不高于|定额|指导价|预算单价|低于|超过|高于|以内")
_SET = re.compile(rf"标准|{_CAPPED.pattern}")
_WORKED_OUT = re.compile(r"[以按][^，。；\d]{0,6}[\d,.]+[^，。；\d]{1,12}计算?(?:共|应|需|可|约|，)")
_BESIDE = 3
"""So few characters stand between a count and the amount that is of it."""
_FAR, _TELLING = Decimal(2), 2
"""So many times as large, and no slip of it; so many characters of a name say what it is."""


def is_capped(each: Statement) -> bool:
    """Whether its words say what it may cost at most: 控制标准每座95万元; what is paid by a standard is not."""
    return bool(_CAPPED.search(each.label))


def is_set(each: Statement, paragraph: Paragraph) -> bool:
    """Whether it is what may be spent; 扣款标准每件50元，以本年153件计应扣7,650元 is worked out."""
    end = end_of(paragraph.text, each.end, HALF_ENDS)
    return bool(_SET.search(each.label)) and not _WORKED_OUT.search(paragraph.text, each.end, end)


_BETWEEN = re.compile("间距|间隔|相隔|相距")
"""28公里，设站22座，站间距平均1.33公里: there is one less of what lies between."""


def may_be_meant(made: ProductOf, as_often: bool = False) -> bool:
    """Whether the total is none for each; 一等奖1名奖励5,000元，二等奖2名各奖励3,000元: nor one before 各."""
    behind = "各" not in made.each.label or made.total.start > made.each.start
    compared = _COMPARED.match(made.total.label) or "分别" in made.total.label
    apart = "其中" in made.total.label and "；" in made.each.passage.text[made.total.end : made.each.start]
    meant = (as_often or made.total.role is not Role.EACH) and behind and not compared
    return meant and not apart and not _BETWEEN.search(made.each.label)


def is_settled(made: ProductOf, paragraph: Paragraph) -> bool:
    """Whether other figures say why the total is not the product."""
    return (
        _differs_by_a_figure(made, paragraph)
        or _is_of_another(made, paragraph)
        or _is_of_both_counts(made, paragraph)
        or _makes_another(made, paragraph)
        or _is_of_one_before(made, paragraph)
        or _is_saved(made, paragraph)
    )


def _is_saved(made: ProductOf, paragraph: Paragraph) -> bool:
    """节电38万千瓦时，每千瓦时0.62元，节约23.56万元，投资84万元: by how much less it has become is what they make."""
    value = made.counted * made.each.quantity.value
    beside = [each for each in paragraph.statements if each.sentence == made.each.sentence and each.exact]
    saved = [each for each in beside if each.role is Role.CHANGE and each.quantity.kind == made.total.quantity.kind]
    return any(each.quantity.interval.meets(Interval(value, value)) for each in saved)


def _differs_by_a_figure(made: ProductOf, paragraph: Paragraph) -> bool:
    """预算36万元，购置2辆，每辆16.80万元，节约2.40万元: by how much it is not the product is stated."""
    gap = abs(made.total.quantity.value - made.counted * made.each.quantity.value)
    others = (each for each in paragraph.statements if each not in made.members and each.role is not Role.EACH)
    return any(each.quantity.value == gap and each.quantity.kind == made.total.quantity.kind for each in others)


def _is_of_another(made: ProductOf, paragraph: Paragraph) -> bool:
    """已结算486件、58.32万元；合计698件，平均每件1,236元: the amount right behind another count is of that."""
    before = paragraph.before(made.total)
    if before is None or before in made.counts or before.quantity.unit != made.counts[0].quantity.unit:
        return False
    return made.total.start - before.end <= _BESIDE


def _makes_another(made: ProductOf, paragraph: Paragraph) -> bool:
    """儿童164名、护理员68名，每人照料2.4名，夜间达到每人照料9.1名: the two are told to make another figure for each."""
    if not made.averaged or not made.counted:
        return False
    average, said = made.total.quantity.value / made.counted, made.each.quantity.value
    others = [each for each in paragraph.statements if each.role is Role.EACH and each.end <= made.each.start]
    far = said > average * _FAR or average > said * _FAR
    return far and any(
        each.quantity.unit == made.each.quantity.unit
        and abs(average - each.quantity.value) <= each.quantity.half_place
        and each.sentence == made.each.sentence
        for each in others
    )


def _is_of_one_before(made: ProductOf, paragraph: Paragraph) -> bool:
    """公用经费42.60万元。……社会保险48.30万元。公用经费按35人平均，人均1.22万元: an amount told before by the name that
    opens the sentence is what the average is of."""
    if not made.averaged or not made.counted:
        return False
    begin = paragraph.span(made.each.sentence)[0]
    return any(
        len(name := bare(other.label)) >= _TELLING
        and paragraph.text.startswith(name, begin)
        and abs(other.quantity.value / made.counted - made.each.quantity.value) <= made.each.quantity.half_place
        for other in paragraph.amounts
        if other.end <= begin and other.quantity.kind == made.total.quantity.kind
    )


def _has_another_total(each: Statement, total: Statement, paragraph: Paragraph) -> bool:
    """车辆租赁37.80万元，每场1,500元: the last amount before a price, in its sentence, is its own and not the total."""
    money = [
        other
        for other in paragraph.statements
        if other.sentence == each.sentence
        and other.end <= each.start
        and other.role is Role.AMOUNT
        and other.quantity.kind == each.quantity.kind
    ]
    return bool(money) and money[-1] is not total and money[-1].quantity.value > each.quantity.value


def _is_of_both_counts(made: ProductOf, paragraph: Paragraph) -> bool:
    """天然草1片、人造草5片，使用8,620小时，平均每片1,437小时: of the six together."""
    count, figures = made.counts[0], paragraph.statements
    joined = [paragraph.joined_to(count), *(each for each in figures if paragraph.joined_to(each) is count)]
    room = made.total.quantity.half_place + made.each.quantity.half_place * made.counted * _BESIDE
    return any(
        abs((made.counted + each.quantity.value) * made.each.quantity.value - made.total.quantity.value) <= room
        for each in joined
        if each is not None and each.quantity.unit == count.quantity.unit
    )


def at_several_prices(each: Statement, total: Statement, paragraph: Paragraph) -> bool:
    """门票每张20元，优惠票10元，共售出1200张; 二等奖2名各奖励3,000元，三等奖5名各奖励1,000元，共计11,000元."""
    between = [
        other for other in paragraph.statements if each.end <= other.start < total.start and "其中" not in other.label
    ]
    between = [other for other in between if not _PAID.search(each.label) or not _SET_PRICE.search(other.label)]
    if any(
        (other.quantity.unit, other.quantity.scale) == (each.quantity.unit, each.quantity.scale) for other in between
    ):
        return True
    added = paragraph.lexicon.any_of("合计").search(total.label)
    begin = begin_of(paragraph.text, each.start, SENTENCE_ENDS if added else HALF_ENDS)
    before = [other for other in paragraph.statements if begin <= other.start < each.start]
    money = [other for other in before if other.quantity.kind == each.quantity.kind]
    if _PAID.search(each.label):
        money = [other for other in money if not _SET_PRICE.search(other.label)]
    if total.start < each.start:
        piece = begin_of(paragraph.text, total.start, HALF_ENDS)
        others = [other for other in paragraph.statements if other.sentence == each.sentence and other is not each]
        others = [other for other in others if begin_of(paragraph.text, other.start, HALF_ENDS) == piece]
        if each.depth:  # 茶园352.00万元（1,760亩，亩均2,000元），水肥68.00万元（34套，每套2.00万元）
            opened = paragraph.text.rfind("（", 0, each.start)
            others = [other for other in others if paragraph.text.rfind("（", 0, other.start) == opened]
        others = [
            other
            for other in others
            if other.period is each.period
            and other.quantity.kind == each.quantity.kind
            and not _COMPARED.match(other.label)  # 平均每辆3.68万元，低于每辆4.00万元的定额
        ]
        return any(other.role is Role.EACH and not _has_another_total(other, total, paragraph) for other in others)
    return bool(money) and money[-1].role is Role.EACH
