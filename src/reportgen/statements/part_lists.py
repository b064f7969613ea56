"""Parts of what a list is of: 在册380人（男338人、女42人；初次95人）; 预算1,260万元，由省级800万元、县级460万元构成."""

from collections.abc import Sequence

from reportgen import patterns as re
from reportgen.statements.paragraph import MADE_OF, Paragraph
from reportgen.statements.statement import Role, Statement

_NEXT = re.compile(r"[、；][^，。；：、\d]{0,10}")
_NEXT_AMOUNT = re.compile(r"[、；，][^，。；：、\d]{2,10}")


def opened_before(part: Statement, own: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """在册380人（男338人、女42人；初次95人）: any figure of a bracket right behind a figure, of the same things."""
    opened = paragraph.text.rfind("（", 0, part.start)
    if not part.depth or opened < 0 or paragraph.depths[part.start] != paragraph.depths[opened - 1] + 1:
        return None
    whole = next((each for each in own if each.end == opened), None)
    inside = [each for each in paragraph.statements if opened < each.start <= part.start]
    plain = all(each.role is Role.AMOUNT and not each.concept and not each.planned for each in inside)
    alike = whole is not None and all(each.quantity.unit == whole.quantity.unit for each in inside)
    return whole if plain and alike and len(part.label) > 1 and _is_one_of_a_list(part, paragraph) else None


def _is_one_of_a_list(part: Statement, paragraph: Paragraph) -> bool:
    """（发放2,400份，回收率89.6%）holds no list."""
    beside = [each for each in paragraph.statements if each.depth == part.depth and each is not part]
    pairs = [sorted((each, part), key=lambda one: one.start) for each in beside]
    amounts = all(each.role is Role.AMOUNT and each.quantity.unit == part.quantity.unit for each in beside)
    marks = _NEXT_AMOUNT if amounts and len(beside) == 1 else _NEXT  # （设计费24.00万元，监理费16.00万元）
    return any(marks.fullmatch(paragraph.text, one.end, other.start) for one, other in pairs)


def made_into(part: Statement, own: Sequence[Statement], paragraph: Paragraph) -> Statement | None:
    """预算1,260万元，由省级资金800万元、县级资金460万元构成: each of them is a part of what is made of them."""
    begin = paragraph.span(part.sentence)[0]
    spans = [made.span() for made in MADE_OF.finditer(paragraph.text, begin) if made.start() <= part.start < made.end()]
    before = [each for each in own if spans and each.end <= spans[0][0] and each.depth == part.depth]
    return before[-1] if before else None
