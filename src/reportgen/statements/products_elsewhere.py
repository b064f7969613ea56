"""Products one of whose figures stands in another paragraph: the number of things, or the total in the heading.

测震站每站6.30万元，计75.60万元: how many 测震站 there are is told before. （四）宣传费33.00万元 stands above
15场，每场2.20万元.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reportgen import patterns as re
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import ProductOf
from reportgen.statements.names import bare
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.products_by_name import products_by_name
from reportgen.statements.products_judged import relation_of, wrong_product
from reportgen.statements.statement import Period, Role, Statement

_NAMED = re.compile(r"(?P<name>[^，。；：、（）\d每]{2,12})每[^\W\d_]{1,4}[^，。；、\d]{0,4}$")
_COUNTED = re.compile(r"^(?:平均)?每(?P<unit>[^\W\d_]{1,3}?)(?:补助|标准|安排|投入|成本|费用|约|为|需)*$")
_TELLS = re.compile(r"^(?:[共合小总]?计|共|需|金额|支出|投入|补助)")
_OFF = 3


def products_elsewhere(
    paragraphs: Sequence[Paragraph], cells: Sequence[Statement], found: Sequence[Claim]
) -> Iterator[Claim]:
    """Every price whose count or whose total is told elsewhere; `found` are the claims that other figures make."""
    near = list(_products(paragraphs))
    yield from near
    yield from products_by_name(paragraphs, cells, [*found, *near])


def _products(paragraphs: Sequence[Paragraph]) -> Iterator[Claim]:
    named = _counts(paragraphs)
    for before, paragraph in zip([None, *paragraphs], paragraphs, strict=False):
        for each, following in zip(paragraph.statements, [*paragraph.statements[1:], None], strict=False):
            if each.role is not Role.EACH or not each.exact or not each.quantity.unit.startswith("元"):
                continue
            made = _by_name(each, following, named)
            if made is None and before is not None and before.passage.level:
                made = _of_heading(each, before, paragraph)
            if made is not None:
                yield from _judged(made)


def _counts(paragraphs: Sequence[Paragraph]) -> Mapping[str, list[Statement]]:
    found: dict[str, list[Statement]] = defaultdict(list)
    for paragraph in paragraphs:
        for each in paragraph.amounts:
            if each.exact and each.quantity.kind != "元" and each.period is Period.NOW and len(bare(each.label)) > 1:
                found[bare(each.label)].append(each)
    return found


def _by_name(each: Statement, total: Statement | None, named: Mapping[str, list[Statement]]) -> ProductOf | None:
    """测震站每站6.30万元，计75.60万元: the one number of things of that name."""
    found = _NAMED.match(each.label)
    if found is None or total is None or total.quantity.kind != each.quantity.kind or not _TELLS.match(total.label):
        return None
    counts = [one for one in named.get(found["name"], ()) if one.passage is not each.passage]
    single = len({one.quantity.value for one in counts}) == 1
    return ProductOf(total, (counts[0],), each) if single and total.sentence == each.sentence else None


def _of_heading(each: Statement, heading: Paragraph, paragraph: Paragraph) -> ProductOf | None:
    """A count right before its price, and no money but the price: the heading above tells the total."""
    found = _COUNTED.match(each.label)
    totals = [one for one in heading.amounts if one.quantity.kind == each.quantity.kind]
    money = [one for one in paragraph.statements if one.quantity.kind == each.quantity.kind]
    counts = [
        one for one in paragraph.amounts if found and one.end <= each.start and one.quantity.unit == found["unit"]
    ]
    if len(totals) != 1 or money != [each] or not counts or counts[-1].sentence != each.sentence:
        return None
    first = next(one for one in counts if one.sentence == each.sentence)
    return ProductOf(totals[0], (first,), each)


def _judged(made: ProductOf) -> Iterator[Claim]:
    product = made.counted * made.each.quantity.value
    if made.is_right:
        yield Claim(relation_of(made), made, True)
    elif product / _OFF <= made.total.quantity.value <= product * _OFF:
        yield wrong_product(made, Proof.LIKELY)
