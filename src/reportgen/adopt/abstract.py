"""摘要 and 关键词 of a report → the fields that its pack has for them."""

from collections.abc import Sequence

from reportgen import patterns as re
from reportgen.model.document import Block, Paragraph, line_of
from reportgen.packs.fields import Field
from reportgen.source.composed_text import Given, Running

_LED = re.compile(r"(?P<name>摘\s*要|关键词)\s*[：:]\s*(?P<words>\S.*)")
"""摘要：全年支出控制在预算以内。; 摘　要：……; 关键词：整体支出；绩效评价."""


def without_abstract(blocks: Sequence[Block], fields: Sequence[Field]) -> tuple[list[Block], dict[str, Given]]:
    """The text without the abstract in front of its first heading, and the fields that say it."""
    known = {each.name for each in fields}
    found: dict[str, list[str]] = {}
    rest: list[Block] = []
    for block in blocks:
        led = _LED.fullmatch(line_of(block).strip()) if isinstance(block, Paragraph) and not rest else None
        name = "".join(led["name"].split()) if led else ""
        if led and name in known:
            found.setdefault(name, []).append(led["words"])
        else:
            rest.append(block)
    abstract: dict[str, Given] = {name: Running(tuple(lines)) for name, lines in found.items()}
    return rest, abstract
