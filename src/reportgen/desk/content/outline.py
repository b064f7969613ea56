"""The sections of the form, in the order of the printed documents: first what is written once, then the text."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from reportgen.compose.numbering import Numbering
from reportgen.desk.content.fields import FieldView, view_of
from reportgen.language import _
from reportgen.packs.fields import FIELDS_OF_A_FILE, LINE_TYPES, Field, FieldType
from reportgen.packs.outline import FieldStep, Section, Step, sections, steps_of
from reportgen.packs.pack import Pack
from reportgen.packs.samples import samples_of
from reportgen.pipeline.drafts import every_annex, packs_of
from reportgen.record import Struct, field, replace
from reportgen.source.node import Mapping
from reportgen.source.tree import Tree, tree_at, tree_of

Roots = tuple[Path, ...]
_WRITTEN = (
    FieldType.PROSE,
    FieldType.ENTRIES,
    FieldType.DEPARTMENTS,
    FieldType.PROBLEMS,
    FieldType.MEASURES,
)
"""What is text of the document; all else is written once and used where it is named."""


class SectionView(Struct, frozen=True):
    """A section of the form: `group` is the part of the outline that it stands in, `depth` 0 or 1."""

    id: str
    title: str
    depth: int
    group: str
    fields: tuple[FieldView, ...]


def sections_of(root: Mapping, roots: Roots) -> list[SectionView]:
    """All sections of a content file; none where it names no document type that is here."""
    packs = packs_of(root, roots)
    return list(_Making(tree_of(root), packs, roots).made()) if packs else []


class _Making(Struct):
    tree: Tree
    packs: list[Pack]
    roots: Roots
    numbered: int = 0
    shown: set[str] = field(default_factory=set)
    """The names of fields that stand in a section already."""

    def made(self) -> Iterator[SectionView]:
        """Once-written values, the text of each document, annexes."""
        own = [(pack, each) for pack in self.packs for each in pack.fields]
        printed = {name for pack in self.packs for name in _printed(pack)}
        yield from self._once([(pack, each) for pack, each in own if each.name not in printed])
        yield from self._rest([(self.packs[0], each) for each in FIELDS_OF_A_FILE], _("数字（每个只写一次）"))
        for pack in self.packs:
            yield from self._text(pack)
        yield from self._rest(own, _("正文"))
        annexes = every_annex(self.packs, self.roots)
        named = {annex.name: annex for annex in annexes if annex not in self.packs}
        optional = [(pack, replace(each, required=False)) for pack in named.values() for each in pack.fields]
        yield from self._rest(optional, _("附件"))

    def _once(self, fields: list[tuple[Pack, Field]]) -> Iterator[SectionView]:
        group = _("数字（每个只写一次）")
        lines = [(pack, each) for pack, each in fields if each.type in LINE_TYPES or each.type is FieldType.HEADINGS]
        if lines:
            yield self._section(_("基本信息"), 0, group, lines)
        yield from self._rest([(pack, each) for pack, each in fields if each.type not in _WRITTEN], group)

    def _rest(self, fields: list[tuple[Pack, Field]], group: str) -> Iterator[SectionView]:
        """A section for each field that stands in none yet."""
        for pack, each in fields:
            if each.name not in self.shown:
                yield self._section(each.name, 0, group, [(pack, each)])

    def _text(self, pack: Pack) -> Iterator[SectionView]:
        group = _("正文") if len(self.packs) == 1 else pack.title
        yield from self._headed(pack, pack.outline, Numbering(), 0, group)

    def _headed(
        self, pack: Pack, steps: tuple[Step, ...], numbering: Numbering, depth: int, group: str
    ) -> Iterator[SectionView]:
        for step in (step for step in steps if isinstance(step, Section)):
            fields = [found for path in _paths(step.steps) for found in self._found(pack, path)]
            below = [inner for inner in step.steps if isinstance(inner, Section)]
            if fields or below:
                number = numbering.next(depth + 1) if step.required or self._says(step.steps) else ""
                yield self._section(number + step.heading, min(depth, 1), group, fields)
            yield from self._headed(pack, step.steps, numbering, depth + 1, group)

    def _says(self, steps: tuple[Step, ...]) -> bool:
        """Whether the file gives anything that stands there: what is optional and empty has no number."""
        fields = (step.path for step in steps_of(steps) if isinstance(step, FieldStep))
        return any(tree_at(self.tree, tuple(path.split("."))) for path in fields)

    def _found(self, pack: Pack, path: str) -> list[tuple[Pack, Field]]:
        """The field of a path, called by the whole of it, where it stands in no section yet."""
        known = pack.paths()
        return [(pack, replace(known[path], name=path))] if path in known and path not in self.shown else []

    def _section(self, title: str, depth: int, group: str, fields: list[tuple[Pack, Field]]) -> SectionView:
        self.numbered += 1
        new = [(pack, each) for pack, each in fields if each.name not in self.shown]
        self.shown.update(each.name for _pack, each in new)
        self.shown.update(each.name.split(".")[0] for _pack, each in new)
        return SectionView(
            f"s{self.numbered}", title, depth, group, tuple(self._view(pack, each) for pack, each in new)
        )

    def _view(self, pack: Pack, each: Field) -> FieldView:
        path = tuple(each.name.split("."))
        samples = samples_of(pack).at(path)
        return view_of(replace(each, name=path[-1]), path, self.tree, samples, _choices(pack, each))


def _paths(steps: Iterable[Step]) -> Iterator[str]:
    return (step.path for step in steps if isinstance(step, FieldStep))


def _printed(pack: Pack) -> Iterator[str]:
    """The names of the fields that the outline lays out, and of the records that hold them."""
    for step in steps_of(pack.outline):
        if isinstance(step, FieldStep):
            yield step.path
            yield step.path.split(".")[0]


def _choices(pack: Pack, each: Field) -> tuple[str, ...]:
    """The grades of a score; the headings of the outline, which may be written otherwise."""
    match each.type:
        case FieldType.SCORE if pack.grades:
            return tuple(band.name for band in pack.grades.bands)
        case FieldType.HEADINGS:
            return tuple(section.heading for section in sections(pack.outline))
        case _:
            return ()


def field_at(views: list[SectionView], path: tuple[str, ...]) -> FieldView | None:
    """The field of a path, in whichever section, record or card it stands."""
    waiting = [each for section in views for each in section.fields]
    while waiting:
        each = waiting.pop()
        if each.path == path:
            return each
        if each.path == path[: len(each.path)]:
            waiting += [*each.fields, *(part for item in each.items for part in item.fields)]
    return None
