"""References in prose: `{{ 名称 | 单位 | 2位 }}` → the printed figure, tied to its fact.

A reference that cannot be resolved leaves 【？】 in the document and a fatal diagnostic with its place: the document is
then refused, never printed with a hole.
"""

import re
from dataclasses import dataclass, field

from reportgen.compose.formats import PLACEHOLDER, CannotPrint, print_fact
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import AMBIGUOUS_FACT, BAD_REFERENCE, BAD_UNIT, UNKNOWN_FACT, Kind
from reportgen.language import _
from reportgen.model.document import Inline, Number, Text
from reportgen.model.facts import Fact, Facts
from reportgen.model.quantity import Quantity
from reportgen.place import Place, Written
from reportgen.source.expect import did_you_mean, nearest

_TOKEN = re.compile(r"\{\{(?P<inside>[^{}\n]*)\}\}|(?P<stray>\{\{|\}\}|｛｛|｝｝)")


@dataclass
class References:
    """Fills references from the facts of a document and of its file, and collects what is wrong with them."""

    facts: Facts
    found: list[Diagnostic] = field(default_factory=list)

    def inlines(self, written: Written, start: int = 0, end: int | None = None) -> tuple[Inline, ...]:
        """The characters `start` to `end` of a text as inlines, references filled in."""
        text = written.text[:end] if end is not None else written.text
        pieces: list[Inline] = []
        at = start
        for match in _TOKEN.finditer(text, start):
            if match.start() > at:
                pieces.append(Text(text[at : match.start()], written.place_at(at, match.start() - at)))
            place = written.place_at(match.start(), len(match[0]))
            pieces.append(self._stray(match[0], place) if match["stray"] else self._fill(match["inside"], place))
            at = match.end()
        if at < len(text):
            pieces.append(Text(text[at:], written.place_at(at, len(text) - at)))
        return tuple(pieces)

    def _stray(self, mark: str, place: Place) -> Inline:
        wide = _("花括号要用半角 {{ }}") if mark in ("｛｛", "｝｝") else _("花括号没有成对")
        return self._placeholder(BAD_REFERENCE, place, wide)

    def _fill(self, inside: str, place: Place) -> Inline:
        name, *formats = (part.strip() for part in inside.replace("｜", "|").split("|"))
        if not name or not all(formats):
            return self._placeholder(BAD_REFERENCE, place, _("花括号里要写数字的名称"))
        found = self.facts.find(name)
        if not found:
            return self._placeholder(UNKNOWN_FACT, place, _("没有「{name}」", name=name), self._guess(name))
        if isinstance(found[0].value, str) and "{{" in found[0].value:
            return self._placeholder(BAD_REFERENCE, place, _("「{name}」里又引用了别的内容，不能再引用它", name=name))
        if len(found) > 1:
            candidates = _("、").join(fact.name for fact in found[:5])
            return self._placeholder(AMBIGUOUS_FACT, place, _("可能是：{candidates}", candidates=candidates))
        return self._print(found[0], formats, place)

    def _print(self, fact: Fact, formats: list[str], place: Place) -> Inline:
        try:
            text = print_fact(fact, formats)
        except CannotPrint as refused:
            label = _("「{value}」不能印成「{unit}」", value=fact.value, unit=str(refused))
            return self._placeholder(BAD_UNIT, place, label)
        return Number(text, fact, place) if isinstance(fact.value, Quantity) else Text(text, place)

    def _guess(self, name: str) -> str:
        """The members of a group of that name; else the name that differs from it in one part, and little there."""
        members = [fact.name for fact in self.facts.every() if f".{name}." in f".{fact.name}"]
        if members:
            return _("要写出是哪一个：{names}", names=_("、").join(members[:5]))
        parts = name.split(".")
        endings = {fact.path[start:] for fact in self.facts.every() for start in range(len(fact.path))}
        alike = {
            ".".join(ending): ending[index]
            for ending in endings
            if len(ending) == len(parts)
            and len(differing := [n for n, part in enumerate(parts) if part.strip() != ending[n]]) == 1
            for index in differing
        }
        near = [full for full, part in alike.items() if nearest(parts[_differing(full, parts)].strip(), [part])]
        return did_you_mean(name, near)

    def _placeholder(self, kind: Kind, place: Place, label: str, fix: str = "") -> Inline:
        self.found.append(kind.at(place, label, fix=fix))
        return Text(PLACEHOLDER, place)


def _differing(full: str, parts: list[str]) -> int:
    """The index of the one part in which two names differ."""
    return next(index for index, part in enumerate(full.split(".")) if part != parts[index].strip())
