"""Lists of which one part alone is larger than the total that all make: 科室36个：临床43个、医技8个、职能9个."""

from decimal import Decimal

from reportgen import patterns as re
from reportgen.lexicon.lists import characters, lists
from reportgen.statements.equations import SumOf
from reportgen.statements.paragraph import Paragraph
from reportgen.statements.siblings import are_siblings, leaves_none
from reportgen.statements.stages import stage_of
from reportgen.statements.statement import Statement

_OF_ALL = re.compile("全[{}]|在[{}]".format(*(characters(lists("units")[key]) for key in ("整体", "在"))))
"""全县, 在校: of the whole unit."""
_FEW = 2


def one_outgrows(equation: SumOf, least: int = _FEW + 1) -> Statement | None:
    """The one part that is larger than the total, where the others together are not: they leave room for it."""
    total, parts = equation.total, equation.parts
    odd = [each for each in parts if each.quantity.value > total.quantity.value]
    if len(odd) != 1 or len(parts) < least or not total.exact or total.quantity.unit == "分":
        return None
    plain = not any(each.planned is not total.planned or each.period is not total.period for each in parts)
    others = sum(each.quantity.value for each in parts if each is not odd[0])
    stages = {stage_of(each.concept) for each in equation.members} - {""}
    return odd[0] if plain and others < total.quantity.value and len(stages) <= 1 else None


def is_outgrown_row(equation: SumOf, paragraph: Paragraph) -> bool:
    """合同31份，施工类32份、采购类11份、服务类6份: in a row behind a total that opens its sentence, of one kind."""
    total, parts = equation.total, equation.parts
    text = total.passage.text
    begin = paragraph.span(total.sentence)[0]
    opens = not any(begin <= each.start < total.start for each in paragraph.amounts)
    behind = text[total.end : parts[0].start - len(parts[0].label)]
    if not opens or behind not in ("，", "：") or one_outgrows(equation, _FEW) is None:
        return False
    between = [each for each in paragraph.amounts if total.end <= each.start < parts[-1].start and each not in parts]
    labels = [part.label for part in parts]
    named = all(labels) and len({*labels}) == len(labels)
    joined = all(text[part.end : part.end + 1] == "、" for part in parts[:-1])
    alike = are_siblings(labels, paragraph.lexicon) and not are_siblings([total.label, labels[0]], paragraph.lexicon)
    whole = _OF_ALL.search(total.label) or paragraph.lexicon.any_of("全数").search(total.label)
    told = (alike and (whole or paragraph.lexicon.closed_set(labels) or len(parts) > _FEW)) or (
        len(parts) > _FEW and (joined or leaves_none(labels))
    )
    return named and not between and bool(told and (alike or leaves_none(labels) or whole))


def of_two_kinds(total: Statement, missing: Decimal, paragraph: Paragraph) -> bool:
    """规模场60个、散养户140户，其中满意186户、不满意14户: what is too much is another kind, told before with 、."""
    other = paragraph.joined_to(total)
    if other is None or "，" in paragraph.text[other.end : total.start]:
        return False
    return other.quantity.value == -missing
