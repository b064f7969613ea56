"""Names that are of one kind, so that a list of them says how a whole is divided: 上行 and 下行, 州级 and 县级."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from reportgen import patterns as re
from reportgen.statements.lexicon import Lexicon

_VERBS = re.compile("^(?:其中|开展|举办|另有|有|为)|(?:为|有|是|达|占了?|只有)$")
_OTHERS = re.compile(r"^(?:其他|其余|其它|别的|另外)")
_SHORT, _LONG, _FEW = 4, 12, 2


def are_siblings(labels: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the labels, each another, end or begin alike, leave no other, or the last one is what is left over."""
    names = [_without_verbs(label) for label in labels]
    if not all(0 < len(name) <= _LONG for name in names) or len(set(names)) < len(names):
        return False
    return are_named_alike(names, lexicon) or (len(names) > _FEW and leaves_none(names))


def are_named_alike(labels: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether the labels end or begin alike, or leave no other: 择期手术, 急诊手术."""
    names = [_without_verbs(label) for label in labels]
    if lexicon.closed_set(names) or all(name.endswith("的") for name in names):
        return True
    end, begin = common_start([name[::-1] for name in names]), common_start(names)
    even = len({len(name) for name in names}) == 1 and len(names[0]) <= _SHORT
    return end >= _FEW or (even and max(end, begin) > 0)


@lru_cache(maxsize=4096)
def _without_verbs(label: str) -> str:
    return _VERBS.sub("", label)


def leaves_none(labels: Sequence[str]) -> bool:
    """Whether the last one is what is left over: 沉船8处，渔网35处，其他14处."""
    return bool(_OTHERS.match(labels[-1]))


def common_start(names: Sequence[str]) -> int:
    """How many characters all begin with."""
    return len([*takewhile(lambda chars: len({*chars}) == 1, zip(*names, strict=False))])
