"""What is left of a total, in the bracket behind the part: 接4.36万次，派车3.91万次（另有0.45万次系重复，未派车）."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.clauses import closing_bracket
from reportgen.statements.claim import Claim, Proof
from reportgen.statements.equations import SumOf
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.slips import is_exchange, is_other_digit
from reportgen.statements.statement import Role, Statement
from reportgen.statements.sum_claims import rest_claim

_WORDS = "(?:另有?|另外有?|其余|余下|剩下)"
_REST, _BEHIND = re.compile(f"{_WORDS}(?:的|约)?"), re.compile(f"[（(]{_WORDS}")
_NOT_DONE = re.compile("未|没有?|取消|无效|重复|不予|不(?:符|合|再)|退回|作废")
_OTHER_TIME = re.compile("上年|去年|结转|跨年")
_LEAST, _TELLING = 2, 3
"""So many digits make an exchange of two likely, so many another digit; total and part are two figures as well."""


def rest_in_brackets(paragraph: Paragraph) -> Iterator[Claim]:
    """Every such rest that makes the total with its part, or would but for a slip."""
    if not _BEHIND.search(paragraph.text):
        return
    for left in paragraph.amounts:
        if left.depth and _REST.fullmatch(left.label) and (equation := _rest(left, paragraph)):
            if equation.holds:
                yield Claim("remainder", equation, True)
            elif any(_is_slip(each, equation) for each in equation.members):
                yield rest_claim(equation, Proof.LIKELY)


def _rest(left: Statement, paragraph: Paragraph) -> SumOf | None:
    """The part stands right before the bracket, the total before the part; the bracket says what was not done."""
    opened = left.start - len(left.label) - 1
    words = paragraph.text[left.end : closing_bracket(paragraph.text, opened + 1)]
    near = [each for each in paragraph.amounts if each.end <= opened and each.sentence == left.sentence]
    near = [each for each in near if each.depth == left.depth - 1 and same_things(each.quantity, left.quantity)]
    if len(near) < _LEAST or near[-1].end != opened or not _NOT_DONE.search(words) or _OTHER_TIME.search(words):
        return None
    total, part = near[-2:]
    plain = all(each.exact and each.role is Role.AMOUNT for each in (total, part, left))
    return SumOf(total, (part, left)) if plain and part.quantity.value < total.quantity.value else None


def _is_slip(each: Statement, equation: SumOf) -> bool:
    due = equation.due(each)
    return is_exchange(each.quantity, due, _LEAST) or is_other_digit(each.quantity, due, _TELLING)
