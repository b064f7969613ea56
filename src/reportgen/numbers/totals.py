"""Which number before 其中 or 包括 is the total of the list behind it."""

import re
from collections.abc import Sequence

from reportgen.numbers.arithmetic import same_things
from reportgen.numbers.clauses import clause_start, label_start
from reportgen.numbers.labels import label_of
from reportgen.numbers.reader import Stated

_GROWTH = re.compile(r"增加|增长|减少|下降|[占同环]比|比上|较上|占|同期")
_FEW, _BACK = 2, 3
_NEAR = 40
"""Characters that may stand between a total and 其中."""


def total_before(text: str, before: Sequence[Stated], listed: Sequence[Stated], opening: int) -> Stated | None:
    """The last number of the unit before 其中, in its sentence or in the one before; what it has grown by is none.

    基本支出包括： goes on with the number that is called so, wherever it stands in the two.
    """
    if named := _called(text, before, opening):
        return named
    for number in reversed(before[-_BACK:]):
        between = text[number.end : opening]
        if between.count("。") > 1 or len(between) > _NEAR:
            return None
        grown = _GROWTH.search(text[clause_start(text, number.start) : number.start])
        if not grown and any(same_things(number.quantity, part.quantity) for part in listed):
            return number
    return None


def _called(text: str, before: Sequence[Stated], opening: int) -> Stated | None:
    """The last number of the two sentences that has the name right before the opening."""
    name = text[label_start(text, opening) : opening].strip()
    near = [n for n in before if text.count("。", n.end, opening) < _FEW] if len(name) >= _FEW else ()
    return next((n for n in reversed(near) if n.quantity.unit and label_of(text, n).endswith(name)), None)
