"""The blocks of a report's text → fields of the pack: each heading's blocks to the steps of its section."""

from collections.abc import Iterable, Sequence

from reportgen.adopt.alignment import Titled, aligned, titled
from reportgen.adopt.forms import read_form
from reportgen.adopt.heads import listed
from reportgen.adopt.likeness import ALIKE, likeness
from reportgen.adopt.named_cells import named_cells
from reportgen.adopt.steps import SectionFields
from reportgen.adopt.typed import typed
from reportgen.adopt.values import Certainty, Remark
from reportgen.finished.parts import Strong
from reportgen.language import _
from reportgen.model.document import Block, Heading, Paragraph, Role, Table, line_of, plain_text
from reportgen.packs.fields import Field, FieldType, by_path
from reportgen.packs.forms import Form
from reportgen.packs.outline import CaptionStep, FieldStep, FormStep, Step, steps_of
from reportgen.packs.pack import Pack
from reportgen.place import Spot
from reportgen.record import Struct, field
from reportgen.source.composed_text import Given


class Placed(Struct):
    """Values by the path of their field, and what there is to say of them."""

    remarks: list[Remark] = field(default_factory=list)
    known: set[str] = field(default_factory=set)
    """Names of facts that stand in other fields."""
    figures: dict[str, str] = field(default_factory=dict)
    """What refers to a figure, by the number that it has in the report."""
    strong: dict[Spot, tuple[Strong, ...]] = field(default_factory=dict)
    """The words that stand out in a paragraph, by its place."""
    values: dict[str, Given] = field(default_factory=dict)


class BodyFields(Struct):
    """Goes through the text section by section."""

    pack: Pack
    placed: Placed

    def place(self, blocks: Sequence[Block]) -> None:
        """Give every block its field."""
        rest = self.forms(blocks)
        sections = titled(self.pack.outline)
        headings = [block for block in rest if isinstance(block, Heading)]
        found = aligned(headings, sections)
        self.headings_of_its_own(headings, sections, found)
        for section, own in self.shares(rest, headings, sections, found):
            self.section(section, own)

    def shares(
        self, blocks: Sequence[Block], headings: Sequence[Heading], sections: Sequence[Titled], found: dict[int, int]
    ) -> list[tuple[Titled | None, list[Block]]]:
        """The blocks of each section that the report has, and of what stands before the first or below a caption."""
        numbers = {id(heading): at for at, heading in enumerate(headings)}
        captions = {step.words for step in self.pack.outline if isinstance(step, CaptionStep)}
        spare = _spare(sections, found)
        left: list[Block] = []
        shares: list[tuple[Titled | None, list[Block]]] = [(None, [])]
        for block in blocks:
            to = found.get(numbers[id(block)]) if isinstance(block, Heading) else None
            if line_of(block).strip() in captions:
                shares.append((None, []))
            elif to is not None:
                shares.append((sections[to], []))
            elif spare and isinstance(block, Heading) and _is_beside(block, shares[-1][0]):
                left.append(block)
                shares.append((spare, left))
            else:
                shares[-1][1].append(block)
        return [share for at, share in enumerate(shares) if not any(share[1] is other for _to, other in shares[:at])]

    def headings_of_its_own(
        self, headings: Sequence[Heading], sections: Sequence[Titled], found: dict[int, int]
    ) -> None:
        """小标题, where the report words a heading otherwise than the pack."""
        name = next((each.name for each in self.pack.fields if each.type is FieldType.HEADINGS), "")
        own = {}
        for at, to in found.items():
            words, known = plain_text(headings[at].inlines).strip(), sections[to].section.heading
            if words != known:
                own[known] = words
            if likeness(words, known) < ALIKE:
                why = _("当作模板的「{heading}」", heading=known)
                self.placed.remarks.append(Remark(Certainty.GUESSED, line_of(headings[at]), why=why))
        if own and name:
            self.placed.values[name] = {**own}

    def section(self, section: Titled | None, blocks: list[Block]) -> None:
        """Put what stands under one heading into the fields of its section, sub-sections that the report lacks too."""
        level = section.level + 1 if section else 1
        steps = _own_steps(section.section.steps if section else self.pack.outline, deep=section is not None)
        steps = [step for step in steps if step.path not in self.placed.values]
        if not (steps or section) and any(isinstance(block, Heading) for block in blocks):
            # chapters before the first that the pack knows: the first text of its outline takes them
            texts = (step for step in steps_of(self.pack.outline) if isinstance(step, FieldStep))
            steps = [step for step in texts if step.type is FieldType.PROSE][:1]
        if not blocks or not steps:
            return
        for block in blocks:
            if isinstance(block, Heading) and block.level < level:
                why = _("模板的提纲里没有这个标题，放在这个栏目里")
                self.placed.remarks.append(Remark(Certainty.GUESSED, line_of(block), steps[-1].path, why))
        SectionFields(level, self.placed.values, self.placed.remarks, self.placed.strong).place(blocks, steps)

    # ---- forms ----

    def forms(self, blocks: Sequence[Block]) -> list[Block]:
        """The blocks without the tables that are forms of the pack; these give their fields."""
        wanted = [self.pack.forms[step.form] for step in steps_of(self.pack.outline) if isinstance(step, FormStep)]
        rest = [block for block in blocks if not (wanted and isinstance(block, Table) and self.taken(wanted, block))]
        return [block for block in rest if not (wanted and _of_form(block, rest))]

    def taken(self, wanted: Sequence[Form], table: Table) -> bool:
        """Whether a table has given its fields: as a form, else by names beside cells and by heads."""
        if any(self.form(form, table) for form in wanted):
            return True
        named = list(named_cells(wanted, table))
        for path, words in named:
            self.give(path, words)
        return self.listed(table) or bool(named)

    def form(self, form: Form, table: Table) -> bool:
        """Whether a table is this form: then its fields are taken."""
        read = read_form(form, table)
        columns = {part.name for part in by_path(self.pack.fields)[form.each].fields} if form.each else set()
        for found in read:
            line = {path: value for path, value in found.items() if path.partition(".")[0] in columns}
            for path, value in found.items():
                if path not in line:
                    self.give(path, value)
            if line:
                self.give(form.each, [line])
        return bool(read)

    def listed(self, table: Table) -> bool:
        """Whether a table has the columns of one of the pack's lists."""
        found = listed(table, self.pack.fields)
        words = "　".join(cell.text.replace("\n", "") for cell in table.lines() if cell.text.strip())
        for path, lines in found:
            self.give(path, lines)
            why = _("表样与模板不同，照表头抄的，表头以外的格没有抄")
            self.placed.remarks.append(Remark(Certainty.GUESSED, words[:40], path, why))
        return bool(found)

    def give(self, path: str, value: Given) -> None:
        """The value for a field; lists go on, the first word of anything else stands."""
        made = typed(path, value, self.pack.fields)
        before = self.placed.values.get(path)
        if made is None:
            return
        if isinstance(before, list) and isinstance(made, list):
            self.placed.values[path] = [*before, *made]
        else:
            self.placed.values.setdefault(path, made)


