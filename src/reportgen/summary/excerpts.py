"""The paragraphs of a document that are held against those of others."""

from collections.abc import Iterator

from reportgen.copied.paragraphs import SHORTEST, Excerpt, bare, names_first
from reportgen.rules.scene import Scene
from reportgen.summary.entries import Entry


def excerpts_of(scene: Scene, entry: Entry) -> Iterator[Excerpt]:
    """Paragraphs, and cells of forms that hold one, without those that say too little."""
    names = names_first(_names(entry))
    for passage in scene.passages:
        if not passage.level and len(passage.text) >= SHORTEST:
            plain = bare(passage.text, names)
            if len(plain) >= SHORTEST:
                place = passage.place(0, len(passage.text))
                yield Excerpt(passage.text, plain, entry.file, entry.unit, entry.year, place)


def _names(entry: Entry) -> set[str]:
    """How the document calls its unit, its department, its projects; and the place in the unit's name."""
    projects = {amount.project for amount in entry.amounts if amount.project}
    return {entry.unit, entry.department, *projects, *_places(entry.unit)}


def _places(unit: str) -> Iterator[str]:
    """示例县 of 示例县人民医院: the unit is spoken of by it too; and the unit without it."""
    for at, letter in enumerate(unit[:-2], start=1):
        if letter in "省市县区镇乡" and at > 1:
            yield unit[:at]
            yield unit[at:]
