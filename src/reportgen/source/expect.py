"""Nodes → the shapes that a field or a pack expects; whatever differs becomes a diagnostic with a place."""

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from difflib import SequenceMatcher

from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kind import Kind
from reportgen.diagnostics.kinds import MISSING, UNKNOWN_KEY, WRONG_TYPE
from reportgen.diagnostics.repair import Repair
from reportgen.language import _
from reportgen.place import Place, Written
from reportgen.record import Struct, field, replace
from reportgen.source.node import Mapping, Node, Sequence

_SHAPES: dict[type, str] = {Written: "一段文字", Mapping: "几行「键: 值」", Sequence: "以「- 」开头的列表"}
_ALIKE = 0.5
_YES, _NO = ("是", "true", "yes"), ("否", "false", "no")


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word most like `word`, or an empty string; of equals the one that begins alike."""
    ordered = sorted(known) if isinstance(known, AbstractSet) else list(known)  # a set has an order of the day
    like = [other for other in ordered if SequenceMatcher(None, word, other).ratio() >= _ALIKE]
    return max(
        like, key=lambda other: (SequenceMatcher(None, word, other).ratio(), _common_start(word, other)), default=""
    )


def _common_start(word: str, other: str) -> int:
    return next((at for at, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), len(word))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A sentence that proposes the nearest known word, or an empty string."""
    guess = nearest(word, known)
    return _("是不是「{guess}」？", guess=guess) if guess else ""


TO_FILL = "（在这里写）"
"""Stands in a skeleton where a paragraph is to be written, at its indent: it counts as nothing written."""


def is_blank(written: Written) -> bool:
    """Whether nothing has been written yet."""
    return written.text.strip() in ("", TO_FILL)


class Expect(Struct):
    """Collects what is wrong while nodes are taken apart; `wrong` and `unknown` name the kinds to report."""

    found: list[Diagnostic] = field(default_factory=list)
    unreadable: list[tuple[str, ...]] = field(default_factory=list)
    """Paths of values that were written wrongly: references to them are not complained of again."""
    spelt: Callable[[Written], str | None] | None = None
    """What a figure that is given by a reference prints; None where references are no figures."""
    wrong: Kind = WRONG_TYPE
    unknown: Kind = UNKNOWN_KEY
    missing: Kind = MISSING

    def report(self, kind: Kind, place: Place, label: str = "", fix: str = "", note: str = "") -> None:
        """Note a finding."""
        self.found.append(kind.at(place, label, fix=fix, notes=(note,) if note else ()))

    def offer(self, finding: Diagnostic, mended: Repair | None) -> None:
        """Note a finding with what the program can do about it."""
        self.found.append(replace(finding, repair=mended))

    def mapping(self, node: Node, what: str, keys: Iterable[str] | None = None) -> Mapping | None:
        """The node as keys and values; unknown keys are reported when `keys` is given."""
        if not isinstance(node, Mapping):
            self._refuse(node, what, Mapping)
            return None
        if keys is not None:
            self.known(node, list(keys))
        return node

    def sequence(self, node: Node, what: str) -> tuple[Node, ...]:
        """The items of a list; empty when it is none."""
        if not isinstance(node, Sequence):
            self._refuse(node, what, Sequence)
            return ()
        if not node.items:
            self.report(self.missing, node.place, _("「{what}」是空的", what=what))
        return node.items

    def text(self, node: Node, what: str) -> Written | None:
        """The node as text that is not empty."""
        if not isinstance(node, Written):
            self._refuse(node, what, Written)
            return None
        if is_blank(node):
            self._nothing(node, what)
            return None
        return node

    def yes(self, node: Node | None, what: str) -> bool:
        """是 or 否; absent means no."""
        if node is None:
            return False
        written = self.text(node, what)
        if written is None or written.text in _NO:
            return False
        if written.text not in _YES:
            self.report(self.wrong, written.place, _("「{what}」写 是 或 否", what=what))
        return written.text in _YES

    def rows(self, node: Node, what: str, keys: Iterable[str]) -> Iterator[Mapping]:
        """The items of a list of mappings."""
        allowed = list(keys)
        for item in self.sequence(node, what):
            row = self.mapping(item, what, allowed)
            if row is not None:
                yield row

    def required_text(self, mapping: Mapping, key: str) -> Written | None:
        """The text under a key that must be there."""
        node = mapping.get(key)
        if node is None:
            self.report(self.missing, mapping.place, _("这里缺少「{key}」", key=key))
            return None
        return self.text(node, key)

    def optional_text(self, mapping: Mapping, key: str) -> Written | None:
        """The text under a key that may be absent."""
        node = mapping.get(key)
        return self.text(node, key) if node is not None else None

    def known(self, mapping: Mapping, keys: list[str]) -> None:
        """Report keys that are not among `keys`, with the nearest one."""
        for entry in mapping:
            if entry.key.text not in keys:
                guess = did_you_mean(entry.key.text, keys)
                self.report(self.unknown, entry.key.place, guess, note=_allowed(keys))

    def _refuse(self, node: Node, what: str, wanted: type) -> None:
        if isinstance(node, Written) and is_blank(node):
            self._nothing(node, what)
            return
        got = _SHAPES[type(node)]
        label = _("「{what}」要写成{wanted}，这里是{got}", what=what, wanted=_(_SHAPES[wanted]), got=_(got))
        fix = ""
        if isinstance(node, Written) and "：" in node.text:
            fix = _("键后面的冒号要用半角，后面空一格")
        self.report(self.wrong, node.place, label, fix)

    def _nothing(self, node: Node, what: str) -> None:
        fix = _("填上内容；选填的、用不着的，连同下面的几行一起删去") if self.missing is MISSING else ""
        self.report(self.missing, node.place, _("「{what}」是空的", what=what), fix)


def _allowed(keys: list[str]) -> str:
    return _("这里可以写：{keys}", keys=_("、").join(keys))
