"""How a rule is declared: a decorator with code, title and severity over a function of one subject.

The docstring is the manual page, in Chinese: a sentence, then the sections 为什么, 错例, 正例, 依据, 改法. 错例 and
正例 are YAML fragments of a content file, 错例（成文） is the text of a document that somebody else wrote, 错例（版面）
what was measured on its pages; the tests run them. The subject is the type of the first parameter: the
driver hands each rule every object of that type in the content and the document, and the scene beside it. A rule
about the file as a whole has the `Scene` as its subject, and no second parameter.
"""

import inspect
import textwrap
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache, partial
from typing import Any, TypeVar

from reportgen import patterns as re
from reportgen.diagnostics.diagnostic import Diagnostic, Severity
from reportgen.diagnostics.kinds import PACK_WRONG
from reportgen.diagnostics.repair import Repair
from reportgen.language import _
from reportgen.packs.pack import FAMILY, Pack
from reportgen.place import Place
from reportgen.record import Struct
from reportgen.rules.scene import Scene
from reportgen.source.expect import did_you_mean


class Finding(Struct, frozen=True):
    """What a rule says: where, in which words, with the working. `certain=False` is printed as 疑似.

    Without a `fix` of its own the 改法 of the rule's manual page is printed, and likewise its 依据 without a `basis`.
    """

    place: Place
    label: str = ""
    notes: tuple[str, ...] = ()
    fix: str = ""
    certain: bool = True
    section: str = ""
    basis: str = ""
    repair: Repair | None = None
    """What `--fix` changes, where that is certain (`reportgen.diagnostics.repair`)."""


Check = Callable[[Any, Scene], Iterator[Finding]] | Callable[[Scene], Iterator[Finding]]
"""A function of a subject and the scene, or, when the scene itself is the subject, of that alone."""

C = TypeVar("C", bound=Check)


class Rule(Struct, frozen=True):
    """A registered rule."""

    code: str
    title: str
    severity: Severity
    subject: type
    check: Check
    page: Callable[[], dict[str, str]]
    """Reads the manual page, which few runs ask for."""
    limit: Decimal | None = None
    """The threshold that the rule goes by, in the unit that its manual page says; a pack may set another."""
    needs: tuple[str, ...] = ()
    """Of a rule about passages: groups of characters, of each of which one must stand in a passage for it to speak."""

    def findings(self, subject: Any, scene: Scene) -> Iterator[Finding]:
        """What the rule says about one subject."""
        check: Callable[..., Iterator[Finding]] = self.check
        return check(scene) if self.subject is Scene else check(subject, scene)

    @property
    def manual(self) -> dict[str, str]:
        """Sections of the manual page by their heading; the lead sentence stands under an empty heading."""
        return self.page()

    @property
    def basis(self) -> str:
        """The regulation behind the rule, in one line."""
        return self._line("依据")

    @property
    def fix(self) -> str:
        """What to do about a finding, in one line."""
        return self._line("改法")

    def _line(self, heading: str) -> str:
        return " ".join(self.manual.get(heading, "").split())


_RULES: dict[str, Rule] = {}
WRONG, RIGHT = "错例", "正例"
CONTENT, FINISHED, LAYOUT = "", "（成文）", "（版面）"
"""What an example is: a content file (several are parted by ---), the text of a finished document, its measures."""
EXAMPLES = tuple(word + form for word in (WRONG, RIGHT) for form in (CONTENT, FINISHED, LAYOUT))
_SECTIONS = ("为什么", *EXAMPLES, "依据", "改法")
_TAB = "\x1f"
"""Stands for a tab, which parts the cells of a table in an example and which cleandoc would make spaces of."""
_HEADING = re.compile(rf"^({'|'.join(_SECTIONS)})[：:]\s*(.*)$")


def rule(
    code: str, title: str, severity: Severity, limit: Decimal | None = None, needs: tuple[str, ...] = ()
) -> Callable[[C], C]:
    """Register a check under a code such as NUM003.

    `needs` spares a rule about passages those of which it can say nothing (`reportgen.rules.occurrences`): of each
    group of characters at least one stands wherever it finds something.
    """

    def register(check: C) -> C:
        subject = next(iter(inspect.get_annotations(check).values()))
        assert code not in _RULES, f"{code} is declared twice"
        page = cache(partial(read_manual, check.__doc__ or ""))
        _RULES[code] = Rule(code, title, severity, subject, check, page, limit, needs)
        return check

    return register


def declare(each: Rule) -> None:
    """Register a rule that is data: one of the relations between figures."""
    assert each.code not in _RULES, f"{each.code} is declared twice"
    _RULES[each.code] = each


def registered() -> dict[str, Rule]:
    """Every declared rule by its code."""
    return dict(_RULES)


def put_in_order() -> None:
    """By code, once all modules have declared theirs."""
    for code in sorted(_RULES):
        _RULES[code] = _RULES.pop(code)


def limits_of(pack: Pack, rules: Mapping[str, Rule]) -> dict[str, Decimal]:
    """The threshold of each rule that has one: the pack's, else its own."""
    own = {code: each.limit for code, each in rules.items() if each.limit is not None}
    local = {code: ruling.limit for code, ruling in pack.rulings.items() if ruling.limit is not None}
    return own | {code: limit for code, limit in local.items() if code in own}


def invalid_rulings(pack: Pack, rules: Mapping[str, Rule]) -> list[Diagnostic]:
    """What a pack lays down about rules that are not there, or about thresholds that they do not have."""
    found = []
    families = {code[:FAMILY] for code in rules}
    for code, ruling in pack.rulings.items():
        if code in families:
            if not ruling.off:
                found.append(PACK_WRONG.at(ruling.place, _("一类规则只能写 停用: 是，别的写在一条条规则里")))
        elif code not in rules:
            found.append(PACK_WRONG.at(ruling.place, _("没有这条规则"), fix=did_you_mean(code, rules)))
        elif ruling.limit is not None and rules[code].limit is None:
            limited = _("、").join(other for other, each in rules.items() if each.limit is not None)
            note = _("有限值的规则：{codes}", codes=limited)
            found.append(PACK_WRONG.at(ruling.place, _("这条规则没有限值"), notes=(note,)))
    return found


def read_manual(docstring: str) -> dict[str, str]:
    """A docstring → its sections; the text before the first heading stands under the empty key."""
    sections: dict[str, list[str]] = {"": []}
    current = ""
    for line in inspect.cleandoc(docstring.replace("\t", _TAB)).replace(_TAB, "\t").splitlines():
        match = _HEADING.match(line)
        if match:
            current = match[1]
            sections[current] = [match[2]] if match[2] else []
        else:
            sections[current].append(line)
    return {name: textwrap.dedent("\n".join(lines)).strip("\n") for name, lines in sections.items()}
