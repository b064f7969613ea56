"""Text that is nobody's own: the words of packs and their examples, of regulations, and what the office has given out.

Sentence by sentence: a paragraph that says a model sentence and three of its own is compared without the first.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from reportgen import patterns as re
from reportgen.copied.paragraphs import SHORTEST, bare
from reportgen.record import Struct

_SENTENCE = re.compile(r"[^。；！？\n]+")
_REFERENCE = re.compile(r"\{\{.*?\}\}")
_HEAD = 6
"""Fewer characters are no sentence of a model, but words that anybody says."""


class ModelText(Struct, frozen=True, dict=True):
    """Model `sentences` and whole `paragraphs`, both bare."""

    sentences: frozenset[str] = frozenset()
    paragraphs: tuple[str, ...] = ()

    def own_of(self, text: str) -> str:
        """What is left of a bare paragraph without the model sentences that stand in it."""
        for sentence in self._within(text):
            text = text.replace(sentence, "")
        return text

    def _within(self, text: str) -> list[str]:
        """Looked up by their first characters: thousands of sentences cost one walk along the paragraph."""
        heads = self._heads
        found = {each for at in range(len(text) - _HEAD + 1) for each in heads.get(text[at : at + _HEAD], ())}
        return sorted((each for each in found if each in text), key=len, reverse=True)

    @cached_property
    def _heads(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for sentence in self.sentences:
            found[sentence[:_HEAD]].append(sentence)
        return dict(found)


def model_of(texts: Iterable[str], names: tuple[str, ...] = ()) -> ModelText:
    """The model text that some paragraphs make; `names` are those that they take for units and projects."""
    sentences, paragraphs = set[str](), dict[str, None]()
    for text in texts:
        plain = _REFERENCE.sub("0", text)
        sentences |= {each for each in _sentences(plain, names) if len(each) >= _HEAD}
        whole = bare(plain, names)
        paragraphs |= {whole: None} if len(whole) >= SHORTEST else {}
    return ModelText(frozenset(sentences), tuple(paragraphs))


def _sentences(text: str, names: tuple[str, ...]) -> Iterator[str]:
    return (bare(match[0], names) for match in _SENTENCE.finditer(text))
