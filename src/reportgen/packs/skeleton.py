"""A content file to be filled in: every field of its packs with its meaning, a sample and its unit.

What is optional stands behind 「# 」; explanations stand behind 「## 」.
"""

from collections.abc import Iterator

from reportgen.packs.fields import Field, FieldType
from reportgen.packs.pack import Pack
from reportgen.packs.samples import Samples, samples_of
from reportgen.packs.skeleton_fields import Blank
from reportgen.packs.skeleton_lines import left_out, told, within
from reportgen.record import replace


def skeleton(packs: tuple[Pack, ...], annexes: tuple[Pack, ...], schema: str) -> str:
    """The text of an empty content file for the documents of some packs.

    `annexes` can be bound into them: their fields are optional. `schema` is the address of the JSON Schema for the
    editor, or empty. What is left empty of the rest is what `check` asks for.
    """
    lines = [f"# yaml-language-server: $schema={schema}", ""] if schema else []
    lines += [*_head(packs), ""]
    done: set[str] = set()
    bound = {annex.title for annex in annexes}
    for pack in packs:
        lines += _fields(pack, packs, done, bound)
    for annex in (annex for annex in annexes if annex.title not in {pack.title for pack in packs}):
        lines += _annex(annex, done)
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _head(packs: tuple[Pack, ...]) -> Iterator[str]:
    for pack in packs:
        yield told(f"{pack.title}：{pack.meaning}")
    yield told("怎样填：冒号右边写内容，冒号用半角，后面空一格；缩进用空格，不用 Tab。")
    yield told("竖线 | 下面写正文：把「（在这里写）」换成要写的话，前面的空格留着；一行一个自然段，各行对齐。")
    yield told("两个 # 开头的行是说明，不会印出来，可以删去。行末的「# …」也是说明。")
    yield told("一个 # 开头的行是选填的内容：要用时把行首的「# 」（连空格）删去；几行一组的，一行一行都删。")
    yield told("填好后运行 reportgen check 这个文件；没有问题了，运行 reportgen build 这个文件。")
    yield ""
    yield told("文种：固定写法，程序凭它选用模板")
    if len(packs) == 1:
        yield f"文种: {packs[0].title}"
    else:
        yield "文种:"
        yield from (f"  - {pack.title}" for pack in packs)


def _fields(pack: Pack, packs: tuple[Pack, ...], done: set[str], bound: set[str]) -> Iterator[str]:
    """The fields that no pack before has had; those that others have too are asked for once."""
    new = [field for field in pack.fields if field.name not in done]
    if len(packs) > 1 and new:
        yield from (told(f"==== {pack.title} ===="), "")
    for field in new:
        done.add(field.name)
        users = tuple(other for other in packs if any(own.name == field.name for own in other.fields))
        yield from (*_field(field, users, bound), "")


def _field(field: Field, users: tuple[Pack, ...], bound: set[str]) -> Iterator[str]:
    alike = [own for pack in users for own in pack.fields if own.name == field.name]
    asked = replace(field, required=any(own.required for own in alike))
    samples = Samples(tuple(node for pack in users for node in samples_of(pack).below(field.name).nodes))
    scored = tuple(pack for pack in users if pack.title not in bound)
    if field.type is FieldType.SCORE and len(scored) > 1:
        yield from _scores(asked, scored)
        return
    remark = f"；{len(users)} 份文件共用" if len(users) > 1 else ""
    yield from Blank(users).field(asked, samples, remark)


def _scores(field: Field, users: tuple[Pack, ...]) -> Iterator[str]:
    """Each document has a score of its own, but what is an annex of another has that one's."""
    yield told(f"{field.name}：每份文件各写各的得分和等级；几份确实是同一个得分的，直接写得分、等级两行")
    yield f"{field.name}:"
    for pack in users:
        own = next(own for own in pack.fields if own.name == field.name)
        lines = [*Blank((pack,)).value(replace(own, name=pack.title), samples_of(pack).below(field.name))]
        yield from within(lines if own.required else left_out(lines))


def _annex(annex: Pack, done: set[str]) -> Iterator[str]:
    new = [field for field in annex.fields if field.name not in done]
    if new:
        title = f"附件：{annex.title}（选填，写了就装订在后面）"
        yield from (told(f"==== {title} ===="), "")
    for field in new:
        done.add(field.name)
        samples = samples_of(annex).below(field.name)
        yield from (*Blank((annex,)).field(replace(field, required=False), samples), "")
