"""The contents of one file's documents: each has the fields of its pack, and all know the facts of the file.

A figure may be given by a reference to another (全年执行数: "{{ 预算.展厅运行经费.支出 }}"). So a file that has any is
resolved twice: first to know its facts, then with these.
"""

from collections.abc import Collection, Iterable

from reportgen.compose.formats import PLACEHOLDER
from reportgen.compose.references import References
from reportgen.diagnostics.diagnostic import Diagnostic
from reportgen.diagnostics.kinds import BAD_REFERENCE
from reportgen.language import _
from reportgen.model.content import Content, Drawn
from reportgen.model.document import plain_text
from reportgen.model.facts import Fact, Facts
from reportgen.packs.fields import FieldType
from reportgen.packs.pack import Pack
from reportgen.place import Written
from reportgen.record import Struct, replace
from reportgen.resolve import resolve
from reportgen.resolve.apart import is_apart, misnamed, own_values
from reportgen.resolve.former_facts import former_facts
from reportgen.resolve.further_facts import further_facts
from reportgen.resolve.questionnaires import Read, no_files
from reportgen.source.node import Mapping

Resolved = tuple[Content, list[Diagnostic]]


class Asked(Struct, frozen=True):
    """A document to be made; `bound` says whether it is bound into another one.

    `binders` are the packs of the file that can have it as an annex: what is written apart for one of them is meant of
    it too, where nothing is written for itself.
    """

    pack: Pack
    bound: bool = False
    binders: tuple[Pack, ...] = ()
    root: Mapping | None = None
    """What it says, where it is only a part of the file: an annex that is set apart. It tells others nothing."""

    @property
    def names(self) -> tuple[str, ...]:
        """What values written apart for it may be called."""
        return tuple(name for pack in (self.pack, *self.binders) for name in (pack.title, pack.name))


def contents(
    root: Mapping, asked: list[Asked], packs: Collection[Pack], read: Read = no_files
) -> tuple[list[Resolved], list[Diagnostic]]:
    """The content of each document asked for with what is wrong with it, and what is wrong with the file.

    `packs` are those of every document that the file could make, annexes that it leaves out among them. `read` gives
    the bytes of files beside it.
    """
    file = _File(root, asked, packs, read)
    figures = _Figures()
    made = [file.resolved(document, figures) for document in asked]
    known = file.with_facts([content for content, _found in made])
    if figures.asked:
        made = [
            file.resolved(document, _Figures(content.facts)) for document, content in zip(asked, known, strict=True)
        ]
        known = file.with_facts([content for content, _found in made])
    found = [problems for _content, problems in made]
    return list(zip(known, found, strict=True)), [*misnamed(root, file.titles, file.shared), *file.former_slips]


class _File:
    """What the documents of a file have in common."""

    def __init__(self, root: Mapping, asked: list[Asked], packs: Iterable[Pack], read: Read) -> None:
        every = list(packs)
        fields = [field for pack in every for field in pack.fields]
        self.root, self.asked, self.read = root, asked, read
        self.keys = tuple(dict.fromkeys(field.name for field in fields))
        self.shared = {field.name for field in fields if field.type in (FieldType.FACTS, FieldType.QUESTIONNAIRES)}
        self.titles = list(dict.fromkeys(name for pack in every for name in (pack.title, pack.name)))
        self.former, self.former_slips = former_facts(root)
        self.apart = {e.key.text for e in root if e.key.text not in self.shared and is_apart(e, self.titles)}

    def resolved(self, document: Asked, figures: "_Figures") -> Resolved:
        own = own_values(document.root or self.root, document.names, self.titles, self.shared)
        content, found = resolve(own, document.pack, self.keys, figures.spelt, self.read)
        return content, [*found, *figures.taken()]

    def with_facts(self, made: list[Content]) -> list[Content]:
        """Each document with what the file knows beside its own facts: of fields that only others have, of those that
        are written apart, and of lists.
        """
        told = [fact for each in zip(self.asked, made, strict=True) for fact in self._told(*each)]
        further = tuple(fact for content in made for fact in further_facts(content))
        drawn = {path: value for content in made for path, value in content.values.items() if isinstance(value, Drawn)}
        return [
            replace(
                content,
                facts=Facts(
                    content.facts.items, (_without(self._own(document), told), _each_once(further), self.former)
                ),
                elsewhere=drawn,
            )
            for document, content in zip(self.asked, made, strict=True)
        ]

    def _told(self, document: Asked, content: Content) -> Iterable[Fact]:
        """The facts of a document as others refer to them: 评价.部门整体支出绩效自评表.得分."""
        for fact in content.facts if document.root is None else ():
            field, *rest = fact.path
            yield replace(fact, path=(field, document.pack.title, *rest)) if field in self.apart else fact

    def _own(self, document: Asked) -> set[str]:
        """The fields of which the document itself has the facts."""
        return {field.name for field in document.pack.fields} - self.apart


def _without(own: set[str], told: Iterable[Fact]) -> tuple[Fact, ...]:
    """What is told in the fields of others."""
    return _each_once(fact for fact in told if fact.path[0] not in own)


def _each_once(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """What several documents read from one place is one fact."""
    return tuple({(fact.path, fact.place): fact for fact in facts}.values())


class _Figures:
    """Figures that are references to others; without `facts` they are only noted."""

    def __init__(self, facts: Facts | None = None) -> None:
        self.asked = 0
        self._references = References(facts) if facts else None

    def spelt(self, written: Written) -> str | None:
        """What a reference prints; None when it cannot be told, or not yet."""
        self.asked += 1
        if self._references is None:
            return None
        before = len(self._references.found)
        text = plain_text(self._references.inlines(written))
        if PLACEHOLDER not in text:
            return text
        if len(self._references.found) == before:
            label = _("这里引用的数也是引用来的，请直接引用最初的那个数")
            self._references.found.append(BAD_REFERENCE.at(written.place, label))
        return None

    def taken(self) -> list[Diagnostic]:
        """What was wrong with references."""
        return self._references.found if self._references else []
