"""Last year's figures, which `roll` has written into the file: 上年.预算.支出."""

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.model.facts import FORMER, Fact
from reportgen.resolve.quantities import read_group
from reportgen.source.expect import Expect
from reportgen.source.node import Mapping


def former_facts(root: Mapping) -> tuple[tuple[Fact, ...], list[Diagnostic]]:
    """The figures of 上年 by the names that this year's have, and what is wrong with them."""
    node = root.get(FORMER)
    if node is None:
        return (), []
    expect = Expect()
    group = read_group((FORMER,), node, expect)
    return tuple(group.all()) if group else (), expect.found
