"""References in prose: `{{ 名称 | 单位 | 2位 }}` → the printed figure, tied to its fact.

A reference that cannot be resolved leaves 【？】 in the document and a fatal diagnostic with its place: the document is
then refused, never printed with a hole.
"""

import unicodedata

from reportgen import patterns as re
from reportgen.compose.formats import PLACEHOLDER, CannotPrint, print_fact
from reportgen.compose.growth import growth_named
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kind import Kind
from reportgen.diagnostics.kinds import AMBIGUOUS_FACT, BAD_REFERENCE, BAD_UNIT, UNKNOWN_FACT
from reportgen.diagnostics.repair import Repair, repair, value_edit
from reportgen.language import _
from reportgen.model.document import Inline, Number, Text
from reportgen.model.facts import Fact, Facts
from reportgen.model.quantity import Bound, Quantity
from reportgen.place import Place, Written
from reportgen.record import Struct, field, replace
from reportgen.source.expect import did_you_mean, nearest

_REFERENCE = r"(?<!\{)\{\{(?P<inside>[^{}\n]*)\}\}(?!\})"
REFERENCE = re.compile(_REFERENCE)
"""A reference; `inside` is its name, and how it is printed behind bars."""
_TOKEN = re.compile(
    _REFERENCE + r"|(?P<open>[{｛]{1,3})(?P<loose>[^{}｛｝\n]{1,80})(?P<close>[}｝]{1,3})"
    r"|(?P<stray>\{\{|\}\}|｛｛|｝｝)"
    r"|(?:\[\[|【|<<|《《)\s*(?P<other>[^\s\[\]【】<>《》.]{1,30}\.[^\s\[\]【】<>《》]{1,40})\s*(?:\]\]|】|>>|》》)"
)
"""References, and what people type for one; the last are brackets of other programs around a name with a point."""
_POINTS = str.maketrans("．。·・、：:/", "." * 8)
"""What stands between the parts of a name where a point is meant."""


def name_in(inside: str) -> str:
    """The name that a reference says, without how it is printed."""
    return _parts(inside)[0]


def _parts(inside: str) -> list[str]:
    return [part.strip() for part in inside.replace("｜", "|").split("|")]


class References(Struct):
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
            pieces.append(self._token(match, place))
            at = match.end()
        if at < len(text):
            pieces.append(Text(text[at:], written.place_at(at, len(text) - at)))
        return tuple(pieces)

    def _token(self, match: re.Match[str], place: Place) -> Inline:
        if match["stray"]:
            return self._stray(match[0], place)
        if match["other"]:
            return self._bracketed(match, place)
        return self._loose(match, place) if match["loose"] else self._fill(match["inside"], place)

    def _loose(self, match: re.Match[str], place: Place) -> Inline:
        """Braces of another number or width: a reference when a figure has that name, or when they are two."""
        words = match["loose"].strip()
        single = len(match["open"]) == len(match["close"]) == 1
        known = self.facts.find(name_in(words))
        if not known and (single or not words):
            return Text(match[0], place)
        wide = "｛" in match["open"] or "｝" in match["close"]
        label = _("花括号要用半角 {{ }}") if wide else _("花括号要写两层 {{ }}") if single else _("花括号没有成对")
        mended = repair(value_edit(place, match[0], f"{{{{ {words} }}}}")) if known else None
        return self._placeholder(BAD_REFERENCE, place, label, mended=mended)

    def _bracketed(self, match: re.Match[str], place: Place) -> Inline:
        """【人员.编制】: a reference when a figure has that name, else words."""
        name = match["other"]
        if len(self.facts.find(name)) != 1:
            return Text(match[0], place)
        mended = repair(value_edit(place, match[0], f"{{{{ {name} }}}}"))
        return self._placeholder(BAD_REFERENCE, place, _("引用要写在两层花括号 {{ }} 里"), mended=mended)

    def _stray(self, mark: str, place: Place) -> Inline:
        wide = _("花括号要用半角 {{ }}") if mark in ("｛｛", "｝｝") else _("花括号没有成对")
        return self._placeholder(BAD_REFERENCE, place, wide)

    def _fill(self, inside: str, place: Place) -> Inline:
        name, *formats = _parts(inside)
        if not name or not all(formats):
            return self._placeholder(BAD_REFERENCE, place, _("花括号里要写数字的名称"))
        found = self.facts.find(name) or growth_named(name, self.facts)
        if not found:
            return self._unknown(name, inside, place)
        if isinstance(found[0].value, str) and "{{" in found[0].value:
            return self._placeholder(BAD_REFERENCE, place, _("「{name}」里又引用了别的内容，不能再引用它", name=name))
        if len(found) > 1:
            candidates = _("、").join(fact.name for fact in found[:5])
            return self._placeholder(AMBIGUOUS_FACT, place, _("可能是：{candidates}", candidates=candidates))
        return self._print(found[0], formats, place)

    def _unknown(self, name: str, inside: str, place: Place) -> Inline:
        """A name that nothing has; with points between its parts, and half-width letters, it may be one."""
        meant = self._meant(name)
        label = _("没有「{name}」", name=name)
        if not meant:
            return self._placeholder(UNKNOWN_FACT, place, label, self._guess(name))
        start = inside.index(name)
        typed = replace(place, column=place.column + 2 + start, length=len(name))
        fix = _("写成「{name}」", name=meant)
        return self._placeholder(UNKNOWN_FACT, place, label, fix, repair(value_edit(typed, name, meant)))

    def _meant(self, name: str) -> str:
        """The one name that differs in nothing but the width of its letters, its blanks and its points."""
        plain = _plain(name)
        known = (".".join(fact.path[start:]) for fact in self.facts for start in range(len(fact.path)))
        alike = {other for other in known if _plain(other) == plain}
        return alike.pop() if len(alike) == 1 else ""

    def _print(self, fact: Fact, formats: list[str], place: Place) -> Inline:
        try:
            text = print_fact(fact, formats)
        except CannotPrint as refused:
            label = _("「{value}」不能印成「{unit}」", value=fact.value, unit=str(refused))
            if isinstance(fact.value, Quantity) and fact.value.bound in (Bound.ABOUT, Bound.OVER):
                label = _("「{value}」不是准确的数，不能换单位、定位数", value=fact.value)
            return self._placeholder(BAD_UNIT, place, label)
        return Number(text, fact, place) if isinstance(fact.value, Quantity) else Text(text, place, fact=fact)

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

    def _placeholder(self, kind: Kind, place: Place, label: str, fix: str = "", mended: Repair | None = None) -> Inline:
        self.found.append(replace(kind.at(place, label, fix=fix), repair=mended))
        return Text(PLACEHOLDER, place)


def _plain(name: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", name.translate(_POINTS)))


def _differing(full: str, parts: list[str]) -> int:
    """The index of the one part in which two names differ."""
    return next(index for index, part in enumerate(full.split(".")) if part != parts[index].strip())
