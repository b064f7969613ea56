"""权重 of pack.yaml → schemes; one, or several of which the first is the usual one.

权重: {预算执行率: 10, 产出指标: 50, 效益指标: 30, 满意度指标: 10}

权重:
  - {预算执行率: 10, 产出指标: 50, 效益指标: 30, 满意度指标: 10}
  - {预算执行率: 10, 产出指标: 50, 效益指标: 40}                      where satisfaction cannot be asked for

权重: {合计: 100, 依据: {文件: …, 文号: …}}                             only the total is laid down, and by what
"""

from decimal import Decimal

from reportgen.diagnostics.kinds import PACK_WRONG
from reportgen.language import _
from reportgen.numbers import read_bare_number
from reportgen.packs.basis_reader import BASIS_KEY, read_basis
from reportgen.packs.pack import EXECUTION_RATE, FULL_SCORE, Scheme
from reportgen.source.expect import Expect
from reportgen.source.node import Entry, Mapping, Node, Sequence

_TOTAL = "合计"


def read_weights(node: Node | None, expect: Expect) -> tuple[Scheme, ...]:
    """The schemes of a pack; a scheme that does not add up to its total is reported."""
    items = node.items if isinstance(node, Sequence) else () if node is None else (node,)
    mappings = [expect.mapping(item, "权重") for item in items]
    return tuple(_scheme(mapping, expect) for mapping in mappings if mapping)


def _scheme(mapping: Mapping, expect: Expect) -> Scheme:
    points = {entry.key.text: _points(entry, expect) for entry in mapping if entry.key.text != BASIS_KEY}
    total = points.pop(_TOTAL, FULL_SCORE)
    execution = points.pop(EXECUTION_RATE, Decimal(0))
    added = sum(points.values(), execution)
    if points and added != total:
        label = _("各项权重相加是 {added}，不是 {total}", added=added, total=total)
        expect.report(PACK_WRONG, mapping.place, label)
    return Scheme(points, execution, total, read_basis(mapping.get(BASIS_KEY), expect))


def _points(entry: Entry, expect: Expect) -> Decimal:
    written = expect.text(entry.value, entry.key.text)
    number = read_bare_number(written.text) if written else Decimal(0)
    if number is None:
        expect.report(PACK_WRONG, entry.value.place, _("「{what}」写数字", what=entry.key.text))
    return number or Decimal(0)
