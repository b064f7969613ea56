"""依据 of a pack, a list of words, a rule …: {文件: …, 文号: …, 条款: …} → the line that a message shows."""

from reportgen.place import Written
from reportgen.source.expect import Expect
from reportgen.source.node import Mapping, Node

BASIS_KEY = "依据"


def read_basis(node: Node | None, expect: Expect) -> str:
    """《文件》（文号）条款, of what is given; empty when nothing is."""
    mapping = expect.mapping(node, BASIS_KEY, ["文件", "文号", "条款"]) if node is not None else None
    if mapping is None:
        return ""
    name, number, clause = (_text(mapping, key, expect) for key in ("文件", "文号", "条款"))
    name = f"《{name.strip('《》')}》" if name else ""
    return name + (f"（{number}）" if name and number else number) + clause


def read_basis_or_words(node: Node | None, expect: Expect) -> str:
    """The same, or a sentence of the pack's own."""
    if isinstance(node, Written):
        return node.text
    return read_basis(node, expect)


def _text(mapping: Mapping, key: str, expect: Expect) -> str:
    written = expect.optional_text(mapping, key)
    return written.text if written else ""
