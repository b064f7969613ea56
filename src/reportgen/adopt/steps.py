"""The blocks of one section → the fields that the pack's outline lays out in it."""

from collections.abc import Mapping, Sequence

from reportgen import patterns as re
from reportgen.adopt.likeness import likeness
from reportgen.adopt.running import Writer
from reportgen.adopt.values import Certainty, Remark
from reportgen.finished.parts import Strong
from reportgen.language import _
from reportgen.model.document import Block, Heading, Paragraph, line_of, plain_text
from reportgen.packs.fields import FieldType
from reportgen.packs.outline import FieldStep
from reportgen.place import Spot
from reportgen.record import Struct, replace
from reportgen.source.composed_text import Given, Running

_ORDER = re.compile(r"[一二三四五六七八九十]是|第[一二三四五六七八九十]|[①②③④⑤⑥⑦⑧⑨⑩]")
_SENTENCE = re.compile(r"(?P<first>[^。；！？]+[。；！？]?)(?P<rest>.*)", re.DOTALL)
_STOPS = re.compile(r"[，。；：:、,;]")
_LONGEST_SHORT = 8
_NONE_WORD = "无"
_STRUCTURED = (FieldType.ENTRIES, FieldType.DEPARTMENTS, FieldType.PROBLEMS, FieldType.MEASURES)

Blocks = Sequence[Block]


class Item(Struct, frozen=True):
    """One of several: its heading and what stands below it."""

    heading: str
    blocks: tuple[Block, ...]


class SectionFields(Struct):
    """Puts the blocks of a section into its fields; its own heading stands at `level` - 1."""

    level: int
    values: dict[str, Given]
    """The values so far, by path: measures look for the problems among them."""
    remarks: list[Remark]
    strong: Mapping[Spot, tuple[Strong, ...]]
    """The words that stand out in a paragraph, by its place."""

    def place(self, blocks: Blocks, steps: Sequence[FieldStep]) -> None:
        """Give each step its share: lists what looks like their items, texts what stands before and behind these."""
        if not blocks or not steps:
            return
        writer = Writer(self.level, remarks=self.remarks, strong=self.strong)
        for step, own in self.shares(blocks, steps):
            value = self.value(step, own, writer)
            if value is not None:
                self.values[step.path] = value

    def shares(self, blocks: Blocks, steps: Sequence[FieldStep]) -> list[tuple[FieldStep, Blocks]]:
        """The blocks of each step, in order."""
        at = next((n for n, step in enumerate(steps) if step.type in _STRUCTURED), None)
        if at is None:
            return self.texts(blocks, steps)
        first, behind = self.stretch(steps[at], blocks, alone=len(steps) == 1)
        before, own, after = blocks[:first], blocks[first:behind], blocks[behind:]
        if not steps[:at] and before:
            own, before = [*before, *own], ()
        if not steps[at + 1 :]:
            own, after = [*own, *after], ()
        return [*self.texts(before, steps[:at]), (steps[at], own), *self.shares(after, steps[at + 1 :])]

    def stretch(self, step: FieldStep, blocks: Blocks, alone: bool) -> tuple[int, int]:
        """From the first item of a list to behind its last."""
        if step.type is not FieldType.ENTRIES:
            first = next((n for n, block in enumerate(blocks) if isinstance(block, Heading)), None)
            return (0 if alone else len(blocks), len(blocks)) if first is None else (first, len(blocks))
        items = [n for n, block in enumerate(blocks) if _entry(block, step.lead)]
        return (items[0], items[-1] + 1) if items else (len(blocks), len(blocks))

    def texts(self, blocks: Blocks, steps: Sequence[FieldStep]) -> list[tuple[FieldStep, Blocks]]:
        """Texts one behind the other: each begins where a paragraph speaks of what its field is called after."""
        if not steps or not blocks:
            return []
        starts = [0]
        for step in steps[1:]:
            first = starts[-1] + (1 if starts[-1] < len(blocks) else 0)
            found = next((n for n in range(first, len(blocks)) if _speaks_of(step.path, blocks[n])), len(blocks))
            starts.append(found)
        shares = [(step, blocks[a:b]) for step, a, b in zip(steps, starts, [*starts[1:], len(blocks)], strict=True)]
        if len(steps) > 1 and len(blocks) > 1:
            for step, own in shares:
                if own:
                    why = _("这一节有几个栏目，照段落说的事分的")
                    self.remarks.append(Remark(Certainty.GUESSED, line_of(own[0]), step.path, why))
        return shares

    def value(self, step: FieldStep, blocks: Blocks, writer: Writer) -> Given | None:
        """The value of a step's field; None where there is nothing for it."""
        if not blocks:
            return None
        if [line_of(block).strip("。 ") for block in blocks] == [_NONE_WORD]:
            return _NONE_WORD
        made: Given
        match step.type:
            case FieldType.ENTRIES:
                made = self.entries(step, blocks, writer)
            case FieldType.DEPARTMENTS:
                made = [self.item("部门", "内容", item, step, writer) for item in self.items(blocks, step)]
            case FieldType.PROBLEMS:
                made = self.problems(step, blocks, writer)
            case FieldType.MEASURES:
                made = self.measures(step, blocks, writer)
            case _:
                made = writer.text(blocks)
        return made

    def entries(self, step: FieldStep, blocks: Blocks, writer: Writer) -> Given:
        """What has no number and no name goes on with the entry above it."""
        items: list[tuple[str, list[str]]] = []
        for block in blocks:
            found = _entry(block, step.lead)
            numbered = isinstance(block, Paragraph) and bool(block.label)
            if found is None and items and not numbered:
                items[-1][1].append(line_of(block).strip())
                continue
            name, words = found or ("", line_of(block))
            if numbered:
                writer.numbering.next(self.level)
            items.append((name or _short(words, ()), [words]))
        return [{"名称": name, "内容": lines[0] if len(lines) == 1 else Running(tuple(lines))} for name, lines in items]

    def item(self, name: str, text: str, item: Item, step: FieldStep, writer: Writer) -> dict[str, Given]:
        """A heading with its text."""
        if not item.heading:
            why = _("上面没有小标题，请补上「{name}」", name=name)
            self.remarks.append(Remark(Certainty.GUESSED, line_of(item.blocks[0]), step.path, why))
        writer.numbering.next(self.level)
        own: dict[str, Given] = {name: item.heading or _("（未写）")}
        if item.blocks:
            own[text] = writer.text(item.blocks, self.level + 1)
        writer.level = self.level
        return own

    def problems(self, step: FieldStep, blocks: Blocks, writer: Writer) -> Given:
        made: list[Given] = []
        shorts: list[str] = []
        for item in self.items(blocks, step):
            shorts.append(_short(item.heading, shorts))
            made.append({"简称": shorts[-1], **self.item("问题", "说明", item, step, writer)})
        return made

    def measures(self, step: FieldStep, blocks: Blocks, writer: Writer) -> Given:
        items = self.items(blocks, step)
        problems = self.known_problems()
        made: list[Given] = []
        if items:
            why = _("各条措施对应哪个问题，是照先后和字面对上的")
            self.remarks.append(Remark(Certainty.GUESSED, items[0].heading, step.path, why))
        for at, item in enumerate(items):
            answers = _answered(item, at, problems, len(items))
            made.append({"对应问题": answers, **self.item("措施", "说明", item, step, writer)})
        return made

    def known_problems(self) -> list[tuple[str, str]]:
        """Short name and words of the problems."""
        lists = [value for value in self.values.values() if isinstance(value, list)]
        lines = [line for value in lists for line in value if isinstance(line, dict) and "问题" in line]
        return [(str(line["简称"]), str(line["问题"])) for line in lines]

    def items(self, blocks: Blocks, step: FieldStep) -> list[Item]:
        """Blocks by the headings above them; without headings each numbered or each paragraph is one of its own."""
        levels = [block.level for block in blocks if isinstance(block, Heading) and block.level >= self.level]
        if levels:
            return self.headed(blocks, min(levels))
        numbered = [block for block in blocks if isinstance(block, Paragraph) and _begins(block)]
        items: list[Item] = []
        for block in blocks:
            if isinstance(block, Paragraph) and (_begins(block) or not numbered):
                heading, rest = _parted(block)
                items.append(Item(heading, rest))
            elif items:  # words before the first item have no place: the list of what was lost says them
                items[-1] = replace(items[-1], blocks=(*items[-1].blocks, block))
        if items:
            why = _("没有小标题，照段落分的条，第一句作标题")
            self.remarks.append(Remark(Certainty.GUESSED, items[0].heading, step.path, why))
        return items

    def headed(self, blocks: Blocks, level: int) -> list[Item]:
        items: list[Item] = []
        for block in blocks:
            if isinstance(block, Heading) and block.level == level:
                items.append(Item(plain_text(block.inlines).strip(), ()))
            elif items:  # words before the first item have no place: the list of what was lost says them
                items[-1] = replace(items[-1], blocks=(*items[-1].blocks, block))
        return items


