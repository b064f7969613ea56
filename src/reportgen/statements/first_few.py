"""Shares of the first or the last few of a list: 婚姻742件、邻里586件、债务624件、其他364件，前两类占57.34%."""

from collections.abc import Iterator, Sequence

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.quantity import percent
from reportgen.numbers.numerals import read_numeral
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.grades import GoodRate
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.statement import Role, Statement

_FIRST = re.compile(
    r"(?P<way>[前后])(?P<count>[两二三四五])[类项种个者块][^，。；\d]{0,8}占(?:了|比|全部|总[数量额]|合计|的|约|为)*$"
)
_REACH = 1


def first_few(paragraph: Paragraph, added: Sequence[Claim]) -> Iterator[Claim]:
    """Every such share against the last list before it that adds up."""
    for share in paragraph.statements:
        if share.quantity.unit != "%" or not share.exact or share.role not in (Role.SHARE, Role.RATE):
            continue
        found = _FIRST.search(paragraph.text, max(0, share.start - 24), share.start)
        parts = list_before(share, added) if found else ()
        size = int(read_numeral(found["count"]) or 0) if found else 0
        if found and len(parts) > size:
            few = parts[:size] if found["way"] == "前" else parts[-size:]
            yield share_of_few(share, few, parts)


def list_before(share: Statement, added: Sequence[Claim]) -> tuple[Statement, ...]:
    """The parts of the last sum that holds before a share, in its sentence or the one before."""
    lists = [claim.members[1:] for claim in added if claim.holds and claim.members[-1].end <= share.start]
    near = [parts for parts in lists if parts and share.sentence - parts[-1].sentence <= _REACH]
    return max(near, key=lambda parts: (parts[-1].end, len(parts)), default=())


def share_of_few(share: Statement, few: Sequence[Statement], parts: Sequence[Statement]) -> Claim:
    """A share told of some parts of a list together, right or wrong."""
    equation = GoodRate(share, tuple(few), tuple(parts))
    rate = equation.rate
    due = percent(equation.exact, rate.quantity.decimals)
    adding = " + ".join(str(each) for each in equation.good)
    note = _("{adding} 占 {due}，写的是 {rate}", adding=adding, due=due, rate=rate)
    return Claim("share", equation, equation.holds, Proof.LIKELY, rate, _("应为 {due}", due=due), (note,))
