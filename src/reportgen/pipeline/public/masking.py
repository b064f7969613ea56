"""Running text as the public may read it: persons, numbers and what is kept for the office give way to masks."""

from collections.abc import Iterator
from functools import cache

from reportgen import patterns as re
from reportgen.language import _
from reportgen.model.inline import Break, Inline, Note, Number, Text, is_strong, plain_text
from reportgen.pipeline.public.internal import Extent, Internal
from reportgen.place import NOWHERE, Place
from reportgen.record import Struct, field, replace
from reportgen.rules.disclosure.secret import LEFT_OUT, Secret
from reportgen.rules.disclosure.secrets import FINDERS


class Masked(Struct, frozen=True):
    """Something that the public edition does not show, for the person who signs it; never said in full."""

    label: str
    place: Place
    """In the content file."""
    section: str = ""


class Masking(Struct):
    """Masks the text of one content file, and remembers what it has masked."""

    internal: Internal
    done: list[Masked] = field(default_factory=list)
    met: set[str] = field(default_factory=set)
    """The words named by the writer that were printed somewhere."""

    def inlines(self, inlines: tuple[Inline, ...], section: str = "", around: Place = NOWHERE) -> tuple[Inline, ...]:
        """A paragraph as it may be read; `around` is where its block or cell was written."""
        kept = tuple(self._noted(each, section) for each in self._without_internal(inlines, section, around))
        secrets = list(self._secrets(kept))
        text = _said(kept) if secrets else ""
        for secret in secrets:
            words = text[secret.start : secret.end]
            label = secret.label.replace(words, hint(words))
            self.done.append(Masked(label, _place(kept, secret.start), section))
        return _replaced(kept, secrets) if secrets else kept

    def text(self, words: str, section: str = "") -> str:
        """Words that stand in no inline: the name of a chart, of a sheet."""
        return plain_text(self.inlines((Text(words),), section)) if words else words

    def _without_internal(self, inlines: tuple[Inline, ...], section: str, around: Place) -> Iterator[Inline]:
        left_out = False
        for inline in inlines:
            extent = self.internal.extent(around) or self._extent(inline)
            if extent is None or isinstance(inline, Note):
                yield inline
            elif not left_out:
                label = _("不公开的内容：{name}", name=extent.name)
                self.done.append(Masked(label, inline.origin if inline.origin.line else around, section))
                yield Text(LEFT_OUT, inline.origin)
            left_out = extent is not None

    def certain(self, words: str) -> Secret | None:
        """The first thing in some words that must be masked and can be nothing else, for what must not be changed."""
        return next((each for each in self._secrets((Text(words),)) if each.certain), None)

    def is_internal(self, inline: Inline) -> bool:
        """Whether it was written, or what it prints was, where something is kept for the office."""
        return self._extent(inline) is not None

    def _extent(self, inline: Inline) -> Extent | None:
        fact = inline.fact if isinstance(inline, Text | Number) else None
        return self.internal.extent(inline.origin) or (self.internal.extent(fact.place) if fact else None)

    def _noted(self, inline: Inline, section: str) -> Inline:
        """A note says what it says to the public, too."""
        if isinstance(inline, Note) and inline.inlines:
            return replace(inline, inlines=self.inlines(inline.inlines, section))
        return inline

    def _secrets(self, inlines: tuple[Inline, ...]) -> Iterator[Secret]:
        """What is to be masked in a text, in order; of two that overlap the first."""
        text = _said(inlines)
        found = [*self._named(text)]
        for finder in FINDERS:
            secrets = finder.find(text)
            found += [each for each in secrets if finder.always or not self._may_be_shown(inlines, each.start)]
        end = 0
        for secret in sorted(found, key=lambda each: (each.start, -each.end)):
            if secret.start >= end:
                yield secret
                end = secret.end

    def _may_be_shown(self, inlines: tuple[Inline, ...], offset: int) -> bool:
        return bool(self.internal.reason(_place(inlines, offset)))

    def _named(self, text: str) -> Iterator[Secret]:
        """The words that the writer has named, and those of fields that are kept for the office."""
        named = [(word, _spread(word)) for word, _place in self.internal.words]
        for word, pattern in (*named, *((word, _alone(word)) for word in self.internal.texts)):
            for match in pattern.finditer(text):
                self.met.add(word)
                yield Secret(*match.span(), _("不公开的词：{word}", word=hint(word)), LEFT_OUT)


@cache
def _spread(word: str) -> re.Pattern[str]:
    """The word with blanks anywhere in it: a name of two characters is printed as wide as one of three (赵　明)."""
    return re.compile(r"\s*".join(map(re.escape, "".join(word.split()))))


@cache
def _alone(word: str) -> re.Pattern[str]:
    """The same; a figure at its begin or end is none that is part of another one."""
    begin = r"(?<!\d)(?<!\d[.,])" if word[:1].isdigit() else ""
    end = r"(?!\d)" if word[-1:].isdigit() else ""
    return re.compile(begin + _spread(word).pattern + end)


def hint(word: str) -> str:
    """The first character: who signs knows the word, and who finds the list does not."""
    return word[0] + "…"


def _said(inlines: tuple[Inline, ...]) -> str:
    """The words without the breaks of a title, which part words too."""
    return "".join(map(_words_of, inlines))


def _words_of(inline: Inline) -> str:
    return "" if isinstance(inline, Break) else inline.text


def _place(inlines: tuple[Inline, ...], offset: int) -> Place:
    """Where the character was written, as nearly as its inline says."""
    for inline in inlines:
        if offset < len(_words_of(inline)):
            origin = inline.origin
            typed = isinstance(inline, Text) and origin.length == len(inline.text)
            return replace(origin, column=origin.column + offset, length=1) if typed else origin
        offset -= len(_words_of(inline))
    return NOWHERE


def _replaced(inlines: tuple[Inline, ...], secrets: list[Secret]) -> tuple[Inline, ...]:
    """The inlines with masks in the place of secrets: a mask stands in the inline where its secret begins."""
    made: list[Inline] = []
    start = 0
    for inline in inlines:
        end = start + len(_words_of(inline))
        touching = [secret for secret in secrets if secret.start < end and start < secret.end]
        if not touching:
            made.append(inline)
        elif words := _with_masks(_words_of(inline), start, touching):
            made.append(Text(words, inline.origin, is_strong(inline)))
        start = end
    return tuple(made)


def _with_masks(text: str, start: int, secrets: list[Secret]) -> str:
    pieces, at = list[str](), 0
    for secret in secrets:
        first, last = max(0, secret.start - start), min(len(text), secret.end - start)
        pieces += [text[at:first], secret.shown if secret.start >= start else ""]
        at = last
    return "".join([*pieces, text[at:]])