def _begins(block: Paragraph) -> bool:
    return bool(block.label or _ORDER.match(plain_text(block.inlines).strip()))


def _parted(block: Paragraph) -> tuple[str, tuple[Block, ...]]:
    """The first sentence of a paragraph as heading, and the rest of it."""
    found = _SENTENCE.fullmatch(plain_text(block.inlines).strip())
    heading, rest = (found["first"], found["rest"].strip()) if found else ("", "")
    if not rest:
        return heading, ()
    inline = block.inlines[0]
    return heading, (replace(block, inlines=(replace(inline, text=rest),), label=""),)


def _entry(block: Block, lead: str) -> tuple[str, str] | None:
    """Name and text of an entry that begins as the outline says: 展览教育部职能。…"""
    if not isinstance(block, Paragraph):
        return None
    words = plain_text(block.inlines).strip()
    if "{名称}" in lead:
        before, _name, behind = lead.partition("{名称}")
        form = re.compile(re.escape(before) + "([^。；]{1,40}?)" + re.escape(behind), re.DOTALL)
        found = form.match(words)
        return (found[1], words[found.end() :]) if found and behind else None
    stop = _STOPS.search(words)
    return (words[: stop.end()], words[stop.end() :]) if block.label and stop else None


def _speaks_of(path: str, block: Block) -> bool:
    """Whether a paragraph is about what a field is called after: 机构说明, 人员情况."""
    stem = re.sub(r"(?:情况|说明|分析|概况)$", "", path.rpartition(".")[2])
    return stem in line_of(block)[:40]


def _short(heading: str, taken: Sequence[str]) -> str:
    """A name for a problem by which measures refer to it: the first words of its heading."""
    words = _STOPS.split(_ORDER.sub("", heading, count=1))[0].strip() or "问题"
    short = words[:_LONGEST_SHORT]
    number = 2
    name = short
    while name in taken:
        name, number = f"{short}{number}", number + 1
    return name


def _answered(item: Item, at: int, problems: list[tuple[str, str]], count: int) -> str:
    """The problem that a measure answers: the one of its number where there are as many, else the most alike."""
    if not problems:
        return _("（未写）")
    if len(problems) == count:
        return problems[at][0]
    return max(problems, key=lambda problem: likeness(problem[1], item.heading))[0]
