"""Shares of what adds up: 绿茶3,120吨、红茶1,280吨、白茶460吨，绿茶占64.20%, and of the first few of such a list."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.clauses import begin_of
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import SumOf
from reportgen.statements.first_few import first_few
from reportgen.statements.names import bare
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.points_of_shares import points_of_shares
from reportgen.statements.share_parts import Share, shares_told
from reportgen.statements.share_wholes import Named
from reportgen.statements.shared_out import shared_out
from reportgen.statements.shares import equation_of, shares, too_large, wrong_share
from reportgen.statements.shares_alone import shares_alone
from reportgen.statements.shares_complete import shares_complete
from reportgen.statements.shares_in_brackets import shares_in_brackets
from reportgen.statements.shares_of_lists import shares_of_lists
from reportgen.statements.shares_of_several import shares_of_several
from reportgen.statements.shares_outgrown import shares_outgrown
from reportgen.statements.shares_roughly import shares_roughly
from reportgen.statements.statement import Role


def every_share(paragraph: Paragraph, wholes: Named, added: Sequence[Claim]) -> Iterator[Claim]:
    """Every share of a paragraph; one that fits nothing else against the total that its part is `added` up to."""
    told = list(shares(paragraph, wholes))
    yield from told
    yield from points_of_shares(told, paragraph)
    judged = {member for claim in told for member in claim.members}
    apart = list(shares_told(paragraph))
    for each in apart:
        if each.share not in judged:
            yield from _of_added(each, added)
            yield from _outgrown(each, added, paragraph)
    yield from shares_complete(paragraph, apart, added)
    yield from first_few(paragraph, added)
    yield from shares_of_several(paragraph, added)
    yield from shares_of_lists(paragraph, added)
    yield from shares_alone(paragraph)
    yield from shares_in_brackets(paragraph)
    yield from shares_roughly(paragraph)
    yield from shares_outgrown(paragraph, wholes)
    yield from shared_out(paragraph)


def _of_added(each: Share, added: Sequence[Claim]) -> Iterator[Claim]:
    """绿茶3,120吨、红茶1,280吨、白茶460吨，绿茶占64.20%: of the total that the part is added up to."""
    if not _says_of_part(each):
        return
    found = [claim.members[0] for claim in added if claim.holds and each.part in claim.members[1:]]
    if len({total.quantity.value for total in found}) == 1:
        equation = equation_of(each, found[0])
        exact = equation.exact or Decimal(0)
        near = exact / 4 <= each.share.quantity.value <= exact * 4
        if equation.holds:
            yield Claim("share", equation, True)
        elif near:
            yield wrong_share(equation, Proof.LIKELY)


def _outgrown(each: Share, added: Sequence[Claim], paragraph: Paragraph) -> Iterator[Claim]:
    """采购318.40万元，其中货物146.20万元，工程172.20万元；授予中小企业331.14万元，占82.00%: of nothing told."""
    part = each.part
    if each.whole or part.role is not Role.AMOUNT or each.share.quantity.value > 1:
        return
    begin = paragraph.span(part.sentence)[0]
    told = [one for one in paragraph.amounts if begin <= one.start < part.start and one.depth == part.depth]
    told = [one for one in told if same_things(one.quantity, part.quantity) and one.exact]
    largest = max(told, key=lambda one: one.quantity.value, default=None)
    sums = [claim.equation for claim in added if claim.holds and claim.relation == "sum"]
    made = any(isinstance(one, SumOf) and one.total is largest and one.parts[-1].end <= part.start for one in sums)
    if largest is not None and made and part.quantity.value > largest.quantity.value and not part.planned:
        yield too_large(part, largest)


def _says_of_part(each: Share) -> bool:
    """Whether nothing but the name of the part stands before 占."""
    text = each.share.passage.text
    at = text.rfind("占", 0, each.share.start)
    if at < each.part.end or re.search(r"[，。；%\d]", text[at : each.share.start]):
        return False
    words = text[begin_of(text, at, "，。；：、（）\n") : at]
    return words.strip("各约") in ("", bare(each.part.label))
