"""wordlist.yaml → the words that a pack calls slips.

- {错: 拔付, 对: 拨付, 说明: 拨款的「拨」, 除外: [], 依据: {文件: …}}

A list of words with a basis of its own stands among them, or is the whole file:

- 依据: {文件: …, 文号: …, 条款: …}
  易错词: [{错: …, 对: …}]
"""

from collections.abc import Iterator
from pathlib import Path

from reportgen.packs.basis_reader import BASIS_KEY, read_basis
from reportgen.packs.pack import WordHint
from reportgen.place import Written
from reportgen.record import replace
from reportgen.source.expect import Expect
from reportgen.source.node import Mapping, Node, Sequence
from reportgen.source.reader import read_source
from reportgen.world import read_text, shown

_LIST = "易错词"
_KEYS = ["错", "对", "说明", "除外", BASIS_KEY]


def read_words(path: Path, expect: Expect) -> tuple[WordHint, ...]:
    """The words of a file; none where there is no file."""
    if not path.is_file():
        return ()
    source, found = read_source(read_text(path), shown(path))
    expect.found += found
    return tuple(_words(source.root, expect)) if source.root is not None else ()


def _words(node: Node, expect: Expect) -> Iterator[WordHint]:
    items = (node,) if isinstance(node, Mapping) else expect.sequence(node, _LIST)
    for item in items:
        if isinstance(item, Mapping) and item.get(_LIST) is not None:
            yield from _list(item, expect)
        else:
            row = expect.mapping(item, _LIST, _KEYS)
            hint = _hint(row, expect) if row else None
            yield from (hint,) if hint else ()


def _list(mapping: Mapping, expect: Expect) -> Iterator[WordHint]:
    """The words of a list with the basis that they share."""
    expect.known(mapping, [BASIS_KEY, _LIST])
    basis, words = read_basis(mapping.get(BASIS_KEY), expect), mapping.get(_LIST)
    for hint in _words(words, expect) if words is not None else ():
        yield replace(hint, basis=hint.basis or basis)


def _hint(row: Mapping, expect: Expect) -> WordHint | None:
    wrong, right, why = (expect.optional_text(row, key) for key in ("错", "对", "说明"))
    unless = row.get("除外")
    empty = unless is None or (isinstance(unless, Sequence) and not unless.items)
    longer = expect.sequence(unless, "除外") if unless is not None and not empty else ()
    if wrong is None or right is None:
        return None
    texts = tuple(word.text for word in longer if isinstance(word, Written))
    return WordHint(wrong.text, right.text, why.text if why else "", texts, read_basis(row.get(BASIS_KEY), expect))
