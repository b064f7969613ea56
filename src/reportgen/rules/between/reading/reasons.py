"""The sentences of a document that say why something is more or less than it was."""

from collections.abc import Iterator

from reportgen import patterns as re
from reportgen.lexicon.lists import lists
from reportgen.numbers.clauses import sentences
from reportgen.rules.scene import Scene

RULE = "YRS009"


def reasons_in(scene: Scene) -> Iterator[str]:
    """Each such sentence with the one before it: the figure stands there as often as beside the reason."""
    ruling = scene.pack.rulings.get(RULE)
    words = [*lists("report_words")["说明原因"], *(ruling.words if ruling else ())]
    pattern = re.compile("|".join(re.escape(word).replace("…", "[^，。；]{0,12}") for word in words))
    for passage in scene.passages:
        if not pattern.search(passage.text):
            continue
        before = ""
        for match in sentences(passage.text):
            if pattern.search(match[0]):
                yield before + match[0]
            before = match[0]
