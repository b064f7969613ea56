"""What the head of a list says of it: 由7人组成，其中高级会计师3人、……; 八项指标中，正常5项，……."""

from reportgen import patterns as re
from reportgen.statements.equations import SumOf

_LEVEL = re.compile("[高中初]级(?=[^\\W\\d]*师$)")
_FEW = 2


def people_of(equation: SumOf) -> list[str]:
    """由7人组成，其中高级会计师3人、助理4人: the level is part of what somebody is, and counts nobody twice."""
    text, parts = equation.total.passage.text, equation.parts
    joined = all(text[each.end : each.end + 1] == "、" for each in parts[:-1])
    return [_LEVEL.sub("", part.label) if joined else part.label for part in parts]


def lacks_one(equation: SumOf) -> bool:
    """八项指标中，正常5项，有偏差1项，未达标1项: one is missing of things whose number opens the sentence."""
    total, parts = equation.total, equation.parts
    named = all(part.label and part.depth == total.depth for part in parts)
    opens_it = not total.label and parts[0].sentence == total.sentence and total.end < parts[0].start
    return opens_it and named and len(parts) > _FEW and equation.missing == 1 and total.quantity.factor == 1