def _own_steps(steps: Iterable[Step], deep: bool) -> list[FieldStep]:
    """The fields of a section; those of its sub-sections where it has none of its own."""
    steps = list(steps)
    own = [step for step in steps if isinstance(step, FieldStep)]
    if own or not deep:
        return own
    return [step for step in steps_of(tuple(steps)) if isinstance(step, FieldStep)]


def _spare(sections: Sequence[Titled], found: dict[int, int]) -> Titled | None:
    """A required section that the report lacks and that takes any text, the last one: 其他需要说明的问题."""
    taken = set(found.values())
    free = (each for at, each in reversed([*enumerate(sections)]) if at not in taken and each.level == 1)
    return next((each for each in free if each.section.required and _takes_text(each.section.steps)), None)


def _takes_text(steps: Sequence[Step]) -> bool:
    return len(steps) == 1 and isinstance(steps[0], FieldStep) and steps[0].type is FieldType.PROSE


def _is_beside(heading: Heading, section: Titled | None) -> bool:
    """Whether a heading that the outline lacks stands beside a section and not below it."""
    return section is not None and heading.level <= section.level


def _of_form(block: Block, blocks: Sequence[Block]) -> bool:
    """Whether a line is the unit above a form that has been taken."""
    if not (isinstance(block, Paragraph) and block.role is Role.UNIT):
        return False
    at = next(n for n, each in enumerate(blocks) if each is block)
    return not any(isinstance(each, Table) for each in blocks[at + 1 : at + 2])


def required_and_missing(fields: tuple[Field, ...], values: dict[str, Given]) -> list[str]:
    """The required fields for which nothing was found."""
    missing = []
    for path, each in by_path(fields).items():
        if each.required and each.type is not FieldType.RECORD and path not in values:
            inside = any(other.startswith(path + ".") for other in values)
            missing += [] if inside else [path]
    return missing
