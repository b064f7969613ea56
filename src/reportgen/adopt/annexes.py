"""附件 of a content file from the annexes of a report: those that the note names, with what is bound in of them.

What a pack makes of its own (a form that was read back) is named by its title alone, and so is what is kept elsewhere.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from reportgen import patterns as re
from reportgen.adopt.body import Placed
from reportgen.adopt.running import Writer
from reportgen.compose.annex_order import NOTE
from reportgen.finished.parts import Line
from reportgen.model.document import Block, Paragraph, Role, line_of, plain_text
from reportgen.packs.fields import FieldType
from reportgen.packs.pack import Pack
from reportgen.record import Struct, field
from reportgen.source.composed_text import Given

_NOTED = re.compile(r"(?:附\s*件\s*[：:])?\s*(?:\d{1,2}\s*[.．、])?\s*(?P<name>.*)", re.DOTALL)
_ENDS = "。；，、;,."
_IMPRINT = ("抄送", "印发机关和印发日期", "附注")
"""What may stand behind annexes and is none of them."""


class Bound(Struct):
    """An annex that is bound in: its title, and what stands below it."""

    title: str = ""
    blocks: list[Block] = field(default_factory=list)


def annexes_placed(
    blocks: Sequence[Block], roles: Mapping[str, Sequence[Line]], pack: Pack, forms: Collection[int], placed: Placed
) -> bool:
    """Whether the annexes have become a list: where one is written out, or the pack has no place for names alone.

    `forms` are the `id`s of tables that other packs have taken.
    """
    name = next((each.name for each in pack.fields if each.type is FieldType.ANNEXES), "")
    imprint = {line.text.strip() for role in _IMPRINT for line in roles.get(role, ())}
    listed = _annex_list(blocks, roles.get(NOTE, ()), imprint, forms, placed) if name else []
    named = NOTE in {each.name for each in pack.fields}
    if not listed or not (_is_written_out(listed) or (len(listed) > len(forms) and not named)):
        return False
    placed.values[name] = listed
    return True


def _annex_list(
    blocks: Iterable[Block], note: Sequence[Line], imprint: Collection[str], forms: Collection[int], placed: Placed
) -> list[Given]:
    """The annexes in order; `imprint` are lines behind them."""
    bound = _bound(block for block in blocks if line_of(block).strip() not in imprint)
    names = [name for line in note if (name := _name(line))] or [annex.title for annex in bound.values()]
    listed: list[Given] = []
    for number, name in enumerate(names, start=1):
        annex = bound.get(number if len(names) > 1 else 0) or bound.get(number)
        listed.append(_entry(name, annex, forms, placed))
    return listed


def _is_written_out(listed: Iterable[Given]) -> bool:
    """Whether something stands in the list that a name alone does not say."""
    return any(isinstance(each, dict) for each in listed)


def _entry(name: str, annex: Bound | None, forms: Collection[int], placed: Placed) -> Given:
    if annex is None or not annex.blocks or any(id(block) in forms for block in annex.blocks):
        return name
    text = Writer(1, remarks=placed.remarks, strong=placed.strong).text(annex.blocks)
    return {"标题": name, "正文": text}


def _bound(blocks: Iterable[Block]) -> dict[int, Bound]:
    """By the number of their mark; 0 where it has none."""
    bound: dict[int, Bound] = {}
    at = Bound()
    for block in blocks:
        if isinstance(block, Paragraph) and block.role is Role.ANNEX_MARK:
            number = re.search(r"\d+", plain_text(block.inlines))
            at = bound.setdefault(int(number[0]) if number else 0, Bound())
        elif isinstance(block, Paragraph) and block.role is Role.ANNEX_TITLE:
            at.title += plain_text(block.inlines).strip()
        else:
            at.blocks.append(block)
    return bound


def _name(line: Line) -> str:
    told = _NOTED.fullmatch((line.number + line.text).strip())
    return told["name"].strip().rstrip(_ENDS) if told else ""
